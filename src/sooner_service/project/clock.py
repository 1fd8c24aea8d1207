"""The service's one clock. Everything below receives the moment as an argument."""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """The present moment, with its time zone; outside production the settings may pretend that it is another day."""
    moment = timezone.now()
    pretended = settings.PRETEND_TODAY
    if pretended is None:
        return moment
    here = timezone.localtime(moment)
    return here.replace(year=pretended.year, month=pretended.month, day=pretended.day)


def london_day(moment: datetime) -> date:
    """The calendar day in England of a moment: 23:30 in London counts as that day, whatever the server thinks (law C-5)."""
    return timezone.localtime(moment).date()
