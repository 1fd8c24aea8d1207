"""Waits with some still open."""

import pytest

from sooner.measures.survival import Step, kaplan_meier


def test_with_every_wait_ended_the_curve_is_the_share_still_waiting():
    found = kaplan_meier([3, 1, 2, 4], [True] * 4)
    assert [step.share_waiting for step in found.steps] == [0.75, 0.5, 0.25, 0.0]
    assert found.median == 2


def test_an_open_wait_leaves_those_at_risk_without_ending():
    found = kaplan_meier([1, 2, 3], [True, False, True])
    assert found.steps == (Step(1, 3, 1, 2 / 3), Step(3, 1, 1, 0.0))
    assert found.median == 3


def test_a_wait_open_at_the_duration_of_an_ending_is_at_risk_there():
    assert kaplan_meier([5, 5], [True, False]).steps == (Step(5, 2, 1, 0.5),)


def test_there_is_no_median_while_fewer_than_half_have_ended():
    assert kaplan_meier([1, 9, 9], [True, False, False]).median is None


def test_a_share_of_exactly_one_half_is_found_despite_rounding():
    found = kaplan_meier(list(range(1, 31)), [True] * 30)
    assert found.median == 15


def test_nothing_gives_an_empty_curve():
    assert kaplan_meier([], []).steps == ()
    assert kaplan_meier([], []).median is None


def test_lists_of_different_length_are_refused():
    with pytest.raises(ValueError, match="2 durations but 1 marks"):
        kaplan_meier([1, 2], [True])


@pytest.mark.parametrize("value", [-1.0, float("nan"), float("inf")])
def test_an_impossible_duration_is_refused(value):
    with pytest.raises(ValueError, match="not possible"):
        kaplan_meier([value], [True])
