"""The shelf: the articles, the people who can help and the legal basis, read strictly from dated data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, TypeVar

from sooner.law.tables import About, TableError, read

WITHIN = "sooner.advice"
Entry = TypeVar("Entry")
Standing = Literal["in_force", "statutory_guidance", "proposed", "derived", "practice"]
Checked = Literal["V", "V2", "FC", "R"]

FILES: tuple[str, ...] = (
    "a_first_worries",
    "b_help_at_school",
    "c_asking_for_a_plan",
    "d_decisions_and_appeals",
    "e_the_plan",
    "f_reviews_and_changes",
    "g_school_life",
    "h_growing_up",
    "i_daily_life",
    "j_your_rights",
)
STANDING_WORDS: Mapping[Standing, str] = {
    "in_force": "law in force",
    "statutory_guidance": "guidance that must be followed unless there is a good reason",
    "proposed": "proposed, not law",
    "derived": "worked out from the law",
    "practice": "good practice",
}
OUR_READING = "our reading; your adviser can check it"


@dataclass(frozen=True)
class Basis:
    """What one statement rests on. `rule` is its id in the rulebook, or a key of our own where the rulebook has none."""

    rule: str
    authority: str
    standing: Standing
    checked: Checked

    @property
    def may_be_quoted(self) -> bool:
        """Whether the text was read, so that a family may be shown the provision by name."""
        return self.checked != "R"

    @property
    def words(self) -> str:
        """How a family is told of it: the provision with its force, or, where it was not read again, that it is our reading."""
        if not self.may_be_quoted:
            return f"{OUR_READING[0].upper()}{OUR_READING[1:]}"
        return self.authority if self.standing == "practice" else f"{self.authority} ({STANDING_WORDS[self.standing]})"


@dataclass(frozen=True)
class Contact:
    """Somebody who can help: `telephone` is empty where it differs from area to area."""

    key: str
    name: str
    telephone: str
    when: str
    says: str


@dataclass(frozen=True)
class Article:
    """One question with its answer in two sentences, steps, what it rests on and who can help. `asked` is how people put it."""

    key: str
    stage: str
    question: str
    answer: str
    steps: tuple[str, ...]
    basis: tuple[Basis, ...]
    contacts: tuple[Contact, ...]
    asked: tuple[str, ...]
    reviewed_on: date
    reviewed_by: str

    @property
    def legal_basis(self) -> str:
        """The authorities that may be quoted, and a note where part of the answer is our own reading."""
        quoted = [f"{each.words} [{each.rule}]" for each in self.basis if each.may_be_quoted]
        reading = ["Part of this is " + OUR_READING] if quoted and len(quoted) < len(self.basis) else []
        return "; ".join(quoted + reading) + "." if quoted else f"{OUR_READING[0].upper()}{OUR_READING[1:]}."

    @property
    def standing(self) -> Standing:
        """The strongest force among its authorities."""
        order: tuple[Standing, ...] = ("in_force", "statutory_guidance", "derived", "practice", "proposed")
        return min((each.standing for each in self.basis), key=order.index)

    @property
    def checked(self) -> Checked:
        """The weakest check among its authorities: R when any of them was not read again."""
        order: tuple[Checked, ...] = ("R", "V2", "FC", "V")
        return min((each.checked for each in self.basis), key=order.index)

    @property
    def words(self) -> str:
        """Everything a family reads in it, for the reading age."""
        return " ".join((self.question, self.answer, *self.steps))


@dataclass(frozen=True)
class _Written:
    key: str
    question: str
    answer: str
    steps: tuple[str, ...]
    law: tuple[str, ...]
    help: tuple[str, ...]
    asked: tuple[str, ...]


@dataclass(frozen=True)
class _Review:
    on: date
    by: str


@dataclass(frozen=True)
class _Stage:
    stage: str
    review: _Review
    articles: tuple[_Written, ...]


@dataclass(frozen=True)
class _Ways:
    article: str
    asked: tuple[str, ...]


@dataclass(frozen=True)
class _WaysTable:
    about: About
    ways: tuple[_Ways, ...]


@dataclass(frozen=True)
class _BasisTable:
    about: About
    entries: tuple[Basis, ...]


@dataclass(frozen=True)
class _ContactTable:
    about: About
    contacts: tuple[Contact, ...]


@cache
def bases() -> Mapping[str, Basis]:
    """Every legal basis by its rule."""
    return {each.rule: each for each in read("basis.toml", _BasisTable, within=WITHIN).entries}


@cache
def contacts() -> Mapping[str, Contact]:
    """Everybody who can help, by key."""
    return {each.key: each for each in read("contacts.toml", _ContactTable, within=WITHIN).contacts}


@cache
def _more_ways() -> Mapping[str, tuple[str, ...]]:
    return {each.article: each.asked for each in read("ways_of_asking.toml", _WaysTable, within=WITHIN).ways}


@cache
def articles() -> tuple[Article, ...]:
    """Every article, from a first worry to adult life. Raises TableError for an entry that names an unknown rule or contact."""
    found: list[Article] = []
    for name in FILES:
        path = f"articles/{name}.toml"
        shelf = read(path, _Stage, within=WITHIN)
        found.extend(_article(written, shelf, path) for written in shelf.articles)
    return tuple(found)


@cache
def _by_key() -> Mapping[str, Article]:
    return {each.key: each for each in articles()}


def article(key: str) -> Article | None:
    """One article by its key, or None when there is no such article."""
    return _by_key().get(key)


def _article(written: _Written, shelf: _Stage, path: str) -> Article:
    where = f"{path}: '{written.key}'"
    return Article(
        key=written.key,
        stage=shelf.stage,
        question=written.question,
        answer=written.answer,
        steps=written.steps,
        basis=tuple(_named(bases(), rule, f"{where}: 'law'", "basis.toml") for rule in written.law),
        contacts=tuple(_named(contacts(), key, f"{where}: 'help'", "contacts.toml") for key in written.help),
        asked=written.asked + _more_ways().get(written.key, ()),
        reviewed_on=shelf.review.on,
        reviewed_by=shelf.review.by,
    )


def _named(known: Mapping[str, Entry], name: str, where: str, file: str) -> Entry:
    if name not in known:
        raise TableError(f"{where} names '{name}', which is not in {file}. Add it there, or correct the name.")
    return known[name]
