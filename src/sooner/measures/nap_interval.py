"""The interval of NAP: roots of Newcombe's fifth method (2006), found where they truly are.

mn (NAP - x)^2 (2 - x)(1 + x) = z^2 x (1 - x) [2 + h + (1 + 2h) x (1 - x)], h = (m + n)/2 - 1. At NAP = 1 the equation has the trivial
root 1, which is not the lower end: it is divided out. At 0 likewise, mirrored.
"""

import numpy as np

from sooner.measures.distributions import Z95
from sooner.measures.quantity import Floats

# Each step halves the bracket: 1e-15 after fifty.
_HALVINGS = 50


def nap_interval(nap: Floats, m: Floats, n: Floats) -> tuple[Floats, Floats]:
    """The 95 % interval of each NAP from phases of m and n points; NaN where NAP is."""
    lower = _lower(nap, m, n)
    return lower, 1 - _lower(1 - nap, m, n)


def _lower(nap: Floats, m: Floats, n: Floats) -> Floats:
    """The root below NAP: 0 for NAP 0, and for NAP 1 the root that is left once (1 - x) is divided out."""
    with np.errstate(invalid="ignore"):
        low, high = np.zeros_like(nap), np.where(np.isnan(nap), 0.0, nap)
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            outside = _is_below_the_root(middle, nap, m, n)
            low, high = np.where(outside, middle, low), np.where(outside, high, middle)
    return np.where(np.isnan(nap), np.nan, np.where(nap == 0, 0.0, (low + high) / 2))


def _is_below_the_root(x: Floats, nap: Floats, m: Floats, n: Floats) -> Floats:
    h = (m + n) / 2 - 1
    away = np.where(nap == 1, 1 - x, (nap - x) ** 2)
    chance = np.where(nap == 1, x, x * (1 - x))
    left = m * n * away * (2 - x) * (1 + x)
    return np.asarray(left > Z95**2 * chance * (2 + h + (1 + 2 * h) * x * (1 - x)))
