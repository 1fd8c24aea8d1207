"""Asking for an EHC needs assessment when signed in: two questions, a check, and the dates. Nothing here puts anybody off."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.advice.queries.my_case import my_case
from sooner_service.design.forms import LongTextField, RadioField, SoonerForm
from sooner_service.ehc.actions.request import CannotAsk, ask_signed_in
from sooner_service.ehc.queries.public import decision_limit
from sooner_service.pages.family.about import about, here
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.steps import Journey, Step, Walk, check_page, step_page

if TYPE_CHECKING:
    from sooner_service.register.models import Child

WHYS = (
    ("nothing_offered", "Nothing was offered"),
    ("not_enough", "There is help, but it is not enough"),
    ("waited_too_long", "We waited too long for help"),
    ("needs_are_complex", "There are many needs, or they are hard to meet"),
    ("moving_on", "A move to another school or college is coming"),
    ("other", "Another reason, or I would rather not say"),
)


class ReasonsForm(SoonerForm):
    """Why."""

    reasons = LongTextField(label="What is hard, and why do you ask?", hint="Your own words are enough. You do not need a report.", rows=8, max_length=8000)


class WhyForm(SoonerForm):
    """Why now, for the area's figures."""

    why = RadioField(label="What made you ask now?", choices=WHYS, hint="This does not change the answer. It tells the council what is missing.")


JOURNEY = Journey(
    name="family_ehc_request",
    title="Ask for an EHC needs assessment",
    steps=(Step("reasons", "What is hard, and why do you ask?", ReasonsForm), Step("why", "What made you ask now?", WhyForm)),
)


def _walk(request: PageRequest, child: "Child") -> Walk:
    start = f"{here(child)}ehc/ask/"
    return Walk(JOURNEY, request, about=child.reference, address=lambda key: f"{start}{key}/", leave_to=here(child), context=about(request, child))


def begin(request: PageRequest, child: "Child") -> HttpResponse:
    """What this is, what is needed (nothing), and what happens next. Where a request is already there, go to it."""
    case = my_case(request.viewer, child)
    if case is not None and not case.has_ended:
        return redirect(f"{here(child)}ehc/")
    walk = _walk(request, child)
    context = about(request, child, has_draft=bool(walk.answers()), first=walk.first_unanswered() or "check", decide_by=decision_limit(request.viewer.on))
    return render(request, "family/ehc/begin.html", context)


def step(request: PageRequest, child: "Child", key: str) -> HttpResponse:
    """One question."""
    return step_page(_walk(request, child), key)


def check(request: PageRequest, child: "Child") -> HttpResponse:
    """Check the answers, then send. Where a request is already there, go to it."""

    def send(cleaned: dict[str, dict[str, object]]) -> str:
        try:
            ask_signed_in(viewer=request.viewer, child=child, reasons=str(cleaned["reasons"]["reasons"]), why=str(cleaned["why"]["why"]))
        except CannotAsk:
            return f"{here(child)}ehc/"
        return f"{here(child)}ehc/sent/"

    return check_page(_walk(request, child), submit=send)


def sent(request: PageRequest, child: "Child") -> HttpResponse:
    """The reference, and what happens next by when."""
    case = my_case(request.viewer, child)
    if case is None:
        return redirect(f"{here(child)}ehc/ask/")
    return render(request, "family/ehc/sent.html", about(request, child, case=case, decide_by=decision_limit(case.received_on)))
