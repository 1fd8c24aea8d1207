"""The acts of a case that need one page each: matching, taking back, the family's answer, consulting a setting, who holds it."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import with_choices
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.actions.holders import assign, take
from sooner_service.ehc.actions.steps import consult_setting, record_representations, record_setting_reply, withdraw
from sooner_service.ehc.queries.cases import holders
from sooner_service.ehc.queries.consulted import settings_consulted
from sooner_service.pages.authority.case.forms import AssignForm, ConsultForm, ReplyForm, RepresentationsForm, WithdrawForm
from sooner_service.pages.authority.case.frame import address_of
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case


def take_back(request: PageRequest, case: "Case") -> HttpResponse:
    """Record that those who asked have taken the request back."""
    form = WithdrawForm(request.POST or request.kept or None, today=request.viewer.on)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw(viewer=request.viewer, case=case, **form.cleaned_data)
            return redirect(address_of(case, "?done=withdrawn"))
        except CannotStep as problem:
            form.add_error(None, str(problem))
    return _form(request, case, form, "Record that the request was taken back", "Record it", "authority/case/withdraw.html")


def representations(request: PageRequest, case: "Case") -> HttpResponse:
    """Record the family's answer to the draft."""
    form = RepresentationsForm(request.POST or request.kept or None, today=request.viewer.on)
    if request.method == "POST" and form.is_valid():
        try:
            record_representations(viewer=request.viewer, case=case, **form.cleaned_data)
            return redirect(address_of(case, "plan/?done=answer"))
        except CannotStep as problem:
            form.add_error(None, str(problem))
    return _form(request, case, form, "Record the family's answer to the draft", "Save the answer")


def consult(request: PageRequest, case: "Case") -> HttpResponse:
    """The settings consulted, and one more."""
    form = ConsultForm(request.POST or request.kept or None)
    if request.method == "POST" and form.is_valid():
        try:
            consult_setting(viewer=request.viewer, case=case, setting_name=form.cleaned_data["setting_name"])
            return redirect(address_of(case, "consult/?done=consulted"))
        except CannotStep as problem:
            form.add_error(None, str(problem))
    rows = settings_consulted(request.viewer, case)
    return render(request, "authority/case/consult.html", {"case": case, "form": form, "rows": rows, "done": request.GET.get("done", "")})


def reply(request: PageRequest, case: "Case", mark: str) -> HttpResponse:
    """Record what a consulted setting says."""
    form = ReplyForm(request.POST or request.kept or None, today=request.viewer.on)
    if request.method == "POST" and form.is_valid():
        try:
            record_setting_reply(viewer=request.viewer, case=case, mark=mark, **form.cleaned_data)
            return redirect(address_of(case, "consult/?done=reply"))
        except CannotStep as problem:
            form.add_error(None, str(problem))
    return _form(request, case, form, "Record a setting's reply", "Save the reply")


def give(request: PageRequest, case: "Case") -> HttpResponse:
    """Give the case to a co-ordinator."""
    people = {str(each.pk): each for each in holders(request.viewer)}
    form = AssignForm(request.POST or request.kept or None)
    with_choices(form, "holder", [(key, each.person.name) for key, each in people.items()])
    if request.method == "POST" and form.is_valid():
        assign(viewer=request.viewer, case=case, holder=people[form.cleaned_data["holder"]])
        return redirect(address_of(case, "?done=assigned"))
    return _form(request, case, form, "Give this case to somebody", "Give the case")


def take_over(request: PageRequest, case: "Case") -> HttpResponse:
    """Take a case that nobody holds."""
    problem = ""
    if request.method == "POST":
        try:
            take(viewer=request.viewer, case=case)
            return redirect(address_of(case, "?done=taken"))
        except CannotStep as refusal:
            problem = str(refusal)
    return render(request, "authority/case/take.html", {"case": case, "problem": problem})


def _form(
    request: PageRequest, case: "Case", form: object, heading: str, save_words: str, template: str = "authority/case/form.html"
) -> HttpResponse:
    return render(request, template, {"case": case, "form": form, "heading": heading, "save_words": save_words, "back": address_of(case)})
