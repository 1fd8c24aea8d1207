"""A growth rate with a prior: how likely the true slope is worse than the aim, given the scores so far.

The score of week x is normal about alpha + beta x with SD sigma; alpha and beta have independent normal priors, alpha about the
baseline, beta about the slope of the aimline (never about a group of children). With no scores the posterior is the prior.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from sooner.measures.distributions import normal_below, normal_point
from sooner.measures.quantity import TOO_FEW_POINTS, ZERO_VARIANCE, Flags, Floats, Quantity, Words, column, quantity
from sooner.measures.series import total

MEDIAN_OF_THREE_SD = 0.67


@dataclass(frozen=True)
class Prior:
    """What is assumed before the scores. `sigma` is the error SD of one score of the measure, in score points.

    None takes the default: intercept SD 0.67 sigma (the baseline is the median of three scores; give sigma for a single one), slope
    mean the aimline's, slope SD half the aimline's. `below` is said from `p_hi`, `above` down from `p_lo`.
    """

    sigma: ArrayLike | None
    prior_intercept_sd: ArrayLike | None = None
    prior_slope_mean: ArrayLike | None = None
    prior_slope_sd: ArrayLike | None = None
    p_hi: float = 0.90
    p_lo: float = 0.10


@dataclass(frozen=True)
class Posterior:
    """What the scores and the prior say together; `outcome` is below, above or undetermined."""

    posterior_slope_mean: Quantity
    posterior_slope_sd: Quantity
    posterior_intercept_mean: Quantity
    prob_slope_below_aim: Quantity
    prob_reach_goal: Quantity
    outcome: Words


@dataclass(frozen=True)
class Aim:
    """A goal as arrays: `sign` +1 where more is better, `weeks` from baseline to goal date, `slope` what the aimline gains a week."""

    sign: Floats
    baseline: Floats
    goal: Floats
    weeks: Floats
    slope: Floats


def posterior(prior: Prior, aim: Aim, x: Floats, y: Floats) -> Posterior:
    """The posterior for rows of scores `y` at weeks `x` after the baseline (NaN missing).

    Written with prior variances rather than precisions, so that a prior SD of 0 (a known value) is allowed.
    """
    line = _line(prior, aim, x, y)
    sigma, a, b, ab, intercept, slope = line.sigma, line.a, line.b, line.ab, line.intercept, line.slope
    with np.errstate(invalid="ignore", divide="ignore"):
        reach_sd = np.sqrt(np.maximum(a + 2 * aim.weeks * ab + aim.weeks**2 * b, 0))
        worse = normal_below(aim.sign * (aim.slope - slope) / np.sqrt(b))
        reach = normal_below(aim.sign * (intercept + slope * aim.weeks - aim.goal) / reach_sd)
    absent = (line.is_unknown, TOO_FEW_POINTS)
    flat = (sigma <= 0, ZERO_VARIANCE)
    chance = quantity(worse, absent, flat, (b == 0, ZERO_VARIANCE))
    return Posterior(
        posterior_slope_mean=quantity(slope, absent, flat),
        posterior_slope_sd=quantity(np.sqrt(b), absent, flat),
        posterior_intercept_mean=quantity(intercept, absent, flat),
        prob_slope_below_aim=chance,
        prob_reach_goal=quantity(reach, absent, flat, (reach_sd == 0, ZERO_VARIANCE)),
        outcome=_outcome(chance.value, prior),
    )


@dataclass(frozen=True)
class Range:
    """Where the true level lies, one value a row and moment asked for; NaN where the prior is not known."""

    low: Floats
    middle: Floats
    high: Floats


def line_range(prior: Prior, aim: Aim, x: Floats, y: Floats, at: Floats, *, certainty: float = 0.80) -> Range:
    """The range that holds the true level with the certainty given, at weeks `at` (one row a child) after the baseline."""
    line = _line(prior, aim, x, y)
    with np.errstate(invalid="ignore"):
        middle = line.intercept[:, None] + line.slope[:, None] * at
        spread = np.sqrt(np.maximum(line.a[:, None] + 2 * at * line.ab[:, None] + at**2 * line.b[:, None], 0))
        width = normal_point((1 + certainty) / 2) * np.where(line.sigma[:, None] > 0, spread, np.nan)
    return Range(middle - width, middle, middle + width)


@dataclass(frozen=True)
class _Line:
    """The line after the scores: its intercept and slope, the variances `a` and `b` of the two, their covariance `ab`, and the error SD."""

    sigma: Floats
    a: Floats
    b: Floats
    ab: Floats
    intercept: Floats
    slope: Floats
    is_unknown: Flags


def _line(prior: Prior, aim: Aim, x: Floats, y: Floats) -> _Line:
    sigma = column(np.nan if prior.sigma is None else prior.sigma)
    omega = _given(prior.prior_intercept_sd, MEDIAN_OF_THREE_SD * sigma)
    centre = _given(prior.prior_slope_mean, aim.slope)
    tau = _given(prior.prior_slope_sd, 0.5 * np.abs(aim.slope))
    a, b, ab, intercept, slope = _updated(sigma, omega, tau, x, y - aim.baseline[:, None] - centre[:, None] * x)
    return _Line(sigma, a, b, ab, aim.baseline + intercept, centre + slope, np.isnan(sigma + omega + centre + tau))


def _given(value: ArrayLike | None, default: Floats) -> Floats:
    return default if value is None else column(value)


def _updated(sigma: Floats, omega: Floats, tau: Floats, x: Floats, left: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Variances of intercept and slope, their covariance, and the shifts of their means from the prior, by the 2 x 2 inverse."""
    have: Flags = ~np.isnan(left)
    with np.errstate(invalid="ignore", divide="ignore"):
        one, sum_x, sum_xx = (total(np.where(have, each, np.nan)) / sigma**2 for each in (np.ones_like(x), x, x * x))
        pull_a, pull_b = total(left) / sigma**2, total(left * x) / sigma**2
        va, vb = omega**2, tau**2
        determinant = (1 + one * va) * (1 + sum_xx * vb) - sum_x**2 * va * vb
        a, b, ab = va * (1 + sum_xx * vb) / determinant, vb * (1 + one * va) / determinant, -va * vb * sum_x / determinant
    return a, b, ab, a * pull_a + ab * pull_b, ab * pull_a + b * pull_b


def _outcome(chance: Floats, prior: Prior) -> Words:
    return np.asarray(np.select([chance >= prior.p_hi, chance <= prior.p_lo], ["below", "above"], "undetermined"), dtype=np.str_)
