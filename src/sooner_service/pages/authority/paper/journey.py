"""A request that came on paper: who, about whom, in which words, and the day it lawfully arrived. Then the letter with the code."""

from functools import partial
from typing import cast

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import DateField, EmailField, LongTextField, PhoneField, RadioField, SoonerForm, TextField
from sooner_service.ehc.actions.request import Asker, CannotAsk, enter_paper_request
from sooner_service.ehc.queries.cases import case_for
from sooner_service.pages.authority.case.match import code_letter
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.steps import Journey, Step, Walk, check_page, step_page

SOURCES = (
    ("parent", "A parent or carer"), ("young_person", "The young person"), ("setting", "The school, nursery or college"),
    ("professional", "Another professional"),
)
MADE = "paper_request_made"


class ReceivedForm(SoonerForm):
    """When it arrived."""

    received_on = DateField(
        label="Which day did the request reach the authority?", when="today_or_past",
        hint="The day it came through any door, whatever the weekday, not the day you opened it. The law's time starts here.",
    )
    latest_on = DateField(
        label="Is there a later day that it could be read to have arrived?", required=False, when="today_or_past",
        hint="Leave empty unless, for example, it came after 5pm or on a weekend. Nobody is told that you are late before the later day.",
    )


class WhoForm(SoonerForm):
    """Who asks."""

    source = RadioField(label="Who is asking?", choices=SOURCES)
    your_name = TextField(label="Their full name", max_length=120)
    relation = TextField(label="Who they are to the child or young person", max_length=60)


class ContactForm(SoonerForm):
    """How to reach them."""

    address = LongTextField(label="Their address", rows=4)
    telephone = PhoneField(label="Telephone number", required=False)
    email = EmailField(label="E-mail address", required=False)


class ChildForm(SoonerForm):
    """The child."""

    child_name = TextField(label="Full name of the child or young person", max_length=120)
    child_born_on = DateField(label="Date of birth", when="past")
    setting_name = TextField(label="School, nursery or college", hint="“None” if there is none.", max_length=120)


class WordsForm(SoonerForm):
    """What the letter says."""

    reasons = LongTextField(label="What the request says", hint="Type or sum up the letter. No form, diagnosis or report may be asked for.", rows=8)
    help_so_far = LongTextField(label="What it says about help so far", required=False, rows=4)


def _walk(request: PageRequest) -> Walk:
    on = request.viewer.on
    journey = Journey(
        "paper_request", "Enter a paper request",
        (
            Step("received", "When it arrived", cast("type[Form]", partial(ReceivedForm, today=on))),
            Step("who", "Who is asking?", WhoForm),
            Step("contact", "How to reach them", ContactForm),
            Step("child", "Who is it about?", cast("type[Form]", partial(ChildForm, today=on))),
            Step("words", "What does it say?", WordsForm),
        ),
    )
    return Walk(journey, request, about="", address=lambda key: f"/authority/cases/paper/{key}/", leave_to="/authority/tray/", context={"send_words": "Enter the request"})


def begin(request: PageRequest) -> HttpResponse:
    """Begin, or go on where it was left."""
    walk = _walk(request)
    return redirect(walk.address(walk.first_unanswered() or "check"))


def step(request: PageRequest, key: str) -> HttpResponse:
    """One step, or the check at the end."""
    walk = _walk(request)
    if key == "done":
        return _done(request)
    if key != "check":
        return step_page(walk, key)

    def send(cleaned: dict[str, dict[str, object]]) -> str:
        asker = Asker(
            **{key: str(value) for part in ("contact", "child", "words") for key, value in cleaned[part].items()},
            your_name=str(cleaned["who"]["your_name"]), relation=str(cleaned["who"]["relation"]),
        )
        made = enter_paper_request(viewer=request.viewer, asker=asker, source=str(cleaned["who"]["source"]), why="", **cleaned["received"])  # type: ignore[arg-type]
        request.session[MADE] = {"reference": made.case.reference, "code": made.tracker_code}
        return "/authority/cases/paper/done/"

    return check_page(walk, submit=send, refusals=(CannotAsk,))


def _done(request: PageRequest) -> HttpResponse:
    """The reference, and what comes next."""
    made = request.session.get(MADE)
    if not made:
        return redirect("/authority/tray/")
    case = case_for(request.viewer, made["reference"])
    return render(request, "authority/paper/done.html", {"case": case, "reference": case.reference, "heading": "The request is entered"})


def letter(request: PageRequest) -> HttpResponse:
    """The letter that acknowledges the request just entered, with its code."""
    made = request.session.get(MADE)
    if not made:
        return redirect("/authority/tray/")
    return code_letter(request, case_for(request.viewer, made["reference"]), made["code"])
