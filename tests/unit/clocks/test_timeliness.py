"""How long a first plan took, as the official figures count it (C-10)."""

from datetime import date

import pytest

from sooner.clocks.timeliness import band, days_taken, is_in_time, is_on_the_line

RECEIVED = date(2026, 3, 3)


def test_140_days_count_as_in_time_and_are_on_the_line():
    assert is_in_time(RECEIVED, date(2026, 7, 21))
    assert is_on_the_line(RECEIVED, date(2026, 7, 21))
    assert not is_in_time(RECEIVED, date(2026, 7, 22))
    assert not is_on_the_line(RECEIVED, date(2026, 7, 22))
    assert days_taken(RECEIVED, date(2026, 7, 22)) == 141


@pytest.mark.parametrize(
    ("final", "expected"),
    [("2026-07-21", "within_20_weeks"), ("2026-07-22", "over_20_weeks"), ("2027-03-03", "over_20_weeks"), ("2027-03-04", "over_a_year")],
)
def test_each_plan_falls_in_one_published_band(final, expected):
    assert band(RECEIVED, date.fromisoformat(final)) == expected
