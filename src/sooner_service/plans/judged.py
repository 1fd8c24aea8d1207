"""A goal and its scores in the shape the rules read, counted from the last change of support."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from sooner.assessment.judging import BandAt, Series, band
from sooner.measures.decision import Direction
from sooner_service.plans.models import Goal, Score

DAYS_A_WEEK = 7
TRIES = 3


@dataclass(frozen=True)
class Window:
    """The scores that count, and the baseline they count from: that of the goal, or where the child was when the support changed."""

    starts_on: date
    baseline: float
    scores: tuple[Score, ...]
    tries: int

    @property
    def is_restarted(self) -> bool:
        """Whether the scores before a change were left out."""
        return self.tries == 0


def window_of(goal: Goal, scores: Sequence[Score], since: date | None = None) -> Window:
    """From the goal's start; or from a later day since which weeks are counted again, where a score was taken up to it.

    Only where the error of a score is known: the simple rule looks at the last three scores alone.
    """
    before = [score for score in scores if since is not None and score.on <= since]
    if goal.error_sd is None or since is None or not before or not goal.starts_on < since < goal.aim_on:
        return Window(goal.starts_on, float(goal.baseline), tuple(scores), goal.baseline_tries)
    level = median(float(score.value) for score in before[-TRIES:])
    return Window(since, level, tuple(score for score in scores if score.on > since), 0)


def series_for(goal: Goal, scores: Sequence[Score], since: date | None = None) -> Series:
    """The same as the rules read it. A new baseline from fewer than three scores counts as one try."""
    window = window_of(goal, scores, since)
    before = sum(score.on <= window.starts_on for score in scores)
    tries = window.tries or (TRIES if before >= TRIES else 1)
    return Series(
        direction=direction_of(goal), baseline=window.baseline, aim=float(goal.aim), weeks=_weeks(window.starts_on, goal.aim_on),
        scores=tuple((_weeks(window.starts_on, score.on), float(score.value)) for score in window.scores),
        error_sd=None if goal.error_sd is None else float(goal.error_sd), baseline_tries=tries,
    )  # fmt: skip


def direction_of(goal: Goal) -> Direction:
    """Which way is better."""
    return "increase" if goal.direction == "increase" else "decrease"


def band_for(goal: Goal, scores: Sequence[Score], since: date | None = None) -> list[tuple[date, BandAt]]:
    """Where the child's true level lies, four times out of five, on the day of each score that counts; empty where no error is known."""
    window = window_of(goal, scores, since)
    days = sorted({window.starts_on, *(score.on for score in window.scores)})
    found = band(series_for(goal, scores, since), [_weeks(window.starts_on, day) for day in days])
    return list(zip(days, found, strict=False))


def _weeks(since: date, on: date) -> float:
    return (on - since).days / DAYS_A_WEEK
