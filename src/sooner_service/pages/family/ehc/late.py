"""What a family can do now about each date that was missed, with a letter filled in from the case."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.ehc.queries.cases import case_of
from sooner_service.ehc.queries.what_next import adverse_for_family, late_for_family
from sooner_service.pages.family.about import about
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.register.models import Child


def late(request: PageRequest, child: "Child") -> HttpResponse:
    """Each missed date, the steps in order, and the letter."""
    case = case_of(request.viewer, child)
    found = late_for_family(request.viewer, case) if case else []
    adverse = adverse_for_family(request.viewer, case) if case else []
    return render(request, "family/ehc/late.html", about(request, child, case=case, late=found, adverse=adverse))
