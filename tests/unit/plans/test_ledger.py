"""The promise ledger's arithmetic."""

from datetime import date, timedelta

import pytest

from sooner.plans.ledger import ledger, promised_to_date, total

MONDAY = date(2027, 1, 11)
HALF_TERM = {date(2027, 2, 15) + timedelta(days=day) for day in range(5)}
SCHOOL_DAYS = [
    day for day in (MONDAY + timedelta(days=number) for number in range(70)) if day.weekday() < 5 and day not in HALF_TERM
]


def promised(*, times_a_week=3, on, until=None, starts_on=MONDAY):
    return promised_to_date(times_a_week=times_a_week, starts_on=starts_on, until=until, on=on, school_days=SCHOOL_DAYS)


def test_a_whole_week_promises_the_weekly_number():
    assert promised(on=date(2027, 1, 15)) == 3


def test_part_of_a_week_promises_whole_sessions_only():
    assert [promised(on=MONDAY + timedelta(days=day)) for day in range(5)] == [0, 1, 1, 2, 3]


def test_a_holiday_promises_nothing():
    assert promised(on=date(2027, 2, 14)) == promised(on=date(2027, 2, 21)) == 15


def test_nothing_is_promised_before_the_start_or_after_the_end():
    assert promised(on=date(2027, 1, 10)) == 0
    assert promised(on=date(2027, 3, 1), until=date(2027, 1, 18)) == 3
    assert promised(on=date(2027, 3, 1), until=MONDAY) == 0


def test_once_a_fortnight_is_half_a_session_a_week():
    assert promised(times_a_week=0.5, on=date(2027, 1, 21)) == 0
    assert promised(times_a_week=0.5, on=date(2027, 1, 22)) == 1


def test_a_fraction_is_counted_exactly_and_not_in_binary():
    assert 4.6 * 25 / 5 < 23
    assert promised(times_a_week=4.6, on=SCHOOL_DAYS[24]) == 23


def test_a_line_cannot_promise_fewer_than_no_sessions():
    with pytest.raises(ValueError, match="times_a_week is -1"):
        promised(times_a_week=-1, on=MONDAY)


def test_cancelled_sessions_stay_owed():
    found = ledger(promised=10, delivered=7, cancelled=2)
    assert (found.owed, found.delivered_share) == (3, 0.7)


def test_more_than_promised_owes_nothing():
    found = ledger(promised=4, delivered=5)
    assert (found.owed, found.delivered_share) == (0, 1.25)


@pytest.mark.parametrize(("promised", "delivered", "adequate"), [(10, 8, True), (10, 7, False), (5, 4, True), (0, 0, None)])
def test_eighty_in_a_hundred_delivered_is_adequate(promised, delivered, adequate):
    assert ledger(promised=promised, delivered=delivered).is_adequate is adequate


def test_before_any_promise_there_is_no_share():
    assert ledger(promised=0, delivered=1).delivered_share is None


def test_a_count_below_nought_is_refused():
    with pytest.raises(ValueError, match="cancelled is -1"):
        ledger(promised=1, delivered=1, cancelled=-1)


def test_extra_sessions_of_one_line_do_not_pay_what_another_owes():
    both = total([ledger(promised=4, delivered=6), ledger(promised=4, delivered=1, cancelled=1)])
    assert (both.promised, both.delivered, both.cancelled, both.owed, both.delivered_share) == (8, 7, 1, 3, 0.875)
