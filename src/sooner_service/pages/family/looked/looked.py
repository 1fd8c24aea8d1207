"""Who opened the record, by day: role, organisation and what."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.advice.queries.looked import who_looked
from sooner_service.pages.family.about import about
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.register.models import Child


def looked(request: PageRequest, child: "Child") -> HttpResponse:
    """One page of looks, grouped by day."""
    page, days = who_looked(request.viewer, child, page=request.GET.get("page"))
    return render(request, "family/looked/looked.html", about(request, child, page=page, days=days))
