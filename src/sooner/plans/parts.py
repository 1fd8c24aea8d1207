"""The parts of a plan: outcomes, lines of provision, views and a review date; and which lines need a plan at all."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Outcome:
    """What will be different for the child, by when, and how everyone will know."""

    key: str
    text: str
    by_on: date | None
    measure: str = ""


@dataclass(frozen=True)
class Line:
    """One promise of provision: `minutes` a session, `times_a_week` (0.5 is once a fortnight), `group_size` 1 is individual.

    `code` names a support of the catalogue, empty for one written by hand. `until` is the first day it no longer runs.
    """

    key: str
    outcome_key: str
    what: str
    code: str
    minutes: int | None
    times_a_week: float | None
    group_size: int
    who: str
    starts_on: date | None
    until: date | None = None


@dataclass(frozen=True)
class Plan:
    """One version of a plan. It never changes: a new version is a new Plan."""

    outcomes: tuple[Outcome, ...]
    lines: tuple[Line, ...]
    family_views: str
    child_views: str
    review_on: date | None


def is_individual(line: Line) -> bool:
    """Whether a line is for one child alone."""
    return line.group_size == 1


def needs_plan(line: Line) -> bool:
    """Whether support may only run under a plan: individual support does, group support is simply logged (rules TM-10, FI-6)."""
    return is_individual(line)
