"""Turns what people type into the stems that articles are found by: everyday phrases, plain stemming, tolerance for misspelling."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sooner.law.tables import About, read

MOST_CHARACTERS = 4000
_TOKEN = re.compile(r"[a-z0-9]+")
_AGE = re.compile(r"\b(\d{1,2})\s*-?\s*(?:yrs?|years?|yo)\b(?:\s*-?\s*olds?)?(?=\W|$)")
_UNDER_FIVE = 5
_OLD_ENOUGH = 16
_LONGEST_PHRASE = 6
_SHORTEST_CORRECTED = 4
_TWO_MISTAKES_FROM = 8
_ENDINGS: tuple[tuple[str, str], ...] = (
    ("ational", "ate"), ("isation", "ise"), ("ization", "ise"), ("iveness", "ive"), ("fulness", "ful"), ("ations", "ate"), ("ation", "ate"),
    ("ments", "ment"), ("ities", "ity"), ("ying", "y"), ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ness", ""), ("ings", ""), ("ing", ""),
    ("edly", ""), ("ely", "e"), ("ed", ""), ("ly", ""), ("es", "e"), ("s", ""),
)  # fmt: skip


@dataclass(frozen=True)
class _Same:
    means: str
    phrases: tuple[str, ...]
    instead: bool = False


@dataclass(frozen=True)
class _Spelling:
    stop: str
    ordinary: str


@dataclass(frozen=True)
class _Everyday:
    about: About
    same: tuple[_Same, ...]
    spelling: _Spelling


@cache
def _everyday() -> _Everyday:
    return read("everyday_words.toml", _Everyday, within="sooner.advice")


@cache
def _phrases() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Phrase to what it means; the words of a longer phrase are kept after that, unless its group stands `instead` of them."""
    ready: dict[tuple[str, ...], tuple[str, ...]] = {}
    for group in _everyday().same:
        for phrase in group.phrases:
            words = tuple(tokens(phrase))
            ready[words] = tuple(tokens(group.means)) + (words if len(words) > 1 and not group.instead else ())
    return ready


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing about which article is meant."""
    return frozenset(_everyday().spelling.stop.split())


@cache
def ordinary_words() -> frozenset[str]:
    """Common words that are right as they stand, so that none is corrected into a word of the articles."""
    return frozenset(_everyday().spelling.ordinary.split())


def plain(text: str) -> str:
    """Lower case, one kind of apostrophe, no accents, at most `MOST_CHARACTERS`."""
    folded = unicodedata.normalize("NFKD", text[:MOST_CHARACTERS].replace("’", "'").replace("‘", "'"))
    return "".join(letter for letter in folded if not unicodedata.combining(letter)).lower()


def tokens(text: str) -> list[str]:
    """The words and numbers of a text, in order; an age such as "7 year old" as one word for its group."""
    return _TOKEN.findall(_AGE.sub(_age_group, plain(text)))


def _age_group(found: re.Match[str]) -> str:
    if "old" not in found.group() and "yo" not in found.group():
        return found.group()
    age = int(found.group(1))
    return "underfive" if age < _UNDER_FIVE else "agedsixteen" if age >= _OLD_ENOUGH else "agedschool"


@cache
def stem(word: str) -> str:
    """A word without its ending, so that "appeals", "appealing" and "appeal" meet."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= (4 if ending == "ly" else 3) and not (ending == "s" and word.endswith(("ss", "us", "is"))):
            return _tidied(word[: len(word) - len(ending)] + instead)
    return _tidied(word)


def _tidied(word: str) -> str:
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeioulsz":
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def stems(text: str, *, known: Mapping[str, int] | None = None) -> list[str]:
    """The stems of a text that say what it is about. With `known`, a word that is not known is corrected to the nearest known one.

    `known` is how often each word is used in the articles: of two words equally near, the commoner is taken.
    """
    words = [corrected(word, known) if known else word for word in tokens(text)]
    return [stem(word) for word in _in_our_words(words) if word not in stop_words() and len(word) > 1]


def _in_our_words(words: list[str]) -> list[str]:
    """Everyday phrases, longest first, as what they mean; the words of a longer phrase are kept beside it."""
    phrases, place = _phrases(), 0
    found: list[str] = []
    while place < len(words):
        for length in range(min(_LONGEST_PHRASE, len(words) - place), 0, -1):
            means = phrases.get(tuple(words[place : place + length]))
            if means is not None:
                found.extend(means)
                place += length
                break
        else:
            found.append(words[place])
            place += 1
    return found


def corrected(word: str, known: Mapping[str, int]) -> str:
    """The word itself if it is known or short, else the one nearest known word within one mistake (two in a long word)."""
    if word in known or word in stop_words() or word in ordinary_words() or len(word) < _SHORTEST_CORRECTED or not word.isalpha():
        return word
    if any(word.endswith(ending) and word[: -len(ending)] in known for ending in ("s", "es", "d", "ed", "ing", "ly")):
        return word
    allowed = 2 if len(word) >= _TWO_MISTAKES_FROM else 1
    best = min(((mistakes(word, other, allowed), -known[other], other) for other in _near(word, known, allowed)), default=None)
    return best[2] if best is not None and best[0] <= allowed else word


def _near(word: str, known: Iterable[str], allowed: int) -> Iterable[str]:
    return (
        other for other in known
        if abs(len(other) - len(word)) <= allowed and len(other) >= _SHORTEST_CORRECTED and _starts_alike(word, other)
    )  # fmt: skip


def _starts_alike(word: str, other: str) -> bool:
    """The same first letter, the first two swapped, or the first left out."""
    return other[0] == word[0] or other[:2] == word[1::-1] or other[1:3] == word[:2]


def mistakes(word: str, other: str, most: int) -> int:
    """Letters added, left out, changed or swapped between two words; `most` + 1 as soon as there are more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, start=1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


@cache
def phrase_words() -> frozenset[str]:
    """Every word that stands in an everyday phrase."""
    return frozenset(word for phrase in _phrases() for word in phrase)
