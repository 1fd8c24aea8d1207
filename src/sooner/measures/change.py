"""Whether a test score has changed by more than error: reliable change, clinical cut-offs, and shifts of age and practice.

Sources: Jacobson and Truax 1991; Chelune and others 1993; Temkin and others 1999; Maassen 2004. Numbers or arrays of one row each.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from sooner.measures.quantity import ZERO_VARIANCE, Floats, Quantity, Verdict, column, missing, outside, quantity, verdict

RELIABLE: Final = 1.96
_AT = 1e-9


@dataclass(frozen=True)
class ReliableChange:
    """`sem` and `s_diff` in score points, `rci` in SDs of a difference by error alone; undefined without error (reliability 1)."""

    sem: Quantity
    s_diff: Quantity
    rci: Quantity
    min_reliable_change: Quantity
    reliable: Verdict


def reliable_change(pre: ArrayLike, post: ArrayLike, sd: ArrayLike, reliability: ArrayLike, criterion: ArrayLike = RELIABLE) -> ReliableChange:
    """Whether the change exceeds `criterion` times the error of a difference, strictly."""
    first, last, spread, r, limit = (column(each) for each in (pre, post, sd, reliability, criterion))
    bad = (missing(spread, r), outside(r, 0, 1), outside(spread, 0, np.inf))
    with np.errstate(invalid="ignore", divide="ignore"):
        sem = spread * np.sqrt(1 - r)
        s_diff = np.sqrt(2) * sem
        rci = quantity((last - first) / s_diff, *bad, missing(first, last), (s_diff == 0, ZERO_VARIANCE))
    judged = quantity(rci.value, *_reasons(rci), missing(limit))
    return ReliableChange(
        sem=quantity(sem, *bad),
        s_diff=quantity(s_diff, *bad),
        rci=rci,
        min_reliable_change=quantity(limit * s_diff, *bad, missing(limit)),
        reliable=verdict(np.abs(rci.value) > limit, judged),
    )


def _reasons(source: Quantity) -> tuple[tuple[ArrayLike, str], ...]:
    return tuple((source.reason == word, word) for word in np.unique(source.reason) if word)


@dataclass(frozen=True)
class ClinicalCutoffs:
    """Where a score leaves the dysfunctional range (`a`), enters the functional one (`b`), or lies midway between the two (`c`)."""

    a: Quantity
    b: Quantity
    c: Quantity


def clinical_cutoffs(
    *, dysfunctional_mean: ArrayLike, dysfunctional_sd: ArrayLike, functional_mean: ArrayLike, functional_sd: ArrayLike, sign: ArrayLike = 1.0
) -> ClinicalCutoffs:
    """The three cut-offs; `sign` +1 where higher is better, -1 where lower is."""
    dys, dys_sd, fun, fun_sd, s = (column(each) for each in (dysfunctional_mean, dysfunctional_sd, functional_mean, functional_sd, sign))
    with np.errstate(invalid="ignore", divide="ignore"):
        c = (dys_sd * fun + fun_sd * dys) / (dys_sd + fun_sd)
    dys_bad, fun_bad = (missing(dys, dys_sd), outside(dys_sd, 0, np.inf)), (missing(fun, fun_sd), outside(fun_sd, 0, np.inf))
    return ClinicalCutoffs(
        a=quantity(dys + 2 * s * dys_sd, *dys_bad),
        b=quantity(fun - 2 * s * fun_sd, *fun_bad),
        c=quantity(c, *dys_bad, *fun_bad, (dys_sd + fun_sd == 0, ZERO_VARIANCE)),
    )


def jt_class(change: ReliableChange, *, pre: ArrayLike, post: ArrayLike, cutoff: ArrayLike, sign: ArrayLike, criterion: ArrayLike = RELIABLE) -> Verdict:
    """recovered, improved, unchanged or deteriorated.

    Recovered is reliably improved and moved from strictly the wrong side of the cut-off to at or beyond it.
    """
    first, last, line, s, limit = (column(each) for each in (pre, post, cutoff, sign, criterion))
    signed = s * change.rci.value
    with np.errstate(invalid="ignore"):
        crossed = (s * (first - line) < -_AT) & (s * (last - line) >= -_AT)
        choices = [(signed > limit) & crossed, signed > limit, signed < -limit]
    words = np.asarray(np.select(choices, ["recovered", "improved", "deteriorated"], "unchanged"), dtype=np.str_)
    return verdict(words, quantity(signed, *_reasons(change.rci), missing(line, limit)))


@dataclass(frozen=True)
class NormShift:
    """A change judged against the change expected from growing older or having met the test before."""

    rci_practice: Quantity
    rci_temkin: Quantity
    rci_maassen: Quantity
    regression_predicted: Quantity
    regression_z: Quantity


def change_with_norm_shift(
    *,
    pre: ArrayLike,
    post: ArrayLike,
    norm_mean_1: ArrayLike,
    norm_mean_2: ArrayLike,
    norm_sd_1: ArrayLike,
    norm_sd_2: ArrayLike,
    retest_r: ArrayLike,
) -> NormShift:
    """Four published ways to judge the change; `rci_practice` uses the SD of the first occasion."""
    first, last, m1, m2, s1, s2, r = (column(each) for each in (pre, post, norm_mean_1, norm_mean_2, norm_sd_1, norm_sd_2, retest_r))
    bad = (missing(first, m1, m2, s1, r), outside(r, -1, 1), outside(s1, 0, np.inf))
    both = (*bad, missing(last, s2), outside(s2, 0, np.inf))
    with np.errstate(invalid="ignore", divide="ignore"):
        shifted = last - first - (m2 - m1)
        temkin = np.sqrt(np.maximum(s1**2 + s2**2 - 2 * r * s1 * s2, 0))
        predicted = m2 + r * s2 / s1 * (first - m1)
        left = s2 * np.sqrt(1 - r**2)
    return NormShift(
        rci_practice=_over(shifted, np.sqrt(2) * s1 * np.sqrt(np.maximum(1 - r, 0)), (*bad, missing(last))),
        rci_temkin=_over(shifted, temkin, both),
        rci_maassen=_over(shifted, np.sqrt((s1**2 + s2**2) * np.maximum(1 - r, 0)), both),
        regression_predicted=quantity(predicted, *bad, missing(s2), (s1 == 0, ZERO_VARIANCE)),
        regression_z=_over(last - predicted, np.where(s1 == 0, 0.0, left), both),
    )


def _over(above: Floats, below: Floats, bad: tuple[tuple[ArrayLike, str], ...]) -> Quantity:
    with np.errstate(invalid="ignore", divide="ignore"):
        return quantity(above / below, *bad, (below == 0, ZERO_VARIANCE))
