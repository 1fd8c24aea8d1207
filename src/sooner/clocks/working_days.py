"""Working days in England, days that count in the Tribunal, and school days."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache

from sooner.law.england_2014.bank_holidays import bank_holidays

ONE_DAY = timedelta(days=1)
SATURDAY = 5
AUGUST = 8
CHRISTMAS = (12, 25)
NEW_YEAR = (1, 1)

Closure = tuple[date, date]
Counts = Callable[[date], bool]


@cache
def _days_off() -> frozenset[date]:
    return frozenset(day for year in bank_holidays().years for day in year.days)


@cache
def _loaded_years() -> tuple[int, int]:
    table = bank_holidays()
    return table.first_year, table.last_year


def is_working_day(day: date) -> bool:
    """Whether a day is neither at a weekend nor a bank holiday in England. Beyond the loaded years only weekends are known."""
    return day.weekday() < SATURDAY and day not in _days_off()


def is_loaded(day: date) -> bool:
    """Whether the bank holidays of the day's year are known here."""
    first, last = _loaded_years()
    return first <= day.year <= last


def counts_in_tribunal(day: date) -> bool:
    """Whether a day counts for acts in the Tribunal: August and 25 December to 1 January do not (TR-12)."""
    return is_working_day(day) and day.month != AUGUST and not is_over_christmas(day)


def is_over_christmas(day: date) -> bool:
    """Whether a day lies from 25 December to 1 January."""
    return (day.month, day.day) >= CHRISTMAS or (day.month, day.day) == NEW_YEAR


def school_days(closures: Sequence[Closure]) -> Counts:
    """A test for school days: working days outside these closures, each from its first day to before the day of re-opening."""
    return lambda day: is_working_day(day) and not any(starts_on <= day < until for starts_on, until in closures)


def on_or_before(day: date, counts: Counts = is_working_day) -> date:
    """The day itself where it counts, else the last earlier one that does (C-4)."""
    while not counts(day):
        day -= ONE_DAY
    return day


def on_or_after(day: date, counts: Counts = is_working_day) -> date:
    """The day itself where it counts, else the next one that does."""
    while not counts(day):
        day += ONE_DAY
    return day


def days_after(day: date, number: int, counts: Counts = is_working_day) -> date:
    """The day that is `number` counted days after `day`, which is itself left out (C-1)."""
    for _ in range(number):
        day = on_or_after(day + ONE_DAY, counts)
    return day


def days_beginning_with(day: date, number: int, counts: Counts = is_working_day) -> date:
    """The last of `number` counted days beginning with `day` (C-2)."""
    return days_after(day - ONE_DAY, number, counts)


def days_before(day: date, number: int, counts: Counts = is_working_day) -> date:
    """The day that leaves `number` counted days' notice before `day`."""
    for _ in range(number):
        day = on_or_before(day - ONE_DAY, counts)
    return day


def working_days_in(starts_on: date, until: date) -> int:
    """How many working days lie from `starts_on` to before `until`."""
    return sum(is_working_day(date.fromordinal(day)) for day in range(starts_on.toordinal(), until.toordinal()))


def service_day(sent_on: date, method: str, first_class_days: int) -> date:
    """The day on which something sent counts as served: first class on a later working day, anything else the same day (C-6)."""
    return days_after(sent_on, first_class_days) if method == "first_class" else sent_on


def appeal_day(day: date) -> date:
    """When time to start an appeal ends, if the period itself ends on `day` (TR-12). It is applied once."""
    if day.month == AUGUST:
        return on_or_after(date(day.year, 9, 1))
    if is_over_christmas(day):
        return on_or_after(date(day.year + (day.month == CHRISTMAS[0]), 1, 2))
    return on_or_after(day)
