"""Effect sizes from means and medians: standardised differences, response ratios, odds ratio, per cent of goal.

Sources: Pustejovsky 2015, 2018 (response ratios and odds ratio); Bonett and Price 2020 (ratio of medians); Ferron and others (per cent of
goal obtained). Standard errors assume independent scores. A phase of one point has no variance of its own.
"""

from dataclasses import dataclass
from math import comb
from typing import Final

import numpy as np

from sooner.measures.distributions import Z95, normal_point
from sooner.measures.quantity import (
    GOAL_EQUALS_BASELINE,
    NOISE,
    NOT_ON_RATIO_SCALE,
    OUT_OF_RANGE,
    TOO_FEW_POINTS,
    ZERO_MEAN,
    ZERO_VARIANCE,
    Flags,
    Floats,
    Quantity,
    Words,
    quantity,
)
from sooner.measures.series import compact, counts, mean, median, scale, variance

# The largest value of each bounded scale.
FULL: Final = {"proportion": 1.0, "percentage": 100.0}
Causes = tuple[tuple[Flags | Floats, str], ...]


@dataclass(frozen=True)
class Estimate:
    """An effect size with its standard error and 95 % normal interval."""

    est: Quantity
    se: Quantity
    ci_lower: Quantity
    ci_upper: Quantity


@dataclass(frozen=True)
class Phase:
    """One phase in numbers: `n` points, mean, sample variance (NaN for one point) and median."""

    scores: Floats
    n: Floats
    mean: Floats
    variance: Floats


@dataclass(frozen=True)
class Phases:
    """Baseline `a` and treatment `b`; `sign` +1 where an increase is wanted; `step` is the smallest change of a mean that can show,
    1/D (0 where the scale has none)."""

    a: Phase
    b: Phase
    sign: Floats
    scale: Words
    step: Floats

    @property
    def few(self) -> tuple[Flags, str]:
        """A phase without points."""
        return (self.a.n < 1) | (self.b.n < 1), TOO_FEW_POINTS

    @property
    def single(self) -> tuple[Flags, str]:
        """A phase with fewer than two points."""
        return (self.a.n < 2) | (self.b.n < 2), TOO_FEW_POINTS


def phase(scores: Floats) -> Phase:
    """The summary of a phase, one row a series."""
    (scores,) = compact(scores)
    return Phase(scores, counts(scores), mean(scores), variance(scores))


def smallest_step(scale: Words, minutes: Floats, intervals: Floats) -> Floats:
    """1/D for each series: D is 1 for counts, the minutes of a rate, the intervals of a proportion (over 100 for a percentage)."""
    with np.errstate(invalid="ignore", divide="ignore"):
        per = np.select(
            [scale == "count", scale == "rate", scale == "proportion", scale == "percentage"],
            [np.ones_like(minutes), minutes, intervals, intervals / 100],
            np.inf,
        )
        return np.asarray(np.where(per > 0, 1 / per, 0.0), dtype=np.float64)


def estimate(est: Floats, se: Floats, causes: Causes, se_causes: Causes) -> Estimate:
    """An estimate with its interval; `se_causes` leave the estimate defined."""
    with np.errstate(invalid="ignore", over="ignore"):
        lower, upper = est - Z95 * se, est + Z95 * se
    unsure = (*causes, *se_causes)
    return Estimate(quantity(est, *causes), quantity(se, *unsure), quantity(lower, *unsure), quantity(upper, *unsure))


def smd_baseline(phases: Phases, *, corrected: bool = True) -> Estimate:
    """The difference of means in baseline SDs, with the small-sample correction unless told otherwise."""
    a, b = phases.a, phases.b
    with np.errstate(invalid="ignore", divide="ignore"):
        df = a.n - 1
        j = 1 - 3 / (4 * df - 1) if corrected else np.ones_like(df)
        d = phases.sign * j * (b.mean - a.mean) / np.sqrt(a.variance)
        se = j * np.sqrt(1 / a.n + b.variance / (b.n * a.variance) + d**2 / (2 * df))
    causes = (phases.few, (a.n < 2, TOO_FEW_POINTS), (a.variance == 0, ZERO_VARIANCE))
    return estimate(d, se, causes, (phases.single,))


