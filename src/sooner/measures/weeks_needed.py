"""How long until scores could settle the question: weeks of checks needed to tell slow growth from growth on aim.

The question is settled when a slope from the baseline and the scores so far would flag a child exactly on aim no more often than
`false_alarm`, and a child growing too slowly at least as often as `detection`. Errors are taken to be independent and normal.
"""

from collections.abc import Sequence
from math import pi, sqrt
from typing import Final

from sooner.measures.distributions import normal_point

# The variance of the median of three scores, in variances of one score: 1 - sqrt(3) / pi.
MEDIAN_OF_THREE_VARIANCE: Final = 1 - sqrt(3) / pi
FALSE_ALARM, DETECTION = 0.20, 0.80
LONGEST: Final = 104


def slope_information(*, sigma: float, weeks: int, probes_a_week: int = 1, baseline_variance: float = MEDIAN_OF_THREE_VARIANCE) -> float:
    """One over the variance of the growth a week, from a baseline at week 0 and scores in weeks 1 to `weeks`.

    `sigma` is the error SD of one score; several probes of a week, on days of their own, each count. `baseline_variance` is in
    variances of one score (1 for a single score; infinite leaves the baseline out). Raises ValueError for a sigma not above 0 or for
    no probes.
    """
    if not sigma > 0:
        raise ValueError(f"An error SD of {sigma} is not possible: it must be above 0.")
    if probes_a_week < 1:
        raise ValueError(f"{probes_a_week} probes a week settle nothing: give 1 or more.")
    first, each = 1 / baseline_variance, probes_a_week
    total = first + each * weeks
    times, squares = each * weeks * (weeks + 1) / 2, each * weeks * (weeks + 1) * (2 * weeks + 1) / 6
    return (squares - times**2 / total) / sigma**2


def weeks_needed(
    *, sigma: float, gap: float, probes_a_week: int = 1, baseline_variance: float = MEDIAN_OF_THREE_VARIANCE,
    false_alarm: float = FALSE_ALARM, detection: float = DETECTION,
) -> int | None:  # fmt: skip
    """Weeks of checks from the baseline until a shortfall of `gap` points a week would be told from growth on aim.

    None where two years would not do, or there is no gap to find. Half the aimed growth is the usual gap to ask about.
    """
    apart = normal_point(1 - false_alarm) + normal_point(detection)
    for weeks in range(2, LONGEST + 1):
        information = slope_information(sigma=sigma, weeks=weeks, probes_a_week=probes_a_week, baseline_variance=baseline_variance)
        if abs(gap) * sqrt(information) >= apart:
            return weeks
    return None


def weeks_more(
    *, sigma: float, gap: float, taken: Sequence[float], since: float, probes_a_week: int = 1,
    baseline_variance: float = MEDIAN_OF_THREE_VARIANCE, false_alarm: float = FALSE_ALARM, detection: float = DETECTION,
) -> int | None:  # fmt: skip
    """The same from here on: weeks more after week `since`, with the scores of weeks `taken` in hand. 0 where they would do already.

    None where two more years would not do. The scores to come are taken to be evenly spread, `probes_a_week` of them.
    """
    wanted = ((normal_point(1 - false_alarm) + normal_point(detection)) * sigma / gap) ** 2 if gap else float("inf")
    total, times, squares = 1 / baseline_variance + len(taken), sum(taken), sum(week * week for week in taken)
    for more in range(LONGEST + 1):
        if more:
            week = since + more
            total, times, squares = total + probes_a_week, times + probes_a_week * week, squares + probes_a_week * week * week
        if squares - times**2 / total >= wanted:
            return more
    return None
