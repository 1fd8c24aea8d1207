"""The goal calculator: what an aim asks for each week, how ambitious that is where growth was published, and how long until we know."""

from dataclasses import dataclass
from decimal import Decimal

from sooner.evidence.measures import UNKNOWN_GROWTH, Beside, Measure, beside_growth, gain_a_week
from sooner.law.report_2024.decision_rule import decision_rule
from sooner.measures.weeks_needed import weeks_needed

DAYS_A_WEEK = 7
NO_ERROR = "Nobody has said how sure one score of this measure is, so we cannot say how long until we would know."
NEVER = "Even two years of weekly scores would not tell growth on course from growth at half the pace. Choose a finer measure or a bolder aim."


@dataclass(frozen=True)
class WorkedOut:
    """What the calculator says; `beside` is empty where no growth is known, and `unknown` says so."""

    gain: str
    beside: tuple[Beside, ...]
    unknown: str
    until_known: str


def work_out(measure: Measure | None, *, baseline: Decimal, aim: Decimal, days: int) -> WorkedOut:
    """The calculation for an aim so many days after its baseline; `measure` is None for one that is not on a list."""
    weeks = days / DAYS_A_WEEK
    gain = gain_a_week(baseline=float(baseline), aim=float(aim), weeks=weeks)
    beside = () if measure is None else beside_growth(measure, baseline=float(baseline), aim=float(aim), weeks=weeks)
    return WorkedOut(f"{gain:.2f}", beside, "" if beside else UNKNOWN_GROWTH, _until_known(measure, gain))


def _until_known(measure: Measure | None, gain: float) -> str:
    if measure is None or measure.error_sd is None:
        return NO_ERROR
    gap = (1 - decision_rule().bayes.slow_share) * gain
    weekly, often = (weeks_needed(sigma=measure.error_sd, gap=gap, probes_a_week=probes) for probes in (1, 3))
    if weekly is None:
        return NEVER
    faster = f", with three a week about {often}" if often is not None and often < weekly else ""
    return f"With one score a week it takes about {weekly} weeks{faster} to tell growth on course from growth at half the pace."
