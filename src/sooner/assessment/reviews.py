"""When a child's support is due to be looked at again, and how the facts of earlier reviews are counted (rules TM-5, TM-4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sooner.assessment.movement import HIGHEST_TIER, Level
from sooner.law.report_2024.thresholds import Thresholds, thresholds

DAYS_A_WEEK = 7
STARTS_COUNTING_AGAIN = frozenset({"change", "restore_delivery"})


@dataclass(frozen=True)
class PastDecision:
    """One earlier decision: its kind, the tiers before and after, and what the rule had said (empty where no rule was used)."""

    decided_on: date
    kind: str
    from_tier: int
    to_tier: int
    outcome: str = ""


def review_due_on(
    *, tier: int, starts_on: date, aim_on: date, decided_on: date | None, first_look_weeks: int = 0, parameters: Thresholds | None = None
) -> date:
    """The day by which a goal is looked at: the least stay of the tier after the last decision (or the start), and never after the aim.

    In tier 0 no support runs, so only the date of the aim counts. Once the aim's date has had its decision, the stay alone counts.
    A rule that says nothing before `first_look_weeks` is not asked before.
    """
    if not 0 <= tier <= HIGHEST_TIER:
        raise ValueError(f"There is no tier {tier}. Tiers run from 0 to {HIGHEST_TIER}.")
    since = decided_on or starts_on
    weeks = (parameters or thresholds()).stay.least_weeks[tier]
    if weeks == 0:
        weeks = max((parameters or thresholds()).stay.least_weeks)
        return aim_on if since < aim_on else since + timedelta(days=weeks * DAYS_A_WEEK)
    due_on = since + timedelta(days=max(weeks, first_look_weeks) * DAYS_A_WEEK)
    return min(due_on, aim_on) if since < aim_on else due_on


def counted_since(*, support_from: date, decisions: Iterable[PastDecision]) -> date:
    """The day from which weeks in the tier are counted: its start, a move, or a decision after which counting starts again (TM-4)."""
    again = [each.decided_on for each in decisions if each.from_tier != each.to_tier or each.kind in STARTS_COUNTING_AGAIN]
    return max([support_from, *again])


def whole_weeks(since: date, on: date) -> int:
    """Whole weeks from one day to another; 0 for a day that has not come."""
    return max(0, (on - since).days // DAYS_A_WEEK)


def was_changed_in_tier(*, tier: int, decisions: Iterable[PastDecision]) -> bool:
    """Whether the support was already changed since the child came into the present tier."""
    for each in sorted(decisions, key=lambda decision: decision.decided_on, reverse=True):
        if each.kind == "change" and each.to_tier == tier:
            return True
        if each.from_tier != each.to_tier:
            return False
    return False


def reviews_above_in_a_row(*, outcome: str, decisions: Iterable[PastDecision]) -> int:
    """Reviews in a row, this one included, at which the scores were above the aim: 0 unless they are now."""
    if outcome != "above":
        return 0
    number = 1
    for each in sorted(decisions, key=lambda decision: decision.decided_on, reverse=True):
        if each.outcome != "above":
            break
        number += 1
    return number


def level_against(*, value: float | None, expected: float | None, direction: str) -> Level | None:
    """Whether a score reaches what most pupils of the age reach; None while either is not known."""
    if value is None or expected is None:
        return None
    reaches = value >= expected if direction == "increase" else value <= expected
    return "at_or_above" if reaches else "below"
