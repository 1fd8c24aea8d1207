"""The authority's other steps in a case: asking for advice, hearing the family, trying a setting, taking a request back."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from sooner_service.ehc.actions.events import CannotStep, keep_event, step
from sooner_service.ehc.actions.reach import end_reach_of_body, let_body_in
from sooner_service.ehc.models import AdviceRequest, Case, CaseEvent
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting
from sooner_service.register.models import Organisation


def ask_for_advice(*, viewer: Viewer, case: Case, body: str, organisation: Organisation | None, question: str) -> AdviceRequest:
    """Ask one body for its advice (law EHC-05, EHC-06): it has six weeks from the day it gets the request.

    `organisation` is None only for the family. Raises CannotStep.
    """
    with acting(viewer, record="ehc_case", action="ask_advice", organisation_id=case.authority_id) as act:
        if organisation is None and body != AdviceRequest.Body.FAMILY:
            raise CannotStep("Choose the organisation that is to give this advice.")
        if AdviceRequest.objects.filter(case=case, body=body, organisation=organisation, answered_on__isnull=True).exists():
            raise CannotStep("This organisation has this question already and has not answered yet. Nothing was sent twice.")
        request = AdviceRequest.objects.create(case=case, body=body, organisation=organisation, question=question, asked_on=viewer.on)
        keep_event(viewer, case, event="advice_requested", fields={"body": body, "id": str(request.pk)})
        if organisation is not None:
            let_body_in(viewer, case, organisation)
        act.made, act.child = request, case.child
        act.details = {"body": body, "organisation": organisation.pk if organisation else None}
        return request


def ask_several(
    *, viewer: Viewer, case: Case, bodies: Sequence[tuple[str, Organisation | None]], question: str
) -> list[AdviceRequest]:
    """Ask several bodies the same question: all of them or none. Each is an action of its own. Raises CannotStep."""
    if not bodies:
        raise CannotStep("Choose at least one body to ask.")
    with transaction.atomic():
        return [ask_for_advice(viewer=viewer, case=case, body=body, organisation=each, question=question) for body, each in bodies]


def answer_advice(*, viewer: Viewer, request: AdviceRequest, answer: str) -> AdviceRequest:
    """Answer the authority's question on one page. Raises CannotStep, Refused."""
    with acting(viewer, record="advice_request", action="answer", child=request.case.child) as act:
        if viewer.organisation is None or request.organisation_id != viewer.organisation.pk:
            raise CannotStep("This request was sent to another organisation.")
        act.made = answered(viewer, request, answer=answer, on=viewer.on)
        return request


def record_answer(*, viewer: Viewer, request: AdviceRequest, answer: str, on: date) -> AdviceRequest:
    """Enter advice that came by post or e-mail, with the day it came. Raises CannotStep, Refused."""
    with acting(viewer, record="ehc_case", action="ask_advice", organisation_id=request.case.authority_id) as act:
        if on < request.asked_on:
            raise CannotStep("The answer cannot have come before it was asked for. Check the date.")
        act.made, act.child = answered(viewer, request, answer=answer, on=on), request.case.child
        return request


def answered(viewer: Viewer, request: AdviceRequest, *, answer: str, on: date) -> AdviceRequest:
    """Keep an answer inside an action, once. Raises CannotStep."""
    if AdviceRequest.objects.select_for_update().values_list("answered_on", flat=True).get(pk=request.pk) is not None:
        raise CannotStep("This request has been answered already. Nothing was changed.")
    if not answer.strip():
        raise CannotStep("Write the advice before you send it.")
    request.answer, request.answered_on, request.answered_by = answer, on, viewer.person
    request.save(update_fields=["answer", "answered_on", "answered_by"])
    keep_event(viewer, request.case, event="advice_received", fields={"id": str(request.pk)}, on=on)
    end_reach_of_body(viewer, request)
    return request


def record_representations(*, viewer: Viewer, case: Case, on: date, words: str = "") -> CaseEvent:
    """The family has answered the draft (law EHC-11). `words` is what they said, as they said it."""
    return step(viewer, case, event="representations_received", allowed="draft", on=on, reasons=words)


def consult_setting(*, viewer: Viewer, case: Case, setting_name: str) -> CaseEvent:
    """Send the draft to a school or college that the family asks for or that is considered (law EHC-12, EHC-13)."""
    mark = f"setting-{case.events.count()}"
    return step(viewer, case, event="setting_consulted", allowed="consult", fields={"id": mark, "name": setting_name})


def record_setting_reply(*, viewer: Viewer, case: Case, mark: str, on: date, words: str) -> CaseEvent:
    """What a consulted setting says. Silence is not a refusal (law EHC-13)."""
    if not case.events.filter(event="setting_consulted", fields__id=mark).exists():
        raise CannotStep("This setting has not been consulted in this case.")
    return step(viewer, case, event="setting_replied", allowed="consult", fields={"id": mark}, on=on, reasons=words)


def withdraw(*, viewer: Viewer, case: Case, reasons: str, on: date | None = None) -> CaseEvent:
    """The request is taken back by those who made it. Only they may: the authority records it, with how they said so."""
    if not reasons.strip():
        raise CannotStep("Write who took the request back, how and why. Only those who asked may take it back.")
    return step(
        viewer, case, event="request_withdrawn", allowed="decide", reasons=reasons, on=on, subject="The request has been taken back",
        told="We have noted that the request was taken back. You can ask again at any time. If this is wrong, call us.",
    )
