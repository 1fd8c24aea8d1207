"""How the authority keeps the law's time."""

from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.ehc.queries.timeliness import timeliness
from sooner_service.pages.framework import PageRequest
from sooner_service.register.acting import listed


def timeliness_page(request: PageRequest) -> HttpResponse:
    """The shares in time, where time goes, and the plans of the next month that are at risk."""
    found = timeliness(request.viewer)
    listed(request.viewer, record="timeliness", count=len(found.at_risk))
    return render(request, "authority/timeliness/timeliness.html", {"found": found, "may_open": request.viewer.role == "send_manager"})
