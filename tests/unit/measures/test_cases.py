"""Cases in, answers out: values of the simpler kinds, and refusals that name the item, the field and the remedy."""

import pytest

from sooner.measures.cases.answers import answer
from sooner.measures.cases.kinds import answer_to, answers
from sooner.measures.cases.reading import Refused, shown


def result(kind, **given):
    return answer_to(kind, given).result


def test_standard_scores_convert_from_each_scale():
    for name, value in {"standard_100_15": 85, "scaled_10_3": 7, "t_50_10": 40}.items():
        found = result("standard_score", **{name: value})
        assert (found["z"], found["stanine"], found["error"]) == (-1, 3, None)
        assert found["percentile"] == pytest.approx(15.865525393)
        assert found["nce"] == pytest.approx(50 - 21.06306)
    assert result("standard_score", percentile=50)["standard_100_15"] == pytest.approx(100)


@pytest.mark.parametrize(("standard", "stanine"), [(40, 1), (96.25, 5), (103.75, 6), (160, 9)])
def test_stanines_run_from_one_to_nine_with_their_lower_edge_in(standard, stanine):
    assert result("standard_score", standard_100_15=standard)["stanine"] == stanine


def test_score_intervals_about_the_score_and_the_true_score():
    found = result("score_interval", standard_100_15=70, reliability=0.84, confidence=0.9)
    assert found["sem"] == pytest.approx(6)
    assert found["observed_ci"][1] - 70 == pytest.approx(1.6448536269514722 * 6)
    assert found["true_score"] == pytest.approx(74.8)


def test_a_difference_of_scores_against_its_error():
    found = result("score_difference", score_1=100, score_2=85, reliability_1=0.9, reliability_2=0.9, sd=15)
    assert found["se_diff"] == pytest.approx(6.708203932)
    assert found["z"] == pytest.approx(2.236067977)
    assert found["p_two_sided"] == pytest.approx(0.0253473186)
    assert found["critical_95"] == pytest.approx(13.14783806, abs=1e-6)


@pytest.mark.parametrize(
    ("pre", "post", "higher", "word"),
    [(30, 60, True, "recovered"), (30, 48, True, "improved"), (30, 31, True, "unchanged"), (60, 30, True, "deteriorated"),
     (60, 30, False, "recovered"), (50, 65, True, "improved"), (30, 50, True, "recovered")],
)  # fmt: skip
def test_classes_of_change(pre, post, higher, word):
    given = {"pre": pre, "post": post, "sd": 7.5, "reliability": 0.8, "cutoff": 50, "higher_is_better": higher, "criterion": 1.96}
    assert result("jt_class", **given)["class"] == word


def test_change_with_a_shift_of_norms():
    given = {"pre": 90, "post": 100, "norm_mean_1": 100, "norm_mean_2": 104, "norm_sd_1": 15, "norm_sd_2": 12, "retest_r": 0.8}
    found = result("change_with_norm_shift", **given)
    assert found["rci_practice"] == pytest.approx(6 / (15 * 2**0.5 * 0.2**0.5))
    assert found["rci_temkin"] == pytest.approx(6 / 81**0.5)
    assert found["rci_maassen"] == pytest.approx(6 / (369 * 0.2) ** 0.5)
    assert found["regression_predicted"] == pytest.approx(97.6)
    assert found["regression_z"] == pytest.approx(2.4 / (12 * 0.6))


def test_goals_weighted_and_changed():
    assert result("gas_t", levels=[1, -1, None], weights=[2, 1, 9], rho=0.3)["T"] == pytest.approx(50 + 10 / (0.7 * 5 + 0.3 * 9) ** 0.5)
    found = result("gas_change", baseline=[-2, -1], outcome=[0, None])
    assert (found["T_baseline"], found["T_outcome"], found["change"]) == (30, 50, 20)


