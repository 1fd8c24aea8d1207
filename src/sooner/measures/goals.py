"""Goals: how far they were attained, how large the gap is, and what it would take to close it.

Goal attainment scaling: Kiresuk and Sherman 1968. A T from goals is not norm-referenced and must not be averaged across schools.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from sooner.measures.quantity import OUT_OF_RANGE, TOO_FEW_POINTS, ZERO_MEAN, ZERO_VARIANCE, Floats, Quantity, column, missing, quantity
from sooner.measures.series import counts, total

RHO: Final = 0.30
MOST: Final = 2.0


def gas_t(levels: Floats, weights: Floats, rho: ArrayLike = RHO) -> Quantity:
    """T of goals attained at levels -2 to +2, one row a child, NaN for a goal not scored; weights of the same shape."""
    used = np.where(np.isnan(levels) | np.isnan(weights), np.nan, weights)
    r = column(rho)
    with np.errstate(invalid="ignore", divide="ignore"):
        spread = np.sqrt((1 - r) * total(used**2) + r * total(used) ** 2)
        t = 50 + 10 * total(used * levels) / spread
        beyond = (np.abs(levels) > MOST).any(axis=1) | (used < 0).any(axis=1) | (r < 0) | (r > 1)
    return quantity(t, (counts(used) < 1, TOO_FEW_POINTS), missing(r), (beyond, OUT_OF_RANGE), (total(used) == 0, ZERO_VARIANCE))


@dataclass(frozen=True)
class GasChange:
    """T before and after, and the change."""

    T_baseline: Quantity
    T_outcome: Quantity
    change: Quantity


def gas_change(baseline: Floats, outcome: Floats, weights: Floats, rho: ArrayLike = RHO) -> GasChange:
    """The change in T over the goals scored both times."""
    both = ~(np.isnan(baseline) | np.isnan(outcome))
    before, after = (gas_t(np.where(both, each, np.nan), weights, rho) for each in (baseline, outcome))
    causes = [(source.reason == word, word) for source in (before, after) for word in np.unique(source.reason) if word]
    return GasChange(before, after, quantity(after.value - before.value, *causes))


@dataclass(frozen=True)
class Gap:
    """How far a score lies from a benchmark; `needed_gain_per_week` to close it in time, `weeks_to_close_at_rate` at the present rate."""

    gap_absolute: Quantity
    gap_ratio: Quantity
    needed_gain_per_week: Quantity
    weeks_to_close_at_rate: Quantity


def gap(current: ArrayLike, benchmark: ArrayLike, weeks_left: ArrayLike, rate_per_week: ArrayLike) -> Gap:
    """The gap analysis; no weeks left, or a rate that is not positive, leaves its field undefined."""
    now, mark, weeks, rate = (column(each) for each in (current, benchmark, weeks_left, rate_per_week))
    known = missing(now, mark)
    with np.errstate(invalid="ignore", divide="ignore"):
        distance = mark - now
        return Gap(
            gap_absolute=quantity(distance, known),
            gap_ratio=quantity(mark / now, known, (now == 0, ZERO_MEAN)),
            needed_gain_per_week=quantity(distance / weeks, known, missing(weeks), (weeks <= 0, OUT_OF_RANGE)),
            weeks_to_close_at_rate=quantity(distance / rate, known, missing(rate), (rate <= 0, OUT_OF_RANGE)),
        )


def catch_up(current: ArrayLike, peer_current: ArrayLike, rate: ArrayLike, peer_rate: ArrayLike) -> Quantity:
    """Weeks to reach a peer who is growing too; undefined unless the child grows faster."""
    now, peer, own, theirs = (column(each) for each in (current, peer_current, rate, peer_rate))
    with np.errstate(invalid="ignore", divide="ignore"):
        return quantity((peer - now) / (own - theirs), missing(now, peer, own, theirs), (own <= theirs, OUT_OF_RANGE))
