"""Periods of the law: weeks and months, with or without the first day, forwards and back (C-1, C-2, C-7)."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from sooner.clocks import working_days
from sooner.clocks.working_days import Counts, counts_in_tribunal, is_working_day
from sooner.law.england_2014.duties import Duty

MONTHS_IN_YEAR = 12
SHORTEST_MONTH = 28


def months_after(day: date, months: int) -> date:
    """The corresponding date; where that month has none, its last day. A negative number counts back (C-7)."""
    return _corresponding(day, months)[0]


def months_beginning_with(day: date, months: int) -> date:
    """The day before the corresponding date; where there is no such date, that month's last day (C-2, AR-01)."""
    found, is_same_day = _corresponding(day, months)
    return found - timedelta(days=1) if is_same_day else found


def _corresponding(day: date, months: int) -> tuple[date, bool]:
    years, month = divmod(day.month - 1 + months, MONTHS_IN_YEAR)
    year, month = day.year + years, month + 1
    if day.day <= SHORTEST_MONTH:
        return date(year, month, day.day), True
    last = monthrange(year, month)[1]
    return date(year, month, min(day.day, last)), day.day <= last


def last_day(duty: Duty, start: date, is_school_day: Counts) -> date:
    """The last lawful day of a period counted from `start` that is not in plain days or weeks (those are the duty's own `span`)."""
    if duty.fixed_on is not None:
        return duty.fixed_on
    if duty.unit == "months":
        return months_beginning_with(start, duty.amount) if duty.counting == "beginning_with" else months_after(start, duty.amount)
    counts = is_school_day if duty.unit == "school_days" else counts_in_tribunal if duty.unit == "tribunal_days" else is_working_day
    return _COUNTED[duty.counting](start, duty.amount, counts)


_COUNTED: Mapping[str, Callable[[date, int, Counts], date]] = {
    "after": working_days.days_after,
    "beginning_with": working_days.days_beginning_with,
    "before": working_days.days_before,
}
