"""The setting asks for an EHC needs assessment: at any time, from any tier, in its own words, with nothing to prove first."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect

from sooner_service.design.forms import LongTextField, RadioField, SoonerForm
from sooner_service.ehc.actions.request import CannotAsk, ask_signed_in
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.ehc.ehc import record_of
from sooner_service.pages.steps import Journey, Step, Walk, check_page, step_page

if TYPE_CHECKING:
    from sooner_service.register.models import Child

WHYS = (
    ("nothing_offered", "Nothing suitable could be offered"),
    ("not_enough", "There is help, but it is not enough"),
    ("waited_too_long", "Help took too long to come"),
    ("needs_are_complex", "The needs are complex or many"),
    ("moving_on", "A move to another setting is coming"),
    ("other", "Another reason"),
)


class ReasonsForm(SoonerForm):
    """Why the setting asks."""

    reasons = LongTextField(
        label="What do you see, and why do you ask?", rows=8,
        hint="Your own words are enough. No diagnosis, report or number of cycles is needed. You can offer plans and baselines from the record later.",
    )


class WhyForm(SoonerForm):
    """Why now, for the area's figures."""

    why = RadioField(label="What made you ask now?", choices=WHYS, hint="It tells the area what is missing. It does not change the decision.")


JOURNEY = Journey(
    "setting_ehc_request", "Ask for an EHC needs assessment",
    (Step("reasons", "Why you ask", ReasonsForm), Step("why", "What made you ask now?", WhyForm)),
)


def _walk(request: PageRequest, child: "Child") -> Walk:
    return Walk(
        JOURNEY, request, about=child.reference, address=lambda key: record_of(child, f"ask/{key}/"), leave_to=record_of(child),
        context={"send_words": "Ask for the assessment"},
    )


def ask(request: PageRequest, child: "Child") -> HttpResponse:
    """Begin, or go on where it was left."""
    walk = _walk(request, child)
    return redirect(walk.address(walk.first_unanswered() or "check"))


def ask_step(request: PageRequest, child: "Child", key: str) -> HttpResponse:
    """One step, or the check at the end."""
    walk = _walk(request, child)
    if key != "check":
        return step_page(walk, key)

    def send(cleaned: dict[str, dict[str, object]]) -> str:
        reasons, why = str(cleaned["reasons"]["reasons"]), str(cleaned["why"]["why"])
        ask_signed_in(viewer=request.viewer, child=child, reasons=reasons, why=why)
        return record_of(child, "?done=asked")

    return check_page(walk, submit=send, refusals=(CannotAsk,))
