"""The strip under a progress chart: a cell for each week, filled from below by the share of its promised sessions that were delivered.

Filled against empty, and never colour alone, tells them apart, so it reads in print and in grey.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sooner_service.design.axes import Scale

CELL_TOP, CELL_HEIGHT = 372, 22
GAP = 1.5
LEAST_WIDTH = 2.0


@dataclass(frozen=True)
class SessionWeek:
    """Sessions promised and delivered in the week from a Monday on."""

    monday: date
    promised: int
    delivered: int


@dataclass(frozen=True)
class Cell:
    """One week on the drawing; `filled` is the height of what was delivered."""

    x: float
    width: float
    fill_y: float
    filled: float


@dataclass(frozen=True)
class Strip:
    """The cells, and the place and words of the label and the key."""

    cells: tuple[Cell, ...]
    top: int
    height: int
    label_y: int
    key_y: int


def strip_of(weeks: Sequence[SessionWeek], across: Scale) -> Strip | None:
    """The cells of the weeks with a promise or a session; None where there is nothing to draw."""
    cells = tuple(_cell(week, across) for week in weeks if week.promised or week.delivered)
    if not cells:
        return None
    return Strip(cells, CELL_TOP, CELL_HEIGHT, CELL_TOP + 16, CELL_TOP + CELL_HEIGHT + 22)


def sessions_words(weeks: Sequence[SessionWeek]) -> list[str]:
    """The strip as a sentence, in a list of its own; empty where there is no strip."""
    promised, delivered = sum(week.promised for week in weeks), sum(week.delivered for week in weeks)
    return [f"Sessions given: {delivered} of {promised} promised."] if promised or delivered else []


def _cell(week: SessionWeek, across: Scale) -> Cell:
    first, last = across.at(week.monday.toordinal()), across.at((week.monday + timedelta(days=7)).toordinal())
    share = min(1.0, week.delivered / week.promised) if week.promised else 1.0
    filled = round(share * CELL_HEIGHT, 1)
    width = max(LEAST_WIDTH, round(last - first - GAP, 1))
    return Cell(first, width, round(CELL_TOP + CELL_HEIGHT - filled, 1), filled)
