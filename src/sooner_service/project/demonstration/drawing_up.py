"""Draws up the whole area on a day, from a seed: the same words in, the same area out."""

from datetime import date

from sooner_service.project.demonstration.blueprint import HISTORY_YEARS, Blueprint
from sooner_service.project.demonstration.drawing import drawing_for
from sooner_service.project.demonstration.names import Mailboxes
from sooner_service.project.demonstration.people import Staffing
from sooner_service.project.demonstration.pupils import Roll
from sooner_service.project.demonstration.school_days import SchoolDays
from sooner_service.project.demonstration.school_years import year_of
from sooner_service.project.demonstration.settings import classes, organisations, shapes


def draw_up(*, size: str, seed: int, today: date, scale: float = 1.0) -> Blueprint:
    """The blueprint of an area. `scale` 0.1 draws a tenth of the pupils of every setting but the first."""
    year = year_of(today)
    years = tuple(range(year - HISTORY_YEARS, year + 1))
    settings = shapes(size, scale=scale)
    days, mailboxes = SchoolDays(years), Mailboxes()
    begins_on = date(years[0], 8, 28)
    staff = tuple(Staffing(seed=seed, today=today, begins_on=begins_on, mailboxes=mailboxes).everyone(settings))
    children = tuple(
        child
        for setting in settings
        for child in Roll(seed=seed, year=year, today=today, days=days, setting=setting, mailboxes=mailboxes).children()
    )
    return Blueprint(
        seed=seed, today=today, school_year=year, days=days, organisations=tuple(organisations(settings, drawing_for(seed, "organisations"))),
        classes=tuple(classes(settings, years)), staff=staff, children=children, settings={each.key: each for each in settings},
    )
