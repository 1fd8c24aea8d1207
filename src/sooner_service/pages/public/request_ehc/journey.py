"""The public request: eight short steps, kept as typed, checked before sending. No account, no gate, no question that dissuades."""

from datetime import date
from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner.advice.signals import danger_in
from sooner_service.design.forms import DateField, EmailField, LongTextField, PhoneField, RadioField, SoonerForm, TextField
from sooner_service.ehc.actions.request import Asker, Made, ask_in_public
from sooner_service.ehc.queries.public import area_authority, decision_limit
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.rate_limits import HOUR, at_most
from sooner_service.pages.steps import Journey, Step, Walk, check_page, step_page

SOURCES = (
    ("parent", "I am the child's parent or carer"),
    ("young_person", "I am the young person, aged 16 to 25"),
    ("setting", "I work at the school, nursery or college"),
    ("professional", "I am another professional"),
)
WHYS = (
    ("nothing_offered", "Nothing was offered"),
    ("not_enough", "There is help, but it is not enough"),
    ("waited_too_long", "We waited too long for help"),
    ("needs_are_complex", "The needs are complex or many"),
    ("moving_on", "A move to another school or college is coming"),
    ("other", "Another reason, or I would rather not say"),
)


class WhoForm(SoonerForm):
    """Who is asking."""

    source = RadioField(label="Who is asking?", choices=SOURCES, is_page_heading=True)


class NameForm(SoonerForm):
    """The asker's name."""

    your_name = TextField(label="Your full name", max_length=120)
    relation = TextField(label="Who you are to the child or young person", hint="For example, mother, foster carer, SENCO, or myself", max_length=60)


class ContactForm(SoonerForm):
    """How to reach the asker."""

    email = EmailField(label="E-mail address", required=False, hint="Leave empty if you do not use e-mail. We will write to you.")
    telephone = PhoneField(label="Telephone number", required=False)
    address = LongTextField(label="Your address", hint="We send letters here.", rows=4)


class ChildForm(SoonerForm):
    """The child."""

    child_name = TextField(label="Full name of the child or young person", max_length=120)
    child_born_on = DateField(label="Date of birth", hint="For example, 27 3 2018", when="today_or_past")


class SettingForm(SoonerForm):
    """Where the child learns."""

    setting_name = TextField(label="School, nursery or college", hint="Write “none” if there is none at present.", max_length=120)


class ReasonsForm(SoonerForm):
    """Why."""

    reasons = LongTextField(label="What do they find hard, and why do you ask?", hint="Your own words are enough. You need no diagnosis and no report.", rows=8)


class HelpForm(SoonerForm):
    """What has been tried."""

    help_so_far = LongTextField(label="What help have they had so far?", hint="If there was none, say so. That is not a reason to refuse.", required=False, rows=6)


class WhyForm(SoonerForm):
    """Why now, for the area's figures."""

    why = RadioField(label="What made you ask now?", choices=WHYS, hint="This does not change the decision. It tells the council what is missing.")


def journey_on(day: date) -> Journey:
    """The eight steps, as asked on a day: a date of birth cannot be after it."""
    return Journey(
        name="public_ehc_request",
        title="Ask for an EHC needs assessment",
        steps=(
            Step("who", "Who is asking?", WhoForm),
            Step("name", "What is your name?", NameForm),
            Step("contact", "How can we reach you?", ContactForm),
            Step("child", "Who is the request about?", partial(ChildForm, today=day)),
            Step("setting", "Where do they learn?", SettingForm),
            Step("reasons", "What do they find hard?", ReasonsForm),
            Step("help", "What help have they had?", HelpForm),
            Step("why", "What made you ask now?", WhyForm),
        ),
    )


def _walk(request: PageRequest) -> Walk:
    return Walk(journey_on(request.viewer.on), request, about="", address=lambda key: f"/request-ehc/{key}/", leave_to="/request-ehc/kept/")


def _has_draft(request: PageRequest) -> bool:
    """Whether this visit has begun. A first look starts no session."""
    has_visited = request.viewer.person is not None or request.session.session_key is not None
    return has_visited and bool(_walk(request).answers())


def _onward(request: PageRequest) -> str:
    return f"/request-ehc/{_walk(request).first_unanswered() or 'check'}/"


def begin(request: PageRequest) -> HttpResponse:
    """What this is, what you need (nothing), and what happens next."""
    has_draft = _has_draft(request)
    return render(request, "public/request_ehc/begin.html", {"has_draft": has_draft, "onward": _onward(request) if has_draft else ""})


@at_most(120, within=HOUR, name="request_step")
def step(request: PageRequest, key: str) -> HttpResponse:
    """One step."""
    return step_page(_walk(request), key)


def kept(request: PageRequest) -> HttpResponse:
    """Say that the answers are kept in this browser's visit, and for how long."""
    return render(request, "public/request_ehc/kept.html", {"onward": _onward(request)})


@at_most(10, within=HOUR, name="request_check")
def check(request: PageRequest) -> HttpResponse:
    """Check your answers, then send."""

    def send(cleaned: dict[str, dict[str, object]]) -> str:
        made = _send(request, cleaned)
        request.session["request_made"] = {
            "reference": made.case.reference,
            "code": made.tracker_code.replace("-", " "),
            "decide_by": decision_limit(request.viewer.on).isoformat(),
            "is_urgent": any(danger_in(str(cleaned[key][name])) for key, name in (("reasons", "reasons"), ("help", "help_so_far"))),
        }
        return "/request-ehc/sent/"

    return check_page(_walk(request), submit=send)


def _send(request: PageRequest, cleaned: dict[str, dict[str, object]]) -> Made:
    told = {name: value for key in ("name", "contact", "setting", "reasons", "help", "child") for name, value in cleaned[key].items()}
    asker = Asker(**{name: str(value or "") for name, value in told.items()})
    return ask_in_public(
        viewer=request.viewer, asker=asker, source=str(cleaned["who"]["source"]), why=str(cleaned["why"]["why"]), authority=area_authority(),
    )  # fmt: skip


def sent(request: PageRequest) -> HttpResponse:
    """The reference, the code, and what happens next by when."""
    made = request.session.get("request_made")
    if not made:
        return redirect("/request-ehc/")
    response = render(request, "public/request_ehc/sent.html", {**made, "decide_by": date.fromisoformat(made["decide_by"])})
    response["Cache-Control"] = "no-store"
    return response
