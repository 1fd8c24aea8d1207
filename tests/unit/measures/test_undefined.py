"""What is undefined, and why."""

import pytest

from sooner.measures.cases.kinds import answer_to


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
