"""Training against need: for each type of need, the pupils a setting has beside the staff currently trained for it (R2.4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sooner.training.competence import Competence


@dataclass(frozen=True)
class NeedRow:
    """One type of need: pupils, staff trained for it, pupils to each trained member of staff (None when nobody is)."""

    need: str
    pupils: int
    staff_trained: int
    pupils_to_each: float | None
    sentence: str


def training_against_need(pupils: Mapping[str, int], staff: Iterable[Competence]) -> tuple[NeedRow, ...]:
    """One row for each need some pupil has, the least covered first: nobody trained, then most pupils to each."""
    team = tuple(staff)
    rows = [_row(need, count, sum(each.is_trained_for(need) for each in team)) for need, count in pupils.items() if count]
    return tuple(sorted(rows, key=lambda row: (row.staff_trained > 0, -(row.pupils_to_each or row.pupils), row.need)))


def _row(need: str, pupils: int, trained: int) -> NeedRow:
    children = "1 pupil" if pupils == 1 else f"{pupils} pupils"
    if trained == 0:
        return NeedRow(need, pupils, 0, None, f"{children} and nobody currently trained for this need.")
    staff = "1 member of staff" if trained == 1 else f"{trained} members of staff"
    return NeedRow(need, pupils, trained, pupils / trained, f"{children} and {staff} currently trained for this need.")
