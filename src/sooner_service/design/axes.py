"""Fixed axes for the charts: where a day or a value lies on the drawing, and which of them to label."""

import math
from dataclasses import dataclass
from datetime import date, timedelta

from sooner_service.design.words import MONTHS

# Government Analysis Function categorical palette; each line also has its own dash and marker.
DARK_BLUE, TURQUOISE, DARK_PINK, ORANGE, DARK_GREY, LIGHT_PURPLE = "#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"
FONT = "Helvetica, Arial, Liberation Sans, sans-serif"
MOST_LABELS = 6


@dataclass(frozen=True)
class Tick:
    """A labelled place on an axis."""

    at: float
    words: str


@dataclass(frozen=True)
class Scale:
    """A straight line from values `low`..`high` to places `first`..`last` on the drawing."""

    low: float
    high: float
    first: float
    last: float

    def at(self, value: float) -> float:
        """Where a value lies, to a tenth of a unit; values outside the axis stay at its edge."""
        inside = min(max(value, self.low), self.high)
        return round(self.first + (inside - self.low) / (self.high - self.low) * (self.last - self.first), 1)


def number_words(value: float) -> str:
    """The number without needless decimals: 5, 5.5, 0.25."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")


def nice_step(span: float) -> float:
    """The smallest of 1, 2, 5, 10, 20, ... (or their decimals) that needs at most six steps."""
    power = 10.0 ** math.floor(math.log10(span / MOST_LABELS))
    return next(factor * power for factor in (1, 2, 5, 10, 20) if span / (factor * power) <= MOST_LABELS)


def value_ticks(scale: Scale) -> tuple[Tick, ...]:
    """Round values along a value axis."""
    step = nice_step(scale.high - scale.low)
    first, last = math.ceil(scale.low / step - 1e-9), math.floor(scale.high / step + 1e-9)
    return tuple(Tick(scale.at(number * step), number_words(round(number * step, 10))) for number in range(first, last + 1))


def day_ticks(starts_on: date, ends_on: date, scale: Scale) -> tuple[Tick, ...]:
    """Days along a date axis: the first of months where the axis is long, whole weeks where it is short."""
    days = (ends_on - starts_on).days
    if days <= 70:
        step = max(7, 7 * math.ceil(days / 7 / MOST_LABELS))
        shown = [starts_on + timedelta(days=offset) for offset in range(0, days + 1, step)]
        return tuple(Tick(scale.at(day.toordinal()), f"{day.day} {MONTHS[day.month - 1][:3]}") for day in shown)
    months = [date(year, month, 1) for year in range(starts_on.year, ends_on.year + 1) for month in range(1, 13)]
    inside = [day for day in months if starts_on <= day <= ends_on]
    shown = inside[:: math.ceil(len(inside) / (MOST_LABELS + 1))]
    return tuple(Tick(scale.at(day.toordinal()), f"{MONTHS[day.month - 1][:3]} {day.year}") for day in shown)
