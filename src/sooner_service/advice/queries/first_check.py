"""The signed baseline as a family reads it: the four areas in everyday words, without anybody's own words that are not theirs to read."""

from dataclasses import dataclass
from datetime import datetime

from sooner.law.report_2024.baseline_form import baseline_form
from sooner_service.advice.rights import rights_of
from sooner_service.assessment.models import Baseline
from sooner_service.assessment.queries.baselines import baselines_of
from sooner_service.register.access import Viewer
from sooner_service.register.models import Child


@dataclass(frozen=True)
class AreaRead:
    """One area of need: its everyday name, how it stands, and what was noticed."""

    name: str
    says: str
    note: str


@dataclass(frozen=True)
class FirstCheck:
    """A signed baseline. `signed_by` is empty where names of staff are closed to this adult."""

    areas: tuple[AreaRead, ...]
    strengths: str
    tried: str
    signed_at: datetime | None
    signed_by: str


def first_check(viewer: Viewer, child: Child) -> FirstCheck | None:
    """The newest signed baseline; None while none is signed."""
    signed = [each for each in baselines_of(viewer, child) if each.status == Baseline.Status.SIGNED]
    if not signed:
        return None
    newest = signed[0]
    kept = newest.profile.get("areas", {})
    says = {level.level: level.says for level in baseline_form().levels}
    areas = [
        AreaRead(area.family_name, says.get(kept[area.key].get("level"), "not looked at yet"), kept[area.key].get("note", ""))
        for area in baseline_form().areas
        if area.key in kept
    ]
    signer = newest.signed_by.name if newest.signed_by and rights_of(viewer, child).sees_staff_names else ""
    return FirstCheck(tuple(areas), newest.profile.get("strengths", ""), newest.profile.get("tried", ""), newest.signed_at, signer)
