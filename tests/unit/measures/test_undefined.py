"""What is undefined, and why: every null of every kind carries a reason from the list, and no number is NaN or infinite."""

import json
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sooner.measures.cases.kinds import KINDS, answer_to, answers
from sooner.measures.quantity import REASONS

NO_SIGNAL = {"error", "first_high", "first_low", "first_low_signal_obs", "first_high_signal_obs"}


def undefined(kind, **given_):
    return answer_to(kind, given_).undefined


@pytest.mark.parametrize(
    ("given_", "field", "reason"),
    [
        ({"A": [], "B": [1]}, "NAP.est", "too_few_points"),
        ({"A": [None, None], "B": [1]}, "NAP", "too_few_points"),
        ({"A": [1], "B": [2, 3]}, "NAP.se_unbiased", "too_few_points"),
        ({"A": [1], "B": [2, 3]}, "Tau_BC", "too_few_points"),
        ({"A": [1], "B": [2, 3]}, "SMD_baseline.est", "too_few_points"),
        ({"A": [1, 2], "B": [3]}, "SMD_baseline.se", "too_few_points"),
        ({"A": [2, 2], "B": [3, 4]}, "SMD_baseline.est", "zero_variance"),
        ({"A": [2, 2], "B": [3, 3]}, "SMD_pool.est", "zero_variance"),
        ({"A": [1], "B": [3]}, "SMD_pool.est", "too_few_points"),
        ({"A": [0, 0], "B": [3, 3]}, "LRRi.est", "zero_mean"),
        ({"A": [-1, -2], "B": [3, 3], "scale": "count"}, "LRRi.est", "not_on_ratio_scale"),
        ({"A": [1], "B": [3]}, "LRRi.est", "too_few_points"),
        ({"A": [1], "B": [3]}, "LRRi_uncorrected.se", "too_few_points"),
        ({"A": [1, 2], "B": [3, 4], "scale": "count"}, "LOR", "not_on_ratio_scale"),
        ({"A": [0.5, 1.2], "B": [0.3, 0.4], "scale": "proportion"}, "LOR", "out_of_range"),
        ({"A": [0.5], "B": [0.3, 0.4], "scale": "proportion"}, "LOR", "too_few_points"),
        ({"A": [1, 1], "B": [0.3, 0.4], "scale": "proportion"}, "LOR", "zero_mean"),
        ({"A": [0, 0, 1], "B": [3, 4]}, "LRM.est", "zero_mean"),
        ({"A": [-1, -1, 1], "B": [3, 4]}, "LRM.est", "not_on_ratio_scale"),
        ({"A": [0, 1, 1], "B": [3, 4]}, "LRM.se", "zero_mean"),
        ({"A": [1], "B": [3, 4]}, "LRM.ci_lower", "too_few_points"),
        ({"A": [1, 3], "B": [3, 4], "goal": 2}, "PoGO.est", "goal_equals_baseline"),
        ({"A": [1, 3], "B": [3, 4]}, "PoGO", "too_few_points"),
        ({"A": [1], "B": [3, 4], "goal": 9}, "PoGO.se", "too_few_points"),
    ],
)
def test_effect_sizes_say_why_they_are_undefined(given_, field, reason):
    assert undefined("effect_sizes", **given_)[field] == reason


def test_an_undefined_interval_leaves_its_estimate():
    found = answer_to("effect_sizes", {"A": [0, 1, 1], "B": [3, 4]})
    assert found.result["LRM"]["est"] == pytest.approx(1.2527629684953681)
    assert "LRM" not in found.undefined
    assert "LRM.est" not in found.undefined


def test_a_zero_mean_is_kept_off_zero_where_the_scale_says_how():
    found = answer_to("effect_sizes", {"A": [0, 0], "B": [3, 3], "scale": "count"}).result["LRRi_uncorrected"]
    assert found["est"] == pytest.approx(2.4849066497880004)


