"""What is written in EHC cases, read from the word lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sooner.law.tables import About, read
from sooner_service.project.demonstration.drawing import Drawing
from sooner_service.project.demonstration.names import WORDS


@dataclass(frozen=True)
class AreaWords:
    """Needs, outcomes, provision and advice in one area of need."""

    needs: tuple[str, ...]
    outcomes: tuple[str, ...]
    provision: tuple[str, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True)
class ByArea:
    """The words of each area of need."""

    communication_and_interaction: AreaWords
    cognition_and_learning: AreaWords
    social_emotional_and_mental_health: AreaWords
    sensory_and_or_physical: AreaWords


@dataclass(frozen=True)
class CaseWords:
    """Everything in ehc.toml."""

    about: About
    reasons_start: tuple[str, ...]
    reasons_setting: tuple[str, ...]
    help_so_far: tuple[str, ...]
    has_yes: tuple[str, ...]
    may_yes: tuple[str, ...]
    has_no: tuple[str, ...]
    may_no: tuple[str, ...]
    reasons_yes: tuple[str, ...]
    reasons_no: tuple[str, ...]
    reasons_issue: tuple[str, ...]
    reasons_no_plan: tuple[str, ...]
    question: tuple[str, ...]
    withdrawn: tuple[str, ...]
    representations: tuple[str, ...]
    exempt_evidence: tuple[str, ...]
    exempt_why: tuple[str, ...]
    aspirations: tuple[str, ...]
    placement: tuple[str, ...]
    by_area: ByArea

    def of(self, area: str) -> AreaWords:
        """The words of one area."""
        found: AreaWords = getattr(self.by_area, area)
        return found


@cache
def case_words() -> CaseWords:
    """The words of EHC cases."""
    return read("ehc.toml", CaseWords, within=WORDS)


def sections(draw: Drawing, area: str, *, is_final: bool, placement: str = "") -> Mapping[str, str]:
    """The text of an EHC plan, section by section, with the child's name still to be put in. A draft names no placement."""
    words = case_words()
    known = words.of(area)
    return {
        "A": draw.one_of(words.aspirations),
        "B": " ".join(draw.sample(known.needs, 2)),
        "C": "None known at the time of the assessment.",
        "D": "None known at the time of the assessment.",
        "E": draw.one_of(known.outcomes),
        "F": " ".join(draw.sample(known.provision, 2)),
        "I": (placement or draw.one_of(words.placement)) if is_final else "",
        "K": "Advice of the setting, the educational psychologist, health, social care and the family.",
    }
