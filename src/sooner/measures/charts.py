"""Control charts for counts of incidents and attendance: XmR limits, run tests, and the cumulative sum.

Sources: Shewhart 1931; Western Electric 1956; Page 1954. For growth measures use the decision rules instead.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from sooner.measures.quantity import OUT_OF_RANGE, TOO_FEW_POINTS, ZERO_VARIANCE, Floats, Words, column
from sooner.measures.series import compact


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
