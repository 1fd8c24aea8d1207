"""Exemptions: recorded with ground, evidence and impracticality. One disapplies a limit and never moves it (law C-11)."""

from dataclasses import dataclass
from datetime import date, timedelta

from sooner_service.ehc.actions.events import CannotStep, keep_event, write_state
from sooner_service.ehc.legal_tests import GROUNDS
from sooner_service.ehc.models import Case, CaseEvent
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting

CLOSURES = frozenset({"X-1", "X-2"})
ABSENT_DAYS = 28


@dataclass(frozen=True)
class Exemption:
    """What an exemption rests on.

    `starts_on` is the day the circumstances arose, the closure or absence began or the appointment was missed; `until`, exclusive, ends a
    closure or absence. `advice_id` names the request for advice whose appointment was missed.
    """

    ground: str
    evidence: str
    why_impractical: str
    planned_on: date | None = None
    starts_on: date | None = None
    until: date | None = None
    advice_id: str = ""


def exempt(*, viewer: Viewer, case: Case, exemption: Exemption) -> CaseEvent:
    """Record an exemption. The limit stays where it is; `planned_on` is only the authority's plan. Raises CannotStep, Refused."""
    with acting(viewer, record="ehc_case", action="exempt", organisation_id=case.authority_id) as act:
        _must_be_whole(viewer, exemption)
        _keep_facts(viewer, case, exemption)
        fields: dict[str, object] = {"ground": exemption.ground, "impractical": True}
        if exemption.ground == "X-4" and exemption.until:
            fields["until"] = exemption.until.isoformat()
        if exemption.planned_on:
            fields["planned_on"] = exemption.planned_on.isoformat()
        case.planned_on = exemption.planned_on
        case.save(update_fields=["planned_on"])
        reasons = f"{exemption.evidence}\n\n{exemption.why_impractical}"
        kept = keep_event(viewer, case, event="exemption", fields=fields, reasons=reasons, on=_counts_from(viewer, case, exemption))
        act.made, act.child = kept, case.child
        act.details = {"ground": exemption.ground}
        return kept


def end_exemption(*, viewer: Viewer, case: Case, event: CaseEvent, because: str) -> CaseEvent:
    """Take an exemption back: the limit counts again. The record stays and says why. Raises CannotStep, Refused."""
    with acting(viewer, record="ehc_case", action="exempt", organisation_id=case.authority_id) as act:
        if event.event != "exemption" or event.case_id != case.pk or event.withdrawn_because:
            raise CannotStep("This exemption does not stand in this case.")
        if not because.strip():
            raise CannotStep("Say why the exemption no longer holds.")
        event.withdrawn_because = because[:200]
        event.save(update_fields=["withdrawn_because"])
        case.planned_on = None
        case.save(update_fields=["planned_on"])
        write_state(viewer, case)
        act.made, act.child = event, case.child
        return event


def _counts_from(viewer: Viewer, case: Case, exemption: Exemption) -> date:
    """The day the ground counts from. What began before the request counts from the request, since only the period itself counts."""
    if exemption.ground in CLOSURES or exemption.starts_on is None:
        return viewer.on
    return max(exemption.starts_on, case.received_on)


def _keep_facts(viewer: Viewer, case: Case, exemption: Exemption) -> None:
    """The closure or missed appointment that the ground is tested against."""
    facts: dict[str, object] = {}
    if exemption.ground in CLOSURES and exemption.until:
        facts = {"until": exemption.until.isoformat(), "body": "school" if exemption.ground == "X-1" else "early_years"}
    if exemption.ground == "X-5":
        facts = {"id": exemption.advice_id}
    if facts and exemption.starts_on:
        CaseEvent.objects.create(
            case=case, event="appointment_missed" if exemption.ground == "X-5" else "school_closed", on=exemption.starts_on, fields=facts,
            recorded_by=viewer.person, recorded_at=viewer.now,
        )


def _must_be_whole(viewer: Viewer, exemption: Exemption) -> None:
    if exemption.ground not in GROUNDS:
        raise CannotStep("This is not a ground in the law. A lack of staff, a backlog, a panel date or late advice is never one.")
    if not exemption.evidence.strip() or not exemption.why_impractical.strip():
        raise CannotStep("Write the evidence, and why it made the time limit impractical. The law asks for both.")
    if exemption.starts_on is None:
        raise CannotStep("Enter the first day: of the circumstances, of the closure or absence, or of the missed appointment.")
    if exemption.ground == "X-5" and not exemption.advice_id:
        raise CannotStep("Choose the request for advice whose appointment was missed.")
    needs_span = exemption.ground in CLOSURES or exemption.ground == "X-4"
    if needs_span and exemption.until is None:
        raise CannotStep("Enter the day the closure or absence ended or will end.")
    if needs_span and exemption.starts_on and exemption.until and exemption.until - exemption.starts_on < timedelta(days=ABSENT_DAYS):
        raise CannotStep("The closure or absence must last at least 28 days without a break. A shorter one, such as Christmas, gives no exemption.")
    if exemption.planned_on and exemption.planned_on < viewer.on:
        raise CannotStep("The planned date is in the past. Plan a day that is still to come.")
