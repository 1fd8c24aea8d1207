"""Scores as they are typed and shown."""

from decimal import Decimal, InvalidOperation

from sooner_service.plans.refusals import CannotMeasure


def typed_score(text: str) -> Decimal:
    """The number that was typed; a comma counts as the point. Raises CannotMeasure."""
    try:
        return Decimal(text.strip().replace(",", "."))
    except InvalidOperation as wrong:
        raise CannotMeasure("Write a number, such as 31.") from wrong


def score_words(value: object, decimals: int) -> str:
    """A score with its measure's own decimals; empty for none."""
    return "" if value is None else f"{Decimal(str(value)):.{decimals}f}"


def share_words(share: float | None) -> str:
    """A share as a percentage, or that it is not known."""
    return "Not known" if share is None else f"{share:.0%}"
