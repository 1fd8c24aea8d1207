"""Decision rules: each outcome, and what is undefined."""

import pytest

from sooner.measures.bayes import Prior
from sooner.measures.decision import CusumRule, decide

AIM = {"direction": "increase", "b0": 40, "t0": 0, "goal": 85, "t_goal": 30}


def weekly(*scores):
    return list(enumerate(scores, start=1))


def on_aim_plus(*gaps):
    return [(week, 40 + 1.5 * week + gap) for week, gap in enumerate(gaps, start=1)]


def test_four_scores_below_the_aimline_are_below():
    assert decide(**AIM, obs=on_aim_plus(1, -1, -2, -1, -3)).data_point_4 == "below"


def test_four_scores_above_the_aimline_are_above():
    assert decide(**AIM, obs=on_aim_plus(1, 1, 2, 3)).data_point_4 == "above"


def test_a_score_on_the_line_breaks_the_run():
    assert decide(**AIM, obs=on_aim_plus(-1, -1, 0, -1)).data_point_4 == "mixed"


def test_rules_say_when_there_are_too_few_scores():
    found = decide(**AIM, obs=on_aim_plus(-1, -1))
    words = (found.data_point_4, found.median_3, found.trend_point, found.trend_test, found.theil_sen_point, found.projection)
    assert words == ("insufficient",) * 6
    assert found.residuals_last4 == (-1, -1)


@pytest.mark.parametrize(("gaps", "outcome"), [((-1, -1, 5), "below"), ((0, 1, 0), "on"), ((2, 1, -9), "above")])
def test_the_median_rule_takes_the_middle_of_the_last_three(gaps, outcome):
    assert decide(**AIM, obs=on_aim_plus(9, *gaps)).median_3 == outcome


def test_scores_exactly_on_the_aimline_are_on_it_and_the_test_cannot_tell():
    found = decide(**AIM, obs=on_aim_plus(0, 0, 0, 0, 0, 0, 0))
    assert (found.trend_point, found.theil_sen_point, found.trend_test, found.projection) == ("on", "on", "undetermined", "on_track")
    assert found.undefined["t_vs_aim"] == "zero_variance"


def test_an_exact_line_steeper_than_the_aim_is_above_by_its_sign():
    assert decide(**AIM, obs=weekly(42, 44, 46, 48, 50, 52)).trend_test == "above"
    assert decide(**AIM, obs=weekly(41, 42, 43, 44, 45, 46)).trend_test == "below"


def test_a_flat_noisy_line_is_below_and_off_track():
    found = decide(**AIM, obs=weekly(41, 38, 42, 39, 40, 41, 39, 40))
    assert (found.trend_point, found.trend_test, found.theil_sen_point, found.projection) == ("below", "below", "below", "off_track")


def test_where_a_decrease_is_better_falling_faster_is_above():
    found = decide(direction="decrease", b0=20, t0=0, goal=5, t_goal=15, obs=weekly(18, 16, 14, 12, 10, 9))
    assert (found.data_point_4, found.median_3, found.trend_point, found.projection) == ("above", "above", "above", "on_track")


def test_scores_of_one_day_count_once_as_their_median_and_missing_ones_not_at_all():
    found = decide(**AIM, obs=[(2, None), (1, 10), (1, 50), (1, 41), (3, 44), (0, 99)])
    assert found.n_used == 2
    assert found.residuals_last4 == pytest.approx((-0.5, -0.5))


def test_after_the_goal_date_the_aimline_stays_at_the_goal():
    assert decide(**AIM, obs=[(40, 86)]).residuals_last4 == (1,)


@pytest.mark.parametrize(("t_goal", "reason"), [(0, "single_time_point"), (-1, "out_of_range")])
def test_a_goal_date_not_after_the_baseline_leaves_the_aimline_slope_undefined(t_goal, reason):
    found = decide(**(AIM | {"t_goal": t_goal}), obs=weekly(80, 86, 87, 88, 89, 90))
    assert (found.aimline_slope, found.undefined["aimline_slope"]) == (None, reason)
    assert (found.median_3, found.trend_point) == ("above", "undetermined")


def test_without_scores_the_posterior_is_the_prior():
    found = decide(**AIM, obs=[], bayes=Prior(sigma=10))
    assert found.bayes.posterior_slope_mean == 1.5
    assert found.bayes.posterior_slope_sd == 0.75
    assert (found.bayes.prob_slope_below_aim, found.bayes.outcome) == (0.5, "undetermined")


def test_bayes_says_below_and_above_once_it_is_sure():
    assert decide(**AIM, obs=weekly(*[40] * 12), bayes=Prior(sigma=5)).bayes.outcome == "below"
    assert decide(**AIM, obs=weekly(*[40 + 3 * week for week in range(1, 13)]), bayes=Prior(sigma=5)).bayes.outcome == "above"


def test_bayes_without_an_error_sd_is_undefined():
    found = decide(**AIM, obs=weekly(41, 42), bayes=Prior(sigma=None))
    assert found.bayes.prob_slope_below_aim is None
    assert found.undefined["bayes.prob_slope_below_aim"] == "too_few_points"
    assert decide(**AIM, obs=[], bayes=Prior(sigma=0)).undefined["bayes.posterior_slope_sd"] == "zero_variance"


def test_a_flat_aim_leaves_the_default_prior_without_spread():
    found = decide(**(AIM | {"goal": 40}), obs=weekly(41, 42), bayes=Prior(sigma=5))
    assert found.undefined["bayes.prob_slope_below_aim"] == "zero_variance"
    assert found.bayes.outcome == "undetermined"


def test_cusum_counts_observations_from_one():
    found = decide(**AIM, obs=on_aim_plus(-10, -10, -10), cusum=CusumRule(k=0.5, h=0.9, sigma=10))
    assert found.cusum.path_low_high == ((0.5, 0), (1.0, 0), (1.5, 0))
    assert (found.cusum.first_low_signal_obs, found.cusum.first_high_signal_obs) == (2, None)


@pytest.mark.parametrize(("sigma", "reason"), [(None, "too_few_points"), (0, "zero_variance"), (-1, "out_of_range")])
def test_cusum_needs_an_error_sd(sigma, reason):
    found = decide(**AIM, obs=on_aim_plus(1), cusum=CusumRule(k=0.5, h=4, sigma=sigma))
    assert (found.cusum, found.undefined["cusum"]) == (None, reason)
