"""Whether two people see the same thing, and whether support was given as planned.

Sources: Cohen 1960, 1968 (kappa); Shrout and Fleiss 1979 (intraclass correlation). Agreement by total count can be complete with no
agreement in any interval, so it is never shown alone.
"""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import ArrayLike

from sooner.measures.quantity import (
    OUT_OF_RANGE,
    TOO_FEW_POINTS,
    ZERO_VARIANCE,
    Flags,
    Floats,
    Quantity,
    column,
    missing,
    outside,
    quantity,
)

Weights = Literal["none", "linear", "quadratic"]
_POWERS: Final = {"linear": 1, "quadratic": 2}


@dataclass(frozen=True)
class Kappa:
    """Agreement seen, agreement expected by chance, and kappa; the first two weighted as kappa is."""

    agreement: Quantity
    expected_agreement: Quantity
    kappa: Quantity


def kappa(table: Floats, weights: Weights = "none") -> Kappa:
    """Cohen's kappa of a square table of counts, one rater down and the other across."""
    size, n = len(table), table.sum()
    apart = np.abs(np.subtract.outer(np.arange(size), np.arange(size)))
    credit = (apart == 0) * 1.0 if weights == "none" else 1 - (apart / max(size - 1, 1)) ** _POWERS[weights]
    with np.errstate(invalid="ignore", divide="ignore"):
        share = table / n
        seen = (credit * share).sum()
        expected = (credit * np.outer(share.sum(axis=1), share.sum(axis=0))).sum()
        value = (seen - expected) / (1 - expected)
    bad = ((np.isnan(table).any(), TOO_FEW_POINTS), ((table < 0).any(), OUT_OF_RANGE), (n == 0, TOO_FEW_POINTS))
    return Kappa(quantity(seen, *bad), quantity(expected, *bad), quantity(value, *bad, (abs(1 - expected) < 1e-12, ZERO_VARIANCE)))


@dataclass(frozen=True)
class IntraclassCorrelation:
    """Mean squares between people, within people, of judges and of error, and the six forms: one judge and the mean of k."""

    bms: Quantity
    wms: Quantity
    jms: Quantity
    ems: Quantity
    icc_1_1: Quantity
    icc_2_1: Quantity
    icc_3_1: Quantity
    icc_1_k: Quantity
    icc_2_k: Quantity
    icc_3_k: Quantity


def intraclass_correlation(ratings: Floats) -> IntraclassCorrelation:
    """The forms of Shrout and Fleiss for people (rows) rated by judges (columns); a person with a rating missing is left out."""
    kept = ratings[~np.isnan(ratings).any(axis=1)]
    n, k = kept.shape
    few: tuple[ArrayLike, str] = (n < 2 or k < 2, TOO_FEW_POINTS)
    if few[0]:
        return IntraclassCorrelation(*(quantity(np.nan, few) for _ in range(10)))
    grand, people, judges = kept.mean(), kept.mean(axis=1), kept.mean(axis=0)
    bms, jms = k * ((people - grand) ** 2).sum() / (n - 1), n * ((judges - grand) ** 2).sum() / (k - 1)
    wms = ((kept - people[:, None]) ** 2).sum() / (n * (k - 1))
    ems = ((kept - people[:, None] - judges[None, :] + grand) ** 2).sum() / ((n - 1) * (k - 1))
    noise = 1e-20 * max(float((kept**2).max()), 1e-300)
    bms, jms, wms, ems = (0.0 if each < noise else float(each) for each in (bms, jms, wms, ems))
    return IntraclassCorrelation(
        quantity(bms),
        quantity(wms),
        quantity(jms),
        quantity(ems),
        _over(bms - wms, bms + (k - 1) * wms),
        _over(bms - ems, bms + (k - 1) * ems + k * (jms - ems) / n),
        _over(bms - ems, bms + (k - 1) * ems),
        _over(bms - wms, bms),
        _over(bms - ems, bms + (jms - ems) / n),
        _over(bms - ems, bms),
    )


def _over(above: float, below: float) -> Quantity:
    return quantity(np.nan if below == 0 else above / below, (below == 0, ZERO_VARIANCE))


@dataclass(frozen=True)
class ObserverAgreement:
    """Shares of agreement between two observers who counted behaviour in the same intervals."""

    exact_count_per_interval: Quantity
    total_count: Quantity
    mean_count_per_interval: Quantity
    scored_interval: Quantity
    unscored_interval: Quantity


def observer_agreement(observer_1: Floats, observer_2: Floats) -> ObserverAgreement:
    """Five kinds of agreement, 0 to 1; an interval that either observer missed is left out. Two counts of 0 agree fully."""
    both = ~(np.isnan(observer_1) | np.isnan(observer_2))
    one, two = observer_1[both], observer_2[both]
    few: tuple[ArrayLike, str] = (one.size == 0, TOO_FEW_POINTS)
    negative: tuple[ArrayLike, str] = (bool((one < 0).any() or (two < 0).any()), OUT_OF_RANGE)
    if few[0] or negative[0]:
        return ObserverAgreement(*(quantity(np.nan, few, negative) for _ in range(5)))
    return ObserverAgreement(
        quantity((one == two).mean()),
        quantity(_smaller_over_larger(one.sum(keepdims=True), two.sum(keepdims=True))),
        quantity(_smaller_over_larger(one, two).mean()),
        _joint(one > 0, two > 0),
        _joint(one == 0, two == 0),
    )


def _smaller_over_larger(one: Floats, two: Floats) -> Floats:
    larger = np.maximum(one, two)
    return np.asarray(np.where(larger == 0, 1.0, np.minimum(one, two) / np.where(larger == 0, 1.0, larger)), dtype=np.float64)


def _joint(one: Flags, two: Flags) -> Quantity:
    """Among intervals that either marks, the share both mark; undefined where neither marks any."""
    either = (one | two).sum()
    return quantity(np.nan if either == 0 else (one & two).sum() / either, (either == 0, TOO_FEW_POINTS))


@dataclass(frozen=True)
class Dosage:
    """How much of the planned support was given, and how faithfully, in per cent."""

    sessions_received_pct: Quantity
    minutes_received_pct: Quantity
    adherence_pct: Quantity


def dosage(
    *,
    sessions_planned: ArrayLike,
    sessions_delivered: ArrayLike,
    minutes_planned: ArrayLike,
    minutes_delivered: ArrayLike,
    steps_observed: ArrayLike,
    steps_done: ArrayLike,
) -> Dosage:
    """Delivery against plan. Nothing planned, or nothing observed, is undefined and not 0."""
    return Dosage(
        _per_cent(sessions_delivered, sessions_planned),
        _per_cent(minutes_delivered, minutes_planned),
        _per_cent(steps_done, steps_observed),
    )


def _per_cent(part: ArrayLike, whole: ArrayLike) -> Quantity:
    done, planned = column(part), column(whole)
    with np.errstate(invalid="ignore", divide="ignore"):
        bad = (missing(done, planned), (planned == 0, TOO_FEW_POINTS), outside(done, 0, np.inf), outside(planned, 0, np.inf))
        return quantity(100 * done / planned, *bad)
