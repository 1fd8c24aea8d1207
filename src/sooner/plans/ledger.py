"""The promise ledger: how many sessions a line of provision promised by a date, and how many of them happened."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import floor

from sooner.law.report_2024.thresholds import thresholds

SCHOOL_DAYS_A_WEEK = 5


@dataclass(frozen=True)
class Ledger:
    """Sessions promised, delivered, cancelled and still owed on a date.

    A cancelled session stays owed until it is made up. `delivered_share` is delivered / promised: None while nothing was promised
    yet, above 1 where more was given than promised.
    """

    promised: int
    delivered: int
    cancelled: int
    owed: int
    delivered_share: float | None

    @property
    def is_adequate(self) -> bool | None:
        """Whether enough was delivered for progress to mean anything (80 %, rule TM-4); None while nothing was promised yet."""
        if self.promised == 0:
            return None
        return Fraction(self.delivered, self.promised) >= _exact(thresholds().delivery.adequate_share)


@lru_cache(maxsize=256)
def _exact(number: float) -> Fraction:
    """The number as it is written: 0.8 is four fifths. The same few stand on every line."""
    return Fraction(str(number))


def promised_to_date(
    *, times_a_week: float, starts_on: date, until: date | None, on: date, school_days: Sequence[date]
) -> int:
    """Whole sessions promised from `starts_on` up to and including `on`, before `until`.

    The one rule: floor(times_a_week x school days elapsed / 5), counted from the start of the line, so a short week or a holiday
    promises less, and a promise once made is never withdrawn as days pass. `school_days` is sorted, without repeats.
    """
    if times_a_week < 0:
        raise ValueError(f"times_a_week is {times_a_week}: a line cannot promise fewer than no sessions. Write 0 or more.")
    first = bisect_left(school_days, starts_on)
    last = bisect_right(school_days, on)
    if until is not None:
        last = min(last, bisect_left(school_days, until))
    elapsed = max(0, last - first)
    return floor(_exact(times_a_week) * elapsed / SCHOOL_DAYS_A_WEEK)


def ledger(*, promised: int, delivered: int, cancelled: int = 0) -> Ledger:
    """The ledger of one line from its three counts; ValueError for a count below nought."""
    for name, count in (("promised", promised), ("delivered", delivered), ("cancelled", cancelled)):
        if count < 0:
            raise ValueError(f"{name} is {count}: sessions are counted from 0 upwards.")
    return Ledger(
        promised=promised,
        delivered=delivered,
        cancelled=cancelled,
        owed=max(0, promised - delivered),
        delivered_share=delivered / promised if promised else None,
    )


def total(ledgers: Iterable[Ledger]) -> Ledger:
    """Several lines as one ledger. What one line is owed is not paid by another's extra sessions, so `owed` is added up."""
    parts = tuple(ledgers)
    whole = ledger(
        promised=sum(part.promised for part in parts),
        delivered=sum(part.delivered for part in parts),
        cancelled=sum(part.cancelled for part in parts),
    )
    return Ledger(
        promised=whole.promised,
        delivered=whole.delivered,
        cancelled=whole.cancelled,
        owed=sum(part.owed for part in parts),
        delivered_share=whole.delivered_share,
    )
