"""The training pathways an area offers, read from dated data."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from sooner.law.report_2024.baseline_form import Phase
from sooner.law.tables import About, read

PathwayLevel = Literal["core", "enhanced", "specialist", "senco"]

Role = Literal["teacher", "assistant", "key_person", "trainee", "senco"]


@dataclass(frozen=True)
class Pathway:
    """A course of training: `hours` to complete, years it stays current (None: for good), need types it prepares for."""

    code: str
    name: str
    level: PathwayLevel
    phases: tuple[Phase, ...]
    roles: tuple[Role, ...]
    needs: tuple[str, ...]
    hours: int
    signs_baseline: bool
    says: str
    valid_for_years: int | None = None


@dataclass(frozen=True)
class SencoRule:
    """How long a new SENCO has to qualify, with its authority."""

    years_to_qualify: int
    authority: str
    sentence: str


@dataclass(frozen=True)
class Pathways:
    """Everything in training.toml."""

    about: About
    senco: SencoRule
    pathways: tuple[Pathway, ...]


@cache
def all_pathways() -> Pathways:
    """The pathways as shipped."""
    return read("report_2024/training.toml", Pathways)


def pathway(code: str) -> Pathway:
    """One pathway by its code; ValueError for a code that is not a pathway."""
    for each in all_pathways().pathways:
        if each.code == code:
            return each
    known = ", ".join(each.code for each in all_pathways().pathways)
    raise ValueError(f"'{code}' is not a training pathway. Use one of: {known}.")


def pathways_for(*, phase: Phase, role: Role) -> tuple[Pathway, ...]:
    """The pathways open to a role in a phase, core first, as listed."""
    return tuple(each for each in all_pathways().pathways if phase in each.phases and role in each.roles)
