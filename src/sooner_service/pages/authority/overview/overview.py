"""The overview of an area."""

from django.http import HttpResponse

from sooner_service.pages.framework import PageRequest
from sooner_service.pages.overviews import overview_page


def overview(request: PageRequest) -> HttpResponse:
    """The same numbers as a setting's, for every setting of the area together; never a child."""
    return overview_page(request, template="authority/overview/overview.html", list_address="")
