"""Every single-case effect size of a baseline and a treatment phase, for one series or many.

Which to show: NAP with its interval, the log response ratio as per cent change, and per cent of goal where there is a goal; PND and Tau-U
only where somebody asks for them.
"""

from dataclasses import dataclass

from sooner.measures.means import (
    Estimate,
    Phases,
    log_odds_ratio,
    log_ratio_of_medians,
    log_response_ratio,
    percent_of_goal,
    phase,
    smallest_step,
    smd_baseline,
    smd_pooled,
)
from sooner.measures.overlap import Overlap, compare, ird, nap, pand, pem, pnd, tau, tau_u
from sooner.measures.quantity import Floats, Quantity, Words
from sooner.measures.series import compact
from sooner.measures.trend_removed import CorrectedTau, tau_bc

SCALES = ("count", "rate", "proportion", "percentage", "other")


@dataclass(frozen=True)
class EffectSizes:
    """The indices, under the names they are published by."""

    NAP: Overlap
    Tau: Overlap
    Tau_BC: CorrectedTau
    Tau_U: Quantity
    PND: Quantity
    PEM: Quantity
    PAND: Quantity
    IRD: Quantity
    SMD_baseline: Estimate
    SMD_baseline_uncorrected: Estimate
    SMD_pool: Estimate
    LRRi: Estimate
    LRRd: Estimate
    LRRi_uncorrected: Estimate
    LOR: Estimate
    LRM: Estimate
    PoGO: Estimate


def effect_sizes(
    a: Floats, b: Floats, *, sign: Floats, scale: Words, intervals: Floats, observation_minutes: Floats, goal: Floats
) -> EffectSizes:
    """All indices for phases `a` and `b` (one row a series, already at their declared decimals, NaN missing).

    One value a row: `sign` +1 where an increase is wanted; `scale` one of SCALES; NaN where intervals, minutes or goal do not apply.
    """
    (a,), (b,) = compact(a), compact(b)
    pairs = compare(a, b, sign)
    overlap, kept = nap(pairs), pand(pairs, b, sign)
    phases = Phases(phase(a), phase(b), sign, scale, smallest_step(scale, observation_minutes, intervals))
    return EffectSizes(
        NAP=overlap,
        Tau=tau(overlap),
        Tau_BC=tau_bc(a, b, sign),
        Tau_U=tau_u(pairs, a, sign),
        PND=pnd(pairs),
        PEM=pem(a, b, sign),
        PAND=kept,
        IRD=ird(kept, pairs.m, pairs.n),
        SMD_baseline=smd_baseline(phases),
        SMD_baseline_uncorrected=smd_baseline(phases, corrected=False),
        SMD_pool=smd_pooled(phases),
        LRRi=log_response_ratio(phases, wanted=1.0),
        LRRd=log_response_ratio(phases, wanted=-1.0),
        LRRi_uncorrected=log_response_ratio(phases, wanted=1.0, corrected=False),
        LOR=log_odds_ratio(phases),
        LRM=log_ratio_of_medians(phases),
        PoGO=percent_of_goal(phases, goal),
    )
