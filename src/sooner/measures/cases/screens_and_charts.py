"""Kinds about screening, agreement, delivery and control charts."""

from collections.abc import Mapping

import numpy as np

from sooner.measures.agreement import (
    Dosage,
    IntraclassCorrelation,
    Kappa,
    ObserverAgreement,
    dosage,
    intraclass_correlation,
    kappa,
    observer_agreement,
)
from sooner.measures.cases.answers import Nothing
from sooner.measures.cases.reading import Given, Refused
from sooner.measures.charts import XmrLimits, cusum, cusum_run_lengths, run_signals, xmr_limits
from sooner.measures.screening import (
    Area,
    CutPoint,
    PostTest,
    TwoByTwo,
    TwoStage,
    area_under_curve,
    cut_point,
    gated_two_stage,
    post_test,
    two_by_two,
)


def of_two_by_two(given: Given) -> TwoByTwo:
    """Kind `two_by_two`."""
    return two_by_two(*(given.number(name) for name in ("tp", "fp", "fn", "tn")))


def of_post_test(given: Given) -> PostTest:
    """Kind `post_test`."""
    return post_test(*(given.number(name) for name in ("sensitivity", "specificity", "base_rate")))


def of_gated_two_stage(given: Given) -> TwoStage:
    """Kind `gated_two_stage`."""
    return gated_two_stage(**{name: given.number(name) for name in ("sens_1", "spec_1", "sens_2", "spec_2", "base_rate")})


def of_auc(given: Given) -> Area:
    """Kind `auc`."""
    return area_under_curve(given.row("scores_with_need"), given.row("scores_without_need"), given.sign("higher_means_need"))


def of_cut_point(given: Given) -> CutPoint:
    """Kind `cut_point`."""
    rule = given.choice("rule", ("max_youden", "first_gate"), "max_youden")
    scores = given.row("scores_with_need")[0], given.row("scores_without_need")[0]
    return cut_point(*scores, "first_gate" if rule == "first_gate" else "max_youden")


def of_kappa(given: Given) -> Kappa:
    """Kind `kappa`."""
    table = given.table("table")
    if not table.size or table.shape[0] != table.shape[1]:
        raise Refused(f'field "table" has {len(table)} rows and not as many columns; give a square table of counts')
    weights = given.choice("weights", ("none", "unweighted", "linear", "quadratic"), "none")
    return kappa(table, "linear" if weights == "linear" else "quadratic" if weights == "quadratic" else "none")


def of_icc(given: Given) -> IntraclassCorrelation:
    """Kind `icc`."""
    return intraclass_correlation(given.table("ratings"))


def of_observer_agreement(given: Given) -> ObserverAgreement:
    """Kind `observer_agreement`."""
    one, two = given.row("observer_1")[0], given.row("observer_2")[0]
    if one.shape != two.shape:
        raise Refused(f'field "observer_2" has {two.size} intervals but field "observer_1" has {one.size}; give the same intervals for both')
    return observer_agreement(one, two)


def of_dosage(given: Given) -> Dosage:
    """Kind `dosage`."""
    names = ("sessions_planned", "sessions_delivered", "minutes_planned", "minutes_delivered", "steps_observed", "steps_done")
    return dosage(**{name: given.number(name) for name in names})


def of_xmr_limits(given: Given) -> XmrLimits:
    """Kind `xmr_limits`."""
    return xmr_limits(given.row("baseline"))


def of_western_electric(given: Given) -> Mapping[str, object]:
    """Kind `western_electric`."""
    found = run_signals(given.row("values")[0], centre=given.number("centre"), sigma=given.number("sigma"))
    why = found.zones.why(0)
    zones = {
        "rule1_beyond_3sigma": found.beyond_3sigma,
        "rule2_2of3_beyond_2sigma": found.two_of_3_beyond_2sigma,
        "rule3_4of5_beyond_1sigma": found.four_of_5_beyond_1sigma,
    }
    sides = Nothing(why) if why and np.isnan(given.number("centre")) else found.eight_same_side
    return {**{name: Nothing(why) if why else each for name, each in zones.items()}, "rule4_8_same_side": sides}


def of_cusum(given: Given) -> Mapping[str, object]:
    """Kind `cusum`. A sum that never signals has a null position and no reason: nothing is undefined."""
    values, sigma, centre = given.row("values"), given.number("sigma"), given.number("centre")
    found = cusum(values, centre=centre, sigma=sigma, k=given.number("k", 0.5), h=given.number("h", 4.0))
    why = found.why(0)
    if why:
        return {name: Nothing(why) for name in ("path_high_low", "first_high", "first_low")}
    return {"path_high_low": found.path(0), "first_high": found.first_high_at(0), "first_low": found.first_low_at(0)}


def of_cusum_arl(given: Given) -> Mapping[str, object]:
    """Kind `cusum_arl`."""
    found = cusum_run_lengths(given.number("k"), given.number("h"))
    return {
        "arl_one_sided_in_control": found.one_sided_in_control,
        "arl_two_sided_in_control": found.two_sided_in_control,
        "arl_one_sided_shift_0.5": found.one_sided_shift_half,
        "arl_one_sided_shift_1": found.one_sided_shift_1,
        "arl_one_sided_shift_2": found.one_sided_shift_2,
    }
