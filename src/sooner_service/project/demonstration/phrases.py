"""What people say and write, read from the word lists and put together so that hardly two texts are alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sooner.law.report_2024.baseline_form import Area
from sooner.law.tables import About, read
from sooner_service.project.demonstration.blueprint import ChildPlan
from sooner_service.project.demonstration.drawing import Drawing
from sooner_service.project.demonstration.names import WORDS

PRONOUNS: Mapping[str, Mapping[str, str]] = {
    "F": {"he": "she", "him": "her", "his": "her", "himself": "herself", "He": "She", "His": "Her"},
    "M": {"he": "he", "him": "him", "his": "his", "himself": "himself", "He": "He", "His": "His"},
}
LAST_YOUNG_YEAR = 3


@dataclass(frozen=True)
class ByAge:
    """Phrases for nursery to Year 3, and for later."""

    young: tuple[str, ...]
    older: tuple[str, ...]

    def for_year(self, year_group: int) -> tuple[str, ...]:
        """The phrases that fit a year group."""
        return self.young if year_group <= LAST_YOUNG_YEAR else self.older


@dataclass(frozen=True)
class Views:
    """What families say."""

    views: tuple[str, ...]


@dataclass(frozen=True)
class ByArea:
    """Phrases by area of need."""

    communication_and_interaction: ByAge
    cognition_and_learning: ByAge
    social_emotional_and_mental_health: ByAge
    sensory_and_or_physical: ByAge
    not_sure: ByAge | None = None

    def of(self, area: str) -> ByAge:
        """The phrases of one area."""
        found: ByAge = getattr(self, area)
        return found


@dataclass(frozen=True)
class FamilyViews:
    """What families say, by area of need."""

    communication_and_interaction: Views
    cognition_and_learning: Views
    social_emotional_and_mental_health: Views
    sensory_and_or_physical: Views


@dataclass(frozen=True)
class Concerns:
    """Everything in concerns.toml."""

    about: About
    where_young: tuple[str, ...]
    where_older: tuple[str, ...]
    since: tuple[str, ...]
    sees: ByArea
    closed: tuple[str, ...]


@dataclass(frozen=True)
class Baselines:
    """Everything in baselines.toml."""

    about: About
    strengths_young: tuple[str, ...]
    strengths_older: tuple[str, ...]
    also: tuple[str, ...]
    words_young: tuple[str, ...]
    words_older: tuple[str, ...]
    tried: tuple[str, ...]
    notes: ByArea
    family_views: FamilyViews


@dataclass(frozen=True)
class GoalWords:
    """A goal that fits an area of need."""

    area: Area
    text: str
    measure: str
    direction: Literal["increase", "decrease"]
    lowest: int
    highest: int
    gain: int
    scatter: int


@dataclass(frozen=True)
class Reasons:
    """How each kind of decision is explained."""

    fade: tuple[str, ...]
    keep: tuple[str, ...]
    change: tuple[str, ...]
    step_up: tuple[str, ...]
    restore_delivery: tuple[str, ...]


@dataclass(frozen=True)
class SupportWords:
    """Everything in support.toml."""

    about: About
    goals: tuple[GoalWords, ...]
    family_views: tuple[str, ...]
    comments_no: tuple[str, ...]
    comments_yes: tuple[str, ...]
    reasons_final: tuple[str, ...]
    questions: tuple[str, ...]
    answers: tuple[str, ...]
    decision_family: tuple[str, ...]
    reasons: Reasons


@cache
def concern_words() -> Concerns:
    """Concerns."""
    return read("concerns.toml", Concerns, within=WORDS)


@cache
def baseline_words() -> Baselines:
    """Baselines and views."""
    return read("baselines.toml", Baselines, within=WORDS)


@cache
def support_words() -> SupportWords:
    """Goals, plans and decisions."""
    return read("support.toml", SupportWords, within=WORDS)


def about_child(text: str, child: ChildPlan) -> str:
    """A phrase with the child's first name and pronouns in it."""
    return text.format(name=child.known_as or child.given_name, **PRONOUNS[child.sex]) if "{" in text else text


def concern_text(draw: Drawing, child: ChildPlan, area: str) -> str:
    """A concern: where, what is seen, since when."""
    words = concern_words()
    where = draw.one_of(words.where_young if child.year_group <= LAST_YOUNG_YEAR else words.where_older)
    sees = draw.one_of(words.sees.of(area).for_year(child.year_group))
    return about_child(f"{where}, {sees}. {draw.one_of(words.since)}", child)
