"""The addresses of the setting's overview, of what may be taken out, and of its classes and terms."""

from sooner_service.pages.framework import Address, organisation_page
from sooner_service.pages.school.exports import register
from sooner_service.pages.school.overview import overview
from sooner_service.pages.school.year import year

OVERVIEW: tuple[Address, ...] = (
    organisation_page("overview/", overview.overview, name="overview", record="overview", action="see"),
    organisation_page("export/", register.register, name="export", record="export", action="make"),
    organisation_page("year/", year.year, name="year", record="school_year", action="see"),
    organisation_page("year/class/", year.new_class, name="new_class", record="school_year", action="set"),
    organisation_page("year/term/", year.new_term, name="new_term", record="school_year", action="set"),
)
