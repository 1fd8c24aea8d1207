"""How long a first plan took, as the official figures count it (C-10)."""

from datetime import date
from typing import Literal

IN_TIME_DAYS = 140
Band = Literal["within_20_weeks", "over_20_weeks", "over_a_year"]


def days_taken(received_on: date, final_on: date) -> int:
    """Whole days from receipt of the request to the final plan."""
    return (final_on - received_on).days


def is_in_time(received_on: date, final_on: date) -> bool:
    """Whether a final plan came within 20 weeks: 140 days count as in time. The Department's own day formula is not published."""
    return days_taken(received_on, final_on) <= IN_TIME_DAYS


def is_on_the_line(received_on: date, final_on: date) -> bool:
    """Whether a plan took exactly 140 days, the one case on which readings of the formula differ."""
    return days_taken(received_on, final_on) == IN_TIME_DAYS


def band(received_on: date, final_on: date) -> Band:
    """Which of the published bands a plan falls in. A year ends on the corresponding date."""
    if is_in_time(received_on, final_on):
        return "within_20_weeks"
    corresponding = (received_on.year + 1, received_on.month, received_on.day)
    return "over_20_weeks" if (final_on.year, final_on.month, final_on.day) <= corresponding else "over_a_year"
