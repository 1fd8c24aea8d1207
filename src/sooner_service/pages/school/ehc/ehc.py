"""A child's EHC case for the setting: where it stands, what the setting must do, and its evidence."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import CheckboxesField, SoonerForm, with_choices
from sooner_service.ehc.actions.evidence import offer_evidence
from sooner_service.ehc.actions.request import open_case_of
from sooner_service.ehc.queries.file import date_row
from sooner_service.ehc.queries.setting import case_of_child
from sooner_service.pages.advice_answers.answer import answer_page
from sooner_service.pages.framework import PageRequest
from sooner_service.register.access import NotFound

if TYPE_CHECKING:
    from sooner_service.register.models import Child


class OfferForm(SoonerForm):
    """What to offer."""

    items = CheckboxesField(label="What do you offer as evidence?", hint="Only what you tick. The family is then asked about each one.")


def record_of(child: "Child", rest: str = "") -> str:
    """The address of the child's EHC pages."""
    return f"/school/children/{child.reference}/ehc/{rest}"


def ehc(request: PageRequest, child: "Child") -> HttpResponse:
    """The stage and the setting's own duties, or how to ask."""
    found = case_of_child(request.viewer, child)
    duty = found.file.next_duty if found else None
    context = {
        "child": child, "found": found, "duty": duty, "owner": date_row(duty).owner if duty else "", "done": request.GET.get("done", ""),
        "may_ask": open_case_of(child) is None,
    }
    return render(request, "school/ehc/ehc.html", context)


def advice(request: PageRequest, child: "Child", number: int) -> HttpResponse:
    """Answer one request for advice."""
    return answer_page(request, child, number, back=record_of(child))


def evidence(request: PageRequest, child: "Child") -> HttpResponse:
    """Offer what the setting wrote."""
    found = case_of_child(request.viewer, child)
    if found is None:
        raise NotFound
    form = OfferForm(request.POST or request.kept or None)
    by_key = {each.key: each for each in found.offerable}
    with_choices(form, "items", [(key, f"{each.title}, {each.dated_on.day} {each.dated_on:%B %Y}") for key, each in by_key.items()])
    if request.method == "POST" and form.is_valid():
        offer_evidence(viewer=request.viewer, case=found.case, items=[by_key[key] for key in form.cleaned_data["items"]])
        return redirect(record_of(child, "?done=offered"))
    return render(request, "school/ehc/evidence.html", {"child": child, "found": found, "form": form, "back": record_of(child)})
