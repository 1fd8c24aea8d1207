"""The versioned numbers of movement.toml: one object, so that a simulation can replace any of them (rule TM-16)."""

from dataclasses import dataclass
from functools import cache

from sooner.law.tables import About, read


@dataclass(frozen=True)
class Share:
    """A share from 0 to 1 that counts as enough."""

    adequate_share: float


@dataclass(frozen=True)
class Stay:
    """Weeks in each tier (0 to 3) before a move is proposed."""

    least_weeks: tuple[int, ...]


@dataclass(frozen=True)
class Exit:
    """Reviews in a row above the aim, and the weeks of occasional checks after fading."""

    reviews_above: int
    raise_goal_after: int
    watch_weeks: int


@dataclass(frozen=True)
class Running:
    """Days a support must span to be still running at six weeks, and days of grace before that is judged."""

    six_weeks_in_days: int
    grace_days: int


@dataclass(frozen=True)
class Thresholds:
    """Everything in movement.toml."""

    about: About
    delivery: Share
    attendance: Share
    stay: Stay
    exit: Exit
    running: Running


@cache
def thresholds() -> Thresholds:
    """The numbers in use, as shipped."""
    return read("report_2024/movement.toml", Thresholds)
