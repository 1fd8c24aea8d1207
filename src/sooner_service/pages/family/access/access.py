"""Opening the record to an advice service and closing it: each with one question before it is done."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.advice.actions.grants import CannotGrant, give_access, revoke_access
from sooner_service.advice.queries.grants import advice_service_for, advice_services, grant_for, grants_of
from sooner_service.design.forms import RadioField, SoonerForm, with_choices
from sooner_service.pages.family.about import about, here
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.register.models import Child


class ServiceForm(SoonerForm):
    """Which advice service."""

    service = RadioField(label="Who should see the record?", missing="Choose who should see the record")


def access(request: PageRequest, child: "Child") -> HttpResponse:
    """Who can see the record now by the family's choice, and who could before."""
    grants = grants_of(request.viewer, child)
    current = [grant for grant in grants if grant.revoked_at is None]
    past = [grant for grant in grants if grant.revoked_at is not None]
    context = about(
        request, child, current=current, past=past, can_give=len(advice_services()) > len(current), done=request.GET.get("done", "")
    )
    return render(request, "family/access/access.html", context)


def give(request: PageRequest, child: "Child") -> HttpResponse:
    """Choose a service and open the record to it."""
    form = ServiceForm(request.POST or request.kept or None)
    with_choices(form, "service", [(str(each.pk), each.name) for each in advice_services()])
    if request.method == "POST" and form.is_valid():
        try:
            give_access(viewer=request.viewer, child=child, service=advice_service_for(int(form.cleaned_data["service"])))
            return redirect(f"{here(child)}access/?done=given")
        except CannotGrant as problem:
            form.add_error("service", str(problem))
    return render(request, "family/access/give.html", about(request, child, form=form))


def stop(request: PageRequest, child: "Child", number: int) -> HttpResponse:
    """Close the record again."""
    grant = grant_for(request.viewer, child, number)
    problem = ""
    if request.method == "POST":
        try:
            revoke_access(viewer=request.viewer, child=child, grant=grant)
            return redirect(f"{here(child)}access/?done=stopped")
        except CannotGrant as refusal:
            problem = str(refusal)
    return render(request, "family/access/stop.html", about(request, child, grant=grant, problem=problem))
