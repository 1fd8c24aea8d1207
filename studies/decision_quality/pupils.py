"""Invented pupils of known growth: weekly scores with error, and a baseline that is the median of three probes at week 0."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from sooner.measures.quantity import Floats

Errors = Literal["independent", "autocorrelated", "heavy_tailed"]
WEEKS: Final = 30
AIM: Final = 1.5
LEVEL, LEVEL_SD = 40.0, 12.0
POPULATION: Final = (1.1, 0.5)
RHO: Final = 0.3
TAIL_DF: Final = 4


@dataclass(frozen=True)
class Pupils:
    """Baselines, weekly scores (weeks 1 to 30), the error SD that made them and the true growth a week."""

    baseline: Floats
    scores: Floats
    sigma: float
    growth: Floats


def pupils(count: int, *, sigma: float, growth: float | None, errors: Errors = "independent", seed: int = 1) -> Pupils:
    """`count` pupils; `growth` in points a week, None draws each pupil's own from the population."""
    source = np.random.default_rng([seed, round(10 * sigma), -1 & 0xFFFF if growth is None else round(1000 * growth), len(errors)])
    rates = source.normal(*POPULATION, count) if growth is None else np.full(count, growth)
    level = source.normal(LEVEL, LEVEL_SD, count)
    noise = sigma * _errors(source, count, errors)
    probes = level[:, None] + sigma * _independent(source, count, 3, errors)
    scores = level[:, None] + rates[:, None] * np.arange(1, WEEKS + 1) + noise
    return Pupils(np.median(probes, axis=1), scores, sigma, rates)


def _errors(source: np.random.Generator, count: int, errors: Errors) -> Floats:
    fresh = _independent(source, count, WEEKS, errors)
    if errors != "autocorrelated":
        return fresh
    made = fresh.copy()
    for week in range(1, WEEKS):
        made[:, week] = RHO * made[:, week - 1] + np.sqrt(1 - RHO**2) * fresh[:, week]
    return made


def _independent(source: np.random.Generator, count: int, width: int, errors: Errors) -> Floats:
    """Errors of SD 1."""
    if errors == "heavy_tailed":
        return np.asarray(source.standard_t(TAIL_DF, (count, width)) / np.sqrt(TAIL_DF / (TAIL_DF - 2)))
    return source.normal(0, 1, (count, width))
