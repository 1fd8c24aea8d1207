"""Recording an exemption, and taking one back. The page says what it does and does not do."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import DateField, LongTextField, RadioField, SelectField, SoonerForm, with_choices
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.actions.exemptions import Exemption, end_exemption, exempt
from sooner_service.ehc.legal_tests import GROUNDS
from sooner_service.ehc.queries.cases import advice_of
from sooner_service.ehc.queries.exemptions import exemption_in
from sooner_service.ehc.queries.file import date_rows, file_of
from sooner_service.pages.authority.case.forms import BecauseForm
from sooner_service.pages.authority.case.frame import address_of
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case


class ExemptionForm(SoonerForm):
    """Ground, evidence, impracticality, and the authority's own plan."""

    ground = RadioField(label="Which ground in the law?", choices=tuple(GROUNDS.items()))
    evidence = LongTextField(label="What is the evidence?", hint="Name the document or the person, and the date.", rows=5)
    why_impractical = LongTextField(label="Why did this make the time limit impractical?", rows=5)
    starts_on = DateField(label="First day", hint="On which the circumstances arose, the closure or absence began, or the appointment was missed.")
    until = DateField(label="Day the setting re-opens or the person is back", required=False, hint="Only for a closure or an absence.")
    advice_id = SelectField(label="Request for advice whose appointment was missed", required=False)
    planned_on = DateField(
        label="On which day do you plan to act?", required=False, when="today_or_future",
        hint="Your own plan. It is shown as a plan, never as a limit in law.",
    )


def record(request: PageRequest, case: "Case") -> HttpResponse:
    """Record an exemption."""
    form = ExemptionForm(request.POST or request.kept or None, today=request.viewer.on)
    with_choices(form, "advice_id", [("", "None"), *((str(each.pk), each.get_body_display()) for each in advice_of(case))])
    if request.method == "POST" and form.is_valid():
        try:
            exempt(viewer=request.viewer, case=case, exemption=Exemption(**form.cleaned_data))
            return redirect(address_of(case, "?done=exempt"))
        except CannotStep as problem:
            form.add_error(None, str(problem))
    rows = [row for row in date_rows(file_of(request.viewer, case).deadlines) if row.deadline.status in {"open", "late", "disapplied"}]
    return render(request, "authority/exempt/exempt.html", {"case": case, "form": form, "rows": rows})


def take_back(request: PageRequest, case: "Case", number: int) -> HttpResponse:
    """Take an exemption back."""
    row = exemption_in(case, number)
    form = BecauseForm(request.POST or request.kept or None)
    if request.method == "POST" and form.is_valid():
        try:
            end_exemption(viewer=request.viewer, case=case, event=row.event, because=form.cleaned_data["because"])
            return redirect(address_of(case, "?done=taken_back"))
        except CannotStep as problem:
            form.add_error(None, str(problem))
    context = {"case": case, "form": form, "heading": "Take an exemption back", "save_words": "Take it back", "back": address_of(case)}
    return render(request, "authority/case/form.html", context)
