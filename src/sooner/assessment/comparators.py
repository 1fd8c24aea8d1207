"""How other countries arrange levels of support, beside the report's tiers: to compare with, never to store.

Every statement says how it was checked. The area setting chooses only among `sooner.assessment.tiers.PACKS`, whose four numbers
records store; a comparator may have any number of levels and its own lines between them.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from sooner.assessment.tiers import PACKS, Pack, Tier, tier_model
from sooner.law.tables import About, read

Checked = Literal["read", "secondary", "recalled", "not_found", "own"]

CHECKED: dict[Checked, str] = {
    "read": "read on an official page",
    "secondary": "read on a reliable page of somebody else",
    "recalled": "from memory, to be checked before anyone quotes it",
    "not_found": "looked for and not found",
    "own": "chosen by this project or taken from the paper named",
}
COMPARATORS: tuple[str, ...] = ("finland_2025", "finland_until_2025", "denmark", "new_zealand", "australia_nccd", "italy")


@dataclass(frozen=True)
class Fact:
    """One statement and how it was checked."""

    says: str
    checked: Checked

    @property
    def check_words(self) -> str:
        """How it was checked, in words."""
        return CHECKED[self.checked]


@dataclass(frozen=True)
class Level:
    """One level of support of a model, lowest first in its model. `in_time` is its service level, where one is set."""

    name: str
    entry: Fact
    leaving: Fact
    documents: Fact
    decides: Fact
    dose: Fact
    monitoring: Fact
    in_time: Fact
    assessment_needed: bool
    plan_needed: bool
    decision_needed: bool


@dataclass(frozen=True)
class Line:
    """A number on which something turns: `value` in `unit`, and what turns on it."""

    id: str
    value: float
    unit: str
    says: str
    checked: Checked


@dataclass(frozen=True)
class Comparator:
    """A model of levels: its standing where it is used, what this project takes from it, and how a family may challenge."""

    about: About
    name: str
    country: str
    standing_there: str
    lesson: str
    challenge: Fact
    levels: tuple[Level, ...]
    thresholds: tuple[Line, ...] = ()

    @property
    def first_paper(self) -> Level | None:
        """The lowest level at which one child needs an assessment, a plan or a decision; None where no level does."""
        return next((level for level in self.levels if level.assessment_needed or level.plan_needed or level.decision_needed), None)


@cache
def comparator(key: str) -> Comparator:
    """One model by its key; the area's own packs can be compared too. ValueError for a key that does not exist."""
    pack = next((each for each in PACKS if each == key), None)
    if pack is not None:
        return _from_pack(pack)
    if key in COMPARATORS:
        return read(f"comparators/{key}.toml", Comparator)
    raise ValueError(f"There is no model '{key}'. Use one of: {', '.join((*PACKS, *COMPARATORS))}.")


def all_models() -> tuple[tuple[str, Comparator], ...]:
    """Every model with its key, this project's own first."""
    return tuple((key, comparator(key)) for key in (*PACKS, *COMPARATORS))


def _from_pack(pack: Pack) -> Comparator:
    model = tier_model(pack)
    return Comparator(
        about=model.about,
        name=model.name,
        country="England",
        standing_there=model.sentence,
        lesson="The tiers this service stores. Anyone may ask for an EHC needs assessment from any of them.",
        challenge=Fact(
            "The school's complaints procedure for support; mediation and the SEND Tribunal for decisions about an EHC plan.", "own"
        ),
        levels=tuple(_level(tier) for tier in model.tiers),
    )


def _level(tier: Tier) -> Level:
    times = [f"{level.says}: {level.school_days} school days." for level in tier.service_levels]
    return Level(
        name=tier.name,
        entry=_own(tier.entry),
        leaving=_own(tier.move_down or "Nothing to leave."),
        documents=_own(", ".join(tier.documents)),
        decides=_own(tier.decides),
        dose=_own(tier.support),
        monitoring=_own(tier.monitoring),
        in_time=_own(" ".join(times) or "The law's own times apply."),
        assessment_needed=tier.decision_needed,
        plan_needed=tier.plan_needed,
        decision_needed=tier.decision_needed,
    )


def _own(says: str) -> Fact:
    return Fact(says, "own")