def smd_pooled(phases: Phases) -> Estimate:
    """The difference of means in pooled SDs; a phase of one point contributes no variance."""
    a, b = phases.a, phases.b
    with np.errstate(invalid="ignore", divide="ignore"):
        df = a.n + b.n - 2
        squares = [np.where(each.n > 1, (each.n - 1) * each.variance, 0.0) for each in (a, b)]
        pooled = (squares[0] + squares[1]) / df
        j = 1 - 3 / (4 * df - 1)
        d = phases.sign * j * (b.mean - a.mean) / np.sqrt(pooled)
        se = j * np.sqrt(1 / a.n + 1 / b.n + d**2 / (2 * df))
    return estimate(d, se, (phases.few, (df < 1, TOO_FEW_POINTS), (pooled == 0, ZERO_VARIANCE)), ())


def log_response_ratio(phases: Phases, *, wanted: float, corrected: bool = True) -> Estimate:
    """The log of the ratio of means, positive for improvement where `wanted` is +1 (LRRi), negative where it is -1 (LRRd).

    Where the other direction is wanted, a proportion or percentage is replaced by its complement and other scales change sign.
    """
    other = phases.sign != wanted
    full = np.select([phases.scale == name for name in FULL], list(FULL.values()), np.nan)
    turned = other & ~np.isnan(full)
    a, b = (_ratio_terms(each, np.where(turned, full - each.mean, each.mean), phases.step) for each in (phases.a, phases.b))
    with np.errstate(invalid="ignore", divide="ignore"):
        logs = [np.log(mean) + (spread / (2 * mean**2) if corrected else 0) for mean, spread in (a, b)]
        est = np.where(other & ~turned, -1.0, 1.0) * (logs[1] - logs[0])
        se = np.sqrt(sum(spread / mean**2 for mean, spread in (a, b)))
        zero, below = ((a[0] == 0) | (b[0] == 0), ZERO_MEAN), ((a[0] < 0) | (b[0] < 0), NOT_ON_RATIO_SCALE)
    causes: Causes = (phases.few, below, zero)
    return estimate(est, se, (*causes, phases.single) if corrected else causes, (phases.single,))


def _ratio_terms(of: Phase, middle: Floats, step: Floats) -> tuple[Floats, Floats]:
    """The mean kept off zero, and the variance of the mean, likewise; a negative mean is left as it is, to be refused."""
    with np.errstate(invalid="ignore", divide="ignore"):
        kept = np.where(middle < -NOISE, middle, np.maximum(_no_noise(middle, of), step / (2 * of.n)))
        spread = np.maximum(of.variance, step**2 / of.n**3) / of.n
    return kept, spread


def _no_noise(middle: Floats, of: Phase) -> Floats:
    """A mean that is 0 but for rounding is 0."""
    return np.where(np.abs(middle) <= NOISE * scale(of.scores), 0.0, middle)


def log_odds_ratio(phases: Phases) -> Estimate:
    """The log of the ratio of odds, for proportions and percentages."""
    full = np.select([phases.scale == name for name in FULL], list(FULL.values()), np.nan)
    parts = [_odds_terms(each, full, phases.step * np.where(phases.scale == "percentage", 1 / 100, 1.0)) for each in (phases.a, phases.b)]
    with np.errstate(invalid="ignore"):
        est = phases.sign * (parts[1][0] - parts[0][0])
        se = np.sqrt(parts[0][1] + parts[1][1])
        outside = _outside(phases.a, full) | _outside(phases.b, full)
    wrong, at_end = (np.isnan(full), NOT_ON_RATIO_SCALE), (~np.isfinite(est), ZERO_MEAN)
    return estimate(est, se, (wrong, phases.few, (outside, OUT_OF_RANGE), phases.single, at_end), ())


