"""The children of the viewer's own classes, each with one thing to do: note a concern."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.assessment.queries.children import classes_listed, listed_children
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.shared_screen import shows_names
from sooner_service.register.acting import listed

A_PAGE = 40


def class_list(request: PageRequest) -> HttpResponse:
    """The class list, by first name."""
    chosen = request.GET.get("class", "")
    children = listed_children(request.viewer, school_class=chosen, sort="name")
    page = Paginator(children, A_PAGE).get_page(request.GET.get("page"))
    listed(request.viewer, record="child", count=len(page.object_list), query={"class": chosen})
    context = {"page": page, "classes": classes_listed(request.viewer), "chosen": chosen, "shows_names": shows_names(request)}
    return render(request, "school/class_list/class_list.html", context)
