"""Chance that is the same for the same seed: every draw belongs to a named thing, so that one more school changes no other."""

import random
from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


class Drawing(random.Random):
    """A seeded generator with the few draws that invented people need."""

    def happens(self, share: float) -> bool:
        """Whether something with this chance (0 to 1) happens."""
        return self.random() < share

    def one_of(self, things: Sequence[Thing]) -> Thing:
        """Any one of them."""
        return things[int(self.random() * len(things))]

    def weighted(self, shares: dict[Thing, float]) -> Thing:
        """One of them by its weight."""
        left = self.random() * sum(shares.values())
        for thing, share in shares.items():
            left -= share
            if left < 0:
                return thing
        return next(reversed(shares))

    def between(self, lowest: int, highest: int) -> int:
        """A whole number from lowest to highest, both possible."""
        return lowest + int(self.random() * (highest - lowest + 1))


def drawing_for(seed: int, *what: object) -> Drawing:
    """The draws of one named thing under a seed."""
    return Drawing(f"{seed}:{':'.join(str(each) for each in what)}")
