"""Every rule as evidence that grows with how far below the aimline a pupil seems, week by week, and the limit at which it speaks.

The arithmetic is that of the product: each rule calls the function the decision page calls.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from studies.decision_quality.pupils import AIM, POPULATION, WEEKS, Pupils

from sooner.measures.bayes import MEDIAN_OF_THREE_SD, Aim, Prior, posterior
from sooner.measures.charts import cusum
from sooner.measures.distributions import t_points
from sooner.measures.quantity import Floats
from sooner.measures.series import median
from sooner.measures.slopes import least_squares, theil_sen

LOOKS: Final = (6, 8, 10, 12, 15, 20, 30)
WEEKLY: Final = tuple(range(6, 21))
REVIEWS: Final = (8, 12, 16, 20)


@dataclass(frozen=True)
class Rule:
    """`evidence(pupils, week)` uses nothing later than that week; the rule says below where it is at least `limit`.

    `calendar` is when the rule is looked at by its own custom.
    """

    evidence: Callable[[Pupils, int], Floats]
    limit: float
    calendar: tuple[int, ...] = WEEKLY


def weeks(week: int, rows: int) -> Floats:
    """The times of the scores up to a week, one row a pupil."""
    return np.broadcast_to(np.arange(1.0, week + 1), (rows, week))


def residuals(of: Pupils, week: int) -> Floats:
    """Scores less the aimline, up to a week."""
    scores = of.scores[:, :week]
    return scores - of.baseline[:, None] - AIM * weeks(week, len(scores))


def run_below(of: Pupils, week: int) -> Floats:
    """How many scores in a row, up to now, lie below the aimline."""
    below = residuals(of, week)[:, ::-1] < 0
    return np.asarray(np.where(below.all(axis=1), week, np.argmin(below, axis=1)), dtype=np.float64)


def median_of_three(of: Pupils, week: int) -> Floats:
    """How far the median of the last three lies below the aimline."""
    return -median(residuals(of, week)[:, -3:])


def slope_short(of: Pupils, week: int) -> Floats:
    """How much flatter the least-squares slope is than the aimline."""
    scores = of.scores[:, :week]
    return AIM - least_squares(weeks(week, len(scores)), scores).slope.value


def slope_test(of: Pupils, week: int) -> Floats:
    """The same in its standard errors, over the limit of the test (one-sided 10 %)."""
    scores = of.scores[:, :week]
    line = least_squares(weeks(week, len(scores)), scores)
    return (AIM - line.slope.value) / line.se_slope.value / t_points(line.n - 2, 0.90)


def slope_interval(of: Pupils, week: int) -> Floats:
    """The same in its standard errors, over the end of a 75 % normal interval: a publisher's rule of likelihood."""
    scores = of.scores[:, :week]
    line = least_squares(weeks(week, len(scores)), scores)
    return (AIM - line.slope.value) / line.se_slope.value / 1.1503493803760079


def robust_slope_short(of: Pupils, week: int) -> Floats:
    """How much flatter the Theil-Sen slope is than the aimline."""
    scores = of.scores[:, :week]
    return AIM - theil_sen(weeks(week, len(scores)), scores).slope.value


def low_sum(k: float) -> Callable[[Pupils, int], Floats]:
    """The low cumulative sum with a reference value."""

    def evidence(of: Pupils, week: int) -> Floats:
        return cusum(residuals(of, week), centre=0.0, sigma=of.sigma, k=k, h=np.inf).low[:, -1]

    return evidence


def bayes(mean: float, spread: float, assumed: float = 1.0) -> Callable[[Pupils, int], Floats]:
    """P(true slope below the aim) with a prior; `assumed` multiplies the error SD that the rule believes in."""

    def evidence(of: Pupils, week: int) -> Floats:
        rows = len(of.baseline)
        sigma = assumed * of.sigma
        prior = Prior(sigma=sigma, prior_intercept_sd=MEDIAN_OF_THREE_SD * sigma, prior_slope_mean=mean, prior_slope_sd=spread)
        one = np.ones(rows)
        aim = Aim(one, of.baseline, of.baseline + WEEKS * AIM, WEEKS * one, AIM * one)
        return posterior(prior, aim, weeks(week, rows), of.scores[:, :week]).prob_slope_below_aim.value

    return evidence


RULES: Final[Mapping[str, Rule]] = {
    **{f"data_point_{k}": Rule(run_below, k) for k in range(3, 9)},
    "median_3": Rule(median_of_three, 1e-12),
    "trend_point": Rule(slope_short, 1e-12),
    "trend_test": Rule(slope_test, 1.0),
    "theil_sen_point": Rule(robust_slope_short, 1e-12),
    "interval_75": Rule(slope_interval, 1.0),
    "cusum_25": Rule(low_sum(0.25), 4.0),
    "cusum_50": Rule(low_sum(0.5), 4.0),
    "bayes_aim": Rule(bayes(AIM, AIM / 2), 0.90, REVIEWS),
    "bayes_population": Rule(bayes(*POPULATION), 0.80),
}
# Rules whose evidence is the same differ only in their limit: compared at equal false alarm, one stands for all.
AT_EQUAL_FALSE_ALARM: Final = ("data_point_4", "median_3", "trend_point", "trend_test", "theil_sen_point", "cusum_25", "cusum_50", "bayes_aim", "bayes_population")
