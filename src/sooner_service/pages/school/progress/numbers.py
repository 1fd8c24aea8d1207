"""Scores as they are typed and shown."""

import re
from decimal import Decimal

from sooner_service.plans.refusals import CannotMeasure

PLAIN_NUMBER = re.compile(r"[0-9]+([.,][0-9]*)?|[.,][0-9]+")


def typed_score(text: str) -> Decimal:
    """The number that was typed, nothing or more; a comma counts as the point. Raises CannotMeasure."""
    typed = text.strip()
    if not PLAIN_NUMBER.fullmatch(typed):
        raise CannotMeasure("Write a number that is 0 or more, such as 31.")
    return Decimal(typed.replace(",", "."))


def score_words(value: object, decimals: int) -> str:
    """A score with its measure's own decimals; empty for none."""
    return "" if value is None else f"{Decimal(str(value)):.{decimals}f}"


def share_words(share: float | None) -> str:
    """A share as a percentage, or that it is not known."""
    return "Not known" if share is None else f"{share:.0%}"
