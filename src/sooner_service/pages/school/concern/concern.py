"""A concern in two answers; then answered by the SENCO, or closed with a reason."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.assessment.actions.concerns import acknowledge_concern, close_concern, note_concern
from sooner_service.assessment.queries.children import next_for
from sooner_service.assessment.queries.concerns import concern_for, concerns_of
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.assessment.words import AREA_CHOICES
from sooner_service.design.forms import LongTextField, RadioField, SoonerForm, TextField
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.tabs import record_address

if TYPE_CHECKING:
    from sooner_service.register.models import Child


class ConcernForm(SoonerForm):
    """The two answers."""

    area = RadioField(label="What is it mostly about?", choices=AREA_CHOICES, missing="Choose what it is mostly about, or “Not sure yet”")
    what = LongTextField(
        label="What have you noticed?", hint="A sentence is enough: what you saw, and when. The family can read it.", rows=4, max_words=200,
        missing="Say in a few words what you have noticed",
    )


class CloseForm(SoonerForm):
    """Why a concern needs nothing more."""

    because = TextField(label="Why does it need nothing more?", hint="The family can read this.", max_length=200, missing="Say why the concern is closed")


def note(request: PageRequest, child: "Child") -> HttpResponse:
    """Note a concern."""
    form = ConcernForm(request.POST or request.kept or None)
    if request.method == "POST" and form.is_valid():
        if not _is_noted_already(request, child, **form.cleaned_data):
            note_concern(viewer=request.viewer, child=child, **form.cleaned_data)
        return redirect(record_address(child, "concern/noted/"))
    return render(request, "school/concern/note.html", {"form": form, "child": child})


def _is_noted_already(request: PageRequest, child: "Child", area: str, what: str) -> bool:
    """Whether the same person has noted the same words today: the back button brings a sent form to be sent again."""
    viewer = request.viewer
    own = (each for each in concerns_of(viewer, child) if each.noted_by == viewer.person and each.noted_on == viewer.on)
    return any((each.area, each.what) == (area, what.strip()) for each in own)


def noted(request: PageRequest, child: "Child") -> HttpResponse:
    """What happens next, and what can start today."""
    concerns = concerns_of(request.viewer, child)
    if not concerns:
        return redirect(record_address(child, "concern/"))
    due = next_for(request.viewer, child, concerns[:1])
    return render(request, "school/concern/noted.html", {"child": child, "due": due, "heading": "The concern is noted"})


def concern(request: PageRequest, child: "Child", number: int) -> HttpResponse:
    """One concern: answer it by name, or close it."""
    found = concern_for(request.viewer, child, number)
    is_closing = request.POST.get("do") == "close"
    form = CloseForm((request.POST if is_closing else None) or request.kept or None)
    problem = ""
    if request.method == "POST" and (not is_closing or form.is_valid()):
        try:
            if is_closing:
                close_concern(viewer=request.viewer, concern=found, because=form.cleaned_data["because"])
                return redirect(record_address(child, "?done=closed"))
            acknowledge_concern(viewer=request.viewer, concern=found)
            return redirect(record_address(child, "?done=answered"))
        except CannotAssess as refusal:
            problem = str(refusal)
    return render(request, "school/concern/concern.html", {"form": form, "child": child, "concern": found, "problem": problem})
