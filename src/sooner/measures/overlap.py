"""How far two phases overlap: NAP, Tau, PND, PEM, PAND, robust IRD, and the baseline-corrected Tau-U.

Sources: Parker and Vannest 2009 (NAP); Parker, Vannest, Davis and Sauber 2011 (Tau-U); Parker, Vannest and Davis 2011 (the others).
`a` and `b` hold the two phases, one row a series, NaN where missing; `sign` is +1 where an increase is wanted, -1 where a decrease.
Standard errors assume independent scores.
"""

from dataclasses import dataclass

import numpy as np

from sooner.measures.nap_interval import nap_interval
from sooner.measures.quantity import NOISE, TOO_FEW_POINTS, Floats, Quantity, quantity
from sooner.measures.series import counts, median, scale


@dataclass(frozen=True)
class Overlap:
    """A non-overlap index with the three standard errors in use and the score interval of Newcombe's fifth method."""

    est: Quantity
    se_unbiased: Quantity
    se_hanley: Quantity
    se_null: Quantity
    ci_lower: Quantity
    ci_upper: Quantity


@dataclass(frozen=True)
class Comparisons:
    """All pairs of a score of A (second axis) with one of B (third): `q` is 1 where B is better, 1/2 tied, 0 worse, NaN missing."""

    m: Floats
    n: Floats
    q: Floats


def compare(a: Floats, b: Floats, sign: Floats, noise: Floats | None = None) -> Comparisons:
    """Every A score with every B score; differences within `noise` (default: rounding noise of the data) are ties."""
    difference = sign[:, None, None] * (b[:, None, :] - a[:, :, None])
    return Comparisons(counts(a), counts(b), _better(difference, NOISE * scale(a, b) if noise is None else noise))


def _better(difference: Floats, noise: Floats) -> Floats:
    tied = noise[:, None, None]
    with np.errstate(invalid="ignore"):
        q = 0.5 * (difference >= -tied) + 0.5 * (difference > tied)
    return np.where(np.isnan(difference), np.nan, q)


def nap(pairs: Comparisons) -> Overlap:
    """Non-overlap of all pairs: the chance that a B score is better than an A score, ties half."""
    m, n = pairs.m, pairs.n
    q = pairs.q
    present = ~np.isnan(q)
    with np.errstate(invalid="ignore", divide="ignore"):
        value = np.where(present, q, 0.0).sum(axis=(1, 2)) / (m * n)
        away = np.where(present, q - value[:, None, None], 0.0)
        q1 = (away.sum(axis=2) ** 2).sum(axis=1) / (m * n**2)
        q2 = (away.sum(axis=1) ** 2).sum(axis=1) / (m**2 * n)
        x = (away**2).sum(axis=(1, 2)) / (m * n)
        inside = np.clip(value, 1 / (2 * m * n), 1 - 1 / (2 * m * n))
        base = inside * (1 - inside)
        unbiased = np.sqrt((base + n * q1 + m * q2 - 2 * x) / ((m - 1) * (n - 1)))
        hanley = np.sqrt((base + (n - 1) * q1 + (m - 1) * q2) / (m * n))
        null = np.sqrt((m + n + 1) / (12 * m * n))
    lower, upper = nap_interval(value, m, n)
    few, two = ((m < 1) | (n < 1), TOO_FEW_POINTS), ((m < 2) | (n < 2), TOO_FEW_POINTS)
    return Overlap(
        est=quantity(value, few),
        se_unbiased=quantity(unbiased, two),
        se_hanley=quantity(hanley, few),
        se_null=quantity(null, few),
        ci_lower=quantity(lower, few),
        ci_upper=quantity(upper, few),
    )


def tau(of: Overlap) -> Overlap:
    """NAP on the scale from -1 to 1: 2 NAP - 1, standard errors doubled."""
    return Overlap(
        est=_mapped(of.est, 2, -1),
        se_unbiased=_mapped(of.se_unbiased, 2, 0),
        se_hanley=_mapped(of.se_hanley, 2, 0),
        se_null=_mapped(of.se_null, 2, 0),
        ci_lower=_mapped(of.ci_lower, 2, -1),
        ci_upper=_mapped(of.ci_upper, 2, -1),
    )


def _mapped(source: Quantity, times: float, plus: float) -> Quantity:
    return Quantity(times * source.value + plus, source.reason)


def tau_u(pairs: Comparisons, a: Floats, sign: Floats) -> Quantity:
    """Tau less the baseline's own trend, (S_AB - S_A) / (mn): the variant with denominator mn, which can leave [-1, 1]."""
    m, n = pairs.m, pairs.n
    between = np.where(np.isnan(pairs.q), 0.0, 2 * pairs.q - 1).sum(axis=(1, 2))
    with np.errstate(invalid="ignore", divide="ignore"):
        value = (between - sign * concordance(a)) / (m * n)
    return quantity(value, ((m < 1) | (n < 1), TOO_FEW_POINTS))


def concordance(scores: Floats) -> Floats:
    """Kendall's S of each row against its order: rises less falls over all pairs, ties 0."""
    noise = (NOISE * scale(scores))[:, None]
    found = np.zeros(len(scores))
    for gap in range(1, scores.shape[1]):
        step = scores[:, gap:] - scores[:, :-gap]
        with np.errstate(invalid="ignore"):
            found += (step > noise).sum(axis=1) - (step < -noise).sum(axis=1)
    return found


def pnd(pairs: Comparisons) -> Quantity:
    """The share of B better than every A."""
    present = ~np.isnan(pairs.q)
    beats_all = ((pairs.q == 1) | ~present).all(axis=1) & present.any(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return quantity(beats_all.sum(axis=1) / pairs.n, ((pairs.m < 1) | (pairs.n < 1), TOO_FEW_POINTS))


def pem(a: Floats, b: Floats, sign: Floats) -> Quantity:
    """The share of B better than the median of A, ties half."""
    m, n = counts(a), counts(b)
    difference = sign[:, None] * (b - median(a)[:, None])
    noise = (NOISE * scale(a, b))[:, None]
    with np.errstate(invalid="ignore", divide="ignore"):
        share = (0.5 * (difference >= -noise) + 0.5 * (difference > noise)).sum(axis=1) / n
    return quantity(share, ((m < 1) | (n < 1), TOO_FEW_POINTS))


def pand(pairs: Comparisons, b: Floats, sign: Floats) -> Quantity:
    """The largest share of points that can stay so that every A left is strictly worse than every B left."""
    m, n = pairs.m, pairs.n
    noise = (NOISE * scale(b))[:, None]
    kept = np.where(np.isnan(b), 0.0, (pairs.q == 1).sum(axis=1))
    for column in range(b.shape[1]):
        with np.errstate(invalid="ignore"):
            kept += sign[:, None] * (b[:, column : column + 1] - b) >= -noise
    most = np.maximum(np.where(np.isnan(b), 0.0, kept).max(axis=1), m)
    with np.errstate(invalid="ignore", divide="ignore"):
        return quantity(most / (m + n), ((m < 1) | (n < 1), TOO_FEW_POINTS))


def ird(of: Quantity, m: Floats, n: Floats) -> Quantity:
    """The robust improvement rate difference, from PAND."""
    with np.errstate(invalid="ignore", divide="ignore"):
        value = ((m + n) ** 2 * of.value - m**2 - n**2) / (2 * m * n)
    return quantity(value, (of.reason != "", TOO_FEW_POINTS))
