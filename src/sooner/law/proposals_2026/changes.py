"""What changed lately and what is proposed without a date, with source and mark."""

from functools import cache

from sooner.law.england_2014.rulebook.paragraphs import Chapter
from sooner.law.tables import read


@cache
def changes() -> Chapter:
    """The paragraphs as shipped. A paragraph that is proposed says so in its standing."""
    return read("proposals_2026/changes.toml", Chapter)
