"""The school days of a setting, from its own terms and the bank holidays of England."""

from datetime import date, timedelta

from sooner.clocks import is_working_day
from sooner_service.register.models import Organisation, Term


def school_days(setting: Organisation, *, starts_on: date, until: date) -> list[date]:
    """The days from `starts_on` to before `until` on which the setting is open, in order."""
    terms = list(Term.objects.filter(setting=setting, starts_on__lt=until, until__gt=starts_on))
    return days_of(terms, starts_on=starts_on, until=until)


def days_of(terms: list[Term], *, starts_on: date, until: date) -> list[date]:
    """The open days of these terms within a period."""
    days: list[date] = []
    for term in sorted(terms, key=lambda each: each.starts_on):
        day = max(term.starts_on, starts_on)
        closed = set(term.closed_on)
        while day < min(term.until, until):
            if is_working_day(day) and day.isoformat() not in closed:
                days.append(day)
            day += timedelta(days=1)
    return days


def school_day_after(setting: Organisation, *, day: date, number: int) -> date:
    """The day that is `number` school days after `day`; working days stand in beyond the last loaded term."""
    later = school_days(setting, starts_on=day + timedelta(days=1), until=day + timedelta(days=120))
    if len(later) >= number:
        return later[number - 1]
    found = later[-1] if later else day
    remaining = number - len(later)
    while remaining:
        found += timedelta(days=1)
        remaining -= is_working_day(found)
    return found
