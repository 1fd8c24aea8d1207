"""Who is currently trained, worked out from completions on a date and never stored; and who may sign a baseline.

The one gate of recommendation 2: signing a baseline needs current core training. It never stops a concern, support from
starting, or a request for an EHC needs assessment.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sooner.law.report_2024.baseline_form import Phase
from sooner.training.pathways import Pathway, all_pathways, pathway

NEVER_STOPS = "Anyone may still note a concern, start support today, and ask for an EHC needs assessment."
NOBODY_TRAINED = "Where nobody here is trained, the area service signs the baseline within two school days of being asked."
WARNING_DAYS = 90


@dataclass(frozen=True)
class Completion:
    """One person's completion of a pathway on a day."""

    code: str
    completed_on: date


@dataclass(frozen=True)
class Held:
    """Training on a date: `until` is the first day it is no longer current, None if it never lapses."""

    pathway: Pathway
    completed_on: date
    until: date | None


@dataclass(frozen=True)
class Competence:
    """What a person holds on a date: current, lapsed, and which of the current lapses within ninety days."""

    on: date
    current: tuple[Held, ...]
    lapsed: tuple[Held, ...]
    lapsing_soon: tuple[Held, ...]

    def is_trained_for(self, need: str) -> bool:
        """Whether current training prepares for a type of need, by its code (ASD, SLCN, ...)."""
        return any(need in held.pathway.needs for held in self.current)


@dataclass(frozen=True)
class Permission:
    """Whether someone may, a sentence saying why, and what to do to regain it (empty when allowed)."""

    allowed: bool
    sentence: str
    how_to_regain: str


def competence(completions: Iterable[Completion], on: date) -> Competence:
    """What completions add up to on a date: the latest of each pathway, those after the date left out."""
    latest: dict[str, Completion] = {}
    for each in sorted(completions, key=lambda completion: completion.completed_on):
        if each.completed_on <= on:
            latest[each.code] = each
    held = tuple(_held(each) for each in latest.values())
    current = tuple(each for each in held if each.until is None or on < each.until)
    return Competence(
        on=on,
        current=current,
        lapsed=tuple(each for each in held if each not in current),
        lapsing_soon=tuple(each for each in current if each.until is not None and (each.until - on).days <= WARNING_DAYS),
    )


def _held(completion: Completion) -> Held:
    found = pathway(completion.code)
    years = found.valid_for_years
    until = None if years is None else _years_after(completion.completed_on, years)
    return Held(pathway=found, completed_on=completion.completed_on, until=until)


def _years_after(day: date, years: int) -> date:
    """The same date some years on; 29 February becomes 1 March where there is none, so that nobody loses a day."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def may_sign_baseline(completions: Iterable[Completion], on: date, *, phase: Phase | None = None) -> Permission:
    """Whether someone may sign a baseline on a date; with `phase`, only core training for that phase counts."""
    found = competence(completions, on)
    if held := _signing(found.current, phase):
        until = "" if held.until is None else f" until {_words(held.until)}"
        return Permission(True, f"You may sign baselines{until}: {held.pathway.name} is current.", "")
    how = f"Complete: {_courses(phase)}. {NOBODY_TRAINED}"
    if lapsed := _signing(found.lapsed, phase):
        ended = _words(lapsed.until or on)
        return Permission(False, f"{lapsed.pathway.name} lapsed on {ended}, so you cannot sign. {NEVER_STOPS}", how)
    return Permission(False, f"Signing a baseline needs core SEND training. {NEVER_STOPS}", how)


def _signing(held: tuple[Held, ...], phase: Phase | None) -> Held | None:
    """The training that lets someone sign, the one that lasts longest first."""
    able = [each for each in held if each.pathway.signs_baseline and (phase is None or phase in each.pathway.phases)]
    return max(able, key=lambda each: each.until or date.max, default=None)


def _courses(phase: Phase | None) -> str:
    names = [
        f"{each.name} ({each.hours} hours)"
        for each in all_pathways().pathways
        if each.level == "core" and "trainee" not in each.roles and (phase is None or phase in each.phases)
    ]
    return " or ".join(names)


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def senco_must_qualify_by(appointed_on: date) -> date:
    """The last day for a new SENCO to hold the qualification: three years from appointment (SEND Regulations 2014 reg 49)."""
    return _years_after(appointed_on, all_pathways().senco.years_to_qualify)
