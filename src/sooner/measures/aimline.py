"""Scores against the straight line from baseline to goal, and the median rule, which needs nothing else.

Times in weeks; every residual is signed so that above 0 is better than the line. Median rule: Van Norman, Nelson and Parker 2018,
here the median residual.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from sooner.measures.bayes import Aim
from sooner.measures.quantity import Floats, Words, column
from sooner.measures.series import counts, median, one_per_moment

ON_THE_LINE = 1e-9
LEAST_FOR_MEDIAN = 3


@dataclass(frozen=True)
class AimlineRows:
    """One row a child, in time order: weeks since the baseline `x`, scores `y`, and how far each score is on the better side of the line."""

    aim: Aim
    x: Floats
    y: Floats
    residuals: Floats


def against_aimline(
    *, sign: ArrayLike, b0: ArrayLike, t0: ArrayLike, goal: ArrayLike, t_goal: ArrayLike, t: Floats, y: Floats
) -> AimlineRows:
    """Scores against the aimline for many children: one value for all, or one for each row; `t` and `y` one row a child, NaN where missing.

    Only scores after the baseline (t > t0) count; the scores of one moment count once, as their median. `sign` is 1 where more is
    better, -1 where less is.
    """
    s, start = column(sign), column(t0)
    aim = _aim(s, column(b0), start, column(goal), column(t_goal))
    t, y = one_per_moment(t, np.where(t > start[:, None], y, np.nan))
    x = t - start[:, None]
    return AimlineRows(aim, x, y, s[:, None] * (y - _line(aim, x)))


def _aim(sign: Floats, baseline: Floats, start: Floats, goal: Floats, end: Floats) -> Aim:
    weeks = end - start
    with np.errstate(invalid="ignore", divide="ignore"):
        slope = np.where(weeks > 0, (goal - baseline) / weeks, np.nan)
    return Aim(sign, baseline, goal, weeks, slope)


def _line(aim: Aim, x: Floats) -> Floats:
    """Straight from the baseline to the goal, and the goal from its date on."""
    rising = aim.baseline[:, None] + aim.slope[:, None] * x
    return np.where(x < aim.weeks[:, None], rising, np.where(np.isnan(x), np.nan, aim.goal[:, None]))


def median_rule(residuals: Floats) -> Words:
    """The median of the last three residuals of each row: below, on or above the line; `insufficient` for fewer than three."""
    return sign_word(median(last_of(residuals, LEAST_FOR_MEDIAN)), counts(residuals) >= LEAST_FOR_MEDIAN)


def last_of(residuals: Floats, k: int) -> Floats:
    """The last `k` values of each row, in order; NaN in front where there are fewer."""
    at = counts(residuals).astype(np.int64)[:, None] - k + np.arange(k)
    picked = np.take_along_axis(residuals, np.clip(at, 0, residuals.shape[1] - 1), axis=1)
    return np.where(at >= 0, picked, np.nan)


def sign_word(value: Floats, enough: ArrayLike) -> Words:
    """Which side of the line each value is on, in a word; `insufficient` where there is not enough."""
    choices = [np.isnan(value), value < -ON_THE_LINE, value > ON_THE_LINE]
    return insufficient_unless(enough, np.select(choices, ["undetermined", "below", "above"], "on"))


def insufficient_unless(enough: ArrayLike, words: Words) -> Words:
    """The words, and `insufficient` where there is not enough."""
    return np.asarray(np.where(enough, words, "insufficient"), dtype=np.str_)
