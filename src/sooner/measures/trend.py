"""The trend of one measure: lines, rates of improvement two ways, and how far each score depends on the one before.

A rate of improvement is always labelled with how it was got; from first to last score it needs about 14 weeks to be usable
(Christ, Monaghen, Zopluoglu and Van Norman 2013).
"""

from dataclasses import dataclass

import numpy as np

from sooner.measures.quantity import SINGLE_TIME_POINT, TOO_FEW_POINTS, ZERO_VARIANCE, Floats, Quantity, quantity
from sooner.measures.series import compact, counts, is_constant, mean, median, total
from sooner.measures.slopes import least_squares, siegel, theil_sen

LEAST_FOR_MEDIANS = 6


@dataclass(frozen=True)
class Trend:
    """Everything said of the trend of a series; slopes and rates in score points a week."""

    n_used: Quantity
    ols_slope: Quantity
    ols_intercept: Quantity
    see: Quantity
    se_slope: Quantity
    t: Quantity
    p_two_sided: Quantity
    ci95_lower: Quantity
    ci95_upper: Quantity
    r2: Quantity
    theil_sen_slope: Quantity
    theil_sen_intercept: Quantity
    siegel_slope: Quantity
    lag1_autocorrelation: Quantity
    roi_median3: Quantity
    roi_pre_post: Quantity


def trend(t: Floats, y: Floats) -> Trend:
    """The trend of each row of scores `y` at weeks `t`, in any order, NaN where missing."""
    order = np.argsort(t, axis=1, kind="stable")
    y, t = compact(np.take_along_axis(y, order, axis=1), np.take_along_axis(t, order, axis=1))
    line, robust = least_squares(t, y), theil_sen(t, y)
    return Trend(
        n_used=quantity(line.n),
        ols_slope=line.slope,
        ols_intercept=line.intercept,
        see=line.see,
        se_slope=line.se_slope,
        t=line.t,
        p_two_sided=line.p_two_sided,
        ci95_lower=line.ci95_lower,
        ci95_upper=line.ci95_upper,
        r2=line.r2,
        theil_sen_slope=robust.slope,
        theil_sen_intercept=robust.intercept,
        siegel_slope=siegel(t, y).slope,
        lag1_autocorrelation=lag1_autocorrelation(y),
        roi_median3=_rate(t, y, of=3, least=LEAST_FOR_MEDIANS),
        roi_pre_post=_rate(t, y, of=1, least=2),
    )


def lag1_autocorrelation(y: Floats) -> Quantity:
    """The correlation of each score with the one before, about the mean of the series; scores in order of time."""
    (y,) = compact(y)
    away = y - mean(y)[:, None]
    with np.errstate(invalid="ignore", divide="ignore"):
        value = total(away[:, 1:] * away[:, :-1]) / total(away**2)
    return quantity(value, (counts(y) < 2, TOO_FEW_POINTS), (is_constant(y), ZERO_VARIANCE))


def _rate(t: Floats, y: Floats, *, of: int, least: int) -> Quantity:
    """From the median of the first `of` scores to that of the last, over the same for their times."""
    n = counts(y).astype(np.int64)
    width = y.shape[1]
    first = np.broadcast_to(np.minimum(np.arange(of), width - 1), (len(y), of))
    last = np.clip(n[:, None] - of + np.arange(of), 0, width - 1)
    rise, run = (
        median(np.take_along_axis(each, last, axis=1)) - median(np.take_along_axis(each, first, axis=1)) for each in (y, t)
    )
    with np.errstate(invalid="ignore", divide="ignore"):
        return quantity(rise / run, (n < least, TOO_FEW_POINTS), (run == 0, SINGLE_TIME_POINT))
