"""The family's own part in the case: what it thinks of the draft, and the answer to the council's question."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.advice.queries.case_asks import case_with_draft, question_for
from sooner_service.design.forms import CheckboxesField, LongTextField, SoonerForm, TextField
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.actions.family import Said, answer_draft, give_family_advice
from sooner_service.pages.family.about import about, here
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.register.models import Child

ASKS = (("meeting", "To meet the council about it"), ("budget", "A personal budget"))


class SayForm(SoonerForm):
    """What the family thinks of the draft, and what it asks for."""

    words = LongTextField(label="What do you think of it?", hint="What is right? What is wrong or missing? Your own words are enough.", rows=8, required=False, max_length=8000)
    school = TextField(label="Which school or college do you ask for?", hint="You can leave this empty.", required=False, max_length=160)
    asks = CheckboxesField(label="Do you ask for anything else?", choices=ASKS, required=False)


class KnowForm(SoonerForm):
    """What the family knows."""

    answer = LongTextField(label="What do you want the council to know?", hint="You can say what is hard, what helps and what you hope for. You do not need a report.", rows=8, max_length=8000)


def draft(request: PageRequest, child: "Child") -> HttpResponse:
    """Answer the draft, or the changes proposed after a review. It can be done more than once."""
    found = case_with_draft(request.viewer, child)
    if found is None:
        return render(request, "family/ehc/nothing_to_say.html", about(request, child))
    case, until = found
    form = SayForm(request.POST or request.kept or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        said = Said(data["words"], data["school"], wants_meeting="meeting" in data["asks"], wants_budget="budget" in data["asks"])
        try:
            answer_draft(viewer=request.viewer, case=case, said=said)
            return redirect(f"{here(child)}ehc/?done=said")
        except CannotStep as problem:
            form.add_error(None, str(problem))
    return render(request, "family/ehc/say.html", about(request, child, form=form, until=until, is_change=case.state == "amending"))


def question(request: PageRequest, child: "Child", number: int) -> HttpResponse:
    """Answer the council's question to the family. Once it is answered, the page says so and shows nobody else's words."""
    asked = question_for(request.viewer, child, number)
    form = KnowForm(request.POST or request.kept or None)
    if request.method == "POST" and form.is_valid():
        try:
            give_family_advice(viewer=request.viewer, request=asked, answer=form.cleaned_data["answer"])
            return redirect(f"{here(child)}ehc/?done=answered")
        except CannotStep as problem:
            form.add_error(None, str(problem))
    is_own = asked.answered_by_id is not None and asked.answered_by == request.viewer.person
    return render(request, "family/ehc/question.html", about(request, child, form=form, asked=asked, is_own=is_own))
