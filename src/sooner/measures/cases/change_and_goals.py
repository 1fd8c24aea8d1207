"""Kinds about test scores, goals and gaps."""

from collections.abc import Mapping

import numpy as np

from sooner.measures.cases.reading import Given, Refused, shown
from sooner.measures.change import (
    RELIABLE,
    ClinicalCutoffs,
    NormShift,
    ReliableChange,
    change_with_norm_shift,
    clinical_cutoffs,
    jt_class,
    reliable_change,
)
from sooner.measures.core_offer import SERVICES, STANDARDS, CoreOffer, core_offer
from sooner.measures.goals import RHO, Gap, GasChange, catch_up, gap, gas_change, gas_t
from sooner.measures.quantity import Floats
from sooner.measures.scores import (
    SCORE_SCALES,
    STANDARD_SD,
    ScoreDifference,
    ScoreInterval,
    score_difference,
    score_interval,
    standard_score,
)


def of_reliable_change(given: Given) -> ReliableChange:
    """Kind `reliable_change`."""
    numbers = {name: given.number(name) for name in ("pre", "post", "sd", "reliability")}
    return reliable_change(**numbers, criterion=given.number("criterion", RELIABLE))


def of_clinical_cutoffs(given: Given) -> ClinicalCutoffs:
    """Kind `clinical_cutoffs`."""
    return clinical_cutoffs(
        dysfunctional_mean=given.number("dysfunctional_mean"),
        dysfunctional_sd=given.number("dysfunctional_sd"),
        functional_mean=given.number("functional_mean"),
        functional_sd=given.number("functional_sd"),
        sign=given.sign("higher_is_better"),
    )


def of_jt_class(given: Given) -> Mapping[str, object]:
    """Kind `jt_class`."""
    found = jt_class(
        of_reliable_change(given),
        pre=given.number("pre"),
        post=given.number("post"),
        cutoff=given.number("cutoff"),
        sign=given.sign("higher_is_better"),
        criterion=given.number("criterion", RELIABLE),
    )
    return {"class": found}


def of_change_with_norm_shift(given: Given) -> NormShift:
    """Kind `change_with_norm_shift`."""
    names = ("pre", "post", "norm_mean_1", "norm_mean_2", "norm_sd_1", "norm_sd_2", "retest_r")
    return change_with_norm_shift(**{name: given.number(name) for name in names})


def of_standard_score(given: Given) -> Mapping[str, object]:
    """Kind `standard_score`. `error` is null where the score is possible."""
    named = [scale for scale in SCORE_SCALES if scale in given.fields]
    if len(named) != 1:
        raise Refused(f'field "{named[1] if named else SCORE_SCALES[0]}": give exactly one of {", ".join(SCORE_SCALES)}')
    found = standard_score(named[0], given.number(named[0]))
    fields = {name: getattr(found, name) for name in found.__dataclass_fields__}
    return {**fields, "error": str(found.error[0]) or None}


def of_score_interval(given: Given) -> ScoreInterval:
    """Kind `score_interval`."""
    return score_interval(given.number("standard_100_15"), given.number("reliability"), given.number("confidence", 0.95))


def of_score_difference(given: Given) -> ScoreDifference:
    """Kind `score_difference`."""
    names = ("score_1", "score_2", "reliability_1", "reliability_2")
    return score_difference(**{name: given.number(name) for name in names}, sd=given.number("sd", STANDARD_SD))


def of_gas_t(given: Given) -> Mapping[str, object]:
    """Kind `gas_t`."""
    levels = given.row("levels")
    return {"T": gas_t(levels, _weights(given, "levels", levels), given.number("rho", RHO))}


def of_gas_change(given: Given) -> GasChange:
    """Kind `gas_change`."""
    before, after = given.row("baseline"), given.row("outcome")
    if before.shape != after.shape:
        raise Refused(f'field "outcome" has {after.shape[1]} levels for {before.shape[1]} goals; give one level for each goal')
    return gas_change(before, after, _weights(given, "baseline", before), given.number("rho", RHO))


def _weights(given: Given, beside: str, levels: Floats) -> Floats:
    """The weights given, or equal ones."""
    if not given.has("weights"):
        return np.ones_like(levels)
    weights = given.row("weights")
    if weights.shape != levels.shape:
        raise Refused(f'field "weights" has {weights.shape[1]} values but field "{beside}" has {levels.shape[1]}; give one for each goal')
    return weights


def of_gap(given: Given) -> Gap:
    """Kind `gap`."""
    return gap(*(given.number(name) for name in ("current", "benchmark", "weeks_left", "rate_per_week")))


def of_catch_up(given: Given) -> Mapping[str, object]:
    """Kind `catch_up`."""
    names = ("current", "peer_current", "rate", "peer_rate")
    return {"weeks_to_catch_up": catch_up(*(given.number(name) for name in names))}


def of_core_offer(given: Given) -> CoreOffer:
    """Kind `core_offer_indicator`: each standard an object by service, or a list in the order health, education, care."""
    inner = given.inner("sub_indicators")
    return core_offer(np.array([_cells(inner, standard) for standard in STANDARDS]))


def _cells(inner: Given, standard: str) -> list[float]:
    value = inner.fields.get(standard)
    if value is None:
        return [np.nan] * len(SERVICES)
    if isinstance(value, list):
        cells = inner.numbers(standard)
        if len(cells) != len(SERVICES):
            raise Refused(f'field "{inner.where}{standard}": {shown(value)} is not three values; give one for {", ".join(SERVICES)}')
        return [np.nan if cell is None else cell for cell in cells]
    named = inner.inner(standard)
    return [named.number(service) for service in SERVICES]
