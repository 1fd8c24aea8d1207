"""Looks for danger, and for questions that need a person, in what somebody typed. Says only which kind; keeps nothing."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sooner.advice.search import is_known
from sooner.advice.words import MOST_CHARACTERS, mistakes, ordinary_words, stop_words, tokens
from sooner.law.tables import About, read

WORDS_BETWEEN = 5
_ONE_MISTAKE_FROM = 6
_TWO_MISTAKES_FROM = 9
_GAP = "..."
_ANY_WORD = re.compile(r"[^\W\d_]+")
_LEAST_FOREIGN_WORDS = 2
_MOST_FOREIGN_LETTERS = 0.3
Element = frozenset[str] | None
Pattern = tuple[Element, ...]


@dataclass(frozen=True)
class _WordList:
    name: str
    words: str


@dataclass(frozen=True)
class _Signal:
    kind: str
    patterns: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True)
class _Domain:
    words: str
    elsewhere: str
    family: str


@dataclass(frozen=True)
class _Signals:
    about: About
    lists: tuple[_WordList, ...]
    dangers: tuple[_Signal, ...]
    handovers: tuple[_Signal, ...]
    domain: _Domain
    languages: tuple[_WordList, ...]


@dataclass(frozen=True)
class _Ready:
    kind: str
    patterns: tuple[Pattern, ...]
    unless: tuple[tuple[str, ...], ...]


@cache
def _signals() -> _Signals:
    return read("signals.toml", _Signals, within="sooner.advice")


@cache
def _ready(which: str) -> tuple[_Ready, ...]:
    lists = {each.name: frozenset(each.words.split()) for each in _signals().lists}
    signals = _signals().dangers if which == "dangers" else _signals().handovers
    return tuple(
        _Ready(
            each.kind,
            tuple(tuple(_element(part, lists) for part in pattern.split()) for pattern in each.patterns),
            tuple(tuple(tokens(phrase)) for phrase in each.unless),
        )
        for each in signals
    )


def _element(part: str, lists: Mapping[str, frozenset[str]]) -> Element:
    if part == _GAP:
        return None
    return frozenset(word for option in part.split("|") for word in (lists[option[1:]] if option.startswith("@") else {option}))


def danger_in(text: str) -> str | None:
    """The kind of danger that a text speaks of (`suicide`, `abuse`, `missing`, ...), or None."""
    return _first(text, "dangers")


def person_needed_for(text: str) -> str | None:
    """Why a person should answer rather than an article (`deadline`, `law`, `feelings`, ...), or None."""
    return _first(text, "handovers")


def is_about_our_field(words: Iterable[str]) -> bool:
    """Whether words speak of a child, or hold one of the field and none of another matter (a council also empties bins)."""
    found, domain = set(words), _signals().domain
    return bool(found & set(domain.family.split())) or (bool(found & set(domain.words.split())) and not is_about_another_matter(found))


def is_about_another_matter(words: Iterable[str]) -> bool:
    """Whether a word of some other matter stands among the words."""
    return not set(_signals().domain.elsewhere.split()).isdisjoint(words)


def is_in_another_language(text: str) -> bool:
    """Whether a text is mostly in another script, or has more little words of another language than of English."""
    folded = unicodedata.normalize("NFC", text[:MOST_CHARACTERS]).lower()
    letters = [letter for letter in folded if letter.isalpha()]
    if not letters:
        return False
    foreign = sum(1 for letter in letters if not unicodedata.name(letter, "").startswith("LATIN"))
    if foreign / len(letters) > _MOST_FOREIGN_LETTERS:
        return True
    words = _ANY_WORD.findall(folded)
    english = sum(1 for word in words if word in stop_words() or word in ordinary_words())
    most = max(sum(1 for word in words if word in set(each.words.split())) for each in _signals().languages)
    return most >= _LEAST_FOREIGN_WORDS and most > english


def _first(text: str, which: str) -> str | None:
    words = tokens(text)
    for signal in _ready(which):
        kept = _without(words, signal.unless)
        if any(_stands_in(pattern, kept) for pattern in signal.patterns):
            return signal.kind
    return None


def _without(words: list[str], phrases: tuple[tuple[str, ...], ...]) -> list[str]:
    """The words with each harmless phrase replaced by a mark that nothing matches."""
    kept, place = [], 0
    while place < len(words):
        length = next((len(phrase) for phrase in phrases if tuple(words[place : place + len(phrase)]) == phrase), 0)
        kept.append(words[place] if not length else "")
        place += length or 1
    return kept


def _stands_in(pattern: Pattern, words: list[str]) -> bool:
    return any(_follows(pattern, words, start) for start in range(len(words)))


def _follows(pattern: Pattern, words: list[str], place: int) -> bool:
    if not pattern:
        return True
    first, rest = pattern[0], pattern[1:]
    if first is None:
        return any(_follows(rest, words, later) for later in range(place, min(place + WORDS_BETWEEN, len(words) - 1) + 1))
    return place < len(words) and _is_one_of(words[place], first) and _follows(rest, words, place + 1)


@cache
def _is_one_of(word: str, options: frozenset[str]) -> bool:
    if word in options:
        return True
    if len(word) < _ONE_MISTAKE_FROM or word in ordinary_words() or is_known(word):
        return False
    allowed = 2 if len(word) >= _TWO_MISTAKES_FROM else 1
    return any(
        len(option) >= _ONE_MISTAKE_FROM and option[0] == word[0] and mistakes(word, option, allowed) <= allowed for option in options
    )
