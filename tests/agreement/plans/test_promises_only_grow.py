"""What must hold of any line of provision: promises never shrink as days pass, and add up as the rule says."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sooner.plans.ledger import ledger, promised_to_date

START = date(2026, 9, 1)
DAYS = st.integers(0, 400).map(lambda number: START + timedelta(days=number))
CALENDARS = st.sets(DAYS, max_size=200).map(sorted)
TIMES = st.one_of(st.integers(0, 15), st.sampled_from([0.25, 0.5, 1.1, 2.5, 4.6]))


@given(TIMES, DAYS, st.none() | DAYS, DAYS, DAYS, CALENDARS)
def test_a_later_day_never_promises_less(times_a_week, starts_on, until, one, other, school_days):
    line = {"times_a_week": times_a_week, "starts_on": starts_on, "until": until, "school_days": school_days}
    assert promised_to_date(on=min(one, other), **line) <= promised_to_date(on=max(one, other), **line)


@given(TIMES, DAYS, DAYS, CALENDARS)
def test_a_promise_is_never_negative_and_never_more_than_the_weekly_rate(times_a_week, starts_on, on, school_days):
    promised = promised_to_date(times_a_week=times_a_week, starts_on=starts_on, until=None, on=on, school_days=school_days)
    elapsed = sum(starts_on <= day <= on for day in school_days)
    assert 0 <= promised <= times_a_week * elapsed / 5 + 1e-9
    assert promised + 1 > times_a_week * elapsed / 5 - 1e-9


@given(TIMES, DAYS, DAYS, DAYS, CALENDARS)
def test_ending_a_line_later_never_promises_less(times_a_week, starts_on, one, other, school_days):
    line = {"times_a_week": times_a_week, "starts_on": starts_on, "on": START + timedelta(days=400), "school_days": school_days}
    assert promised_to_date(until=min(one, other), **line) <= promised_to_date(until=max(one, other), **line)


@given(st.integers(0, 500), st.integers(0, 500))
def test_what_is_owed_and_what_was_delivered_cover_the_promise(promised, delivered):
    found = ledger(promised=promised, delivered=delivered)
    assert found.owed + min(delivered, promised) == promised
    assert found.is_adequate is None or found.is_adequate == (10 * delivered >= 8 * promised)
