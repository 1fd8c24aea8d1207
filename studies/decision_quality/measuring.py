"""What is measured of a rule: false alarm, detection, when it first speaks, and how well its evidence separates pupils."""

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist

import numpy as np
from studies.decision_quality.pupils import AIM, Pupils
from studies.decision_quality.rules import Rule

from sooner.measures.quantity import Floats
from sooner.measures.weeks_needed import slope_information


def evidence(rule: Rule, of: Pupils, calendar: Sequence[int]) -> Floats:
    """The evidence of each pupil (rows) at each week of a calendar (columns)."""
    return np.column_stack([rule.evidence(of, week) for week in calendar])


def share_ever(found: Floats, limit: float) -> float:
    """The share of pupils for whom the rule has spoken at some look."""
    return float((found >= limit).any(axis=1).mean())


def median_first_week(found: Floats, limit: float, calendar: Sequence[int]) -> float | None:
    """The median week of the first signal among pupils who had one; None where nobody had."""
    spoke = found >= limit
    first = np.asarray(calendar)[np.argmax(spoke, axis=1)][spoke.any(axis=1)]
    return float(np.median(first)) if first.size else None


def limit_for(found: Floats, false_alarm: float) -> float:
    """The least limit at which no more than a share of pupils exactly on aim are ever flagged."""
    highest = np.sort(found.max(axis=1))
    allowed = int(false_alarm * len(highest))
    step = highest[len(highest) - allowed - 1]
    above = highest[highest > step]
    return float(above[0]) if above.size else float("inf")


def auc(needing: Floats, on_aim: Floats) -> float:
    """The chance that a pupil growing too slowly shows more evidence than one on aim, ties half."""
    ordered = np.sort(on_aim)
    below, upto = np.searchsorted(ordered, needing, "left"), np.searchsorted(ordered, needing, "right")
    return float((below + upto).mean() / (2 * len(on_aim)))


def greatest_auc(growth: float, sigma: float, week: int) -> float:
    """The closed form of what any evidence can reach: Phi(delta sqrt(I) / sqrt 2), I the information about the slope."""
    return NormalDist().cdf((AIM - growth) * sqrt(slope_information(sigma=sigma, weeks=week)) / sqrt(2))


def run_of_four_in_fifteen_coins() -> float:
    """P(four heads in a row among fifteen fair coins), exactly."""
    states = np.array([1.0, 0, 0, 0, 0])
    for _ in range(15):
        states = np.array([states[:4].sum() / 2, *(states[:3] / 2), states[3] / 2 + states[4]])
    return float(states[4])
