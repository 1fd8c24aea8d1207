"""How long until scores could settle the question, against the published table."""

from math import inf, sqrt

import pytest

from sooner.measures.weeks_needed import MEDIAN_OF_THREE_VARIANCE, slope_information, weeks_more, weeks_needed

SIGMAS = (5, 8, 10, 12, 15)
HALF_OF_ONE_AND_A_HALF = 0.75


@pytest.mark.parametrize(
    ("how", "weeks"),
    [
        ({"baseline_variance": inf}, (12, 16, 19, 21, 24)),
        ({}, (10, 14, 17, 19, 22)),
        ({"probes_a_week": 3, "baseline_variance": 1}, (8, 11, 13, 14, 17)),
    ],
)
def test_weeks_for_a_fifth_false_alarm_and_four_fifths_detection(how, weeks):
    assert tuple(weeks_needed(sigma=sigma, gap=HALF_OF_ONE_AND_A_HALF, **how) for sigma in SIGMAS) == weeks


def test_three_probes_a_week_save_weeks():
    assert [weeks_needed(sigma=sigma, gap=HALF_OF_ONE_AND_A_HALF, probes_a_week=3) for sigma in SIGMAS] == [8, 11, 12, 14, 16]


@pytest.mark.parametrize(("weeks", "se"), [(3, 7.1), (4, 4.5), (6, 2.4), (8, 1.5), (10, 1.1), (12, 0.84), (15, 0.60), (20, 0.39)])
def test_the_standard_error_of_a_weekly_slope_at_an_error_sd_of_ten(weeks, se):
    found = 1 / sqrt(slope_information(sigma=10, weeks=weeks, baseline_variance=inf))
    assert found == pytest.approx(10 * sqrt(12 / (weeks * (weeks**2 - 1))))
    assert found == pytest.approx(se, rel=0.05)


def test_the_variance_of_a_median_of_three():
    assert round(MEDIAN_OF_THREE_VARIANCE, 4) == 0.4487


def test_a_gap_too_small_to_find_in_two_years_has_no_number_of_weeks():
    assert weeks_needed(sigma=10, gap=0) is None
    assert weeks_needed(sigma=15, gap=0.001) is None


def test_what_is_not_possible_is_refused():
    with pytest.raises(ValueError, match="above 0"):
        weeks_needed(sigma=0, gap=1)
    with pytest.raises(ValueError, match="give 1 or more"):
        weeks_needed(sigma=5, gap=1, probes_a_week=0)


@pytest.mark.parametrize("probes", [1, 3])
def test_from_nothing_the_weeks_more_are_the_weeks_needed(probes):
    asked = {"sigma": 10, "gap": HALF_OF_ONE_AND_A_HALF, "probes_a_week": probes}
    assert weeks_more(taken=[], since=0, **asked) == weeks_needed(**asked)


def test_scores_in_hand_shorten_the_wait_and_enough_of_them_end_it():
    asked = {"sigma": 10, "gap": HALF_OF_ONE_AND_A_HALF}
    assert weeks_more(taken=range(1, 11), since=10, **asked) == 7
    assert weeks_more(taken=range(1, 18), since=17, **asked) == 0
    assert weeks_more(taken=[1, 5, 10], since=10, **asked) > 7


def test_a_gap_that_is_nothing_is_never_found():
    assert weeks_more(sigma=10, gap=0, taken=[1, 2], since=2) is None
