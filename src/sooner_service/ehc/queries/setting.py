"""A child's EHC case as the setting or a service sees it: the stage, and what this organisation itself must do."""

from dataclasses import dataclass

from sooner_service.ehc.models import Case, EvidenceItem
from sooner_service.ehc.queries.advice import AdviceRow, advice_rows
from sooner_service.ehc.queries.cases import case_of
from sooner_service.ehc.queries.evidence import Offerable, evidence_of, offerable
from sooner_service.ehc.queries.file import CaseFile, file_of
from sooner_service.register.access import Viewer
from sooner_service.register.models import Child


@dataclass(frozen=True)
class SettingsCase:
    """The case, the requests for advice that this organisation has, and the evidence it may offer or has offered."""

    case: Case
    file: CaseFile
    own_requests: list[AdviceRow]
    offered: list[EvidenceItem]
    offerable: list[Offerable]


def case_of_child(viewer: Viewer, child: Child) -> SettingsCase | None:
    """The child's latest case for the viewer's organisation, None where nobody has asked yet."""
    case = case_of(viewer, child)
    if case is None:
        return None
    found = file_of(viewer, case)
    own = viewer.organisation.pk if viewer.organisation else None
    return SettingsCase(
        case=case,
        file=found,
        own_requests=[row for row in advice_rows(case, found.deadlines) if row.request.organisation_id == own],
        offered=evidence_of(case),
        offerable=offerable(viewer, case),
    )
