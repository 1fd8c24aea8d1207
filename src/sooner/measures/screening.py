"""How well a screen finds need: sensitivity and its kin, at the local base rate, in two stages, and where to cut.

Intervals of proportions: Wilson 1927. Standard error of the area: DeLong, DeLong and Clarke-Pearson 1988. An empty denominator leaves a
quantity undefined.
"""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import ArrayLike

from sooner.measures.distributions import Z95
from sooner.measures.overlap import compare
from sooner.measures.quantity import TOO_FEW_POINTS, ZERO_VARIANCE, Floats, Quantity, Range, column, missing, outside, quantity
from sooner.measures.series import mean, variance

Causes = tuple[tuple[ArrayLike, str], ...]
GATE_SENSITIVITY: Final = 0.90


@dataclass(frozen=True)
class TwoByTwo:
    """A screen's result against true need."""

    sensitivity: Quantity
    specificity: Quantity
    ppv: Quantity
    npv: Quantity
    lr_plus: Quantity
    lr_minus: Quantity
    accuracy: Quantity
    kappa: Quantity
    youden: Quantity
    prevalence: Quantity
    sensitivity_ci95: Range
    specificity_ci95: Range
    diagnostic_odds_ratio: Quantity


def two_by_two(tp: ArrayLike, fp: ArrayLike, fn: ArrayLike, tn: ArrayLike) -> TwoByTwo:
    """Accuracy of a screen from its counts: true and false positives, false and true negatives."""
    a, b, c, d = (column(each) for each in (tp, fp, fn, tn))
    n = a + b + c + d
    bad = (missing(n), *(outside(each, 0, np.inf) for each in (a, b, c, d)))
    sensitivity, specificity = _share(a, a + c, bad), _share(d, b + d, bad)
    both = (*bad, (a + c == 0, TOO_FEW_POINTS), (b + d == 0, TOO_FEW_POINTS))
    with np.errstate(invalid="ignore", divide="ignore"):
        se, sp = a / (a + c), d / (b + d)
        chance = ((a + b) * (a + c) + (c + d) * (b + d)) / n**2
        kappa = ((a + d) / n - chance) / (1 - chance)
    return TwoByTwo(
        sensitivity=sensitivity,
        specificity=specificity,
        ppv=_share(a, a + b, bad),
        npv=_share(d, c + d, bad),
        lr_plus=_share(a * (b + d), b * (a + c), both),
        lr_minus=_share(c * (b + d), d * (a + c), both),
        accuracy=_share(a + d, n, bad),
        kappa=quantity(kappa, *bad, (n == 0, TOO_FEW_POINTS), (chance == 1, ZERO_VARIANCE)),
        youden=quantity(se + sp - 1, *both),
        prevalence=_share(a + c, n, bad),
        sensitivity_ci95=wilson(a, a + c, bad),
        specificity_ci95=wilson(d, b + d, bad),
        diagnostic_odds_ratio=_share(a * d, b * c, bad),
    )


def _share(part: Floats, whole: Floats, bad: Causes) -> Quantity:
    with np.errstate(invalid="ignore", divide="ignore"):
        return quantity(part / whole, *bad, (whole == 0, TOO_FEW_POINTS))


def wilson(part: Floats, whole: Floats, bad: Causes = ()) -> Range:
    """The 95 % score interval of a proportion."""
    with np.errstate(invalid="ignore", divide="ignore"):
        p, shrink = part / whole, 1 + Z95**2 / whole
        centre = (p + Z95**2 / (2 * whole)) / shrink
        half = Z95 / shrink * np.sqrt(p * (1 - p) / whole + Z95**2 / (4 * whole**2))
    causes = (*bad, (whole == 0, TOO_FEW_POINTS))
    return Range(quantity(centre - half, *causes), quantity(centre + half, *causes))


@dataclass(frozen=True)
class PostTest:
    """What a flag means at a base rate; `flag_rate` is the share of children flagged."""

    ppv: Quantity
    npv: Quantity
    flag_rate: Quantity


def post_test(sensitivity: ArrayLike, specificity: ArrayLike, base_rate: ArrayLike) -> PostTest:
    """The chance that a flag, or the lack of one, is right; all three given as shares from 0 to 1."""
    se, sp, p = column(sensitivity), column(specificity), column(base_rate)
    bad = (missing(se, sp, p), outside(se, 0, 1), outside(sp, 0, 1), outside(p, 0, 1))
    flagged, cleared = se * p + (1 - sp) * (1 - p), sp * (1 - p) + (1 - se) * p
    return PostTest(_share(se * p, flagged, bad), _share(sp * (1 - p), cleared, bad), quantity(flagged, *bad))


