"""The authority's cases as a file."""

from django.http import HttpResponse

from sooner_service.ehc.queries.case_rows import case_rows
from sooner_service.pages.exports import export_page
from sooner_service.pages.framework import PageRequest


def cases(request: PageRequest) -> HttpResponse:
    """Ask what for, then send it. There is no version with names."""
    return export_page(
        request, what="ehc-cases", template="authority/exports/cases.html", rows_of=lambda with_names: case_rows(request.viewer), may_name=False
    )
