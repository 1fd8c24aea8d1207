"""Trend lines through one series or many: least squares, Theil and Sen, Siegel.

Source: progress-monitoring conventions; Theil 1950, Sen 1968, Siegel 1982. Times in weeks, slopes in score points a week.
"""

from dataclasses import dataclass

import numpy as np

from sooner.measures.distributions import t_points, t_two_sided
from sooner.measures.quantity import NOISE, SINGLE_TIME_POINT, TOO_FEW_POINTS, ZERO_VARIANCE, Flags, Floats, Quantity, quantity
from sooner.measures.series import compact, counts, is_constant, mean, median, scale, total


@dataclass(frozen=True)
class Line:
    """A least-squares line: `see` is the SD of scores about it; an exact fit has `see` 0, no test, and an interval of no width."""

    n: Floats
    slope: Quantity
    intercept: Quantity
    see: Quantity
    se_slope: Quantity
    t: Quantity
    p_two_sided: Quantity
    ci95_lower: Quantity
    ci95_upper: Quantity
    r2: Quantity


@dataclass(frozen=True)
class RobustLine:
    """A line from the median of pairwise slopes."""

    slope: Quantity
    intercept: Quantity


def least_squares(t: Floats, y: Floats) -> Line:
    """The line of each row. Two points give a slope and intercept only; one time point gives nothing."""
    y, t = compact(y, t)
    n, centre, middle = counts(y), mean(t), mean(y)
    dt, dy = t - centre[:, None], y - middle[:, None]
    with np.errstate(invalid="ignore", divide="ignore"):
        sxx = total(dt**2)
        slope = total(dt * dy) / sxx
        left = _without_noise(dy - slope[:, None] * dt, y)
        sse, syy = total(left**2), total(dy**2)
        see = np.sqrt(sse / (n - 2))
        se = see / np.sqrt(sxx)
        statistic = slope / se
        spread = t_points(n - 2, 0.975) * se
        p = t_two_sided(statistic, np.where(n > 2, n - 2, np.nan))
        r2 = 1 - sse / syy
    few, same = (n < 2, TOO_FEW_POINTS), (is_constant(t), SINGLE_TIME_POINT)
    three, exact = (n < 3, TOO_FEW_POINTS), (sse == 0, ZERO_VARIANCE)
    return Line(
        n=n,
        slope=quantity(slope, few, same),
        intercept=quantity(middle - slope * centre, few, same),
        see=quantity(see, few, same, three),
        se_slope=quantity(se, few, same, three),
        t=quantity(statistic, few, same, three, exact),
        p_two_sided=quantity(p, few, same, three, exact),
        ci95_lower=quantity(slope - spread, few, same, three),
        ci95_upper=quantity(slope + spread, few, same, three),
        r2=quantity(r2, few, same, three, (is_constant(y), ZERO_VARIANCE)),
    )


def _without_noise(left: Floats, y: Floats) -> Floats:
    """Residuals, all 0 where none exceeds rounding noise: an exact fit is exact."""
    exact = np.where(np.isnan(left), 0.0, np.abs(left)).max(axis=1) <= NOISE * scale(y)
    return np.where(exact[:, None] & ~np.isnan(left), 0.0, left)


def theil_sen(t: Floats, y: Floats) -> RobustLine:
    """The median of the slopes of all pairs of points at different times, and the median intercept for that slope."""
    y, t = compact(y, t)
    first, second = np.triu_indices(y.shape[1], 1)
    slope = median(_slopes(t[:, second] - t[:, first], y[:, second] - y[:, first], t)) if first.size else np.full(len(y), np.nan)
    return _robust(slope, t, y)


def siegel(t: Floats, y: Floats) -> RobustLine:
    """The median over points of the median slope from each point to the others (repeated medians)."""
    y, t = compact(y, t)
    pairs = _slopes(t[:, None, :] - t[:, :, None], y[:, None, :] - y[:, :, None], t)
    return _robust(median(median(pairs)), t, y)


def _slopes(dt: Floats, dy: Floats, t: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        noise = (NOISE * scale(t)).reshape(-1, *([1] * (dt.ndim - 1)))
        return np.where(np.abs(dt) > noise, dy / dt, np.nan)


def _robust(slope: Floats, t: Floats, y: Floats) -> RobustLine:
    few, same = (counts(y) < 2, TOO_FEW_POINTS), (is_constant(t), SINGLE_TIME_POINT)
    return RobustLine(quantity(slope, few, same), quantity(median(y - slope[:, None] * t), few, same))


def exact_fit(line: Line) -> Flags:
    """Whether every point of a row with three or more lies on its line."""
    return np.asarray((line.see.value == 0) & (line.n > 2))
