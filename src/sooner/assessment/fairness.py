"""Whether some groups of children move between tiers far more or less often than the rest (rule TM-8).

A difference is a question for people and never a finding about children. Groups too small to publish are left out with the reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from typing import Final, Literal

from sooner.assessment.time_to_support import SMALLEST_PUBLISHED
from sooner.measures.distributions import normal_point

Grouping = Literal["need", "ethnicity", "free_meals", "sex", "first_language"]

GROUPINGS: Final[dict[Grouping, str]] = {
    "need": "type of need",
    "ethnicity": "ethnic group",
    "free_meals": "free school meals",
    "sex": "sex",
    "first_language": "first language",
}
CERTAINTY: Final = 0.975
ALERT_RATIO: Final = 1.5
TOO_SMALL: Final = f"Not shown: fewer than {SMALLEST_PUBLISHED} children in the group or in the rest."
NOBODY: Final = "Not shown: nobody moved in the group or in the rest."


@dataclass(frozen=True)
class GroupCount:
    """A group, its children who could have moved in the period, and those who did (in one direction)."""

    group: str
    children: int
    moved: int


@dataclass(frozen=True)
class Movement:
    """A group beside everyone else: moves per 100, the ratio of the two with its 95 % interval, and whether to look into it.

    A None has its `reason`.
    """

    group: str
    per_100: float | None
    ratio_to_rest: float | None
    low: float | None
    high: float | None
    is_alert: bool
    reason: str = ""


def movement_by_group(counts: Sequence[GroupCount]) -> tuple[Movement, ...]:
    """Each group against all the others together, in the order given.

    An alert needs a ratio beyond 1.5 (or under its inverse) and an interval that leaves out 1. ValueError for counts that cannot be.
    """
    for each in counts:
        if not 0 <= each.moved <= each.children:
            raise ValueError(f"'{each.group}' has {each.moved} moves of {each.children} children. Moves lie between 0 and the children.")
    children, moved = sum(each.children for each in counts), sum(each.moved for each in counts)
    return tuple(_beside(each, children - each.children, moved - each.moved) for each in counts)


def _beside(own: GroupCount, rest: int, rest_moved: int) -> Movement:
    if min(own.children, rest) < SMALLEST_PUBLISHED:
        return Movement(own.group, None, None, None, None, is_alert=False, reason=TOO_SMALL)
    rate = 100 * own.moved / own.children
    if min(own.moved, rest_moved) == 0:
        return Movement(own.group, rate, None, None, None, is_alert=False, reason=NOBODY)
    ratio = (own.moved / own.children) / (rest_moved / rest)
    spread = normal_point(CERTAINTY) * sqrt(1 / own.moved - 1 / own.children + 1 / rest_moved - 1 / rest)
    low, high = exp(log(ratio) - spread), exp(log(ratio) + spread)
    is_far = ratio >= ALERT_RATIO or ratio <= 1 / ALERT_RATIO
    return Movement(own.group, rate, ratio, low, high, is_alert=is_far and not low <= 1 <= high)
