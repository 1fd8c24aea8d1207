"""The Tau-U family with every denominator in use, so that any published variant can be recognised.

Source: Parker, Vannest, Davis and Sauber 2011; the tie-corrected variance is Kendall's. Each variant is a rank correlation of the scores
with a coding of time: baseline order reversed where its trend is taken off, tied where a trend is left out.
"""

from dataclasses import dataclass

import numpy as np

from sooner.measures.distributions import normal_two_sided
from sooner.measures.quantity import NOISE, TOO_FEW_POINTS, ZERO_VARIANCE, Flags, Floats, Quantity, quantity
from sooner.measures.series import compact, counts, scale


@dataclass(frozen=True)
class RankTest:
    """Kendall's S with its test, and S over three numbers of pairs: tau-b's, Parker's, and all pairs of the scores compared."""

    S: Quantity
    var_S_tie_corrected: Quantity
    z: Quantity
    p_two_sided: Quantity
    tau_b: Quantity
    pairs_parker: Quantity
    tau_parker: Quantity
    pairs_all: Quantity
    tau_a_all_pairs: Quantity


@dataclass(frozen=True)
class TauU:
    """The six members of the family."""

    AvB: RankTest
    A_trend: RankTest
    B_trend: RankTest
    AvB_minus_Atrend: RankTest
    AvB_plus_Btrend: RankTest
    AvB_plus_Btrend_minus_Atrend: RankTest


def tau_u_family(a: Floats, b: Floats) -> TauU:
    """The family for phases `a` and `b`, one row a series, an increase counted as improvement."""
    (a,), (b,) = compact(a), compact(b)
    m, n = counts(a), counts(b)
    both = np.concatenate([a, b], axis=1)
    order_a, order_b = _order(a), _order(b)
    reversed_a = np.where(np.isnan(a), np.nan, m[:, None] + 1 - order_a)
    none_a, none_b = np.where(np.isnan(a), np.nan, 0.0), np.where(np.isnan(b), np.nan, 0.0)
    after = m[:, None] + 1
    empty = (m < 1) | (n < 1)

    def contrast(first: Floats, second: Floats, parker: Floats) -> RankTest:
        return _tested(both, np.concatenate([first, second], axis=1), parker, empty)

    return TauU(
        AvB=contrast(none_a, none_b + 1, m * n),
        A_trend=_tested(a, order_a, m * (m - 1) / 2, m < 2),
        B_trend=_tested(b, order_b, n * (n - 1) / 2, n < 2),
        AvB_minus_Atrend=contrast(reversed_a, none_b + after, m * n),
        AvB_plus_Btrend=contrast(none_a, order_b + after, m * n + n * (n - 1) / 2),
        AvB_plus_Btrend_minus_Atrend=contrast(reversed_a, order_b + after, (m + n) * (m + n - 1) / 2),
    )


def _order(scores: Floats) -> Floats:
    return np.where(np.isnan(scores), np.nan, np.arange(1.0, scores.shape[1] + 1))


def _tested(y: Floats, x: Floats, parker: Floats, few: Flags) -> RankTest:
    """The correlation of scores with a coding of time."""
    n = counts(y)
    rank_y, rank_x = _signs(y), _signs(x)
    s = (rank_y * rank_x).sum(axis=(1, 2)) / 2
    ties_y, ties_x = _tie_sizes(y, rank_y), _tie_sizes(x, rank_x)
    spread = _variance(n, ties_y, ties_x)
    pairs = n * (n - 1) / 2
    loose_y, loose_x = (pairs - (ties * (ties - 1)).sum(axis=1) / 2 for ties in (ties_y, ties_x))
    with np.errstate(invalid="ignore", divide="ignore"):
        z = s / np.sqrt(spread)
        tau_b = s / np.sqrt(loose_y * loose_x)
        over_parker, over_all = s / parker, s / pairs
    absent, flat = (few, TOO_FEW_POINTS), (spread <= 0, ZERO_VARIANCE)
    return RankTest(
        S=quantity(s, absent),
        var_S_tie_corrected=quantity(spread, absent),
        z=quantity(z, absent, flat),
        p_two_sided=quantity(normal_two_sided(z), absent, flat),
        tau_b=quantity(tau_b, absent, (loose_y * loose_x == 0, ZERO_VARIANCE)),
        pairs_parker=quantity(parker, absent),
        tau_parker=quantity(over_parker, absent),
        pairs_all=quantity(pairs, absent),
        tau_a_all_pairs=quantity(over_all, absent),
    )


def _signs(values: Floats) -> Floats:
    """+1, 0 or -1 for each ordered pair of a row; 0 for a missing one and for differences within rounding noise."""
    step = values[:, None, :] - values[:, :, None]
    noise = (NOISE * scale(values))[:, None, None]
    with np.errstate(invalid="ignore"):
        return np.asarray((step > noise).astype(np.float64) - (step < -noise), dtype=np.float64)


def _tie_sizes(values: Floats, signs: Floats) -> Floats:
    """The size of each group of tied values, once a group; 0 elsewhere."""
    present = ~np.isnan(values)
    same = (signs == 0) & present[:, None, :] & present[:, :, None]
    first = np.argmax(same, axis=2) == np.arange(values.shape[1])
    return np.asarray(np.where(present & first, same.sum(axis=2), 0.0), dtype=np.float64)


def _variance(n: Floats, t: Floats, u: Floats) -> Floats:
    """The variance of S with ties of sizes `t` and `u` in the two rankings."""

    def summed(sizes: Floats, kind: int) -> Floats:
        falling = sizes * (sizes - 1)
        return np.asarray((falling * (1.0 if kind == 1 else sizes - 2 if kind == 2 else 2 * sizes + 5)).sum(axis=1), dtype=np.float64)

    spread = (n * (n - 1) * (2 * n + 5) - summed(t, 0) - summed(u, 0)) / 18
    pairs, triples = n * (n - 1), n * (n - 1) * (n - 2)
    spread = spread + np.where(pairs > 0, summed(t, 1) * summed(u, 1) / (2 * np.where(pairs > 0, pairs, 1)), 0)
    return spread + np.where(triples > 0, summed(t, 2) * summed(u, 2) / (9 * np.where(triples > 0, triples, 1)), 0)
