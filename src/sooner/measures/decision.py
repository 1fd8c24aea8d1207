"""What each published decision rule says about a child's scores against the aimline.

A rule's outcome is evidence for a named person, who decides. Times in weeks; `direction` says whether an increase or a decrease is
better, and every residual is signed so that above 0 is better than the aimline. Sources: Mirkin and Deno's data-point and trend rules
as summarised by Ardoin et al. 2013; median rule, Van Norman, Nelson and Parker 2018 (here the median residual).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from sooner.measures.aimline import ON_THE_LINE, AimlineRows, against_aimline, insufficient_unless, last_of, median_rule, sign_word
from sooner.measures.bayes import Aim, Posterior, Prior, posterior
from sooner.measures.charts import Cusum, cusum
from sooner.measures.distributions import t_points
from sooner.measures.quantity import (
    OUT_OF_RANGE,
    SINGLE_TIME_POINT,
    TOO_FEW_POINTS,
    ZERO_VARIANCE,
    Floats,
    Quantity,
    Words,
    quantity,
)
from sooner.measures.series import counts
from sooner.measures.slopes import exact_fit, least_squares, theil_sen

Direction = Literal["increase", "decrease"]
RUN_LENGTH = 4
LEAST_FOR_TREND = 6
TREND_ALPHA = 0.10


@dataclass(frozen=True)
class CusumRule:
    """Reference value `k` and decision limit `h` in units of `sigma`, the error SD of one score."""

    k: float
    h: float
    sigma: float | None


@dataclass(frozen=True)
class Decisions:
    """Every rule for many children, one row each; `residuals` are signed, in time order."""

    n_used: Floats
    aimline_slope: Quantity
    residuals: Floats
    data_point_4: Words
    median_3: Words
    trend_point: Words
    trend_test: Words
    theil_sen_point: Words
    projection: Words
    ols_slope: Quantity
    se_slope: Quantity
    t_vs_aim: Quantity
    theil_sen_slope: Quantity
    projected_at_goal_date: Quantity
    bayes: Posterior | None
    cusum: Cusum | None


@dataclass(frozen=True)
class BayesOutcome:
    """The Bayes rule for one child; a None is explained in the decision's `undefined`."""

    posterior_slope_mean: float | None
    posterior_slope_sd: float | None
    posterior_intercept_mean: float | None
    prob_slope_below_aim: float | None
    prob_reach_goal: float | None
    outcome: str


@dataclass(frozen=True)
class CusumOutcome:
    """The path of (low, high) sums in units of residual over sigma, and the first observation (from 1) that signals, if any."""

    path_low_high: tuple[tuple[float, float], ...]
    first_low_signal_obs: int | None
    first_high_signal_obs: int | None


@dataclass(frozen=True)
class Decision:
    """Every rule for one child. Outcomes: below, on, above, mixed, undetermined, insufficient; projection on_track or off_track.

    A None has its reason under its name in `undefined`.
    """

    n_used: int
    aimline_slope: float | None
    residuals_last4: tuple[float, ...]
    data_point_4: str
    median_3: str
    trend_point: str
    trend_test: str
    theil_sen_point: str
    projection: str
    ols_slope: float | None
    se_slope: float | None
    t_vs_aim: float | None
    theil_sen_slope: float | None
    projected_at_goal_date: float | None
    bayes: BayesOutcome | None
    cusum: CusumOutcome | None
    undefined: Mapping[str, str]


def decide(
    *,
    direction: Direction,
    b0: float,
    t0: float,
    goal: float,
    t_goal: float,
    obs: Sequence[tuple[float, float | None]],
    bayes: Prior | None = None,
    cusum: CusumRule | None = None,
) -> Decision:
    """Every rule for one child: baseline `b0` at week `t0`, goal `goal` at week `t_goal`, `obs` of (week, score or None)."""
    t = np.array([[week for week, _ in obs] or [np.nan]], dtype=np.float64)
    y = np.array([[np.nan if score is None else score for _, score in obs] or [np.nan]], dtype=np.float64)
    sign = 1.0 if direction == "increase" else -1.0
    found = decide_all(sign=sign, b0=b0, t0=t0, goal=goal, t_goal=t_goal, t=t, y=y, bayes=bayes, cusum_rule=cusum)
    return _one(found)


def decide_all(
    *,
    sign: ArrayLike,
    b0: ArrayLike,
    t0: ArrayLike,
    goal: ArrayLike,
    t_goal: ArrayLike,
    t: Floats,
    y: Floats,
    bayes: Prior | None = None,
    cusum_rule: CusumRule | None = None,
) -> Decisions:
    """Every rule for many children: one value for all, or one for each row; `t` and `y` one row a child, NaN where missing.

    Only scores after the baseline (t > t0) count; the scores of one moment count once, as their median.
    """
    rows = against_aimline(sign=sign, b0=b0, t0=t0, goal=goal, t_goal=t_goal, t=t, y=y)
    return _with_trends(rows, _slope_known(rows), bayes, _charted(cusum_rule, rows.residuals))


def _slope_known(rows: AimlineRows) -> Quantity:
    aim = rows.aim
    slopes = aim.slope + np.zeros(len(rows.y))
    return quantity(slopes, (aim.weeks == 0, SINGLE_TIME_POINT), (aim.weeks < 0, OUT_OF_RANGE), (np.isnan(aim.slope), TOO_FEW_POINTS))


def _charted(rule: CusumRule | None, residuals: Floats) -> Cusum | None:
    if rule is None:
        return None
    return cusum(residuals, centre=0.0, sigma=np.nan if rule.sigma is None else rule.sigma, k=rule.k, h=rule.h)


