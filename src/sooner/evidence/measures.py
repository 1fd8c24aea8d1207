"""Measures a goal may use, and how ambitious an aim is beside published growth, where any was checked."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from sooner.law.tables import About, read

Ambition = Literal["modest", "realistic", "ambitious", "beyond"]

AMBITION: dict[Ambition, str] = {
    "modest": "Three quarters of pupils there grow faster: a modest aim.",
    "realistic": "The middle half of pupils there grow about this fast: a realistic aim.",
    "ambitious": "Faster than three quarters of pupils there: an ambitious aim.",
    "beyond": "Half as fast again as the upper quarter there: check the aim.",
}
AGAINST_ONE_FIGURE: dict[Ambition, str] = {
    "modest": "Less than the usual gain: a modest aim.",
    "realistic": "The usual gain: a realistic aim.",
    "ambitious": "More than the usual gain: an ambitious aim.",
    "beyond": "Half as much again as the usual gain or more: check the aim.",
}
UNKNOWN_GROWTH = "We do not know a usual rate of growth for this measure. Ask what this child has gained before, and agree the aim with the family."
BEYOND = 1.5


@dataclass(frozen=True)
class Growth:
    """Gains a week at one stage: a quarter of pupils grow less than `low`, half less than `middle`, three quarters less than `high`."""

    stage: str
    low: float
    middle: float
    high: float
    source: str


@dataclass(frozen=True)
class Measure:
    """Something to count or score. `error_sd` is the SD of one score around the true level, with its source; None: not known."""

    key: str
    name: str
    hint: str
    direction: Literal["increase", "decrease"]
    decimals: int
    lowest: float | None = None
    highest: float | None = None
    error_sd: float | None = None
    error_source: str = ""
    growth: tuple[Growth, ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """Everything in measures.toml."""

    about: About
    measures: tuple[Measure, ...]


@dataclass(frozen=True)
class Beside:
    """An aim beside the growth of one stage: where it lies, and what the middle and the upper quarter would reach by the date."""

    growth: Growth
    ambition: Ambition
    realistic_aim: float
    ambitious_aim: float

    @property
    def words(self) -> str:
        """Where the aim lies, as a sentence."""
        is_one_figure = self.growth.low == self.growth.high
        return (AGAINST_ONE_FIGURE if is_one_figure else AMBITION)[self.ambition]


@cache
def catalogue() -> tuple[Measure, ...]:
    """Every measure, in the order of the file."""
    return read("measures.toml", Catalogue, within="sooner.evidence").measures


def measure(key: str) -> Measure | None:
    """One measure by its key; None for a key of another place, such as a school's own measure."""
    return next((each for each in catalogue() if each.key == key), None)


def gain_a_week(*, baseline: float, aim: float, weeks: float) -> float:
    """What an aim asks for each week, without sign. ValueError where there is no time."""
    if weeks <= 0:
        raise ValueError("The date to aim for must be after the first score.")
    return abs(aim - baseline) / weeks


def beside_growth(of: Measure, *, baseline: float, aim: float, weeks: float) -> tuple[Beside, ...]:
    """The aim beside each stage whose growth was published; empty where none is known (say UNKNOWN_GROWTH then)."""
    gain = gain_a_week(baseline=baseline, aim=aim, weeks=weeks)
    sign = 1 if of.direction == "increase" else -1
    return tuple(
        Beside(each, _ambition(gain, each), baseline + sign * each.middle * weeks, baseline + sign * each.high * weeks) for each in of.growth
    )


def _ambition(gain: float, growth: Growth) -> Ambition:
    if gain < growth.low:
        return "modest"
    if gain <= growth.high:
        return "realistic"
    return "beyond" if gain > BEYOND * growth.high else "ambitious"
