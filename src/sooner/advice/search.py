"""Finds the articles that answer a question: BM25 over weighted fields, and how well one known way of asking is covered."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log

from sooner.advice.library import Article, articles
from sooner.advice.words import corrected, phrase_words, stems, stop_words, tokens

FIELD_WEIGHTS: Mapping[str, float] = {"asked": 2.0, "question": 2.0, "answer": 1.0, "steps": 0.4}
FIELD_EVENNESS: Mapping[str, float] = {"asked": 0.4, "question": 0.3, "answer": 0.5, "steps": 0.6}
SATURATION = 1.2
PHRASE_WEIGHT = 0.6
PAIR_WEIGHT = 0.5


@dataclass(frozen=True)
class Scored:
    """An article with how well it fits, the share of what was asked that it covers (rarer words counting more), and how many words."""

    article: Article
    score: float
    covered: float
    words: int


@dataclass(frozen=True)
class _Index:
    fields: tuple[Mapping[str, Counter[str]], ...]
    lengths: Mapping[str, float]
    rarity: Mapping[str, float]
    phrases: tuple[tuple[frozenset[str], ...], ...]
    known: Mapping[str, int]


def _texts(article: Article) -> Mapping[str, tuple[str, ...]]:
    return {"asked": article.asked, "question": (article.question,), "answer": (article.answer,), "steps": article.steps}


def _with_pairs(found: list[str]) -> list[str]:
    return found + [f"{first} {second}" for first, second in pairwise(found)]


@cache
def _index() -> _Index:
    shelf = articles()
    fields = tuple(
        {name: Counter(word for text in texts for word in _with_pairs(stems(text))) for name, texts in _texts(each).items()} for each in shelf
    )
    lengths = {name: sum(each[name].total() for each in fields) / len(fields) for name in FIELD_WEIGHTS}
    holding = Counter(word for each in fields for word in set().union(*each.values()))
    rarity = {word: log(1 + (len(shelf) - number + 0.5) / (number + 0.5)) for word, number in holding.items()}
    phrases = tuple(tuple(frozenset(stems(text)) for text in (*each.asked, each.question)) for each in shelf)
    known = Counter(word for each in shelf for texts in _texts(each).values() for text in texts for word in tokens(text))
    known.update(phrase_words() | stop_words())
    return _Index(fields, lengths, rarity, phrases, known)


def best(question: str, *, number: int = 3) -> tuple[Scored, ...]:
    """The best articles, best first; none where no word of the question stands in any article."""
    index = _index()
    asked = Counter(_with_pairs(stems(question, known=index.known)))
    single = {word for word in asked if " " not in word}
    unknown = max(index.rarity.values())
    wanted = sum(index.rarity.get(word, unknown) for word in single)
    found = []
    for place, article in enumerate(articles()):
        score = _words_score(asked, place, index) + PHRASE_WEIGHT * _phrase_score(single, place, index)
        if score > 0:
            held = [word for word in single if any(field[word] for field in index.fields[place].values())]
            found.append(Scored(article, score, sum(index.rarity[word] for word in held) / wanted, len(held)))
    return tuple(sorted(found, key=lambda each: (-each.score, each.article.key))[:number])


def as_read(question: str) -> tuple[str, ...]:
    """The words of a question, each misspelt one as the word it was taken for."""
    return tuple(corrected(word, _index().known) for word in tokens(question))


def is_known(word: str) -> bool:
    """Whether a word is used in the articles as it stands."""
    return word in _index().known


def _words_score(asked: Mapping[str, int], place: int, index: _Index) -> float:
    total = 0.0
    for word in asked:
        weight = sum(FIELD_WEIGHTS[name] * _evened(name, word, place, index) for name in FIELD_WEIGHTS)
        if weight:
            total += index.rarity[word] * (PAIR_WEIGHT if " " in word else 1.0) * weight / (SATURATION + weight)
    return total


def _evened(name: str, word: str, place: int, index: _Index) -> float:
    field = index.fields[place][name]
    evenness = FIELD_EVENNESS[name]
    return field[word] / (1 - evenness + evenness * field.total() / index.lengths[name]) if field[word] else 0.0


def _phrase_score(single: set[str], place: int, index: _Index) -> float:
    """The best-covered known way of asking: the weight of its words found, times the share of it that was found, squared."""
    return max((_cover(single, phrase, index) for phrase in index.phrases[place]), default=0.0)


def _cover(single: set[str], phrase: frozenset[str], index: _Index) -> float:
    whole = sum(index.rarity[word] for word in phrase)
    held = sum(index.rarity[word] for word in phrase & single)
    return held * (held / whole) ** 2 if whole else 0.0
