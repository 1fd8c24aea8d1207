"""Asking several bodies for advice on one page, seeing who has answered and by when they must, and entering answers that came by post."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import DateField, LongTextField, RadioField, SelectField, SoonerForm, with_choices
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.actions.steps import ask_several, record_answer
from sooner_service.ehc.queries.advice import advice_rows, bodies_to_ask, not_asked, organisation_to_ask
from sooner_service.ehc.queries.cases import advice_request_in
from sooner_service.pages.authority.case.frame import address_of, case_context
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case

QUESTION = (
    "Please tell us about this child's or young person's needs, the provision they call for, and the outcomes that provision should lead to. "
    "Please answer for your own area of expertise."
)


class AskForm(SoonerForm):
    """Whom to ask, and what."""

    school = SelectField(label="Educational advice: school or college", required=False)
    early_years = SelectField(label="Educational advice: early years setting", required=False)
    ep = SelectField(label="Educational psychologist", required=False)
    health = SelectField(label="Health", required=False)
    social_care = SelectField(label="Social care", required=False)
    other = SelectField(label="Another adviser", required=False, hint="For example, one the family reasonably asks for, or preparation for adulthood from Year 9.")
    family = RadioField(label="Ask the family for its advice", choices=(("yes", "Yes"), ("no", "Not now")), is_inline=True)
    question = LongTextField(label="What do you ask?", rows=6)


class AnswerForm(SoonerForm):
    """An answer that came by post or e-mail."""

    on = DateField(label="When did it come?", when="today_or_past")
    answer = LongTextField(label="The advice", rows=12)


def advice(request: PageRequest, case: "Case") -> HttpResponse:
    """Everybody asked, with the day each must answer."""
    context = case_context(request, case, "advice")
    context["rows"] = advice_rows(case, context["file"].deadlines)  # type: ignore[attr-defined]
    context["not_asked"] = not_asked(case)
    return render(request, "authority/advice/advice.html", context)


def ask(request: PageRequest, case: "Case") -> HttpResponse:
    """Ask several bodies at once. Each has its own six weeks."""
    bodies = bodies_to_ask(request.viewer, case)
    form = AskForm(request.POST or request.kept or None, initial={"question": QUESTION, "family": "yes", **bodies.usual})
    for body, choices in bodies.choices.items():
        with_choices(form, body, [("", "Nobody"), *choices])
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        wanted = [(body, organisation_to_ask(request.viewer, case, data[body])) for body in bodies.choices if data.get(body)]
        family = [("family", None)] if data["family"] == "yes" else []
        try:
            ask_several(viewer=request.viewer, case=case, bodies=[*wanted, *family], question=data["question"])
            return redirect(address_of(case, "advice/?done=asked"))
        except CannotStep as problem:
            form.add_error(None, str(problem))
    return render(request, "authority/advice/ask.html", {"case": case, "form": form})


def one(request: PageRequest, case: "Case", number: int) -> HttpResponse:
    """One request and its answer; an answer that came by post can be entered."""
    found = advice_request_in(case, number)
    form = AnswerForm(request.POST or request.kept or None, today=request.viewer.on)
    if request.method == "POST" and form.is_valid():
        try:
            record_answer(viewer=request.viewer, request=found, **form.cleaned_data)
            return redirect(address_of(case, "advice/?done=answer"))
        except CannotStep as problem:
            form.add_error(None, str(problem))
    return render(request, "authority/advice/one.html", {"case": case, "asked": found, "form": form})
