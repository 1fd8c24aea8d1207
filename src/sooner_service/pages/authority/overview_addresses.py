"""The addresses of the area's overview, of what may be taken out, and of its organisations."""

from sooner_service.pages.authority.exports import cases
from sooner_service.pages.authority.organisations import organisations
from sooner_service.pages.authority.overview import overview
from sooner_service.pages.framework import Address, organisation_page

OVERVIEW: tuple[Address, ...] = (
    organisation_page("overview/", overview.overview, name="overview", record="overview", action="see"),
    organisation_page("export/", cases.cases, name="export", record="export", action="make"),
    organisation_page("organisations/", organisations.organisations, name="organisations", record="organisation", action="see"),
    organisation_page("organisations/add/", organisations.add, name="add_organisation", record="organisation", action="add"),
)
