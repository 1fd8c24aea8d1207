"""The adults around a child with what is open to each, the organisations that may open the record, its history and who looked."""

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.assessment.queries.history import entries_about, in_plain_words
from sooner_service.journal.queries import days_of, looks_at
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.frame import frame
from sooner_service.register.permissions import ROLES, relationships_allowing
from sooner_service.register.queries.roll import adults_of, organisations_with_access

if TYPE_CHECKING:
    from sooner_service.register.models import Child

A_PAGE = 50
NOT_SHOWN_TO_STAFF = ("parent", "young_person", "sendiass_adviser", "advice_manager")
PARTS = {
    "child": "the record", "baseline": "the baseline", "plan": "the plan", "session": "sessions", "progress": "progress",
    "support": "support", "concern": "concerns", "views": "views", "adult_link": "the adults", "looked": "who has looked",
    "decision": "decisions", "ehc_request": "the EHC request", "ehc_case": "the EHC case", "evidence": "evidence",
}


def people(request: PageRequest, child: "Child") -> HttpResponse:
    """Adults with their rights, and organisations with their reason."""
    role = request.viewer.role
    context = {
        **frame(request, child, "people"),
        "links": adults_of(request.viewer, child),
        "organisations": organisations_with_access(request.viewer, child),
        "may_change": bool(relationships_allowing(role=role, record="adult_link", action="add")),
        "may_see_looks": bool(relationships_allowing(role=role, record="looked", action="see")),
    }
    return render(request, "school/children/people.html", context)


def looked(request: PageRequest, child: "Child") -> HttpResponse:
    """Which roles of which organisations opened the record, by day. Family members and their advisers are never among them."""
    rows = looks_at(child_id=child.pk, leaving_out_roles=NOT_SHOWN_TO_STAFF)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    days = [
        (day, [(ROLES.get(look.role, "Somebody"), look.organisation_name, PARTS.get(look.record, "the record"), look.times) for look in looks])
        for day, looks in days_of(page.object_list)
    ]
    return render(request, "school/children/looked.html", {"child": child, "page": page, "days": days})


def history(request: PageRequest, child: "Child") -> HttpResponse:
    """What was done, by whom, in plain words."""
    page = Paginator(entries_about(child), A_PAGE).get_page(request.GET.get("page"))
    context = {**frame(request, child, "history"), "page": page, "happenings": in_plain_words(list(page.object_list))}
    return render(request, "school/children/history.html", context)
