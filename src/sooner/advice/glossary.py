"""The names in the law that a text uses, each with what it means: said once, on the page where it stands."""

import re
from dataclasses import dataclass
from functools import cache

from sooner.law.tables import About, read


@dataclass(frozen=True)
class Word:
    """A name and what it means. `also` are its other forms."""

    word: str
    also: tuple[str, ...]
    means: str


@dataclass(frozen=True)
class _Glossary:
    about: About
    words: tuple[Word, ...]


@cache
def glossary() -> tuple[Word, ...]:
    """Every word explained."""
    return read("glossary.toml", _Glossary, within="sooner.advice").words


def words_explained(text: str) -> tuple[Word, ...]:
    """The words of the glossary that stand in a text, in the glossary's order."""
    return tuple(each for each in glossary() if any(re.search(rf"\b{re.escape(form)}\b", text) for form in (each.word, *each.also)))
