"""The baseline a trained educator completes in minutes: four broad areas, strengths, the child's words and the family's view.

It ends in support, not in a referral. What is missing is listed so that it can be added; a missing answer never holds back support.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sooner.law.report_2024.baseline_form import PHASES, Area, BroadArea, ConcernLevel, Phase, baseline_form

__all__ = [
    "PHASES",
    "READERS",
    "VIEW_SOURCES",
    "Area",
    "AreaView",
    "BroadArea",
    "ConcernLevel",
    "Phase",
    "Problem",
    "Profile",
    "Reader",
    "ViewSource",
    "areas",
    "concern_levels",
    "problems",
    "summary",
]

Reader = Literal["nobody_else", "my_teachers", "my_family", "everyone_helping_me"]
ViewSource = Literal["written_by_family", "told_to_staff", "asked_no_reply", "family_chose_not_to", "not_asked_yet"]

READERS: Mapping[Reader, str] = {
    "nobody_else": "nobody but the person who wrote them down",
    "my_teachers": "the child's teachers",
    "my_family": "the child's family",
    "everyone_helping_me": "everyone who helps the child",
}
VIEW_SOURCES: Mapping[ViewSource, str] = {
    "written_by_family": "in the family's own words",
    "told_to_staff": "as told to staff",
    "asked_no_reply": "the family was asked and has not replied yet",
    "family_chose_not_to": "the family chose not to add a view",
    "not_asked_yet": "the family has not been asked yet",
}
NOTE_NEEDED_FROM = 2


@dataclass(frozen=True)
class AreaView:
    """The level of concern in one area (None: not answered yet) and what was seen."""

    level: int | None
    note: str = ""


@dataclass(frozen=True)
class Profile:
    """One child's baseline. `child_words_readers` holds those the child chose; `tried` is what has been tried already."""

    areas: Mapping[str, AreaView]
    strengths: str
    child_words: str
    child_words_readers: tuple[Reader, ...]
    family_view: str
    family_view_source: ViewSource
    tried: str

    @property
    def levels(self) -> dict[str, int]:
        """The areas answered, with their level of concern."""
        return {key: view.level for key, view in self.areas.items() if view.level is not None}


@dataclass(frozen=True)
class Problem:
    """One thing to add or put right before signing: the field and a sentence saying what to do."""

    field: str
    sentence: str


def areas() -> tuple[BroadArea, ...]:
    """The four broad areas of need, in the Code of Practice's order."""
    return baseline_form().areas


def concern_levels() -> tuple[ConcernLevel, ...]:
    """The levels of concern, lowest first."""
    return baseline_form().levels


def problems(profile: Profile) -> tuple[Problem, ...]:
    """What is missing before a baseline is signed; empty when it is complete. None of it stops support from starting."""
    return (*_area_problems(profile), *_voice_problems(profile))


def _area_problems(profile: Profile) -> tuple[Problem, ...]:
    known = {area.key: area for area in areas()}
    found = [
        Problem(f"areas.{key}", f"'{key}' is not an area of need. Use one of: {', '.join(known)}.")
        for key in profile.areas
        if key not in known
    ]
    highest = concern_levels()[-1].level
    for key, area in known.items():
        view = profile.areas.get(key, AreaView(None))
        if view.level is None:
            found.append(Problem(f"areas.{key}", f"Choose a level of concern for {area.name.lower()}, even if it is none."))
        elif not 0 <= view.level <= highest:
            found.append(Problem(f"areas.{key}", f"{area.name} has level {view.level}. Choose a level from 0 to {highest}."))
        elif view.level >= NOTE_NEEDED_FROM and not view.note.strip():
            found.append(Problem(f"areas.{key}", f"Say in a sentence what you have seen in {area.name.lower()}."))
    return tuple(found)


def _voice_problems(profile: Profile) -> tuple[Problem, ...]:
    found = []
    if not profile.strengths.strip():
        found.append(Problem("strengths", "Add at least one thing the child does well or enjoys."))
    if not profile.child_words.strip():
        found.append(Problem("child_words", "Add what the child says or shows helps, in their own words, signs or pictures."))
    elif not profile.child_words_readers:
        found.append(Problem("child_words_readers", "Ask the child who may read their words, and choose at least one answer."))
    elif "nobody_else" in profile.child_words_readers and len(profile.child_words_readers) > 1:
        found.append(Problem("child_words_readers", "The answers disagree: nobody else, and someone. Ask the child again."))
    found += _family_problems(profile)
    if any(level > 0 for level in profile.levels.values()) and not profile.tried.strip():
        found.append(Problem("tried", "Say what has been tried so far, or that nothing has yet."))
    return tuple(found)


def _family_problems(profile: Profile) -> list[Problem]:
    if profile.family_view_source == "not_asked_yet":
        return [Problem("family_view_source", "Ask the family what they see at home. Support can start while you wait.")]
    spoken = profile.family_view_source in ("written_by_family", "told_to_staff")
    if spoken and not profile.family_view.strip():
        return [Problem("family_view", "Write down the family's view, or choose that they were asked and have not replied.")]
    return []


def summary(profile: Profile) -> tuple[str, ...]:
    """The baseline in sentences anyone may read: strengths first, then the areas from the greatest concern, then the family.

    The child's own words are left out: who may read them is the child's choice, and the page shows them by that choice.
    """
    said = [f"Strengths: {_sentence(profile.strengths)}"] if profile.strengths.strip() else []
    levels = profile.levels
    concerns = [area for area in areas() if levels.get(area.key, 0) > 0]
    for area in sorted(concerns, key=lambda area: -levels[area.key]):
        said.append(_area_sentence(area, profile.areas[area.key].note, levels[area.key]))
    clear = [area.family_name.lower() for area in areas() if levels.get(area.key) == 0]
    if clear:
        said.append(f"No concern about: {'; '.join(clear)}.")
    if profile.tried.strip():
        said.append(f"Tried so far: {_sentence(profile.tried)}")
    if profile.family_view.strip():
        said.append(f"Family's view, {VIEW_SOURCES[profile.family_view_source]}: {_sentence(profile.family_view)}")
    else:
        said.append(f"{_sentence(VIEW_SOURCES[profile.family_view_source].capitalize())}")
    return tuple(said)


def _area_sentence(area: BroadArea, note: str, level: int) -> str:
    """One area's level in words, with what was seen."""
    words = next((each for each in concern_levels() if each.level == level), concern_levels()[-1])
    seen = f" {_sentence(note)}" if note.strip() else ""
    return f"{area.family_name}: {words.name.lower()} ({words.says}).{seen}"


def _sentence(text: str) -> str:
    words = text.strip()
    return words if words.endswith((".", "!", "?")) else f"{words}."
