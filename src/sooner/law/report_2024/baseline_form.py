"""The form of the baseline, read from dated data: four broad areas of need, levels of concern and prompts for each phase."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from sooner.law.tables import About, read

Area = Literal[
    "communication_and_interaction",
    "cognition_and_learning",
    "social_emotional_and_mental_health",
    "sensory_and_or_physical",
]
Phase = Literal["nursery", "primary", "secondary", "college"]

PHASES: tuple[Phase, ...] = ("nursery", "primary", "secondary", "college")


@dataclass(frozen=True)
class ConcernLevel:
    """A level of concern, 0 to 3, in words."""

    level: int
    name: str
    says: str


@dataclass(frozen=True)
class Prompts:
    """Statements to think about, for each phase."""

    nursery: tuple[str, ...]
    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    college: tuple[str, ...]


@dataclass(frozen=True)
class BroadArea:
    """One of the four broad areas of need, with its everyday name."""

    key: Area
    name: str
    family_name: str
    prompts: Prompts

    def prompts_for(self, phase: Phase) -> tuple[str, ...]:
        """The statements for a phase; ValueError for a phase that does not exist."""
        if phase not in PHASES:
            raise ValueError(f"'{phase}' is not a phase. Use one of: {', '.join(PHASES)}.")
        found: tuple[str, ...] = getattr(self.prompts, phase)
        return found


@dataclass(frozen=True)
class BaselineForm:
    """Everything in baseline.toml."""

    about: About
    levels: tuple[ConcernLevel, ...]
    areas: tuple[BroadArea, ...]


@cache
def baseline_form() -> BaselineForm:
    """The areas, levels and prompts as shipped."""
    return read("report_2024/baseline.toml", BaselineForm)
