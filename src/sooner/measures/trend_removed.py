"""Tau after the baseline's trend is taken off both phases (Tarlow 2017), with ties judged exactly.

Comparing detrended doubles directly splits residuals that tie in exact arithmetic; here a difference within rounding noise is a tie.
"""

from dataclasses import dataclass

import numpy as np

from sooner.measures.overlap import Overlap, compare, nap, tau
from sooner.measures.quantity import NOISE, TOO_FEW_POINTS, Flags, Floats, Quantity, quantity
from sooner.measures.series import compact, counts, scale
from sooner.measures.slopes import theil_sen


@dataclass(frozen=True)
class CorrectedTau(Overlap):
    """Tau of the residuals, with the Theil-Sen line of the baseline against session number that was removed."""

    slope: Quantity
    intercept: Quantity


def tau_bc(a: Floats, b: Floats, sign: Floats) -> CorrectedTau:
    """Baseline-corrected Tau without a pre-test of the trend; sessions are numbered 1 to m, then on, missing ones left out."""
    (a,), (b,) = compact(a), compact(b)
    m, n = counts(a), counts(b)
    line = theil_sen(_sessions(a, np.zeros_like(m)), a)
    left_a, left_b = (scores - line.slope.value[:, None] * _sessions(scores, start) for scores, start in ((a, np.zeros_like(m)), (b, m)))
    noise = NOISE * (scale(a, b) + np.abs(line.slope.value) * (m + n))
    found = tau(nap(compare(left_a, left_b, sign, noise)))
    few = ((m < 2) | (n < 1), TOO_FEW_POINTS)
    return CorrectedTau(
        est=_with(found.est, few),
        se_unbiased=_with(found.se_unbiased, few),
        se_hanley=_with(found.se_hanley, few),
        se_null=_with(found.se_null, few),
        ci_lower=_with(found.ci_lower, few),
        ci_upper=_with(found.ci_upper, few),
        slope=_with(line.slope, few),
        intercept=_with(line.intercept, few),
    )


def _with(found: Quantity, few: tuple[Flags, str]) -> Quantity:
    return quantity(found.value, few, (found.reason != "", TOO_FEW_POINTS))


def _sessions(scores: Floats, after: Floats) -> Floats:
    return np.where(np.isnan(scores), np.nan, after[:, None] + np.arange(1.0, scores.shape[1] + 1))
