"""Progress towards each goal, and what was decided about support."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.advice.queries.progress import decisions_about, goal_pictures
from sooner_service.pages.family.about import about
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.register.models import Child


def progress(request: PageRequest, child: "Child") -> HttpResponse:
    """A picture and two sentences for each goal that is worked on now."""
    context = about(request, child, pictures=goal_pictures(request.viewer, child), decisions=decisions_about(request.viewer, child))
    return render(request, "family/progress/progress.html", context)
