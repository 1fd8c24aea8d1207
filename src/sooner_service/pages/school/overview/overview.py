"""The overview of a setting."""

from django.http import HttpResponse

from sooner_service.pages.framework import PageRequest
from sooner_service.pages.overviews import overview_page


def overview(request: PageRequest) -> HttpResponse:
    """Time to support, concerns, tiers, and what was promised and delivered."""
    return overview_page(request, template="school/overview/overview.html", list_address="/school/children/")
