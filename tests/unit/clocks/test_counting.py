"""Months by corresponding date, and periods with and without their first day."""

from datetime import date

import pytest

from sooner.clocks.counting import months_after, months_beginning_with


@pytest.mark.parametrize(
    ("day", "months", "after", "beginning_with"),
    [
        ("2027-12-31", 2, "2028-02-29", "2028-02-29"),
        ("2026-12-31", 2, "2027-02-28", "2027-02-28"),
        ("2026-09-30", 4, "2027-01-30", "2027-01-29"),
        ("2028-02-29", 12, "2029-02-28", "2029-02-28"),
        ("2027-03-01", 12, "2028-03-01", "2028-02-29"),
        ("2026-12-10", 3, "2027-03-10", "2027-03-09"),
        ("2026-11-30", 3, "2027-02-28", "2027-02-28"),
        ("2026-10-15", 12, "2027-10-15", "2027-10-14"),
    ],
)
def test_months_end_on_the_corresponding_date_or_the_day_before(day, months, after, beginning_with):
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(after)
    assert months_beginning_with(date.fromisoformat(day), months) == date.fromisoformat(beginning_with)


def test_months_count_back():
    assert months_after(date(2027, 9, 6), -5) == date(2027, 4, 6)
    assert months_after(date(2027, 3, 31), -1) == date(2027, 2, 28)
    assert months_after(date(2027, 1, 15), -1) == date(2026, 12, 15)
