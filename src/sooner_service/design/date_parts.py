"""A date typed in three parts, and the words the design system uses when something is wrong with it."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from django.core.exceptions import ImproperlyConfigured
from django.forms import Widget
from django.forms.renderers import BaseRenderer
from django.utils.safestring import SafeString

from sooner_service.design.words import MONTHS, as_day, uk_date

When = Literal["", "past", "today_or_past", "future", "today_or_future"]
PARTS = ("day", "month", "year")
NUMBER_OF_MONTH = {name.lower()[:length]: number for number, name in enumerate(MONTHS, 1) for length in (3, len(name))}


class DateParts(NamedTuple):
    """What was typed, untouched."""

    day: str = ""
    month: str = ""
    year: str = ""


class DateProblem(Exception):
    """What is wrong with a date, as a sentence, and the parts to mark."""

    def __init__(self, sentence: str, parts: tuple[str, ...] = PARTS) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.parts = parts


class DatePartsInput(Widget):
    """Three inputs: `name-day`, `name-month` and `name-year`. It is drawn by the `field` tag only."""

    def value_from_datadict(self, data: Mapping[str, object], files: object, name: str) -> DateParts:
        """The three parts as typed."""
        return DateParts(*(str(data.get(f"{name}-{part}") or "").strip() for part in PARTS))

    def value_omitted_from_data(self, data: Mapping[str, object], files: object, name: str) -> bool:
        """Whether none of the parts was sent."""
        return all(f"{name}-{part}" not in data for part in PARTS)

    def render(
        self, name: str, value: object, attrs: object = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        """Refuse: Django's own drawing would lose the labels."""
        raise ImproperlyConfigured("Draw this with {% field form.name %}.")


def parts_of(value: object) -> DateParts:
    """The parts to show for a typed or stored date."""
    if isinstance(value, DateParts):
        return value
    day = as_day(value)
    return DateParts(str(day.day), str(day.month), str(day.year)) if day else DateParts()


def read(parts: DateParts, *, called: str) -> date:
    """The date that was typed; raises DateProblem. A month may be a number or a name."""
    missing = [part for part in PARTS if not getattr(parts, part)]
    if missing:
        raise DateProblem(f"{called} must include a {' and '.join(missing)}", tuple(missing))
    month = parts.month if parts.month.isdecimal() else str(NUMBER_OF_MONTH.get(parts.month.lower(), ""))
    if parts.year.isdecimal() and len(parts.year) != 4:
        raise DateProblem("Year must include 4 numbers", ("year",))
    if not (parts.day.isdecimal() and month.isdecimal() and parts.year.isdecimal()):
        wrong = tuple(part for part, text in zip(PARTS, (parts.day, month, parts.year), strict=True) if not text.isdecimal())
        raise DateProblem(f"{called} must be a real date", wrong)
    try:
        return date(int(parts.year), int(month), int(parts.day))
    except ValueError:
        wrong = ("month",) if not 1 <= int(month) <= 12 else ("day",)
        raise DateProblem(f"{called} must be a real date", wrong) from None


def check_when(day: date, *, when: When, today: date, called: str) -> None:
    """Raise DateProblem unless the day lies where it must, seen from today."""
    fits = {
        "past": (day < today, "in the past"),
        "today_or_past": (day <= today, "today or in the past"),
        "future": (day > today, "in the future"),
        "today_or_future": (day >= today, "today or in the future"),
    }
    is_right, words = fits.get(when, (True, ""))
    if not is_right:
        raise DateProblem(f"{called} must be {words}")


def check_between(day: date, *, earliest: date | None, latest: date | None, called: str) -> None:
    """Raise DateProblem unless the day is within the limits given, both included."""
    if earliest and latest and not earliest <= day <= latest:
        raise DateProblem(f"{called} must be between {uk_date(earliest)} and {uk_date(latest)}")
    if earliest and day < earliest:
        raise DateProblem(f"{called} must be the same as or after {uk_date(earliest)}")
    if latest and day > latest:
        raise DateProblem(f"{called} must be the same as or before {uk_date(latest)}")
