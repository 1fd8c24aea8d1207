"""The support register of the setting as a file."""

from django.http import HttpResponse

from sooner_service.assessment.queries.register_rows import register_rows
from sooner_service.pages.exports import export_page
from sooner_service.pages.framework import PageRequest


def register(request: PageRequest) -> HttpResponse:
    """Ask what for, then send it."""
    return export_page(
        request,
        what="support-register",
        template="school/exports/register.html",
        rows_of=lambda with_names: register_rows(request.viewer, with_names=with_names),
        may_name=True,
    )