def test_gaps_and_catching_up():
    found = result("gap", current=40, benchmark=60, weeks_left=10, rate_per_week=1.6)
    assert found == {"gap_absolute": 20, "gap_ratio": 1.5, "needed_gain_per_week": 2, "weeks_to_close_at_rate": 12.5}
    assert result("catch_up", current=40, peer_current=60, rate=2, peer_rate=1)["weeks_to_catch_up"] == 20


def test_two_by_two_in_full():
    found = result("two_by_two", tp=40, fp=20, fn=10, tn=80)
    assert (found["sensitivity"], found["specificity"], found["ppv"]) == (0.8, 0.8, pytest.approx(2 / 3))
    assert (found["lr_plus"], found["lr_minus"], found["youden"]) == (pytest.approx(4), pytest.approx(0.25), pytest.approx(0.6))
    assert (found["kappa"], found["diagnostic_odds_ratio"]) == (pytest.approx(0.571428571), 16)


def test_two_stages_multiply():
    found = result("gated_two_stage", sens_1=0.9, spec_1=0.8, sens_2=0.8, spec_2=0.9, base_rate=0.1)
    assert found["net_sensitivity"] == pytest.approx(0.72)
    assert found["net_specificity"] == pytest.approx(0.98)
    assert found["gate1_flag_rate"] == pytest.approx(0.27)
    assert found["ppv"] == pytest.approx(0.8)


def test_the_area_counts_ties_half_and_stays_within_one():
    found = result("auc", scores_with_need=[3, 4, 5], scores_without_need=[1, 2, 3], higher_means_need=True)
    assert found["auc"] == pytest.approx(8.5 / 9)
    assert found["ci95"][1] == 1
    assert result("auc", scores_with_need=[1, 2], scores_without_need=[3, 4], higher_means_need=False)["auc"] == 1


def test_cut_points_prefer_sensitivity_in_a_tie():
    given = {"scores_with_need": [2, 3, 4, 5], "scores_without_need": [1, 1, 2, 3]}
    assert result("cut_point", **given, rule="max_youden") == {"cut_at_or_above": 2, "sensitivity": 1, "specificity": 0.5}
    first = result("cut_point", scores_with_need=[2, 5, 5, 5], scores_without_need=[1, 1, 3, 3], rule="first_gate")
    assert (first["cut_at_or_above"], first["sensitivity"], first["specificity"]) == (2, 1, 0.5)


@pytest.mark.parametrize(("weights", "value"), [(None, 0.375), ("unweighted", 0.375), ("linear", 4 / 9), ("quadratic", 6 / 11)])
def test_weighted_kappa(weights, value):
    found = result("kappa", table=[[2, 1, 0], [0, 1, 0], [0, 1, 0]], weights=weights)
    assert found["kappa"] == pytest.approx(value)
    assert found["agreement"] - found["expected_agreement"] == pytest.approx(value * (1 - found["expected_agreement"]))


def test_observers_can_agree_in_total_and_nowhere():
    found = result("observer_agreement", observer_1=[2, 0, 1, None], observer_2=[0, 2, 1, 5])
    assert found == {
        "exact_count_per_interval": pytest.approx(1 / 3),
        "total_count": 1,
        "mean_count_per_interval": pytest.approx(1 / 3),
        "scored_interval": pytest.approx(1 / 3),
        "unscored_interval": 0,
    }
    assert result("observer_agreement", observer_1=[0], observer_2=[0])["total_count"] == 1


def test_dosage_in_per_cent():
    given = {"sessions_planned": 20, "sessions_delivered": 18, "minutes_planned": 600, "minutes_delivered": 450, "steps_observed": 10, "steps_done": 9}
    assert list(result("dosage", **given).values()) == [90, 75, 90]


def test_a_sum_chart_counts_from_one():
    found = result("cusum", values=[10, 12, 13, 14], centre=10, sigma=1, k=0.5, h=4)
    assert found["path_high_low"] == [[0, 0], [1.5, 0], [4, 0], [7.5, 0]]
    assert (found["first_high"], found["first_low"]) == (4, None)