def _with_trends(rows: AimlineRows, aimline_slope: Quantity, bayes: Prior | None, chart: Cusum | None) -> Decisions:
    aim, residuals, n = rows.aim, rows.residuals, counts(rows.y)
    line, robust = least_squares(rows.x, rows.y), theil_sen(rows.x, rows.y)
    exact = exact_fit(line)
    gap = aim.sign * (line.slope.value - aim.slope)
    with np.errstate(invalid="ignore", divide="ignore"):
        statistic = gap / line.se_slope.value
    t_vs_aim = quantity(statistic, *_same_causes(line.se_slope), *_same_causes(aimline_slope), (exact, ZERO_VARIANCE))
    projected = quantity(line.intercept.value + line.slope.value * aim.weeks, *_same_causes(line.slope))
    enough = n >= LEAST_FOR_TREND
    return Decisions(
        n_used=n,
        aimline_slope=aimline_slope,
        residuals=residuals,
        data_point_4=run_of_points(residuals, RUN_LENGTH),
        median_3=median_rule(residuals),
        trend_point=sign_word(gap, enough),
        trend_test=_tested(gap, statistic, n, exact),
        theil_sen_point=sign_word(aim.sign * (robust.slope.value - aim.slope), enough),
        projection=_projection(aim, projected.value, enough),
        ols_slope=line.slope,
        se_slope=line.se_slope,
        t_vs_aim=t_vs_aim,
        theil_sen_slope=robust.slope,
        projected_at_goal_date=projected,
        bayes=None if bayes is None else posterior(bayes, aim, rows.x, rows.y),
        cusum=chart,
    )


def _same_causes(source: Quantity) -> tuple[tuple[ArrayLike, str], ...]:
    """The reasons of another quantity as causes for one computed from it."""
    return tuple((source.reason == word, word) for word in np.unique(source.reason) if word)


def run_of_points(residuals: Floats, k: int) -> Words:
    """The data-point rule: the last `k` residuals all below, all above, or mixed. A score on the line breaks the run."""
    last = last_of(residuals, k)
    words = np.select([(last < -ON_THE_LINE).all(axis=1), (last > ON_THE_LINE).all(axis=1)], ["below", "above"], "mixed")
    return insufficient_unless(counts(residuals) >= k, words)


def _tested(gap: Floats, statistic: Floats, n: Floats, exact: ArrayLike) -> Words:
    limit = t_points(np.where(n >= LEAST_FOR_TREND, n - 2, np.nan), 1 - TREND_ALPHA)
    certain = np.select([gap < -ON_THE_LINE, gap > ON_THE_LINE], ["below", "above"], "undetermined")
    with np.errstate(invalid="ignore"):
        tested = np.select([statistic < -limit, statistic > limit], ["below", "above"], "undetermined")
    return insufficient_unless(n >= LEAST_FOR_TREND, np.where(exact, certain, tested))


def _projection(aim: Aim, value: Floats, enough: ArrayLike) -> Words:
    return insufficient_unless(enough, np.where(aim.sign * (value - aim.goal) >= -ON_THE_LINE, "on_track", "off_track"))


def _one(found: Decisions) -> Decision:
    """The first row, with the reason of every None."""
    names = ("aimline_slope", "ols_slope", "se_slope", "t_vs_aim", "theil_sen_slope", "projected_at_goal_date")
    quantities: dict[str, Quantity] = {name: getattr(found, name) for name in names}
    undefined = {name: why for name, each in quantities.items() if (why := each.why(0))}
    bayes, bayes_reasons = _one_posterior(found.bayes)
    chart, chart_reasons = _one_chart(found.cusum)
    decision = Decision(
        n_used=int(found.n_used[0]),
        residuals_last4=tuple(float(each) for each in last_of(found.residuals, RUN_LENGTH)[0] if not np.isnan(each)),
        data_point_4=str(found.data_point_4[0]),
        median_3=str(found.median_3[0]),
        trend_point=str(found.trend_point[0]),
        trend_test=str(found.trend_test[0]),
        theil_sen_point=str(found.theil_sen_point[0]),
        projection=str(found.projection[0]),
        aimline_slope=found.aimline_slope.at(0),
        ols_slope=found.ols_slope.at(0),
        se_slope=found.se_slope.at(0),
        t_vs_aim=found.t_vs_aim.at(0),
        theil_sen_slope=found.theil_sen_slope.at(0),
        projected_at_goal_date=found.projected_at_goal_date.at(0),
        bayes=bayes,
        cusum=chart,
        undefined={},
    )
    return replace(decision, undefined=undefined | bayes_reasons | chart_reasons)


def _one_posterior(found: Posterior | None) -> tuple[BayesOutcome | None, dict[str, str]]:
    if found is None:
        return None, {"bayes": TOO_FEW_POINTS}
    names = (
        "posterior_slope_mean",
        "posterior_slope_sd",
        "posterior_intercept_mean",
        "prob_slope_below_aim",
        "prob_reach_goal",
    )
    quantities: dict[str, Quantity] = {name: getattr(found, name) for name in names}
    values = {name: each.at(0) for name, each in quantities.items()}
    reasons = {f"bayes.{name}": why for name, each in quantities.items() if (why := each.why(0))}
    return BayesOutcome(**values, outcome=str(found.outcome[0])), reasons


def _one_chart(found: Cusum | None) -> tuple[CusumOutcome | None, dict[str, str]]:
    if found is None:
        return None, {}
    why = found.why(0)
    if why:
        return None, {"cusum": why, "cusum.path_low_high": why}
    path = tuple((low, high) for high, low in found.path(0))
    return CusumOutcome(path, found.first_low_at(0), found.first_high_at(0)), {}
