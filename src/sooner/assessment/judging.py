"""What the rule in use says of a child's scores: growth against the line to the goal, how sure that is, and what would settle it.

Where the error of one score of the measure is known, the Bayes rule with its prior on the aimline; where not, the middle one of the
last three scores. The prior never depends on who the child is. A person decides; this is one fact for them.

The Bayes rule says `on` where the scores would have shown growth at half the aimed pace and did not, so that a child who is on course
is not called undecided for ever. That changes nothing in how often it says `below`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from sooner.assessment.movement import RuleOutcome, outcome_named
from sooner.law.report_2024.decision_rule import BayesRule, decision_rule
from sooner.measures.aimline import LEAST_FOR_MEDIAN, AimlineRows, against_aimline, median_rule
from sooner.measures.bayes import Posterior, Prior, line_range, posterior
from sooner.measures.decision import Direction
from sooner.measures.quantity import Words
from sooner.measures.series import counts, padded
from sooner.measures.weeks_needed import MEDIAN_OF_THREE_VARIANCE, weeks_more

Rule = Literal["bayes_aim", "median_3"]
THREE_TRIES: Final = 3
MORE_PROBES: Final = 3


@dataclass(frozen=True)
class Series:
    """One child's scores on one goal: weeks count from the baseline, `aim` is due at week `weeks`.

    `error_sd` is the SD of one score around the child's true level (None: not known); `baseline_tries` is 3 for the middle of three.
    """

    direction: Direction
    baseline: float
    aim: float
    weeks: float
    scores: tuple[tuple[float, float], ...]
    error_sd: float | None = None
    baseline_tries: int = 1

    @property
    def last_week(self) -> float:
        """The week of the last score; 0 before the first."""
        return max((week for week, _ in self.scores), default=0.0)


@dataclass(frozen=True)
class Judgement:
    """What a rule says, and with which numbers. `surety` is how sure growth is too slow (0 to 1); `reaches` the chance of the goal.

    `more_weekly` and `more_often` are weeks more that would settle it, with one score a week and with three; None where nothing would
    in two years, or where no error is known. A rule without an error has none of these.
    """

    rule: Rule
    version: str
    outcome: RuleOutcome
    is_watched: bool
    surety: float | None
    reaches: float | None
    growth_a_week: float | None
    aimed_a_week: float
    scores_used: int
    more_weekly: int | None
    more_often: int | None
    sentence: str
    family_sentence: str


@dataclass(frozen=True)
class BandAt:
    """The range of the true level at a week after the baseline."""

    week: float
    low: float
    high: float


@dataclass(frozen=True)
class _Found:
    """Every child at once: the median rule, the posterior, and how many scores were used."""

    median: Words
    posterior: Posterior
    used: tuple[int, ...]


def judge(series: Sequence[Series], *, used: BayesRule | None = None) -> tuple[Judgement, ...]:
    """What the rule in use says of each, in their order; one pass of arithmetic over all of them."""
    if not series:
        return ()
    rule, rows = used or decision_rule().bayes, _rows(series)
    found = _Found(
        median_rule(rows.residuals), posterior(_prior(series, rule), rows.aim, rows.x, rows.y), tuple(int(n) for n in counts(rows.residuals))
    )
    return tuple(_judgement(each, found, place, rule) for place, each in enumerate(series))


def band(series: Series, weeks: Sequence[float], *, used: BayesRule | None = None) -> tuple[BandAt, ...]:
    """The range that holds the true level, four times out of five, at the weeks given; empty where no error is known or no score."""
    if not series.error_sd or not series.scores or not weeks:
        return ()
    rule, rows = used or decision_rule().bayes, _rows([series])
    found = line_range(_prior([series], rule), rows.aim, rows.x, rows.y, np.array([weeks], dtype=np.float64), certainty=rule.band)
    return tuple(BandAt(week, float(low), float(high)) for week, low, high in zip(weeks, found.low[0], found.high[0], strict=True))


def _rows(series: Sequence[Series]) -> AimlineRows:
    return against_aimline(
        sign=np.array([1.0 if each.direction == "increase" else -1.0 for each in series]),
        b0=np.array([each.baseline for each in series]),
        t0=0.0,
        goal=np.array([each.aim for each in series]),
        t_goal=np.array([each.weeks for each in series]),
        t=padded([[week for week, _ in each.scores] for each in series]),
        y=padded([[score for _, score in each.scores] for each in series]),
    )


def _prior(series: Sequence[Series], rule: BayesRule) -> Prior:
    sigma = np.array([each.error_sd or np.nan for each in series], dtype=np.float64)
    shares = [rule.baseline_sd_share_of_three if each.baseline_tries >= THREE_TRIES else rule.baseline_sd_share_of_one for each in series]
    slopes = np.array([abs(each.aim - each.baseline) / each.weeks for each in series])
    return Prior(
        sigma=sigma,
        prior_intercept_sd=sigma * np.array(shares),
        prior_slope_sd=rule.slope_sd_share * slopes,
        p_hi=rule.sure_below,
        p_lo=rule.sure_above,
    )


def _judgement(each: Series, found: _Found, place: int, rule: BayesRule) -> Judgement:
    version = decision_rule().about.version
    aimed, count = (each.aim - each.baseline) / each.weeks, found.used[place]
    if not each.error_sd:
        outcome = outcome_named(str(found.median[place]))
        staff, family = MEDIAN_SENTENCES[outcome]
        return Judgement("median_3", version, outcome, False, None, None, None, aimed, count, None, None, staff, family)
    surety, outcome = found.posterior.prob_slope_below_aim.at(place), outcome_named(str(found.posterior.outcome[place]))
    weeks_left = max(0.0, rule.first_look_weeks - each.last_week)
    if count < rule.least_scores or weeks_left > 0:
        outcome = "insufficient"
    is_watched = outcome == "undetermined" and surety is not None and surety >= rule.watch_from
    weekly, often = _more(each, rule, 1), _more(each, rule, MORE_PROBES)
    if outcome == "undetermined" and weekly == 0 and not is_watched:
        outcome = "on"
    staff, family = _sentences(outcome, surety or 0.0, count, is_watched=is_watched, rule=rule)
    return Judgement(
        rule="bayes_aim",
        version=version,
        outcome=outcome,
        is_watched=is_watched,
        surety=surety,
        reaches=found.posterior.prob_reach_goal.at(place),
        growth_a_week=found.posterior.posterior_slope_mean.at(place),
        aimed_a_week=aimed,
        scores_used=count,
        more_weekly=weekly,
        more_often=often,
        sentence=staff,
        family_sentence=family,
    )


def _more(each: Series, rule: BayesRule, probes: int) -> int | None:
    """Weeks more until growth at the slow share of the aim's would be told from growth on aim, never before the first look."""
    gap = (1 - rule.slow_share) * abs(each.aim - each.baseline) / each.weeks
    more = weeks_more(
        sigma=each.error_sd or 1.0,
        gap=gap,
        taken=[week for week, _ in each.scores if week > 0],
        since=each.last_week,
        probes_a_week=probes,
        baseline_variance=MEDIAN_OF_THREE_VARIANCE if each.baseline_tries >= THREE_TRIES else 1.0,
    )
    return None if more is None else max(more, int(np.ceil(rule.first_look_weeks - each.last_week)))


