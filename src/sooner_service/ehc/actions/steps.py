"""The authority's steps in a case. Each is one event with its date, its reasons and the person who decided."""

from collections.abc import Mapping
from datetime import date

from sooner.clocks import Refused as ImpossibleHistory
from sooner.ehc import allowed_events, state_after
from sooner_service.ehc.dates import keep_index
from sooner_service.ehc.models import AdviceRequest, Case, CaseEvent
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting
from sooner_service.register.models import ChildAccess, Organisation, RoleHeld
from sooner_service.register.notices import tell_family


class CannotStep(Exception):
    """The case is not in a state for this step, or something it needs is missing. The message is a sentence."""


def assign(*, viewer: Viewer, case: Case, holder: RoleHeld) -> Case:
    """Give the case to somebody who holds a role in the authority."""
    with acting(viewer, record="ehc_case", action="assign", organisation_id=case.authority_id) as act:
        if holder.organisation_id != case.authority_id or holder.role != "ehc_co_ordinator":
            raise CannotStep("Choose an EHC co-ordinator of your authority.")
        case.co_ordinator = holder
        case.save(update_fields=["co_ordinator"])
        act.made, act.child = case, case.child
        act.details = {"holder": holder.pk}
        return case


def decide_to_assess(*, viewer: Viewer, case: Case, is_yes: bool, legal_test: Mapping[str, str], reasons: str) -> CaseEvent:
    """Decide whether to assess (law EHC-02, EHC-04): both limbs of the test are recorded apart, with reasons."""
    if not reasons.strip():
        raise CannotStep("Give the reasons for the decision. The family is told them.")
    missing = {"has_or_may_have", "may_be_necessary"} - {limb for limb, words in legal_test.items() if words.strip()}
    if missing:
        raise CannotStep("Answer both parts of the legal test. They are separate questions.")
    words = "The council will assess." if is_yes else "The council has decided not to assess."
    told = f"{words} Your page gives the reasons, your rights and what happens next."
    return step(
        viewer, case, event="decide_assess", allowed="decide", fields={"decision": "yes" if is_yes else "no"},
        reasons=reasons, legal_test=dict(legal_test), subject="A decision about the request", told=told,
    )


def ask_for_advice(*, viewer: Viewer, case: Case, body: str, organisation: Organisation, question: str) -> AdviceRequest:
    """Ask one body for its advice (law EHC-05, EHC-06): it has six weeks from the day it gets the request."""
    with acting(viewer, record="ehc_case", action="ask_advice", organisation_id=case.authority_id) as act:
        request = AdviceRequest.objects.create(case=case, body=body, organisation=organisation, question=question, asked_on=viewer.on)
        keep_event(viewer, case, event="advice_requested", fields={"body": body, "id": str(request.pk)})
        if case.child is not None and organisation.kind not in Organisation.SETTINGS:
            ChildAccess.objects.get_or_create(
                child=case.child, organisation=organisation, relationship=ChildAccess.Relationship.ALLOCATED, until=None,
                defaults={"because": f"Advice for {case.reference}", "starts_on": viewer.on, "granted_by": viewer.person},
            )
        act.made, act.child = request, case.child
        act.details = {"body": body, "organisation": organisation.pk}
        return request


def answer_advice(*, viewer: Viewer, request: AdviceRequest, answer: str) -> AdviceRequest:
    """Answer the authority's question on one page."""
    with acting(viewer, record="advice_request", action="answer", child=request.case.child) as act:
        if request.answered_on is not None:
            raise CannotStep("This request has been answered already. Nothing was changed.")
        if viewer.organisation is None or request.organisation_id != viewer.organisation.pk:
            raise CannotStep("This request was sent to another organisation.")
        request.answer, request.answered_on, request.answered_by = answer, viewer.on, viewer.person
        request.save()
        keep_event(viewer, request.case, event="advice_received", fields={"id": str(request.pk)})
        act.made = request
        return request


def record_representations(*, viewer: Viewer, case: Case, on: date) -> CaseEvent:
    """The family has answered the draft (law EHC-11)."""
    return step(viewer, case, event="representations_received", allowed="draft", on=on)


def withdraw(*, viewer: Viewer, case: Case, reasons: str) -> CaseEvent:
    """The request is taken back by those who made it."""
    return step(viewer, case, event="request_withdrawn", allowed="decide", reasons=reasons)


def step(
    viewer: Viewer, case: Case, *, event: str, allowed: str, fields: Mapping[str, object] | None = None, reasons: str = "",
    legal_test: Mapping[str, str] | None = None, on: date | None = None, subject: str = "", told: str = "",
) -> CaseEvent:
    with acting(viewer, record="ehc_case", action=allowed, organisation_id=case.authority_id) as act:
        kept = keep_event(viewer, case, event=event, fields=fields, reasons=reasons, legal_test=legal_test, on=on)
        act.made, act.child = kept, case.child
        act.details = {"event": event, **dict(fields or {})}
        if told and case.child is not None:
            tell_family(viewer, child=case.child, step=event, reference=case.reference, subject=subject, body=told)
        return kept


def keep_event(
    viewer: Viewer, case: Case, *, event: str, fields: Mapping[str, object] | None = None, reasons: str = "",
    legal_test: Mapping[str, str] | None = None, on: date | None = None,
) -> CaseEvent:
    """Add one event, refuse what cannot be, and write the state and the index from the facts."""
    day = on or viewer.on
    if day > viewer.on:
        raise CannotStep("This date is in the future. Record it on the day it happens.")
    if event not in allowed_events(case.state):
        raise CannotStep(f"This step does not fit a case that is at “{case.state.replace('_', ' ')}”. Look at the case's history.")
    kept = CaseEvent.objects.create(
        case=case, event=event, on=day, fields=dict(fields or {}), reasons=reasons, legal_test=dict(legal_test or {}),
        recorded_by=viewer.person, recorded_at=viewer.now,
    )
    case.state = state_after([{"event": each.event, "on": each.on, **each.fields} for each in case.events.all() if not each.withdrawn_because])
    case.save(update_fields=["state"])
    try:
        keep_index(case, on=viewer.on)
    except ImpossibleHistory as problem:
        raise CannotStep(str(problem)) from problem
    return kept
