"""Where references and codes get their chance from: the operating system, so that nobody can guess one.

The one exception is the building of the invented area, which must give the same references for the same seed. It says so
around itself with `seeded`; no request ever runs inside that, and the choice ends with the block.
"""

import random
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_source: ContextVar[random.Random | None] = ContextVar("source of chance", default=None)


def letters(number: int, *, of: str) -> str:
    """That many letters drawn from `of`."""
    source = _source.get()
    return "".join(source.choice(of) if source is not None else secrets.choice(of) for _ in range(number))


@contextmanager
def seeded(seed: str) -> Iterator[None]:
    """Draw from this seed within the block: only for the invented people of the demonstration."""
    before = _source.set(random.Random(seed))
    try:
        yield
    finally:
        _source.reset(before)
