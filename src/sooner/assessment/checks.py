"""The three checks of a plan: at its start, halfway and at its end, the last one asking what next year needs (rule TM-13)."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Check:
    """One check: its last day and what it asks."""

    name: str
    on: date
    asks: str


def checks_of(*, starts_on: date, review_on: date) -> tuple[Check, Check, Check]:
    """The checks of a plan from its start to its review. ValueError where the review is not after the start.

    The first is two weeks in, or halfway to the middle for a short plan.
    """
    if review_on <= starts_on:
        raise ValueError(f"The review on {review_on} is not after the start on {starts_on}. Choose a later day for it.")
    middle = starts_on + (review_on - starts_on) / 2
    first = min(starts_on + timedelta(days=14), starts_on + (middle - starts_on) / 2)
    return (
        Check("start", first, "Has everything that was promised begun?"),
        Check("middle", middle, "Does it work? What changes for the second half?"),
        Check("end", review_on, "What was reached, and what does the next plan need: people, hours, things?"),
    )
