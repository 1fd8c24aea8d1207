"""Norm-referenced scores: from one scale to another, their error, and the difference of two.

A flat standard score means growth at the rate of peers, not "no progress". Numbers or arrays of one row each.
"""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import ArrayLike

from sooner.measures.distributions import Z95, normal_below, normal_point, normal_two_sided
from sooner.measures.quantity import (
    OUT_OF_RANGE,
    ZERO_VARIANCE,
    Flags,
    Floats,
    Quantity,
    Range,
    Words,
    column,
    missing,
    outside,
    quantity,
)

Scale = Literal["standard_100_15", "scaled_10_3", "t_50_10", "percentile"]
SCORE_SCALES: Final[tuple[Scale, ...]] = ("standard_100_15", "scaled_10_3", "t_50_10", "percentile")
CENTRES: Final[dict[str, tuple[float, float]]] = {"standard_100_15": (100, 15), "scaled_10_3": (10, 3), "t_50_10": (50, 10)}
NCE_SD: Final = 21.06306
STANDARD_SD: Final = 15.0


@dataclass(frozen=True)
class Score:
    """One score on every scale; `error` is `out_of_range` for a percentile of 0 or 100 and beyond, otherwise ""."""

    z: Quantity
    standard_100_15: Quantity
    scaled_10_3: Quantity
    t_50_10: Quantity
    percentile: Quantity
    stanine: Quantity
    nce: Quantity
    error: Words


def standard_score(scale: Scale, value: ArrayLike) -> Score:
    """A score given on one scale, on all of them."""
    given = column(value)
    bad: Flags = np.zeros(given.shape, dtype=bool)
    if scale == "percentile":
        bad = (given <= 0) | (given >= 100)
        z = np.array([normal_point(each / 100) if 0 < each < 100 else np.nan for each in given])
    else:
        centre, spread = CENTRES[scale]
        z = (given - centre) / spread
    causes = (missing(given), (bad, OUT_OF_RANGE))
    percentile = given if scale == "percentile" else 100 * normal_below(z)
    return Score(
        z=quantity(z, *causes),
        standard_100_15=quantity(100 + 15 * z, *causes),
        scaled_10_3=quantity(10 + 3 * z, *causes),
        t_50_10=quantity(50 + 10 * z, *causes),
        percentile=quantity(percentile, *causes),
        stanine=quantity(np.clip(np.floor(2 * z + 5.5 + 1e-12), 1, 9), *causes),
        nce=quantity(50 + NCE_SD * z, *causes),
        error=np.where(bad, OUT_OF_RANGE, ""),
    )


@dataclass(frozen=True)
class ScoreInterval:
    """The error of a standard score: about the score seen, and about the true score it estimates."""

    sem: Quantity
    observed_ci: Range
    true_score: Quantity
    true_score_ci: Range


def score_interval(standard_score: ArrayLike, reliability: ArrayLike, confidence: ArrayLike = 0.95) -> ScoreInterval:
    """Intervals of a score with mean 100 and SD 15 at a confidence strictly between 0 and 1."""
    x, r, level = column(standard_score), column(reliability), column(confidence)
    z = np.array([_two_sided_point(each) for each in level])
    bad = (missing(r), outside(r, 0, 1))
    known, levelled = (*bad, missing(x)), (missing(level), (np.isnan(z), OUT_OF_RANGE))
    with np.errstate(invalid="ignore"):
        sem, true_se = STANDARD_SD * np.sqrt(1 - r), STANDARD_SD * np.sqrt(r * (1 - r))
    true = 100 + r * (x - 100)
    return ScoreInterval(
        sem=quantity(sem, *bad),
        observed_ci=Range(quantity(x - z * sem, *known, *levelled), quantity(x + z * sem, *known, *levelled)),
        true_score=quantity(true, *known),
        true_score_ci=Range(quantity(true - z * true_se, *known, *levelled), quantity(true + z * true_se, *known, *levelled)),
    )


def _two_sided_point(confidence: float) -> float:
    if confidence == 0.95:
        return Z95
    return normal_point((1 + confidence) / 2) if 0 < confidence < 1 else np.nan


@dataclass(frozen=True)
class ScoreDifference:
    """Whether two scores of one child differ by more than error; `critical_95` is the smallest difference that does."""

    se_diff: Quantity
    z: Quantity
    p_two_sided: Quantity
    critical_95: Quantity


def score_difference(
    *, score_1: ArrayLike, score_2: ArrayLike, reliability_1: ArrayLike, reliability_2: ArrayLike, sd: ArrayLike = STANDARD_SD
) -> ScoreDifference:
    """The difference of two scores on one scale with an SD and their own reliabilities."""
    one, two, r1, r2, spread = (column(each) for each in (score_1, score_2, reliability_1, reliability_2, sd))
    bad = (missing(r1, r2, spread), outside(r1, 0, 1), outside(r2, 0, 1), outside(spread, 0, np.inf))
    with np.errstate(invalid="ignore", divide="ignore"):
        se: Floats = spread * np.sqrt(2 - r1 - r2)
        z = (one - two) / se
    judged = (*bad, missing(one, two), (se == 0, ZERO_VARIANCE))
    return ScoreDifference(
        se_diff=quantity(se, *bad),
        z=quantity(z, *judged),
        p_two_sided=quantity(normal_two_sided(z), *judged),
        critical_95=quantity(Z95 * se, *bad),
    )