@pytest.mark.parametrize(
    ("given_", "field", "reason"),
    [
        ({"t": [], "y": []}, "ols_slope", "too_few_points"),
        ({"t": [1, 2], "y": [5, 6]}, "see", "too_few_points"),
        ({"t": [1, 2], "y": [5, 6]}, "roi_median3", "too_few_points"),
        ({"t": [2, 2, 2], "y": [5, 6, 7]}, "ols_slope", "single_time_point"),
        ({"t": [0.1, 0.1, 0.1], "y": [5, 6, 7]}, "theil_sen_slope", "single_time_point"),
        ({"t": [2, 2, 2], "y": [5, 6, 7]}, "roi_pre_post", "single_time_point"),
        ({"t": [1, 2, 3], "y": [4, 4, 4]}, "lag1_autocorrelation", "zero_variance"),
        ({"t": [1, 2, 3], "y": [4, 4, 4]}, "r2", "zero_variance"),
        ({"t": [1, 2, 3], "y": [4.1, 4.2, 4.3]}, "t", "zero_variance"),
        ({"t": [1], "y": [4]}, "siegel_slope", "too_few_points"),
    ],
)
def test_trends_say_why_they_are_undefined(given_, field, reason):
    assert undefined("trend", **given_)[field] == reason


@pytest.mark.parametrize(
    ("kind", "given_", "field", "reason"),
    [
        ("tau_u", {"A": [1], "B": [2, 3]}, "A_trend", "too_few_points"),
        ("tau_u", {"A": [], "B": [2, 3]}, "AvB.S", "too_few_points"),
        ("tau_u", {"A": [2, 2], "B": [2, 2]}, "AvB.z", "zero_variance"),
        ("tau_u", {"A": [2, 2], "B": [2, 2]}, "AvB.tau_b", "zero_variance"),
        ("reliable_change", {"pre": 1, "post": 2, "sd": 15, "reliability": 1}, "rci", "zero_variance"),
        ("reliable_change", {"pre": 1, "post": 2, "sd": 15, "reliability": 1}, "reliable", "zero_variance"),
        ("reliable_change", {"pre": 1, "post": 2, "sd": 15, "reliability": 1.1}, "sem", "out_of_range"),
        ("reliable_change", {"pre": None, "post": 2, "sd": 15, "reliability": 0.9}, "rci", "too_few_points"),
        ("clinical_cutoffs", dict.fromkeys(("dysfunctional_sd", "functional_sd"), 0) | {"dysfunctional_mean": 1, "functional_mean": 2}, "c", "zero_variance"),
        ("jt_class", {"pre": 1, "post": 2, "sd": 15, "reliability": 1, "cutoff": 3}, "class", "zero_variance"),
        ("jt_class", {"pre": 1, "post": 2, "sd": 15, "reliability": 0.9}, "class", "too_few_points"),
        ("change_with_norm_shift", {"pre": 1, "post": 2, "norm_mean_1": 0, "norm_mean_2": 0, "norm_sd_1": 15, "norm_sd_2": 15, "retest_r": 1}, "rci_temkin", "zero_variance"),
        ("change_with_norm_shift", {"pre": 1, "post": 2, "norm_mean_1": 0, "norm_mean_2": 0, "norm_sd_1": 0, "norm_sd_2": 15, "retest_r": 0.5}, "regression_z", "zero_variance"),
        ("standard_score", {"percentile": 100}, "z", "out_of_range"),
        ("score_interval", {"standard_100_15": 90, "reliability": 0.9, "confidence": 1}, "observed_ci", "out_of_range"),
        ("score_interval", {"standard_100_15": 90, "reliability": 2}, "true_score", "out_of_range"),
        ("score_difference", {"score_1": 90, "score_2": 80, "reliability_1": 1, "reliability_2": 1}, "z", "zero_variance"),
        ("gas_t", {"levels": [], "weights": []}, "T", "too_few_points"),
        ("gas_t", {"levels": [1, 2], "weights": [0, 0]}, "T", "zero_variance"),
        ("gas_t", {"levels": [3]}, "T", "out_of_range"),
        ("gas_change", {"baseline": [-2], "outcome": [None]}, "change", "too_few_points"),
        ("gap", {"current": 0, "benchmark": 10, "weeks_left": 5, "rate_per_week": 1}, "gap_ratio", "zero_mean"),
        ("gap", {"current": 5, "benchmark": 10, "weeks_left": 0, "rate_per_week": 1}, "needed_gain_per_week", "out_of_range"),
        ("gap", {"current": 5, "benchmark": 10, "weeks_left": 5, "rate_per_week": -1}, "weeks_to_close_at_rate", "out_of_range"),
        ("catch_up", {"current": 5, "peer_current": 10, "rate": 1, "peer_rate": 1}, "weeks_to_catch_up", "out_of_range"),
        ("core_offer_indicator", {"sub_indicators": {"information": [1, None, 3]}}, "overall", "too_few_points"),
        ("core_offer_indicator", {"sub_indicators": {"information": [1, None, 3]}}, "by_service.education", "too_few_points"),
        ("two_by_two", {"tp": 0, "fp": 0, "fn": 0, "tn": 5}, "sensitivity", "too_few_points"),
        ("two_by_two", {"tp": 0, "fp": 0, "fn": 0, "tn": 5}, "sensitivity_ci95", "too_few_points"),
        ("two_by_two", {"tp": 0, "fp": 0, "fn": 0, "tn": 5}, "kappa", "zero_variance"),
        ("two_by_two", {"tp": 5, "fp": 0, "fn": 1, "tn": 5}, "lr_plus", "too_few_points"),
        ("two_by_two", {"tp": 5, "fp": -1, "fn": 1, "tn": 5}, "ppv", "out_of_range"),
        ("post_test", {"sensitivity": 0, "specificity": 1, "base_rate": 0.1}, "ppv", "too_few_points"),
        ("post_test", {"sensitivity": 90, "specificity": 0.8, "base_rate": 0.1}, "npv", "out_of_range"),
        ("gated_two_stage", {"sens_1": None, "spec_1": 1, "sens_2": 1, "spec_2": 1, "base_rate": 0.1}, "ppv", "too_few_points"),
        ("gated_two_stage", {"sens_1": 2, "spec_1": 1, "sens_2": 0.4, "spec_2": 1, "base_rate": 0.1}, "ppv", "out_of_range"),
        ("auc", {"scores_with_need": [1], "scores_without_need": [2, 3]}, "ci95", "too_few_points"),
        ("auc", {"scores_with_need": [], "scores_without_need": [2, 3]}, "auc", "too_few_points"),
        ("cut_point", {"scores_with_need": [], "scores_without_need": [2, 3]}, "cut_at_or_above", "too_few_points"),
        ("kappa", {"table": [[5, 0], [0, 0]]}, "kappa", "zero_variance"),
        ("kappa", {"table": [[0, 0], [0, 0]]}, "agreement", "too_few_points"),
        ("icc", {"ratings": [[1, 2]]}, "icc_1_1", "too_few_points"),
        ("icc", {"ratings": [[1, 1], [1, 1]]}, "icc_3_1", "zero_variance"),
        ("observer_agreement", {"observer_1": [], "observer_2": []}, "total_count", "too_few_points"),
        ("observer_agreement", {"observer_1": [0], "observer_2": [0]}, "scored_interval", "too_few_points"),
        ("observer_agreement", {"observer_1": [-1], "observer_2": [0]}, "total_count", "out_of_range"),
        ("dosage", {"sessions_planned": 0, "sessions_delivered": 0}, "sessions_received_pct", "too_few_points"),
        ("xmr_limits", {"baseline": [5]}, "ucl", "too_few_points"),
        ("xmr_limits", {"baseline": []}, "centre", "too_few_points"),
        ("western_electric", {"values": [1, 2], "centre": 0, "sigma": 0}, "rule1_beyond_3sigma", "zero_variance"),
        ("western_electric", {"values": [1, 2], "centre": None, "sigma": 1}, "rule4_8_same_side", "too_few_points"),
        ("cusum", {"values": [1, 2], "centre": 0, "sigma": 0}, "path_high_low", "zero_variance"),
        ("cusum_arl", {"k": 0.5, "h": -1}, "arl_one_sided_in_control", "out_of_range"),
        ("cusum_arl", {"k": 9, "h": 4}, "arl_one_sided_in_control", "out_of_range"),
        ("cusum_arl", {"k": 1e300, "h": 4}, "arl_one_sided_in_control", "out_of_range"),
        ("between_case_smd", {"cases": []}, "delta_hat", "too_few_points"),
    ],
)
def test_other_kinds_say_why_they_are_undefined(kind, given_, field, reason):
    assert undefined(kind, **given_)[field] == reason


