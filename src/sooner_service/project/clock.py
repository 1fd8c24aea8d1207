"""The service's one clock. Everything below receives the moment as an argument."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """The present moment, with its time zone."""
    return timezone.now()


def london_day(moment: datetime) -> date:
    """The calendar day in England of a moment: 23:30 in London counts as that day, whatever the server thinks (law C-5)."""
    return timezone.localtime(moment).date()
