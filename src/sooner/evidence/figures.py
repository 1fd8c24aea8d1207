"""A few national figures that screens and pages quote, each with its source, year and grade; none that was not checked."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from sooner.law.tables import About, read


@dataclass(frozen=True)
class Figure:
    """A published figure: grade A computed from official files, B stated by an official or primary source, C press or secondary.

    A recalled figure (D) cannot be in the file at all. `sentence` is how it may be quoted; `caution` what must be said with it.
    """

    key: str
    value: float
    unit: Literal["percent", "people", "pounds", "pounds_million", "months", "days"]
    sentence: str
    source: str
    year: int
    grade: Literal["A", "B", "C"]
    caution: str = ""


@dataclass(frozen=True)
class Figures:
    """Everything in figures.toml."""

    about: About
    figures: tuple[Figure, ...]


@cache
def all_figures() -> tuple[Figure, ...]:
    """Every figure, in the order of the file."""
    return read("figures.toml", Figures, within="sooner.evidence").figures


def figure(key: str) -> Figure:
    """One figure by its key; ValueError for a key that is not there."""
    for each in all_figures():
        if each.key == key:
            return each
    raise ValueError(f"There is no figure '{key}'. Use one of: {', '.join(each.key for each in all_figures())}.")
