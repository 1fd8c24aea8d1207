"""Lines on which money or an appeal turns, and what a claim to a level must show: never a condition for support (TM-11, TM-12).

Denmark's nine hours show why support just below a line is counted; Australia's ten weeks, what may be asked of a claim.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, Literal

Slot = Literal["need", "adjustments", "monitoring", "consultation"]

SLOTS: Final[dict[Slot, str]] = {
    "need": "what the child needs, as assessed",
    "adjustments": "what was done",
    "monitoring": "how it went",
    "consultation": "what the child and the family said",
}
LEAST_WEEKS: Final = 10


@dataclass(frozen=True)
class Crowd:
    """Children whose support lies in the hour below a line, and in the hour from it on."""

    line: float
    just_below: int
    just_above: int

    @property
    def sentence(self) -> str:
        """What was counted, and the question it raises."""
        return (
            f"{self.just_below} children have support in the hour below {self.line:g} hours a week, and {self.just_above} in the hour "
            "above. Where many lie just below, ask whether the line, and not the child, decided."
        )


@dataclass(frozen=True)
class Claim:
    """Whether a level may be claimed for data or money, and what is still missing. `support_waits` is always False."""

    may_be_claimed: bool
    missing: tuple[str, ...]
    support_waits: bool = False


def crowd_at(line: float, weekly_hours: Sequence[float]) -> Crowd:
    """How many children's weekly hours lie within an hour below a line, and within an hour from it on."""
    return Crowd(line, sum(line - 1 <= hours < line for hours in weekly_hours), sum(line <= hours < line + 1 for hours in weekly_hours))


def claim(*, weeks_of_adjustment: int, evidence: Collection[Slot]) -> Claim:
    """What a claim to a level needs: ten weeks (not necessarily in a row) and evidence in all four places."""
    missing = [words for slot, words in SLOTS.items() if slot not in evidence]
    if weeks_of_adjustment < LEAST_WEEKS:
        left = LEAST_WEEKS - weeks_of_adjustment
        missing.insert(0, f"{left} more week{'' if left == 1 else 's'} of support")
    return Claim(not missing, tuple(missing))