NUMBER = st.none() | st.sampled_from([0, 1, -1, 0.5, 5, 100, 1e-308, 1e308, -1e308])
NUMBERS = st.lists(NUMBER, max_size=7)
PAIRS = st.lists(st.tuples(NUMBER, NUMBER), max_size=7)
NAMES = {
    "reliable_change": "pre post sd reliability criterion",
    "clinical_cutoffs": "dysfunctional_mean dysfunctional_sd functional_mean functional_sd",
    "jt_class": "pre post sd reliability cutoff criterion",
    "change_with_norm_shift": "pre post norm_mean_1 norm_mean_2 norm_sd_1 norm_sd_2 retest_r",
    "standard_score": "standard_100_15",
    "score_interval": "standard_100_15 reliability confidence",
    "score_difference": "score_1 score_2 reliability_1 reliability_2 sd",
    "gap": "current benchmark weeks_left rate_per_week",
    "catch_up": "current peer_current rate peer_rate",
    "two_by_two": "tp fp fn tn",
    "post_test": "sensitivity specificity base_rate",
    "gated_two_stage": "sens_1 spec_1 sens_2 spec_2 base_rate",
    "dosage": "sessions_planned sessions_delivered minutes_planned minutes_delivered steps_observed steps_done",
    "cusum_arl": "k h",
}
LISTS = {
    "effect_sizes": ("A B", "intervals observation_length_min goal"),
    "tau_u": ("A B", ""),
    "gas_t": ("levels", "rho"),
    "auc": ("scores_with_need scores_without_need", ""),
    "cut_point": ("scores_with_need scores_without_need", ""),
    "xmr_limits": ("baseline", ""),
    "western_electric": ("values", "centre sigma"),
    "cusum": ("values", "centre sigma k h"),
}


