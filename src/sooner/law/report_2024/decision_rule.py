"""The versioned numbers of decision_rule.toml: the parameters of the rule in use, and its error rates from the study."""

from dataclasses import dataclass
from functools import cache

from sooner.law.tables import About, read


@dataclass(frozen=True)
class BayesRule:
    """Parameters of the Bayes rule: shares and probabilities from 0 to 1, weeks and scores as counts."""

    slope_sd_share: float
    baseline_sd_share_of_three: float
    baseline_sd_share_of_one: float
    sure_below: float
    watch_from: float
    sure_above: float
    first_look_weeks: int
    least_scores: int
    band: float
    slow_share: float


@dataclass(frozen=True)
class ErrorRates:
    """By week 20 at one error SD: pupils exactly on aim flagged (a false alarm); half-rate and not growing found. Shares."""

    error_sd: float
    on_aim_flagged: float
    half_found: float
    none_found: float


@dataclass(frozen=True)
class MedianRates:
    """The same for the rule of the last three scores, looked at every week; and on aim at one single look."""

    error_sd: float
    on_aim_flagged_one_look: float
    on_aim_flagged: float
    half_found: float
    none_found: float


@dataclass(frozen=True)
class WrongError:
    """What happens where the rule is told an error SD that is too small or too large by a factor (true SD 10)."""

    too_small_by: float
    on_aim_flagged_too_small: float
    too_large_by: float
    on_aim_flagged_too_large: float
    half_found_too_large: float


@dataclass(frozen=True)
class Study:
    """What the study says, with its size and scenario."""

    pupils: int
    weeks: int
    aim_a_week: float
    note: str
    bayes: tuple[ErrorRates, ...]
    median: MedianRates
    wrong_error: WrongError


@dataclass(frozen=True)
class DecisionRule:
    """Everything in decision_rule.toml."""

    about: About
    bayes: BayesRule
    study: Study


@cache
def decision_rule() -> DecisionRule:
    """The rule in use, as shipped."""
    return read("report_2024/decision_rule.toml", DecisionRule)
