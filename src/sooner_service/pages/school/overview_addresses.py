"""The address of the setting's overview."""

from sooner_service.pages.framework import Address, organisation_page
from sooner_service.pages.school.overview import overview

OVERVIEW: tuple[Address, ...] = (organisation_page("overview/", overview.overview, name="overview", record="overview", action="see"),)