@st.composite
def inputs(draw, kind):
    lists, numbers = LISTS.get(kind, ("", NAMES.get(kind, "")))
    given_ = {name: draw(NUMBERS) for name in lists.split()} | {name: draw(NUMBER) for name in numbers.split()}
    pairs = draw(PAIRS)
    first, second = [one for one, _ in pairs], [two for _, two in pairs]
    tables = st.sampled_from([[[1]], [[5, None], [1, 2]], [[0, 0], [0, 0]], [[3, 1], [1, 9]]])
    special = {
        "trend": {"t": first, "y": second},
        "gas_change": {"baseline": first, "outcome": second},
        "observer_agreement": {"observer_1": first, "observer_2": second},
        "decision": {name: draw(NUMBER) for name in ("b0", "t0", "goal", "t_goal")}
        | {"obs": [list(pair) for pair in pairs], "bayes": {"sigma": draw(NUMBER)}, "cusum": {"sigma": draw(NUMBER)}},
        "kappa": {"table": draw(tables)},
        "icc": {"ratings": draw(tables)},
        "core_offer_indicator": {"sub_indicators": {"information": draw(st.lists(NUMBER, min_size=3, max_size=3))}},
        "between_case_smd": {"design": draw(st.sampled_from(["ABk", "MB"])), "cases": draw(st.lists(CASE, max_size=3))},
    }
    return given_ | special.get(kind, {})


CASE = st.lists(st.builds(lambda t, y, phase: {"t": t, "y": y, "phase": phase}, NUMBER, NUMBER, st.sampled_from(["A", "B"])), max_size=6)


@pytest.mark.parametrize("kind", KINDS)
def test_every_null_has_a_reason_and_every_number_is_finite(kind):
    @settings(max_examples=40, deadline=None)
    @given(inputs(kind))
    def check(given_):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            found = answers([{"id": 1, "kind": kind, "input": given_}])[0]
        json.dumps(found, allow_nan=False)
        assert set(found["undefined"].values()) <= set(REASONS)
        for path in nulls(found["result"]):
            assert path in found["undefined"] or path.split(".")[-1] in NO_SIGNAL

    check()


def nulls(value, path=""):
    if value is None:
        yield path
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from nulls(each, f"{path}.{name}" if path else name)
