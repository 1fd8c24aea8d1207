"""Scores as arrays: one row for each series, NaN where a score is missing or the series is shorter than the longest.

The conventions are one place: missing is dropped before computing, scores are rounded to the measure's declared decimals before any
comparison, and several scores of one moment count once, as their median.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from sooner.measures.quantity import NOISE, Flags, Floats

_NEAR_HALF: Final = 1e-6


def padded(series: Sequence[Sequence[float | None]]) -> Floats:
    """Lists of scores as one array; None is missing. At least one column, so that an empty series is a missing score."""
    width = max((len(each) for each in series), default=0)
    rows = np.full((len(series), max(width, 1)), np.nan)
    for row, each in enumerate(series):
        rows[row, : len(each)] = [np.nan if score is None else score for score in each]
    return rows


def compact(scores: Floats, *alongside: Floats) -> tuple[Floats, ...]:
    """Each row with its missing scores moved to the end, order kept; arrays `alongside` (times) move and blank with it."""
    present = ~np.isnan(scores)
    for each in alongside:
        present &= ~np.isnan(each)
    if present.all():
        return (scores, *alongside)
    order = np.argsort(~present, axis=1, kind="stable")
    width = max(int(present.sum(axis=1).max(initial=0)), 1)
    kept = np.take_along_axis(present, order, axis=1)[:, :width]
    return tuple(np.where(kept, np.take_along_axis(each, order, axis=1)[:, :width], np.nan) for each in (scores, *alongside))


def rounded(scores: Floats, decimals: int | None) -> Floats:
    """Scores at the declared number of decimals, halves as in exact arithmetic on the stored number; None leaves them alone."""
    if decimals is None:
        return scores
    scaled = scores * 10.0**decimals
    near = np.rint(scaled) / 10.0**decimals
    halves = np.abs(np.abs(scaled - np.trunc(scaled)) - 0.5) < _NEAR_HALF
    near[halves] = [round(float(each), decimals) for each in scores[halves]]
    return near


def counts(scores: Floats) -> Floats:
    """How many scores each row has."""
    return np.asarray((~np.isnan(scores)).sum(axis=1), dtype=np.float64)


def total(values: Floats) -> Floats:
    """The sum of each row, missing left out; 0 for an empty row."""
    return np.asarray(np.where(np.isnan(values), 0.0, values).sum(axis=1), dtype=np.float64)


def mean(scores: Floats) -> Floats:
    """The mean of each row; NaN for an empty one."""
    with np.errstate(invalid="ignore"):
        return total(scores) / counts(scores)


def variance(scores: Floats) -> Floats:
    """The sample variance (n - 1) of each row; NaN for fewer than two scores, exactly 0 for a constant row."""
    n = counts(scores)
    with np.errstate(invalid="ignore", divide="ignore"):
        spread = total((scores - mean(scores)[:, None]) ** 2) / np.where(n > 1, n - 1, np.nan)
    return np.where(is_constant(scores) & (n > 1), 0.0, spread)


def median(scores: Floats) -> Floats:
    """The median of each row of a compact or padded array; NaN for an empty row."""
    ordered = np.sort(scores, axis=-1)
    n = (~np.isnan(ordered)).sum(axis=-1)
    low, high = np.maximum((n - 1) // 2, 0), np.minimum(n // 2, scores.shape[-1] - 1)
    pick = [np.take_along_axis(ordered, each[..., None], axis=-1)[..., 0] for each in (low, high)]
    return np.where(n > 0, (pick[0] + pick[1]) / 2, np.nan)


def scale(*scores: Floats) -> Floats:
    """The largest absolute value of each row, over all arrays: what rounding noise is judged against."""
    largest = [np.abs(np.where(np.isnan(each), 0.0, each)).max(axis=1) for each in scores]
    return np.asarray(np.max(largest, axis=0), dtype=np.float64)


def is_constant(scores: Floats) -> Flags:
    """Whether all scores of a row are equal in exact arithmetic; an empty row is."""
    absent = np.isnan(scores)
    top = np.where(absent, -np.inf, scores).max(axis=1)
    bottom = np.where(absent, np.inf, scores).min(axis=1)
    return np.asarray(top - bottom <= NOISE * scale(scores))


def one_per_moment(t: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Rows in order of time with the scores of one moment replaced by their median, missing dropped; times equal to 1e-9 are one."""
    order = np.argsort(np.where(np.isnan(y), np.nan, t), axis=1, kind="stable")
    y, t = compact(np.take_along_axis(y, order, axis=1), np.take_along_axis(t, order, axis=1))
    repeated = (np.diff(t, axis=1) <= 1e-9).any(axis=1)
    for row in np.flatnonzero(repeated):
        times, scores = _collapsed(t[row], y[row])
        t[row], y[row] = np.nan, np.nan
        t[row, : len(times)], y[row, : len(times)] = times, scores
    return t, y


def _collapsed(t: Floats, y: Floats) -> tuple[Floats, list[float]]:
    t, y = t[~np.isnan(y)], y[~np.isnan(y)]
    starts = np.flatnonzero(np.diff(t, prepend=-np.inf) > 1e-9)
    return t[starts], [float(np.median(each)) for each in np.split(y, starts[1:])]
