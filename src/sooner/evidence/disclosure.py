"""Which counts may be published: none below ten, and none that subtracting the others from the total would give away (Safety 7)."""

from collections.abc import Mapping

SMALLEST_PUBLISHED = 10
HIDDEN_WORDS = f"fewer than {SMALLEST_PUBLISHED}, or hidden so that nobody can work it out"


def publishable(counts: Mapping[str, int]) -> dict[str, int | None]:
    """The counts with None where one may not be shown beside their total.

    Counts from 1 to 9 are hidden. While those hidden are only one, or come to fewer than ten together, the next smallest count above
    nought is hidden too, so that subtracting what is shown from the total never describes fewer than ten people.
    """
    hidden = {key for key, count in counts.items() if 0 < count < SMALLEST_PUBLISHED}
    others = sorted((key for key in counts if key not in hidden and counts[key] > 0), key=lambda key: counts[key])
    while hidden and others and not _is_safe(hidden, counts):
        hidden.add(others.pop(0))
    return {key: None if key in hidden else count for key, count in counts.items()}


def total_is_publishable(counts: Mapping[str, int]) -> bool:
    """Whether the total itself may be shown: nought, or ten and more."""
    total = sum(counts.values())
    return total == 0 or total >= SMALLEST_PUBLISHED


def _is_safe(hidden: set[str], counts: Mapping[str, int]) -> bool:
    return len(hidden) > 1 and sum(counts[key] for key in hidden) >= SMALLEST_PUBLISHED
