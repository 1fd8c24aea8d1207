"""A worry in two questions. Anyone with rights may note one at any time; a named person must answer it."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.advice.queries.present import setting_words
from sooner_service.assessment.actions.concerns import note_concern
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.design.forms import LongTextField, RadioField, SoonerForm
from sooner_service.pages.family.about import about, here
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.register.models import Child

AREAS = (
    ("communication_and_interaction", "Talking, understanding and getting on with others"),
    ("cognition_and_learning", "Learning and remembering"),
    ("social_emotional_and_mental_health", "Feelings, friends and how they act"),
    ("sensory_and_or_physical", "Seeing, hearing, moving or the senses"),
    ("not_sure", "I am not sure"),
)


class WorryForm(SoonerForm):
    """What it is about, and what was noticed."""

    area = RadioField(label="What is it most about?", choices=AREAS, missing="Choose what it is most about")
    what = LongTextField(label="What have you noticed?", hint="A few words are enough.", rows=5, max_length=3000, missing="Say in a few words what you have noticed")


def worry(request: PageRequest, child: "Child") -> HttpResponse:
    """Ask, and note it."""
    form = WorryForm(request.POST or request.kept or None)
    if request.method == "POST" and form.is_valid():
        try:
            note_concern(viewer=request.viewer, child=child, area=form.cleaned_data["area"], what=form.cleaned_data["what"])
            return redirect(f"{here(child)}?done=worry")
        except CannotAssess as problem:
            form.add_error(None, str(problem))
    return render(request, "family/worry/worry.html", about(request, child, form=form, setting_words=setting_words(child)))
