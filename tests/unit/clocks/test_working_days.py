"""Working days, Tribunal days and school days, and the bank-holiday table against two libraries."""

from datetime import date, timedelta

import holidays
import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from sooner.clocks import is_working_day, working_days
from sooner.law.england_2014.bank_holidays import bank_holidays


def _loaded() -> set[date]:
    return {day for year in bank_holidays().years for day in year.days}


def test_the_table_is_whole_sorted_and_has_source_and_expiry():
    table = bank_holidays()
    assert [year.year for year in table.years] == list(range(table.first_year, table.last_year + 1))
    assert all(day.year == year.year and list(year.days) == sorted(year.days) for year in table.years for day in year.days)
    assert table.about.source
    assert str(table.last_year + 1) in table.about.checked


def test_every_weekday_bank_holiday_of_the_holidays_library_is_in_the_table_and_no_other():
    table = bank_holidays()
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=range(table.first_year, table.last_year + 1))
    assert _loaded() == {day for day in theirs if day.weekday() < 5}


def test_every_bank_holiday_published_by_gov_uk_is_in_the_table_and_no_other():
    published = {each["date"] for each in BankHolidays(use_cached_holidays=True).get_holidays(division="england-and-wales")}
    years = {day.year for day in published}
    table = bank_holidays()
    assert set(range(table.first_year, table.last_year + 1)) <= years
    weekdays = {day for day in published if day.weekday() < 5 and table.first_year <= day.year}
    assert {day for day in _loaded() if day.year in years} == weekdays


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-05-04", False), ("2026-05-05", True), ("2026-05-02", False), ("2026-12-28", False), ("2031-12-25", True), ("2031-12-27", False)],
)
def test_weekends_and_loaded_bank_holidays_are_not_working_days(day, expected):
    assert is_working_day(date.fromisoformat(day)) is expected


def test_days_over_christmas_and_in_august_do_not_count_in_the_tribunal():
    assert not working_days.counts_in_tribunal(date(2026, 8, 5))
    assert not working_days.counts_in_tribunal(date(2026, 12, 29))
    assert not working_days.counts_in_tribunal(date(2027, 1, 1))
    assert working_days.counts_in_tribunal(date(2026, 12, 24))
    assert not working_days.counts_in_tribunal(date(2026, 9, 5))


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("2026-08-12", "2026-09-01"), ("2026-08-01", "2026-09-01"), ("2026-08-31", "2026-09-01"), ("2027-08-31", "2027-09-01"),
        ("2026-12-25", "2027-01-04"), ("2027-01-01", "2027-01-04"), ("2028-12-31", "2029-01-02"), ("2026-12-24", "2026-12-24"),
        ("2027-01-30", "2027-02-01"), ("2028-04-29", "2028-05-02"), ("2027-07-31", "2027-08-02"), ("2028-12-24", "2028-12-27"),
    ],
)
def test_time_to_appeal_moves_once(ends, expected):
    assert working_days.appeal_day(date.fromisoformat(ends)) == date.fromisoformat(expected)


def test_counting_leaves_the_first_day_out_or_in():
    friday = date(2026, 11, 20)
    assert working_days.days_after(friday, 1) == date(2026, 11, 23)
    assert working_days.days_beginning_with(friday, 1) == friday
    assert working_days.days_beginning_with(date(2026, 11, 21), 1) == date(2026, 11, 23)
    assert working_days.days_before(friday, 5) == date(2026, 11, 13)
    assert working_days.days_after(friday, 0) == friday
    assert working_days.working_days_in(friday, date(2026, 12, 1)) == 7


def test_school_days_leave_out_closures_up_to_the_day_of_re_opening():
    is_open = working_days.school_days([(date(2026, 10, 26), date(2026, 10, 30))])
    week = [date(2026, 10, 26) + timedelta(days=number) for number in range(5)]
    assert [is_open(day) for day in week] == [False, False, False, False, True]


def test_first_class_post_is_served_on_the_second_working_day_or_the_next_as_set():
    posted = date(2026, 12, 24)
    assert working_days.service_day(posted, "first_class", 2) == date(2026, 12, 30)
    assert working_days.service_day(posted, "first_class", 1) == date(2026, 12, 29)
    assert working_days.service_day(posted, "portal", 2) == posted
