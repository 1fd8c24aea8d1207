"""What settings have asked the service to do, by the day it must be done."""

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.assessment.queries.baselines import waiting_for_service
from sooner_service.assessment.queries.tray import status_of
from sooner_service.pages.framework import PageRequest
from sooner_service.register.acting import listed
from sooner_service.register.permissions import relationships_allowing

A_PAGE = 25


def tray(request: PageRequest) -> HttpResponse:
    """Baselines to sign."""
    viewer = request.viewer
    page = Paginator(waiting_for_service(viewer), A_PAGE).get_page(request.GET.get("page"))
    listed(viewer, record="tray", count=len(page.object_list))
    rows = [(each, *_status(each.sign_by, viewer.on)) for each in page.object_list]
    context = {
        "page": page,
        "rows": rows,
        "may_sign": bool(relationships_allowing(role=viewer.role, record="baseline", action="sign")),
        "done": request.GET.get("done", ""),
    }
    return render(request, "specialist/tray/tray.html", context)


def _status(sign_by: date | None, on: date) -> tuple[str, str]:
    return ("Late", "late") if sign_by is not None and sign_by < on else status_of(sign_by, 0, on)
