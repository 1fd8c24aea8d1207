"""Numbers printed in the literature, to the digits printed."""

import pytest

from sooner.measures.cases.kinds import answer_to


def result(kind, **given):
    return answer_to(kind, given).result


def test_jacobson_and_truax_1991_reliable_change():
    found = result("reliable_change", pre=32.5, post=47.5, sd=7.5, reliability=0.80, criterion=1.96)
    assert round(found["rci"], 2) == 3.16
    assert found["reliable"] is True


def test_jacobson_and_truax_1991_cutoffs():
    given = {"dysfunctional_mean": 40, "dysfunctional_sd": 7.5, "functional_mean": 60, "functional_sd": 7.5}
    assert result("clinical_cutoffs", **given, higher_is_better=True) == {"a": 55, "b": 45, "c": 50}
    given = {"dysfunctional_mean": 60, "dysfunctional_sd": 7.5, "functional_mean": 40, "functional_sd": 7.5}
    assert result("clinical_cutoffs", **given, higher_is_better=False) == {"a": 45, "b": 55, "c": 50}


@pytest.mark.parametrize(("level", "t"), [(-2, 30), (-1, 40), (0, 50), (1, 60), (2, 70)])
def test_kiresuk_and_sherman_1968_one_goal(level, t):
    assert result("gas_t", levels=[level], weights=[1])["T"] == pytest.approx(t, abs=1e-12)


def test_shrout_and_fleiss_1979_six_forms():
    ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
    found = result("icc", ratings=ratings)
    assert [round(found[f"icc_{form}"], 2) for form in ("1_1", "2_1", "3_1", "1_k", "2_k", "3_k")] == [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]
    assert [round(found[name], 2) for name in ("bms", "wms", "jms", "ems")] == [11.24, 6.26, 32.49, 1.02]


def test_parker_vannest_davis_and_sauber_2011_tau_u():
    found = result("tau_u", A=[2, 3, 5, 3], B=[4, 5, 5, 7, 6])
    assert [found[name]["S"] for name in ("AvB", "A_trend", "AvB_minus_Atrend")] == [16, 3, 13]
    assert (found["AvB"]["tau_parker"], found["AvB_minus_Atrend"]["tau_parker"]) == (0.8, 0.65)
    assert result("effect_sizes", A=[2, 3, 5, 3], B=[4, 5, 5, 7, 6])["Tau_U"] == pytest.approx(0.65)


def test_five_against_five_fully_apart():
    found = result("effect_sizes", A=[1, 2, 3, 4, 5], B=[6, 7, 8, 9, 10])["NAP"]
    assert (round(found["ci_lower"], 3), found["ci_upper"]) == (0.643, 1)


def test_a_flag_at_a_low_base_rate_is_mostly_wrong():
    assert round(result("post_test", sensitivity=0.9, specificity=0.8, base_rate=0.05)["ppv"], 2) == 0.19
    assert round(result("post_test", sensitivity=0.9, specificity=0.8, base_rate=0.15)["ppv"], 2) == 0.44


@pytest.mark.parametrize(("k", "h", "two_sided", "shift_1"), [(0.5, 4, 168, 8.38), (0.5, 5, 465, 10.4)])
def test_average_run_lengths_of_the_cumulative_sum(k, h, two_sided, shift_1):
    found = result("cusum_arl", k=k, h=h)
    assert round(found["arl_two_sided_in_control"]) == two_sided
    assert found["arl_one_sided_shift_1"] == pytest.approx(shift_1, abs=0.03)


@pytest.mark.parametrize(("k", "h"), [(0.25, 8.01), (0.5, 4.77), (0.75, 3.34), (1.0, 2.52), (1.25, 1.99), (1.5, 1.61)])
def test_hawkins_1993_limits_for_a_run_length_of_370(k, h):
    assert result("cusum_arl", k=k, h=h)["arl_two_sided_in_control"] == pytest.approx(370, rel=0.02)


def test_the_2010_core_offer_indicator_for_england():
    cells = {
        "information": [69, 70, 69],
        "assessment": [76, 77, 67],
        "transparency": [96, 92, 89],
        "participation": [61, 48, 53],
        "feedback": [12, 20, 12],
    }
    found = result("core_offer_indicator", sub_indicators=cells)
    assert found["overall_rounded"] == 61
    by_name = {standard: dict(zip(("health", "education", "care"), row, strict=True)) for standard, row in cells.items()}
    assert result("core_offer_indicator", sub_indicators=by_name) == found


def test_a_published_adaptive_composite_of_57_with_54_to_60_implies_a_reliability_of_99():
    low, high = result("score_interval", standard_100_15=57, reliability=0.99)["observed_ci"]
    assert (round(low), round(high)) == (54, 60)


def test_wilson_1927_interval():
    low, high = result("two_by_two", tp=8, fp=0, fn=2, tn=10)["sensitivity_ci95"]
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)


def test_cohen_1960_kappa():
    found = result("kappa", table=[[88, 14, 18], [10, 40, 10], [2, 6, 12]])
    assert (found["agreement"], found["expected_agreement"]) == (pytest.approx(0.70), pytest.approx(0.41))
    assert round(found["kappa"], 3) == 0.492


def test_western_electric_zones():
    values = [0, 2.5, 0, 2.5, 3.5, 1.5, 1.5, 0, 1.5]
    found = result("western_electric", values=values, centre=0, sigma=1)
    assert found["rule1_beyond_3sigma"] == [5]
    assert found["rule2_2of3_beyond_2sigma"] == [4, 5]
    assert found["rule3_4of5_beyond_1sigma"] == [6, 7, 9]
    assert found["rule4_8_same_side"] == []


def test_xmr_constants():
    found = result("xmr_limits", baseline=[10, 12, 11, 13])
    assert found["mean_moving_range"] == pytest.approx(5 / 3)
    assert found["ucl"] - found["centre"] == pytest.approx(2.66 * 5 / 3, abs=0.003)
    assert found["ucl_mr"] == pytest.approx(3.267 * 5 / 3, abs=0.003)
