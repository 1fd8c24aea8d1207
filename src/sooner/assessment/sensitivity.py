"""How far the proposals depend on each threshold: the same cases with one number at half to twice its value (rule TM-16)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sooner.assessment.movement import Evidence, proposed
from sooner.law.report_2024.thresholds import Thresholds, thresholds

FACTORS: Final = (0.5, 0.75, 1.0, 1.5, 2.0)
Changed = Callable[[Thresholds, float], Thresholds]


def _share(value: float, factor: float) -> float:
    return min(1.0, value * factor)


def _count(value: int, factor: float) -> int:
    return max(1, round(value * factor))


CHANGES: Final[Mapping[str, Changed]] = {
    "delivery.adequate_share": lambda used, by: replace(used, delivery=replace(used.delivery, adequate_share=_share(used.delivery.adequate_share, by))),
    "attendance.adequate_share": lambda used, by: replace(
        used, attendance=replace(used.attendance, adequate_share=_share(used.attendance.adequate_share, by))
    ),
    "stay.least_weeks": lambda used, by: replace(used, stay=replace(used.stay, least_weeks=tuple(round(each * by) for each in used.stay.least_weeks))),
    "exit.reviews_above": lambda used, by: replace(used, exit=replace(used.exit, reviews_above=_count(used.exit.reviews_above, by))),
    "exit.raise_goal_after": lambda used, by: replace(used, exit=replace(used.exit, raise_goal_after=_count(used.exit.raise_goal_after, by))),
}


@dataclass(frozen=True)
class Sensitivity:
    """One threshold at one factor: proposals of each kind, and the share that differs from the shipped numbers."""

    threshold: str
    factor: float
    kinds: Mapping[str, int]
    changed_share: float


def sensitivity(cases: Sequence[Evidence], *, used: Thresholds | None = None) -> tuple[Sensitivity, ...]:
    """Every threshold at every factor over the same cases. Shares stop at 1, counts at 1. ValueError without cases."""
    if not cases:
        raise ValueError("There are no cases to try the thresholds on. Give at least one.")
    shipped = used or thresholds()
    before = [_proposed(case, shipped) for case in cases]
    found = []
    for name, change in CHANGES.items():
        for factor in FACTORS:
            after = [_proposed(case, change(shipped, factor)) for case in cases]
            kinds = {kind: sum(each[0] == kind for each in after) for kind in sorted({each[0] for each in after})}
            found.append(Sensitivity(name, factor, kinds, sum(one != other for one, other in zip(before, after, strict=True)) / len(cases)))
    return tuple(found)


def _proposed(case: Evidence, used: Thresholds) -> tuple[str, int, str]:
    """What would be proposed; the family's sentence tells a bigger goal from an unchanged one."""
    proposal = proposed(case, parameters=used)
    return proposal.kind, proposal.target_tier, proposal.family_sentence
