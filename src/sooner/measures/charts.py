"""Control charts for counts of incidents and attendance: XmR limits, run tests, and the cumulative sum.

Sources: Shewhart 1931; Western Electric 1956; Page 1954. For growth measures use the decision rules instead.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from sooner.measures.distributions import normal_below
from sooner.measures.quantity import (
    OUT_OF_RANGE,
    TOO_FEW_POINTS,
    ZERO_VARIANCE,
    Floats,
    Quantity,
    Words,
    column,
    missing,
    outside,
    quantity,
)
from sooner.measures.series import compact, counts, mean

# The mean range of two normal values in sigmas, and the upper limit of a moving range in mean moving ranges.
MOVING_RANGE_PER_SIGMA: Final = 1.1283792
MOVING_RANGE_LIMIT: Final = 3.2665323
_NODES: Final = 120
_NODES_PER_SIGMA: Final = 12
_WIDEST: Final = 100.0
_LONGEST: Final = 1e10


@dataclass(frozen=True)
class Cusum:
    """Tabular sums of each row in units of sigma; NaN beyond its last value. `reason` says why a row has none."""

    high: Floats
    low: Floats
    h: float
    reason: Words

    def why(self, row: int) -> str | None:
        """Why a row has no chart; None where it has."""
        return str(self.reason[row]) or None

    def path(self, row: int) -> tuple[tuple[float, float], ...]:
        """The (high, low) sums after each value of a row."""
        return tuple((float(high), float(low)) for high, low in zip(self.high[row], self.low[row], strict=True) if not np.isnan(high))

    def first_high_at(self, row: int) -> int | None:
        """The first value, counted from 1, whose high sum exceeds the limit; None where none does."""
        return _first(self.high[row] > self.h)

    def first_low_at(self, row: int) -> int | None:
        """The first value, counted from 1, whose low sum exceeds the limit; None where none does."""
        return _first(self.low[row] > self.h)


def cusum(values: Floats, *, centre: ArrayLike, sigma: ArrayLike, k: float, h: float) -> Cusum:
    """The sums of each row: high = max(0, high + z - k), low = max(0, low - z - k), z = (value - centre) / sigma."""
    (values,) = compact(values)
    middle, spread = column(centre), column(sigma)
    with np.errstate(invalid="ignore", divide="ignore"):
        z = (values - middle[:, None]) / spread[:, None]
    high, low = np.full(z.shape, np.nan), np.full(z.shape, np.nan)
    above = below = np.zeros(len(z))
    for step in range(z.shape[1]):
        above, below = np.maximum(0, above + z[:, step] - k), np.maximum(0, below - z[:, step] - k)
        high[:, step], low[:, step] = above, below
    bad = [np.isnan(spread + middle), spread == 0, spread < 0]
    reason = np.select(bad, [TOO_FEW_POINTS, ZERO_VARIANCE, OUT_OF_RANGE], "")
    return Cusum(high, low, h, np.broadcast_to(np.asarray(reason, dtype=np.str_), len(z)))


def _first(signals: ArrayLike) -> int | None:
    at = np.flatnonzero(signals)
    return int(at[0]) + 1 if at.size else None


@dataclass(frozen=True)
class XmrLimits:
    """Limits of an individuals chart from a baseline; eight points or more before they count."""

    centre: Quantity
    mean_moving_range: Quantity
    sigma_hat: Quantity
    ucl: Quantity
    lcl: Quantity
    ucl_mr: Quantity


def xmr_limits(baseline: Floats) -> XmrLimits:
    """Centre and three-sigma limits of each row, sigma from the mean moving range of its scores in order."""
    (scores,) = compact(baseline)
    middle = mean(scores)
    ranges = np.abs(np.diff(scores, axis=1))
    moving = mean(ranges) if ranges.shape[1] else np.full(len(scores), np.nan)
    few, two = (counts(scores) < 1, TOO_FEW_POINTS), (counts(scores) < 2, TOO_FEW_POINTS)
    sigma = moving / MOVING_RANGE_PER_SIGMA
    return XmrLimits(
        centre=quantity(middle, few),
        mean_moving_range=quantity(moving, two),
        sigma_hat=quantity(sigma, two),
        ucl=quantity(middle + 3 * sigma, two),
        lcl=quantity(middle - 3 * sigma, two),
        ucl_mr=quantity(MOVING_RANGE_LIMIT * moving, two),
    )


@dataclass(frozen=True)
class RunSignals:
    """Positions, counted from 1 in the list as given, at which each run test signals; `zones` says why the first three have none."""

    beyond_3sigma: tuple[int, ...]
    two_of_3_beyond_2sigma: tuple[int, ...]
    four_of_5_beyond_1sigma: tuple[int, ...]
    eight_same_side: tuple[int, ...]
    zones: Quantity


def run_signals(values: Floats, *, centre: float, sigma: float) -> RunSignals:
    """The four run tests on one series. The last point of a run must itself lie in the zone; beyond is strict; missing is skipped."""
    positions = np.flatnonzero(~np.isnan(values))
    away = values[positions] - centre
    spread = quantity(sigma, missing(sigma, centre), (sigma == 0, ZERO_VARIANCE), (sigma < 0, OUT_OF_RANGE))
    unit = float(spread.value[0])

    def signals(zone: float, least: int, window: int) -> tuple[int, ...]:
        found: set[int] = set()
        for side in (away, -away):
            inside = side > zone
            found |= {at for at in range(len(side)) if inside[at] and inside[max(0, at - window + 1) : at + 1].sum() >= least}
        return tuple(int(positions[at]) + 1 for at in sorted(found))

    with np.errstate(invalid="ignore"):
        return RunSignals(signals(3 * unit, 1, 1), signals(2 * unit, 2, 3), signals(unit, 4, 5), signals(0.0, 8, 8), spread)


@dataclass(frozen=True)
class RunLengths:
    """How many observations pass on average before a cumulative sum signals: with no change, and with a shift in sigmas."""

    one_sided_in_control: Quantity
    two_sided_in_control: Quantity
    one_sided_shift_half: Quantity
    one_sided_shift_1: Quantity
    one_sided_shift_2: Quantity


def cusum_run_lengths(k: float, h: float) -> RunLengths:
    """Average run lengths of the sum with reference value `k` and limit `h`, both in sigmas, by the integral equation of Page.

    Undefined as out of range where the limit is below 0 or above 100, or a length is too long to be found to six figures.
    """
    bad = (missing(k, h), outside(h, 0, _WIDEST))
    usable = not np.isnan(k) and 0 <= h <= _WIDEST
    lengths = [_run_length(k, h, shift) if usable else np.nan for shift in (0.0, 0.5, 1.0, 2.0)]
    none, half, one, two = (quantity(each, *bad) for each in lengths)
    return RunLengths(none, quantity(none.value / 2, *bad), half, one, two)


def _run_length(k: float, h: float, shift: float) -> float:
    """L(z) = 1 + L(0) P(next sum is 0) + integral of L(x) times the density of x; Gauss-Legendre nodes, the sum starting at 0."""
    nodes, weights = np.polynomial.legendre.leggauss(_NODES + int(_NODES_PER_SIGMA * h))
    x = np.concatenate([[0.0], h * (nodes + 1) / 2])
    density = np.exp(-((x[None, 1:] - x[:, None] + k - shift) ** 2) / 2) / np.sqrt(2 * np.pi)
    step = np.column_stack([normal_below(k - shift - x), density * weights * h / 2])
    try:
        length = float(np.linalg.solve(np.eye(len(x)) - step, np.ones(len(x)))[0])
    except np.linalg.LinAlgError:
        return np.nan
    return length if 1 <= length <= _LONGEST else np.nan