@dataclass(frozen=True)
class TwoStage(PostTest):
    """Two screens one after the other, both needed for a flag."""

    net_sensitivity: Quantity
    net_specificity: Quantity
    gate1_flag_rate: Quantity


def gated_two_stage(*, sens_1: ArrayLike, spec_1: ArrayLike, sens_2: ArrayLike, spec_2: ArrayLike, base_rate: ArrayLike) -> TwoStage:
    """A second screen for those the first flags, taken to be independent of it given true need."""
    se1, sp1, se2, sp2 = (column(each) for each in (sens_1, spec_1, sens_2, spec_2))
    bad = (missing(se1, sp1, se2, sp2), *(outside(each, 0, 1) for each in (se1, sp1, se2, sp2)))
    sensitivity, specificity = se1 * se2, 1 - (1 - sp1) * (1 - sp2)
    within = [np.where(bad[0][0], np.nan, each) for each in (sensitivity, specificity)]
    after, first = post_test(within[0], within[1], base_rate), post_test(sens_1, spec_1, base_rate)
    return TwoStage(
        ppv=_marked(after.ppv, bad),
        npv=_marked(after.npv, bad),
        flag_rate=_marked(after.flag_rate, bad),
        net_sensitivity=quantity(sensitivity, *bad),
        net_specificity=quantity(specificity, *bad),
        gate1_flag_rate=first.flag_rate,
    )


def _marked(source: Quantity, bad: Causes) -> Quantity:
    own = [(source.reason == word, word) for word in np.unique(source.reason) if word]
    return quantity(source.value, *bad, *own)


@dataclass(frozen=True)
class Area:
    """The area under the curve with DeLong's standard error and its interval within 0 to 1."""

    auc: Quantity
    se_delong: Quantity
    ci95: Range


def area_under_curve(with_need: Floats, without_need: Floats, sign: ArrayLike = 1.0) -> Area:
    """The chance that a child with need scores on the needier side of one without, ties half; `sign` +1 where higher means need."""
    pairs = compare(without_need, with_need, column(sign))
    few, one = ((pairs.m < 1) | (pairs.n < 1), TOO_FEW_POINTS), ((pairs.m < 2) | (pairs.n < 2), TOO_FEW_POINTS)
    by_need, by_none = _mean_over(pairs.q, 1), _mean_over(pairs.q, 2)
    area = mean(by_need)
    with np.errstate(invalid="ignore", divide="ignore"):
        se = np.sqrt(variance(by_need) / pairs.n + variance(by_none) / pairs.m)
    ends = Range(quantity(np.maximum(area - Z95 * se, 0), few, one), quantity(np.minimum(area + Z95 * se, 1), few, one))
    return Area(quantity(area, few), quantity(se, few, one), ends)


def _mean_over(q: Floats, axis: int) -> Floats:
    present = ~np.isnan(q)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(present, q, 0.0).sum(axis=axis) / present.sum(axis=axis), dtype=np.float64)


@dataclass(frozen=True)
class CutPoint:
    """Flag at this score or above, and how accurate that is."""

    cut_at_or_above: Quantity
    sensitivity: Quantity
    specificity: Quantity


def cut_point(with_need: Floats, without_need: Floats, rule: Literal["max_youden", "first_gate"] = "max_youden") -> CutPoint:
    """The best cut among the scores seen: the largest Youden index, ties to the higher sensitivity.

    `first_gate` takes the highest specificity among cuts with a sensitivity of at least .90, as a first universal screen should.
    """
    need, none = with_need[~np.isnan(with_need)], without_need[~np.isnan(without_need)]
    cuts = np.unique(np.concatenate([need, none]))
    found, spared = (need[None, :] >= cuts[:, None]).sum(axis=1), (none[None, :] < cuts[:, None]).sum(axis=1)
    few = (not (need.size and none.size), TOO_FEW_POINTS)
    if few[0]:
        return CutPoint(*(quantity(np.nan, few) for _ in range(3)))
    youden = found * none.size + spared * need.size
    allowed = found >= GATE_SENSITIVITY * need.size if rule == "first_gate" else found >= 0
    first = spared if rule == "first_gate" else youden
    best = max(np.flatnonzero(allowed), key=lambda at: (first[at], found[at]))
    return CutPoint(quantity(cuts[best]), quantity(found[best] / need.size), quantity(spared[best] / none.size))
