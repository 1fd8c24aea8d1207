"""Taking the evidence of one case out of the service: for a purpose, and seen in the journal."""

from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.models import Case
from sooner_service.journal.models import Entry
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting


def export_case(*, viewer: Viewer, case: Case, purpose: str, form: str) -> Case:
    """Keep that the evidence was taken out, by whom, for what and in which form. Raises CannotStep, Refused."""
    with acting(viewer, record="ehc_case", action="export", organisation_id=case.authority_id) as act:
        if not purpose.strip():
            raise CannotStep("Say what you need the evidence for. It is kept in the journal.")
        act.made, act.child, act.kind = case, case.child, Entry.Kind.EXPORTED
        act.details = {"purpose": purpose.strip()[:100], "form": form}
        return case
