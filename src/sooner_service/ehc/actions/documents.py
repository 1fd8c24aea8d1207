"""The EHC plan's own text: typed by a named person section by section, served as a draft, made final and locked."""

from collections.abc import Mapping
from dataclasses import dataclass

from sooner_service.design.words import uk_date
from sooner_service.ehc.actions.events import CannotStep, keep_event
from sooner_service.ehc.actions.notices import send_notice
from sooner_service.ehc.dates import dates_of, limit_of
from sooner_service.ehc.models import Case, CaseDocument
from sooner_service.ehc.queries.documents import CAUSES, changed_since_draft
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting

SECTIONS: Mapping[str, str] = {
    "A": "Views, interests and aspirations",
    "B": "Special educational needs",
    "C": "Health needs related to SEN",
    "D": "Social care needs related to SEN",
    "E": "Outcomes",
    "F": "Special educational provision",
    "G": "Health provision",
    "H1": "Social care provision under the Chronically Sick and Disabled Persons Act 1970",
    "H2": "Other social care provision",
    "I": "Placement",
    "J": "Personal budget",
    "K": "Advice and information",
}
NEEDED = ("A", "B", "E", "F")


@dataclass
class Conflict(Exception):
    """Somebody else saved this document in the meantime. Both texts are here, so that nothing is lost."""

    theirs: Mapping[str, str]
    yours: Mapping[str, str]
    edit: int
    by: str


def save_document(*, viewer: Viewer, case: Case, sections: Mapping[str, str], edit: int) -> CaseDocument:
    """Keep the unlocked document's sections. `edit` is the number it was opened with. Raises Conflict, CannotStep."""
    action = "finalise" if case.state == "draft_issued" else "draft"
    with acting(viewer, record="ehc_case", action=action, organisation_id=case.authority_id) as act:
        Case.objects.select_for_update().get(pk=case.pk)
        document = CaseDocument.objects.select_for_update().filter(case=case, locked_at__isnull=True).first()
        clean = {key: str(sections.get(key, "")).strip() for key in SECTIONS}
        if document is None:
            latest = CaseDocument.objects.filter(case=case).first()
            document = CaseDocument(case=case, kind="final" if latest else "draft", number=latest.number + 1 if latest else 1, edit=0)
        elif document.edit != edit:
            who = document.edited_by.name if document.edited_by else "somebody"
            raise Conflict(theirs=document.sections, yours=clean, edit=document.edit, by=who)
        document.sections, document.edit = clean, document.edit + 1
        document.edited_by, document.edited_at = viewer.person, viewer.now
        document.save()
        act.made, act.child = document, case.child
        act.details = {"number": document.number, "edit": document.edit}
        return document


def serve_draft(
    *, viewer: Viewer, case: Case, method: str, rights: Mapping[str, str] | None = None, told: frozenset[int] | None = None
) -> CaseDocument:
    """Send the draft to the family (law EHC-09, EHC-10): locked from then on. Section I must be empty.

    `rights` are the words on schools and advice, else the area's usual ones. Raises CannotStep, Refused.
    """
    with acting(viewer, record="ehc_case", action="draft", organisation_id=case.authority_id) as act:
        document = _unlocked(case)
        _must_be_complete(document)
        if document.sections.get("I"):
            raise CannotStep("A draft must not name a school or type of school. Empty section I; the family chooses what to ask for.")
        document.kind = "draft"
        _lock(viewer, document)
        kept = keep_event(viewer, case, event="draft_served", fields={"method": method})
        send_notice(viewer, case, kind="draft", event=kept, written=rights or {}, told=told)
        act.made, act.child = document, case.child
        return document


def finalise(
    *, viewer: Viewer, case: Case, rights: Mapping[str, str] | None = None, told: frozenset[int] | None = None,
    causes: Mapping[str, str] | None = None,
) -> CaseDocument:
    """Make the plan final (law EHC-17). From this day the provision in section F must be there (law EHC-18).

    `rights` are the words on mediation, disagreements and advice, else the area's usual ones. `causes` says for each section that differs
    from the draft where the change comes from (law EHC-16). Raises CannotStep, Refused.
    """
    with acting(viewer, record="ehc_case", action="finalise", organisation_id=case.authority_id) as act:
        document = _unlocked(case)
        if document.kind != "final":
            raise CannotStep("Send the draft first. The family must have at least 15 days with it.")
        _must_be_complete(document)
        if not document.sections.get("I"):
            raise CannotStep("Write the placement in section I. The final plan names a setting or a type of setting.")
        changes = _allowed_changes(case, causes or {})
        _lock(viewer, document)
        _window_must_be_over(viewer, case)
        kept = keep_event(viewer, case, event="plan_finalised", fields={"changes": changes} if changes else None)
        send_notice(viewer, case, kind="final", event=kept, written=rights or {}, told=told)
        act.made, act.child = document, case.child
        if case.child is not None:
            case.child.sen_status, case.child.tier = "E", 3
            case.child.save(update_fields=["sen_status", "tier"])
        return document


def _allowed_changes(case: Case, causes: Mapping[str, str]) -> dict[str, str]:
    """Where each change since the draft comes from. Any other change means a new draft and a new 15 days (law EHC-16)."""
    changed = changed_since_draft(case)
    unmarked = [key for key in changed if causes.get(key) not in CAUSES]
    if unmarked:
        raise CannotStep(f"These sections differ from the draft: {', '.join(unmarked)}. Say for each where the change comes from.")
    others = [key for key in changed if causes[key] == "none"]
    if others:
        raise CannotStep(
            f"The changes in section {', '.join(others)} come neither from the family's answer nor from the placement or personal budget. "
            "Send a new draft; the family's 15 days begin again."
        )
    said = case.events.filter(event="representations_received", withdrawn_because="").exists()
    if not said and "representations" in {causes[key] for key in changed}:
        raise CannotStep("No answer from the family is recorded. Record it first, or send a new draft.")
    return {key: causes[key] for key in changed}


def _unlocked(case: Case) -> CaseDocument:
    document = CaseDocument.objects.select_for_update().filter(case=case, locked_at__isnull=True).first()
    if document is None:
        raise CannotStep("There is no plan text waiting. Write it first.")
    return document


def _must_be_complete(document: CaseDocument) -> None:
    empty = [f"{key}, {SECTIONS[key].lower()}" for key in NEEDED if not document.sections.get(key)]
    if empty:
        raise CannotStep(f"These sections are still empty: {'; '.join(empty)}.")


def _lock(viewer: Viewer, document: CaseDocument) -> None:
    document.locked_at = viewer.now
    document.save(update_fields=["locked_at", "kind"])


def _window_must_be_over(viewer: Viewer, case: Case) -> None:
    """The family's time with the draft (law EHC-11) must have run, unless the family has answered."""
    served = case.events.filter(event="draft_served", withdrawn_because="").order_by("on").last()
    if served is None or case.events.filter(event="representations_received", on__gte=served.on, withdrawn_because="").exists():
        return
    last = limit_of(dates_of(case, on=viewer.on).deadlines, "EHC-11")
    if last is not None and viewer.on <= last:
        raise CannotStep(f"The family has until {uk_date(last)} to answer the draft and has not answered yet. You can make it final after that.")
