"""The normal and Student t distributions, without a statistics package; accurate to about 1e-13."""

from functools import cache
from math import erfc, lgamma, sqrt
from statistics import NormalDist
from typing import Final

import numpy as np

from sooner.measures.quantity import Floats

# The two-sided 95 % point of the normal, used everywhere so that every interval agrees.
Z95: Final = 1.959963985
_TINY = 1e-300
_CONVERGED = 1e-15
_ROUNDS = 300


def normal_below(z: Floats) -> Floats:
    """The probability that a standard normal value lies below each z (NaN gives NaN)."""
    flat = [0.5 * erfc(-each / sqrt(2)) for each in np.ravel(z)]
    return np.array(flat, dtype=np.float64).reshape(np.shape(z))


def normal_two_sided(z: Floats) -> Floats:
    """The probability of a standard normal value at least as far from 0 as each z."""
    flat = [erfc(abs(each) / sqrt(2)) for each in np.ravel(z)]
    return np.array(flat, dtype=np.float64).reshape(np.shape(z))


@cache
def normal_point(probability: float) -> float:
    """The value below which a standard normal lies with a probability strictly between 0 and 1."""
    return NormalDist().inv_cdf(probability)


def t_two_sided(t: Floats, df: Floats) -> Floats:
    """The probability of a Student t value at least as far from 0 as each t; `df` positive."""
    t, df = np.broadcast_arrays(np.asarray(t, dtype=np.float64), np.asarray(df, dtype=np.float64))
    return _beta_share(df / (df + t * t), t * t / (df + t * t), df / 2, np.full(t.shape, 0.5))


@cache
def t_point(df: int, probability: float) -> float:
    """The value that Student t stays below with a probability above one half; `df` at least 1."""
    target = 2 * (1 - probability)
    low, high = 0.0, 1.0
    while _two_sided_at(high, df) > target:
        low, high = high, 2 * high
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if _two_sided_at(middle, df) > target else (low, middle)
    return (low + high) / 2


def t_points(df: Floats, probability: float) -> Floats:
    """`t_point` for each row; NaN where there are no degrees of freedom."""
    found = np.full(np.shape(df), np.nan)
    for each in np.unique(df[df >= 1]):
        found[df == each] = t_point(int(each), probability)
    return found


def _two_sided_at(t: float, df: int) -> float:
    return float(t_two_sided(np.array([t]), np.array([float(df)]))[0])


def _beta_share(x: Floats, rest: Floats, a: Floats, b: Floats) -> Floats:
    """The regularised incomplete beta function at x = 1 - rest, on whichever side its continued fraction converges fast."""
    swap = x > (a + 1) / (a + b + 2)
    first, second, at = np.where(swap, b, a), np.where(swap, a, b), np.where(swap, rest, x)
    log_beta = np.array([lgamma(p) + lgamma(q) - lgamma(p + q) for p, q in zip(np.ravel(a), np.ravel(b), strict=True)]).reshape(x.shape)
    with np.errstate(divide="ignore", invalid="ignore"):
        front = np.exp(first * np.log(at) + second * np.log(np.where(swap, x, rest)) - log_beta) / first
        share = front * _beta_fraction(at, first, second)
    return np.asarray(np.where(swap, 1 - share, share), dtype=np.float64)


def _beta_fraction(x: Floats, a: Floats, b: Floats) -> Floats:
    """Lentz's evaluation of the continued fraction of the incomplete beta function."""
    c = np.ones_like(x)
    d = 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    value = d.copy()
    m, moving = 0, True
    while moving and m < _ROUNDS:
        m += 1
        for step in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 / _away_from_zero(1 + step * d)
            c = _away_from_zero(1 + step / c)
            value = value * c * d
        moving = bool(np.any(np.abs(c * d - 1) > _CONVERGED))
    return value


def _away_from_zero(value: Floats) -> Floats:
    return np.asarray(np.where(np.abs(value) < _TINY, _TINY, value), dtype=np.float64)
