"""The address of the area's overview."""

from sooner_service.pages.authority.overview import overview
from sooner_service.pages.framework import Address, organisation_page

OVERVIEW: tuple[Address, ...] = (organisation_page("overview/", overview.overview, name="overview", record="overview", action="see"),)
