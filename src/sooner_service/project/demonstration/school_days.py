"""The open days of the area's settings over all its years, found quickly."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from sooner.clocks import is_working_day
from sooner_service.project.demonstration.school_years import DAY, HalfTerm, half_terms


class SchoolDays:
    """School days of several school years in order, with the half-terms they belong to."""

    def __init__(self, years: Sequence[int]) -> None:
        self.half_terms: tuple[HalfTerm, ...] = tuple(term for year in years for term in half_terms(year))
        self.days: list[date] = [day for term in self.half_terms for day in open_days(term)]

    def between(self, first: date, until: date) -> list[date]:
        """The school days from `first` to before `until`."""
        return self.days[bisect_left(self.days, first) : bisect_left(self.days, until)]

    def on_or_after(self, day: date) -> date:
        """The first school day from a day on; the day itself beyond the last term that is known."""
        place = bisect_left(self.days, day)
        return self.days[place] if place < len(self.days) else day

    def on_or_before(self, day: date) -> date:
        """The last school day up to a day; the first one known when there is none."""
        return self.days[max(0, bisect_right(self.days, day) - 1)]

    def after(self, day: date, number: int) -> date:
        """The day that is `number` school days after a day; working days stand in beyond the last term that is known."""
        first = bisect_right(self.days, day)
        if first + number <= len(self.days):
            return self.days[first + number - 1]
        known = self.days[first:]
        return working_day_after(known[-1] if known else day, number - len(known))

    def before(self, day: date, number: int) -> date:
        """The day that is `number` school days before a day."""
        return self.days[max(0, bisect_left(self.days, day) - number)]


def open_days(term: HalfTerm) -> list[date]:
    """The days of a half-term on which children come."""
    closed, day, found = set(term.closed_on), term.starts_on, []
    while day < term.until:
        if day not in closed and is_working_day(day):
            found.append(day)
        day += DAY
    return found


def working_day_after(day: date, number: int) -> date:
    """The day that is `number` working days after a day; 0 is the day itself or the next working day."""
    found, left = day, number
    while left > 0 or not is_working_day(found):
        found += timedelta(days=1)
        left -= left > 0 and is_working_day(found)
    return found
