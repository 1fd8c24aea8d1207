"""Support and sessions, and the signed first check of needs."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.advice.queries.first_check import first_check
from sooner_service.advice.queries.support import support_line, support_of
from sooner_service.pages.family.about import about
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.register.models import Child


def support(request: PageRequest, child: "Child") -> HttpResponse:
    """Every support with its three numbers."""
    return render(request, "family/support/support.html", about(request, child, page=support_of(request.viewer, child)))


def sessions(request: PageRequest, child: "Child", number: int) -> HttpResponse:
    """One support, session by session."""
    line, found = support_line(request.viewer, child, number)
    return render(request, "family/support/sessions.html", about(request, child, line=line, sessions=found))


def baseline(request: PageRequest, child: "Child") -> HttpResponse:
    """The signed first check of needs."""
    return render(request, "family/support/baseline.html", about(request, child, check=first_check(request.viewer, child)))
