"""The addresses of the setting's overview, and of what may be taken out."""

from sooner_service.pages.framework import Address, organisation_page
from sooner_service.pages.school.exports import register
from sooner_service.pages.school.overview import overview

OVERVIEW: tuple[Address, ...] = (
    organisation_page("overview/", overview.overview, name="overview", record="overview", action="see"),
    organisation_page("export/", register.register, name="export", record="export", action="make"),
)
