"""Checking decisions by others who have not seen them: a sample is rated again by three people, each alone (rule TM-9).

The way of New Zealand's verifiers: nobody sees another's answer before giving their own, and three different minds go to a panel.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

RATERS: Final = 3


@dataclass(frozen=True)
class Agreement:
    """Fleiss's kappa of the raters over a number of decisions; None with its reason where it does not exist."""

    kappa: float | None
    decisions: int
    unanimous: int
    reason: str = ""


def sample(keys: Collection[str], *, size: int, period: str) -> tuple[str, ...]:
    """The decisions to rate again in a period: the same for whoever asks, and nobody can choose which.

    Each key's place follows from a digest of the key and the period, so a decision added later does not reorder the others.
    """
    return tuple(sorted(keys, key=lambda key: sha256(f"{period}:{key}".encode()).hexdigest())[:size])


def may_see_others(ratings: Mapping[str, str], rater: str) -> bool:
    """Whether a rater may see what the others said: only one who has answered, and only once all three have."""
    return rater in ratings and len(ratings) >= RATERS


def panel_needed(ratings: Mapping[str, str]) -> bool | None:
    """Whether a panel has to talk: the three do not say the same. None while an answer is missing."""
    if len(ratings) < RATERS:
        return None
    return len(set(ratings.values())) > 1


def agreement(rated: Sequence[Sequence[str]]) -> Agreement:
    """Fleiss's kappa (1971) over decisions that three raters answered. ValueError where a decision has another number of answers."""
    wrong = next((answers for answers in rated if len(answers) != RATERS), None)
    if wrong is not None:
        raise ValueError(f"A decision has {len(wrong)} answers. Give {RATERS} for each, or leave it out.")
    if not rated:
        return Agreement(None, 0, 0, "too_few_points")
    counts = [Counter(answers) for answers in rated]
    pairs = RATERS * (RATERS - 1)
    seen = sum(sum(n * (n - 1) for n in each.values()) / pairs for each in counts) / len(rated)
    shares = [total / (RATERS * len(rated)) for total in sum(counts, Counter()).values()]
    expected = sum(share**2 for share in shares)
    unanimous = sum(len(each) == 1 for each in counts)
    if expected == 1:
        return Agreement(None, len(rated), unanimous, "zero_variance")
    return Agreement((seen - expected) / (1 - expected), len(rated), unanimous)
