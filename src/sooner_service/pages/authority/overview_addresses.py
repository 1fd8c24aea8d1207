"""The addresses of the area's overview, and of what may be taken out."""

from sooner_service.pages.authority.exports import cases
from sooner_service.pages.authority.overview import overview
from sooner_service.pages.framework import Address, organisation_page

OVERVIEW: tuple[Address, ...] = (
    organisation_page("overview/", overview.overview, name="overview", record="overview", action="see"),
    organisation_page("export/", cases.cases, name="export", record="export", action="make"),
)