def test_run_tests_skip_missing_scores_and_count_positions_as_given():
    found = result("western_electric", values=[1, 1, None, 1, 1, 1, 1, 1, 1], centre=0, sigma=5)
    assert found["rule4_8_same_side"] == [9]


def test_a_score_on_the_centre_breaks_a_run():
    assert result("western_electric", values=[1, 1, 1, 1, 0, 1, 1, 1, 1], centre=0, sigma=5)["rule4_8_same_side"] == []


def test_a_decision_answers_bayes_and_the_sum_only_where_asked():
    given = {"direction": "increase", "b0": 40, "t0": 0, "goal": 70, "t_goal": 20, "obs": [[1, 42], [2, None], [3, 41]]}
    plain = answer_to("decision", given)
    assert (plain.result["bayes"], plain.undefined["bayes"]) == (None, "too_few_points")
    assert "cusum" not in plain.result
    asked = answer_to("decision", given | {"bayes": {"sigma": 8, "prior_slope_mean": 1, "p_hi": 0.4}, "cusum": {"sigma": 8}})
    assert asked.result["bayes"]["outcome"] == "below"
    assert asked.result["cusum"]["first_low_signal_obs"] is None
    flat = answer_to("decision", given | {"cusum": {"sigma": 0}})
    assert (flat.result["cusum"], flat.undefined["cusum"]) == (None, "zero_variance")


def test_phases_of_a_case_are_told_by_their_order_and_a_change_of_label():
    case = [{"t": week, "y": week % 2 + (label == "x"), "phase": label} for week, label in enumerate("aaaxxxaaaxxx")]
    shifted = [{**row, "y": row["y"] * 1.5 + 1} for row in case]
    found = result("between_case_smd", design="ABk", cases=[case, shifted])
    assert found["delta_hat"] == pytest.approx(0.98, abs=0.01)