MEDIAN_SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "below": ("The middle one of the last three scores is not as good as the line to the goal.", "The last scores are behind the path to the goal."),
    "on": ("The middle one of the last three scores is on the line to the goal.", "The last scores are on the path to the goal."),
    "above": ("The middle one of the last three scores is better than the line to the goal.", "The last scores are ahead of the path to the goal."),
    "undetermined": ("The scores cannot be set against the line to the goal.", "We cannot tell yet how it is going."),
    "insufficient": (f"There are too few scores: at least {LEAST_FOR_MEDIAN} are needed.", "It is too soon to say how it is going."),
}


def _sentences(outcome: str, surety: float, count: int, *, is_watched: bool, rule: BayesRule) -> tuple[str, str]:
    """For staff with the number, for the family without."""
    slow = f"the chance that progress is slower than the line to the goal is {chance_words(surety)}."
    if outcome == "below":
        return f"Progress is very likely too slow: {slow}", "It is very likely that progress is slower than the goal needs."
    if outcome == "above":
        return f"Progress is very likely fast enough: {slow}", "It is very likely that progress is faster than the goal needs."
    if outcome == "on":
        return f"Progress is about on the line to the goal: {slow}", "Progress is about as fast as the goal needs."
    if outcome == "insufficient":
        are = "is" if count == 1 else "are"
        needed = f"{rule.least_scores} scores over {rule.first_look_weeks} weeks are needed; there {are} {count} so far."
        return f"Not enough information yet: {needed}", "It is too soon to say how it is going."
    if is_watched:
        return f"Not sure yet, but watch: {slow}", "Progress may be slower than the goal needs. We are watching it."
    return f"Not sure yet: {slow}", "The checks cannot yet tell if progress is fast enough."


def chance_words(share: float) -> str:
    """A chance as a percentage, never as certain: it came from a handful of scores."""
    percent = round(100 * share)
    if percent > 99:
        return "more than 99 %"
    return "less than 1 %" if percent < 1 else f"{percent} %"
