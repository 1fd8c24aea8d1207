"""Numbers that may not exist: each value carries the reason it is undefined, so that no NaN, infinity or silent 0 is ever shown."""

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
Words: TypeAlias = NDArray[np.str_]

TOO_FEW_POINTS: Final = "too_few_points"
ZERO_VARIANCE: Final = "zero_variance"
ZERO_MEAN: Final = "zero_mean"
GOAL_EQUALS_BASELINE: Final = "goal_equals_baseline"
NOT_ON_RATIO_SCALE: Final = "not_on_ratio_scale"
OUT_OF_RANGE: Final = "out_of_range"
SINGLE_TIME_POINT: Final = "single_time_point"
REASONS: Final = (
    TOO_FEW_POINTS,
    ZERO_VARIANCE,
    ZERO_MEAN,
    GOAL_EQUALS_BASELINE,
    NOT_ON_RATIO_SCALE,
    OUT_OF_RANGE,
    SINGLE_TIME_POINT,
)

# Differences below this share of the largest value are rounding noise: equal in exact arithmetic.
NOISE: Final = 1e-11


@dataclass(frozen=True)
class Quantity:
    """One value for each row; NaN where undefined, and then `reason` holds a word of REASONS (otherwise "")."""

    value: Floats
    reason: Words

    def at(self, row: int) -> float | None:
        """The value of one row; None where undefined."""
        return None if self.reason[row] else float(self.value[row])

    def why(self, row: int) -> str | None:
        """Why the value of one row is undefined; None where it is not."""
        return str(self.reason[row]) or None


def quantity(value: ArrayLike, *causes: tuple[ArrayLike, str]) -> Quantity:
    """Values with the conditions that make them undefined, the first that holds giving the reason.

    What is not finite without a named cause has left the range of numbers: `out_of_range`.
    """
    values = np.array(value, dtype=np.float64, ndmin=1)
    reason = np.full(values.shape, "", dtype="<U20")
    for condition, word in reversed(causes):
        reason[np.broadcast_to(np.asarray(condition, dtype=bool), values.shape)] = word
    reason[(reason == "") & ~np.isfinite(values)] = OUT_OF_RANGE
    values[reason != ""] = np.nan
    return Quantity(values, reason)


def missing(*inputs: ArrayLike) -> tuple[Flags, str]:
    """The cause of a value whose inputs were not given (NaN)."""
    absent = np.zeros(np.broadcast_shapes(*(np.shape(each) for each in inputs)), dtype=bool)
    for each in inputs:
        absent = absent | np.isnan(np.asarray(each, dtype=np.float64))
    return absent, TOO_FEW_POINTS


def column(value: ArrayLike) -> Floats:
    """One number, or one for each row, as an array."""
    return np.array(value, dtype=np.float64, ndmin=1)


@dataclass(frozen=True)
class Verdict:
    """One word or truth for each row; where undefined, `reason` says why (otherwise "")."""

    value: Words | Flags
    reason: Words

    def at(self, row: int) -> str | bool | None:
        """The word or truth of one row; None where undefined."""
        if self.reason[row]:
            return None
        found = self.value[row]
        return bool(found) if self.value.dtype == np.bool_ else str(found)

    def why(self, row: int) -> str | None:
        """Why one row is undefined; None where it is not."""
        return str(self.reason[row]) or None


def verdict(value: Words | Flags, source: Quantity) -> Verdict:
    """Words or truths that are undefined wherever the quantity they come from is."""
    return Verdict(value, source.reason)


@dataclass(frozen=True)
class Range:
    """A lower and an upper end, shown together or not at all."""

    lower: Quantity
    upper: Quantity


def outside(value: ArrayLike, low: float, high: float) -> tuple[Flags, str]:
    """The cause of a value that must lie between two ends, both allowed."""
    values = column(value)
    return (values < low) | (values > high), OUT_OF_RANGE
