"""The standardised mean difference between cases: one effect for several children's series, on the scale of group studies.

Source: the moment estimators of Hedges, Pustejovsky and Shadish 2012 (reversal designs) and 2013 (multiple baseline).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from sooner.measures.quantity import OUT_OF_RANGE, TOO_FEW_POINTS, ZERO_VARIANCE, Flags, Floats, Quantity, quantity

Design = Literal["ABk", "MB"]
LEAST_NU = 2.001


@dataclass(frozen=True)
class Observation:
    """One score of one case: time, score, whether under treatment, and which baseline-treatment pair of phases it belongs to (from 0)."""

    t: float
    y: float
    is_treated: bool
    pair: int = 0


@dataclass(frozen=True)
class BetweenCase:
    """The effect with its variance, degrees of freedom, autocorrelation and intraclass correlation."""

    delta_hat: Quantity
    V_delta_hat: Quantity
    nu: Quantity
    phi: Quantity
    rho: Quantity


@dataclass(frozen=True)
class _Study:
    """All observations in a row, cases one after another in order of time; `place` counts sessions within a phase from 0."""

    case: Floats
    t: Floats
    y: Floats
    treated: Flags
    pair: Floats
    place: Floats


def between_case_smd(cases: Sequence[Sequence[Observation]], design: Design) -> BetweenCase:
    """The effect of the treatment over all cases.

    Undefined unless every case has every phase, there are two cases or more, and the scores vary both within phases and between cases
    at the same point; and where a negative autocorrelation meets times that are not whole numbers apart.
    """
    study = _flattened(cases)
    lacking = len(cases) < 2 or _lacks_a_phase(study, len(cases))
    phases = _cells(study.case, study.pair, study.treated)
    if lacking or len(study.y) <= phases.shape[1]:
        return _undefined(TOO_FEW_POINTS)
    kept = _shared_points(study, len(cases)) if design == "ABk" else np.ones(len(study.y), dtype=bool)
    where = (study.pair, study.place) if design == "ABk" else (study.t, study.t)
    points = _cells(where[0][kept], where[1][kept], study.treated[kept])
    if kept.sum() <= points.shape[1]:
        return _undefined(TOO_FEW_POINTS)
    return _estimated(study, phases, points, kept, design)


def _undefined(reason: str) -> BetweenCase:
    return BetweenCase(*(quantity(np.nan, (True, reason)) for _ in range(5)))


def _flattened(cases: Sequence[Sequence[Observation]]) -> _Study:
    rows = [(number, each) for number, case in enumerate(cases) for each in sorted(case, key=lambda each: each.t)]
    case, t, y, pair = (
        np.array(each, dtype=np.float64)
        for each in ([n for n, _ in rows], [o.t for _, o in rows], [o.y for _, o in rows], [o.pair for _, o in rows])
    )
    seen: dict[tuple[int, int, bool], int] = {}
    place = []
    for number, each in rows:
        key = (number, each.pair, each.is_treated)
        place.append(seen.get(key, 0))
        seen[key] = place[-1] + 1
    return _Study(case, t, y, np.array([o.is_treated for _, o in rows], dtype=bool), pair, np.array(place, dtype=np.float64))


def _lacks_a_phase(study: _Study, cases: int) -> bool:
    """Whether some case lacks a baseline or a treatment phase that the design has."""
    have = len(set(zip(study.case, study.pair, study.treated, strict=True)))
    return have < cases * 2 * len(set(study.pair))


def _cells(*labels: Floats | Flags) -> Floats:
    """One column of 0 and 1 for each distinct combination of labels, in sorted order."""
    stacked = np.column_stack([np.asarray(each, dtype=np.float64) for each in labels])
    _, at = np.unique(stacked, axis=0, return_inverse=True)
    return np.eye(int(at.max(initial=-1)) + 1)[at.ravel()]


def _shared_points(study: _Study, cases: int) -> Flags:
    """Observations at a place in a phase that every case reached."""
    points = _cells(study.pair, study.treated, study.place)
    return np.asarray((points @ points.sum(axis=0)) == cases, dtype=bool)


def _estimated(study: _Study, phases: Floats, points: Floats, kept: Flags, design: Design) -> BetweenCase:
    sizes = phases.sum(axis=0)
    means = phases.T @ study.y / sizes
    # Columns come in threes of labels (case, pair, treated), so that baseline and treatment of a pair are neighbours.
    differences = means[1::2] - means[::2]
    left = study.y - phases @ means
    within = float(left @ left)
    freedom = int(kept.sum()) - points.shape[1]
    aside = study.y[kept] - points @ (points.T @ study.y[kept] / points.sum(axis=0))
    between = float(aside @ aside) / freedom
    if within <= _noise(study.y) or between <= _noise(study.y):
        return _undefined(ZERO_VARIANCE)
    phi = _autocorrelation(study, left, phases, design)
    clock = study.place if design == "ABk" else study.t
    if phi < 0 and (np.mod(study.t - study.t[0], 1) != 0).any():
        return _undefined(OUT_OF_RANGE)
    sigma = within / (len(study.y) - float(np.sum(phases * (_correlation(study.case, clock, 0.0, phi) @ phases) / sizes)))
    rho = max(0.0, 1 - sigma / between)
    spread = _correlation(study.case, study.t, rho, phi)
    nu = _freedom(points, spread[np.ix_(kept, kept)], freedom)
    contrast = phases[:, 1::2] / sizes[1::2] - phases[:, ::2] / sizes[::2]
    theta2 = _contrast_variance(contrast, spread, design)
    return _corrected(float(differences.mean()) / np.sqrt(between), theta2, nu, phi, rho)


def _noise(y: Floats) -> float:
    return 1e-20 * len(y) * float(np.max(np.abs(y))) ** 2


def _autocorrelation(study: _Study, left: Floats, phases: Floats, design: Design) -> float:
    """Lag-one products over squares, corrected for the means taken out. Products cross from one phase of a case to the next in a
    multiple baseline, and not in a reversal design."""
    unit = np.argmax(phases, axis=1) if design == "ABk" else study.case
    together = unit[1:] == unit[:-1]
    products = float((left[1:] * left[:-1])[together].sum())
    sizes = phases.sum(axis=0)
    return products / float(left @ left) + float((1 - 1 / sizes).sum()) / (len(left) - len(sizes))


def _correlation(case: Floats, t: Floats, rho: float, phi: float) -> Floats:
    """The correlation of every two scores: none between cases; `rho`, and beyond it `phi` to the power of the time apart, within."""
    apart = np.abs(t[:, None] - t[None, :])
    with np.errstate(invalid="ignore"):
        decay = np.power(phi, apart)
    return np.asarray(np.where(case[:, None] == case[None, :], rho + (1 - rho) * decay, 0.0), dtype=np.float64)


def _freedom(points: Floats, spread: Floats, freedom: int) -> float:
    away = np.eye(len(points)) - points @ (points.T / points.sum(axis=0)[:, None])
    product = away @ spread
    return float(freedom**2 / np.sum(product * product.T))


def _contrast_variance(contrast: Floats, spread: Floats, design: Design) -> float:
    """The variance of the mean difference over the variance of a score: effects of one case are correlated in a reversal design."""
    variances = contrast.T @ spread @ contrast
    total = float(variances.sum() if design == "ABk" else np.diag(variances).sum())
    return float(total / contrast.shape[1] ** 2)


def _corrected(raw: float, theta2: float, nu: float, phi: float, rho: float) -> BetweenCase:
    """Hedges' small-sample correction and the variance of the corrected effect."""
    j = 1 - 3 / (4 * nu - 1)
    effect, kept = j * raw, max(nu, LEAST_NU)
    ratio = kept / (kept - 2)
    variance = j**2 * (theta2 * ratio + effect**2 * (ratio - 1 / j**2))
    return BetweenCase(quantity(effect), quantity(variance), quantity(nu), quantity(phi), quantity(rho))
