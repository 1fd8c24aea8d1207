"""How precise the scores of a measure are, as a goal keeps it."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Precision:
    """What is known of a measure's scores: the ends of its scale, the SD of one score with its source, and how many tries the baseline had."""

    lowest: Decimal | None = None
    highest: Decimal | None = None
    error_sd: Decimal | None = None
    error_source: str = ""
    baseline_tries: int = 1


UNKNOWN = Precision()
