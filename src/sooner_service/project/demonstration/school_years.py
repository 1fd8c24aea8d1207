"""School years and their six half-terms, placed as most of England places them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

WEEK = timedelta(days=7)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class HalfTerm:
    """A half-term: school from `starts_on` to before `until`, less bank holidays and `closed_on`."""

    name: str
    code: str
    starts_on: date
    until: date
    closed_on: tuple[date, ...]


def year_of(day: date) -> int:
    """The calendar year in which the school year of a day began."""
    return day.year if day.month >= 9 else day.year - 1


def starts_on(year: int) -> date:
    """The first day of a school year as the law counts it."""
    return date(year, 9, 1)


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of a day. England's clock is an hour ahead in summer: the day is the same at any hour of work."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def half_terms(year: int) -> tuple[HalfTerm, ...]:
    """The six half-terms of a school year."""
    names = ("Autumn, first half", "Autumn, second half", "Spring, first half", "Spring, second half", "Summer, first half", "Summer, second half")
    edges = tuple(_edges(year))
    training_days = _training_days(edges)
    return tuple(
        HalfTerm(name, f"{year}-{(year + 1) % 100:02}/{number}", first, until, tuple(day for day in training_days if first <= day < until))
        for number, (name, (first, until)) in enumerate(zip(names, edges, strict=True), start=1)
    )


def _edges(year: int) -> Iterator[tuple[date, date]]:
    october, may = _last_monday(year, 10), _last_monday(year + 1, 5)
    february = _on_or_after(date(year + 1, 2, 1), 0) + 2 * WEEK
    easter_monday = _easter(year + 1) + DAY
    spring_break = easter_monday if easter_monday.month == 3 or easter_monday.day == 1 else easter_monday - WEEK
    yield _on_or_after(date(year, 9, 1), 2 if date(year, 9, 1).weekday() < 3 else 0), october - 2 * DAY
    yield october + WEEK, _on_or_before(date(year, 12, 22), 4) + DAY
    yield _on_or_after(date(year + 1, 1, 3), 0), february - 2 * DAY
    yield february + WEEK, spring_break - 2 * DAY
    yield spring_break + 2 * WEEK, may - 2 * DAY
    yield may + WEEK, _on_or_after(date(year + 1, 7, 19), 2) + DAY


def _training_days(edges: tuple[tuple[date, date], ...]) -> tuple[date, ...]:
    """The five days a year on which staff train and children stay at home."""
    first = edges[0][0]
    return (first, first + DAY, edges[2][0], edges[4][0], edges[5][0])


def _on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _on_or_before(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def _last_monday(year: int, month: int) -> date:
    return _on_or_before(date(year, month, 31), 0)


def _easter(year: int) -> date:
    """Easter Sunday by the Gregorian computus (Meeus)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    correction = (century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 19 * golden + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - correction - rest % 4) % 7
    shift = (golden + 11 * correction + 22 * weekday) // 451
    month, day = divmod(correction + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
