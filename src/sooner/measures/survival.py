"""How long things take when some are still open: the Kaplan-Meier estimate (Kaplan and Meier 1958)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True)
class Step:
    """The share still waiting just after a duration at which at least one wait ended."""

    at: float
    at_risk: int
    ended: int
    share_waiting: float


@dataclass(frozen=True)
class Survival:
    """The curve, one step for each distinct duration at which a wait ended; `median` is None while fewer than half have ended."""

    steps: tuple[Step, ...]
    median: float | None


def kaplan_meier(durations: Sequence[float], observed: Sequence[bool]) -> Survival:
    """The curve of waits; `observed` says for each whether it ended (True) or is still open (False).

    A wait still open at a duration counts as at risk there. The median is the earliest duration at which half or fewer still
    wait; where exactly half still wait it is that duration, without averaging with the next. Durations in any one unit.
    Raises ValueError where the two lists differ in length or a duration is negative or not a number.
    """
    if len(durations) != len(observed):
        raise ValueError(f"There are {len(durations)} durations but {len(observed)} marks of whether each has ended.")
    wrong = [value for value in durations if not 0 <= value < float("inf")]
    if wrong:
        raise ValueError(f"A duration of {wrong[0]} is not possible: durations are zero or more.")
    steps = _steps(sorted(zip(durations, observed, strict=True)))
    return Survival(steps, next((step.at for step in steps if step.share_waiting <= 0.5), None))


def _steps(waits: Sequence[tuple[float, bool]]) -> tuple[Step, ...]:
    """Exact counts are multiplied as a fraction, so that a share of one half is one half."""
    steps = []
    at_risk, above, below = len(waits), 1, 1
    for at, group in groupby(waits, key=lambda wait: wait[0]):
        here = [ended for _, ended in group]
        ended = sum(here)
        if ended:
            above, below = above * (at_risk - ended), below * at_risk
            steps.append(Step(at, at_risk, ended, above / below))
        at_risk -= len(here)
    return tuple(steps)
