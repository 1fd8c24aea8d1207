"""Time to support: waits, the headline, and what may be published."""

from datetime import date, timedelta

import pytest

from sooner.assessment.time_to_support import Concern, Wait, headline, longest_wait, published_band, waits

DAY = date(2026, 9, 7)
ON = date(2026, 12, 18)


def concern(key, *, waited=None, noted_on=DAY, lasted=None, goal_met=False):
    first = None if waited is None else noted_on + timedelta(days=waited)
    last = first if lasted is None or first is None else first + timedelta(days=lasted)
    return Concern(key, noted_on, first, last, goal_met)


def test_a_wait_runs_from_the_concern_to_the_first_session():
    assert waits([concern("a", waited=9)], on=ON) == (Wait("a", 9, is_open=False),)


def test_a_wait_without_a_session_is_open_and_counts_the_days_so_far():
    assert waits([concern("a")], on=ON) == (Wait("a", 102, is_open=True),)


def test_a_session_still_to_come_leaves_the_wait_open():
    assert waits([concern("a", waited=30)], on=DAY + timedelta(days=20)) == (Wait("a", 20, is_open=True),)


def test_support_begun_before_the_concern_was_written_down_waited_no_days():
    assert waits([concern("a", waited=-2)], on=ON) == (Wait("a", 0, is_open=False),)


def test_a_concern_noted_after_the_day_is_not_counted_yet():
    assert waits([concern("a", noted_on=ON + timedelta(days=1))], on=ON) == ()


def test_the_median_counts_open_waits():
    ended = [concern(str(number), waited=7) for number in range(3)]
    assert headline(ended, pupils=100, on=ON).median_days == 7
    assert headline(ended + [concern(f"open{number}") for number in range(4)], pupils=100, on=ON).median_days is None


def test_the_median_never_stands_alone():
    found = headline([concern("a", waited=3, lasted=60), concern("b", waited=5), concern("c")], pupils=150, on=ON)
    assert (found.concerns, found.open_waits, found.concerns_per_100) == (3, 1, 2.0)
    assert (found.running_share, found.running_of) == (0.5, 2)


def test_a_token_session_is_not_support_still_running_at_six_weeks():
    assert headline([concern("a", waited=0, lasted=41)], pupils=10, on=ON).running_share == 0
    assert headline([concern("a", waited=0, lasted=42)], pupils=10, on=ON).running_share == 1


def test_support_is_judged_only_once_six_weeks_and_two_more_have_passed():
    early = DAY + timedelta(days=55)
    assert headline([concern("a", waited=0)], pupils=10, on=early).running_of == 0
    assert headline([concern("a", waited=0)], pupils=10, on=early + timedelta(days=1)).running_of == 1


def test_support_that_ended_because_it_worked_has_not_lapsed():
    assert headline([concern("a", waited=0, lasted=14, goal_met=True)], pupils=10, on=ON).running_share is None


def test_a_first_session_without_a_last_one_is_not_running():
    assert headline([Concern("a", DAY, DAY)], pupils=10, on=ON).running_share == 0


def test_nobody_waiting_and_nobody_on_roll_give_no_figure():
    found = headline([], pupils=0, on=ON)
    assert (found.median_days, found.concerns_per_100, found.running_share) == (None, None, None)


@pytest.mark.parametrize(
    ("days", "band"),
    [
        (0, "within a week"),
        (7, "within a week"),
        (7.5, "one to two weeks"),
        (28, "two to four weeks"),
        (56, "four to eight weeks"),
        (112, "eight to sixteen weeks"),
        (113, "more than sixteen weeks"),
        (None, "fewer than half have started support yet"),
    ],
)
def test_a_median_is_published_in_a_band(days, band):
    found = published_band(days, children=10)
    assert (found.band, found.reason) == (band, None)


def test_nothing_is_published_for_fewer_than_ten_children():
    found = published_band(3, children=9)
    assert found.band is None
    assert found.reason == "Not shown: fewer than 10 children, so that nobody can be recognised."


def test_the_longest_wait_is_only_for_those_who_may_see_the_child():
    found = waits([concern("a", waited=9), concern("b")], on=ON)
    assert longest_wait(found, may_see_the_child=False) is None
    assert longest_wait(found, may_see_the_child=True) == Wait("b", 102, is_open=True)
    assert longest_wait((), may_see_the_child=True) is None
