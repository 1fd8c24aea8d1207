"""Evidence in a case: what the setting offers, what the family agreed to, and what was added. Never attached unasked."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.ehc.actions.evidence import CannotAttach, attach
from sooner_service.ehc.queries.evidence import evidence_item_for, evidence_of
from sooner_service.pages.authority.case.frame import address_of, case_context
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case


def evidence(request: PageRequest, case: "Case") -> HttpResponse:
    """Everything offered and how it stands; agreed items can be added one by one."""
    problem = ""
    if request.method == "POST":
        number = request.POST.get("item", "")
        item = evidence_item_for(request.viewer, case, int(number) if number.isdigit() else 0)
        try:
            attach(viewer=request.viewer, item=item)
            return redirect(address_of(case, "evidence/?done=added"))
        except CannotAttach as refusal:
            problem = str(refusal)
    return render(request, "authority/case/evidence.html", case_context(request, case, "evidence", items=evidence_of(case), problem=problem))
