"""When something sent at a moment was received: the day in London, and the later published reading (C-5)."""

from datetime import UTC, date, datetime

import pytest

from sooner.clocks.receipt import latest_on, received_on


def test_a_late_evening_in_summer_time_is_the_next_day_in_london():
    assert received_on(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == date(2026, 7, 2)
    assert received_on(datetime(2026, 12, 1, 23, 30, tzinfo=UTC)) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("moment", "day", "latest"),
    [
        (datetime(2026, 9, 5, 22, 30, tzinfo=UTC), date(2026, 9, 5), date(2026, 9, 7)),
        (datetime(2026, 8, 31, 10, 0, tzinfo=UTC), date(2026, 8, 31), date(2026, 9, 1)),
        (datetime(2026, 9, 8, 15, 59, tzinfo=UTC), date(2026, 9, 8), date(2026, 9, 8)),
        (datetime(2026, 9, 8, 16, 0, tzinfo=UTC), date(2026, 9, 8), date(2026, 9, 9)),
        (datetime(2026, 9, 11, 18, 0, tzinfo=UTC), date(2026, 9, 11), date(2026, 9, 14)),
    ],
)
def test_two_readings_are_kept_where_they_differ(moment, day, latest):
    assert (received_on(moment), latest_on(moment)) == (day, latest)


def test_a_moment_without_a_zone_has_no_certain_day():
    with pytest.raises(ValueError, match="no time zone"):
        received_on(datetime(2026, 9, 5, 22, 30))  # noqa: DTZ001