def test_between_case_effects_need_scores_that_vary_and_whole_weeks():
    flat = [[{"t": week, "y": number, "phase": "B" if week > 2 else "A"} for week in range(6)] for number in range(3)]
    assert answer_to("between_case_smd", {"design": "MB", "cases": flat}).undefined["delta_hat"] == "zero_variance"
    swings = [[{"t": week / 2, "y": (-1) ** week * 3 + number + (week > 4), "phase": "B" if week > 4 else "A"} for week in range(10)] for number in range(3)]
    assert answer_to("between_case_smd", {"design": "MB", "cases": swings}).undefined["phi"] == "out_of_range"
    one_missing = [flat[0], [row for row in flat[1] if row["phase"] == "A"]]
    assert answer_to("between_case_smd", {"design": "MB", "cases": one_missing}).undefined["phi"] == "too_few_points"
    alone = [[{"t": week + 10 * number, "y": week * number, "phase": "B" if week > 1 else "A"} for week in range(4)] for number in range(2)]
    assert answer_to("between_case_smd", {"design": "MB", "cases": alone}).undefined["phi"] == "too_few_points"


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("x", 'Item 1: "x" is not a case'),
        ({"id": [1]}, 'field "id"'),
        ({"id": "a", "kind": "nap", "input": {}}, 'Item 1 ("a"), field "kind": "nap" is not a kind; use one of effect_sizes'),
        ({"id": "a", "kind": None}, 'field "kind": null is not a kind'),
        ({"kind": "gap", "input": [1]}, 'Item 1 (null), field "input": [1] is not an object'),
        ({"id": 7, "kind": "gap", "input": {"current": "12"}}, 'Item 1 (7), field "current": "12" is not a number'),
        ({"id": 7, "kind": "gap", "input": {"current": True}}, 'field "current": true is not a number'),
        ({"id": 7, "kind": "gap", "input": {"current": 10**400}}, 'field "current": 1000'),
        ({"id": 7, "kind": "gap", "input": {"current": float("nan")}}, 'field "current": nan is not a number'),
        ({"id": 7, "kind": "effect_sizes", "input": {"B": [1]}}, 'field "A" is not there; give a list'),
        ({"id": 7, "kind": "effect_sizes", "input": {"A": 3, "B": [1]}}, 'field "A": 3 is not a list'),
        ({"id": 7, "kind": "effect_sizes", "input": {"A": [1, "x"], "B": [1]}}, 'field "A[1]": "x" is not a number'),
        ({"id": 7, "kind": "effect_sizes", "input": {"A": [1], "B": [1], "decimals": 1.5}}, 'field "decimals": 1.5 is not a whole number'),
        ({"id": 7, "kind": "effect_sizes", "input": {"A": [1], "B": [1], "scale": "ratio"}}, 'field "scale": "ratio" is not a choice'),
        ({"id": 7, "kind": "trend", "input": {"t": [1], "y": [1, 2]}}, 'field "y" has 2 values but field "t" has 1'),
        ({"id": 7, "kind": "decision", "input": {"obs": [[1]]}}, 'field "obs[0]": [1] is not a pair; give [weeks, score]'),
        ({"id": 7, "kind": "decision", "input": {"obs": [], "bayes": 3}}, 'field "bayes": 3 is not an object'),
        ({"id": 7, "kind": "decision", "input": {"obs": [], "bayes": {"sigma": "x"}}}, 'field "bayes.sigma": "x" is not a number'),
        ({"id": 7, "kind": "decision", "input": {"obs": [[1, "x"]]}}, 'field "obs[0][1]": "x" is not a number'),
        ({"id": 7, "kind": "jt_class", "input": {"higher_is_better": "yes"}}, 'field "higher_is_better": "yes" is not true or false'),
        ({"id": 7, "kind": "standard_score", "input": {}}, "give exactly one of standard_100_15"),
        ({"id": 7, "kind": "standard_score", "input": {"t_50_10": 1, "percentile": 2}}, 'field "percentile": give exactly one'),
        ({"id": 7, "kind": "gas_t", "input": {"levels": [1], "weights": [1, 2]}}, 'field "weights" has 2 values but field "levels" has 1'),
        ({"id": 7, "kind": "gas_change", "input": {"baseline": [1], "outcome": [1, 2]}}, 'field "outcome" has 2 levels for 1 goals'),
        ({"id": 7, "kind": "kappa", "input": {"table": [[1, 2]]}}, 'field "table" has 1 rows and not as many columns'),
        ({"id": 7, "kind": "icc", "input": {"ratings": [[1, 2], [3]]}}, 'field "ratings" has rows of different length'),
        ({"id": 7, "kind": "observer_agreement", "input": {"observer_1": [1], "observer_2": [1, 2]}}, 'field "observer_2" has 2 intervals'),
        ({"id": 7, "kind": "core_offer_indicator", "input": {"sub_indicators": {"feedback": [1]}}}, 'field "sub_indicators.feedback": [1] is not three'),
        ({"id": 7, "kind": "between_case_smd", "input": {"cases": [3]}}, 'field "cases[0]": 3 is not a list'),
        ({"id": 7, "kind": "between_case_smd", "input": {"cases": [[3]]}}, 'field "cases[0][0]": 3 is not an object'),
        ({"id": 7, "kind": "between_case_smd", "input": {"cases": [[{"t": 1, "y": 2}]]}}, 'field "cases[0][0].phase": null is not a phase'),
    ],
)
def test_what_cannot_be_used_is_refused_by_item_and_field(case, words):
    with pytest.raises(Refused) as refusal:
        answers([case])
    message = str(refusal.value)
    assert words in message
    assert message.endswith(".")
    assert "\n" not in message


def test_cases_come_in_a_list():
    with pytest.raises(Refused, match="not a list of cases"):
        answers({"id": 1})


def test_a_plain_number_beyond_the_range_of_numbers_is_undefined_too():
    found = answer({"path": [float("inf"), 1.0]})
    assert (found.result, found.undefined) == ({"path": [None, 1.0]}, {"path": "out_of_range"})


def test_long_values_are_cut_short():
    assert shown("x" * 100) == '"' + "x" * 56 + "..."
    assert shown(False) == "false"
