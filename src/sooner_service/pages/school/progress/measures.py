"""The setting's own measures: the list, adding one, and taking one off."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import ConfirmField, RadioField, ScoreField, SoonerForm, TextField
from sooner_service.pages.framework import PageRequest
from sooner_service.plans.actions.measures import Described, add_measure, retire_measure
from sooner_service.plans.queries.measures import own_measure, own_measures
from sooner_service.plans.refusals import CannotMeasure
from sooner_service.register.acting import listed

ADDRESS = "/school/measures/"
DIGITS: dict[str, Any] = {"max_digits": 9, "decimal_places": 3, "required": False}
FIELDS = {"name": "name", "highest score": "highest", "error": "error_sd", "usual gain": "usual_gain"}


class OwnMeasureForm(SoonerForm):
    """A measure in the setting's words; what nobody knows stays empty."""

    name = TextField(label="What do you count or score?", called="Measure", hint="For example: letter sounds known, of forty", max_length=80)
    hint = TextField(label="How is it done?", required=False, max_length=200)
    direction = RadioField(label="What is better?", choices=(("increase", "More is better"), ("decrease", "Less is better")))
    decimals = RadioField(
        label="What numbers does it use?", choices=(("0", "Whole numbers"), ("1", "One decimal, such as 3.5"), ("2", "Two decimals, such as 3.25")), initial="0"
    )
    lowest = ScoreField(label="What is the lowest score there can be?", called="Lowest score", **DIGITS)
    highest = ScoreField(label="What is the highest score there can be?", called="Highest score", **DIGITS)
    error_sd = ScoreField(
        label="How far does one score lie from the true level?", called="Error of a score",
        hint="The standard error of measurement from the manual. Leave it empty where nobody knows it.", **DIGITS,
    )
    error_source = TextField(label="Where does that figure come from?", called="Source of the error", required=False, max_length=200)
    usual_gain = ScoreField(label="How much do pupils usually gain in a week?", called="Usual gain", hint="Leave it empty where nobody knows it", **DIGITS)
    usual_gain_source = TextField(label="Where does that come from?", called="Source of the usual gain", required=False, max_length=200)


class RetireForm(SoonerForm):
    """The end of a measure for new goals."""

    is_sure = ConfirmField(label="Take this measure off the list", missing="Confirm that it comes off the list")


def measures(request: PageRequest) -> HttpResponse:
    """The setting's list."""
    found = own_measures(request.viewer)
    listed(request.viewer, record="measure", count=len(found))
    return render(request, "school/progress/measures.html", {"measures": found, "done": request.GET.get("done", "")})


def add(request: PageRequest) -> HttpResponse:
    """Add a measure."""
    form = OwnMeasureForm(request.POST or request.kept or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_measure(viewer=request.viewer, described=Described(**{**form.cleaned_data, "decimals": int(form.cleaned_data["decimals"])}))
            return redirect(f"{ADDRESS}?done=added")
        except CannotMeasure as refusal:
            form.add_error(_field_of(str(refusal)), str(refusal))
    return render(request, "school/progress/measure.html", {"form": form})


def retire(request: PageRequest, measure: int) -> HttpResponse:
    """Take a measure off the list, after asking."""
    found = own_measure(request.viewer, measure)
    form = RetireForm(request.POST or request.kept or None)
    if request.method == "POST" and form.is_valid():
        try:
            retire_measure(viewer=request.viewer, measure=found)
            return redirect(f"{ADDRESS}?done=retired")
        except CannotMeasure as refusal:
            form.add_error(None, str(refusal))
    return render(request, "school/progress/retire_measure.html", {"form": form, "measure": found})


def _field_of(sentence: str) -> str | None:
    return next((field for words, field in FIELDS.items() if words in sentence), None)
