"""The catalogue of supports: what each is, how much of it, what is known about it, and which ones fit a child's baseline."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sooner.law.report_2024.baseline_form import PHASES, Area, Phase, baseline_form
from sooner.law.tables import About, read

Grade = Literal["strong", "moderate", "weak", "none_found"]

GRADE_WORDS: Mapping[Grade, str] = {
    "strong": "strong evidence",
    "moderate": "moderate evidence",
    "weak": "weak evidence",
    "none_found": "no trial found",
}
GRADE_ORDER: tuple[Grade, ...] = ("strong", "moderate", "weak", "none_found")
COST_NOT_FOUND = "not found"
SOME_CONCERN = 1


@dataclass(frozen=True)
class SupportEvidence:
    """What is known: `checked` is V where the source was read for this list, R where it was recalled (and gives no figure)."""

    grade: Grade
    sentence: str
    source: str
    year: int
    checked: Literal["V", "R"]


@dataclass(frozen=True)
class Cost:
    """Pounds for each pupil, on what basis, from which source; grade A, B or C as for every published figure."""

    pounds_per_pupil: int
    basis: str
    source: str
    grade: Literal["A", "B", "C"]


@dataclass(frozen=True)
class Support:
    """One support with its usual dose; `group_size` 1 is individual. `cost` is None where no source gives one."""

    code: str
    name: str
    says: str
    areas: tuple[Area, ...]
    phases: tuple[Phase, ...]
    who: str
    minutes: int
    times_a_week: float
    weeks: int
    group_size: int
    evidence: SupportEvidence
    cost: Cost | None = None
    also: str = ""

    @property
    def is_individual(self) -> bool:
        """Whether it is for one child alone, and so begins a plan; group support is only logged (FI-6)."""
        return self.group_size == 1

    @property
    def minutes_a_week(self) -> float:
        """Minutes of it in a usual week."""
        return self.minutes * self.times_a_week

    @property
    def cost_words(self) -> str:
        """The cost for a pupil with its basis, or "not found"."""
        if self.cost is None:
            return COST_NOT_FOUND
        return f"£{self.cost.pounds_per_pupil} a pupil ({self.cost.basis}; {self.cost.source})"


@dataclass(frozen=True)
class Catalogue:
    """Everything in supports.toml."""

    about: About
    supports: tuple[Support, ...]


@dataclass(frozen=True)
class Match:
    """A support that fits a baseline, with the areas it answers and the reason it stands where it does."""

    support: Support
    areas: tuple[Area, ...]
    reason: str


@cache
def catalogue() -> Catalogue:
    """The catalogue as shipped."""
    return read("supports.toml", Catalogue, within="sooner.evidence")


def support(code: str) -> Support:
    """One support by its code; ValueError for a code that is not in the catalogue."""
    for each in catalogue().supports:
        if each.code == code:
            return each
    raise ValueError(f"There is no support '{code}' in the catalogue. Choose one from the list, or write a line by hand.")


def matching(profile_levels: Mapping[str, int], phase: Phase) -> tuple[Match, ...]:
    """The supports of a phase that answer some concern, best first; `profile_levels` is area -> level 0 to 3.

    Order: the greatest concern answered; at some concern (level 1) groups before individual support; then stronger evidence;
    then groups; then less time out of lessons. Nothing is left out for want of evidence: the grade is shown instead.
    """
    if phase not in PHASES:
        raise ValueError(f"'{phase}' is not a phase. Use one of: {', '.join(PHASES)}.")
    found = []
    for each in catalogue().supports:
        answered = tuple(area for area in each.areas if profile_levels.get(area, 0) >= SOME_CONCERN)
        if phase in each.phases and answered:
            found.append(Match(support=each, areas=answered, reason=_reason(each, answered, profile_levels)))
    return tuple(sorted(found, key=lambda match: _place(match, profile_levels)))


def _place(match: Match, levels: Mapping[str, int]) -> tuple[object, ...]:
    highest = max(levels[area] for area in match.areas)
    each = match.support
    individual_too_soon = highest == SOME_CONCERN and each.is_individual
    return (-highest, individual_too_soon, GRADE_ORDER.index(each.evidence.grade), each.is_individual, each.minutes_a_week, each.code)


def _reason(each: Support, answered: tuple[Area, ...], levels: Mapping[str, int]) -> str:
    form = baseline_form()
    names = {area.key: area.family_name for area in form.areas}
    words = {level.level: level.name.lower() for level in form.levels}
    highest = max(answered, key=lambda area: levels[area])
    start = "one to one, so it begins a plan" if each.is_individual else "in a group, so it can start today without a plan"
    grade = GRADE_WORDS[each.evidence.grade]
    return f"For {words[levels[highest]]} about {names[highest].lower()}: {grade}; {start}."