def _outside(of: Phase, full: Floats) -> Flags:
    return np.asarray(((of.scores < 0) | (of.scores > full[:, None])).any(axis=1))


def _odds_terms(of: Phase, full: Floats, step: Floats) -> tuple[Floats, Floats]:
    """The bias-corrected logit of a phase and its variance; `step` on the 0 to 1 scale."""
    n = of.n
    with np.errstate(invalid="ignore", divide="ignore"):
        end = step / (2 * n)
        middle = np.clip(of.mean / full, end, 1 - end)
        spread = np.maximum(of.variance / full**2, step**2 / n**3)
        odds = n * middle**2 * (1 - middle) ** 2
        return np.log(middle / (1 - middle)) - (2 * middle - 1) * spread / (2 * odds), spread / odds


def log_ratio_of_medians(phases: Phases) -> Estimate:
    """The log of the ratio of medians; its standard error comes from order statistics."""
    parts = [_median_terms(each) for each in (phases.a, phases.b)]
    middles = [median(each.scores) for each in (phases.a, phases.b)]
    with np.errstate(invalid="ignore"):
        est = phases.sign * (parts[1].log - parts[0].log)
        se = np.sqrt(parts[0].variance + parts[1].variance)
        causes: Causes = (phases.few, *_not_positive(np.minimum(*middles)))
        low = np.minimum(parts[0].lowest, parts[1].lowest)
        return estimate(est, se, causes, (phases.single, *_not_positive(low)))


def _not_positive(value: Floats) -> Causes:
    return (value < 0, NOT_ON_RATIO_SCALE), (value == 0, ZERO_MEAN)


@dataclass(frozen=True)
class _MedianTerms:
    log: Floats
    variance: Floats
    lowest: Floats


def _median_terms(of: Phase) -> _MedianTerms:
    """The log median, its variance from the order statistics `o1` and `o2` about it, and the lower of those."""
    ordered = np.sort(of.scores, axis=1)
    sizes = of.n.astype(np.int64)
    o1 = np.maximum(np.rint(of.n / 2 - np.sqrt(of.n)), 1).astype(np.int64)
    o2 = np.maximum(sizes - o1 + 1, 1)
    low, high = (np.take_along_axis(ordered, at[:, None] - 1, axis=1)[:, 0] for at in (o1, o2))
    z0 = np.full(len(sizes), np.nan)
    for size in np.unique(sizes[sizes > 1]):
        z0[sizes == size] = _order_statistic_z(int(size))
    with np.errstate(invalid="ignore", divide="ignore"):
        return _MedianTerms(np.log(median(of.scores)), ((np.log(high) - np.log(low)) / (2 * z0)) ** 2, low)


def _order_statistic_z(n: int) -> float:
    """How many SDs of the median the chosen order statistic lies from it, in a sample of n of at least two."""
    o1 = max(round(n / 2 - n**0.5), 1)
    return normal_point(1 - sum(comb(n, k) for k in range(o1)) / 2**n)


def percent_of_goal(phases: Phases, goal: Floats) -> Estimate:
    """How much of the way from the baseline mean to the goal the treatment mean has gone, in per cent; direction does not enter."""
    a, b = phases.a, phases.b
    way = goal - a.mean
    with np.errstate(invalid="ignore", divide="ignore"):
        est = 100 * (b.mean - a.mean) / way
        se = 100 * np.sqrt((a.variance / a.n + b.variance / b.n + (est / 100) ** 2 * a.variance / a.n) / way**2)
        there = np.abs(way) <= NOISE * np.maximum(np.abs(goal), scale(a.scores))
    absent = (np.isnan(goal), TOO_FEW_POINTS)
    return estimate(est, se, (phases.few, absent, (there, GOAL_EQUALS_BASELINE)), (phases.single,))
