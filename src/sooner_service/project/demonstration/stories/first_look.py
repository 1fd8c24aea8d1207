"""A concern is noted, answered, looked at in a baseline and signed: on time, late, or not yet."""

from datetime import date

from sooner.assessment.baseline import AreaView, Profile, Reader, ViewSource
from sooner.law.report_2024.baseline_form import Area, baseline_form
from sooner_service.project.demonstration import happenings as h
from sooner_service.project.demonstration.blueprint import ChildPlan
from sooner_service.project.demonstration.drawing import Drawing
from sooner_service.project.demonstration.phrases import baseline_words, concern_text, support_words
from sooner_service.project.demonstration.stories.telling import Telling

AREA_OF_NEED: dict[str, Area] = {
    "SLCN": "communication_and_interaction", "ASD": "communication_and_interaction", "SPLD": "cognition_and_learning",
    "MLD": "cognition_and_learning", "SLD": "cognition_and_learning", "PMLD": "cognition_and_learning",
    "SEMH": "social_emotional_and_mental_health", "HI": "sensory_and_or_physical", "VI": "sensory_and_or_physical",
    "MSI": "sensory_and_or_physical", "PD": "sensory_and_or_physical",
}
AREAS: tuple[Area, ...] = tuple(area.key for area in baseline_form().areas)
AREA_SERVICE_SIGNER = "psychology/specialist/0"
READERS: dict[tuple[Reader, ...], float] = {
    ("everyone_helping_me",): 50.0, ("my_teachers", "my_family"): 25.0, ("my_teachers",): 14.0, ("my_family",): 5.0, ("nobody_else",): 6.0,
}
SOURCES: dict[ViewSource, float] = {"told_to_staff": 55.0, "asked_no_reply": 22.0, "written_by_family": 17.0, "family_chose_not_to": 6.0}


def area_of(draw: Drawing, child: ChildPlan) -> Area:
    """The broad area of a child's need; any of them where the need says nothing about it."""
    return AREA_OF_NEED[child.primary_need] if child.primary_need in AREA_OF_NEED else draw.one_of(AREAS)


class FirstLook:
    """The first steps for one child. `area` is the area of need that matters most."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self.area = area_of(telling.draw, telling.child)
        self.levels = self._levels()
        self.concern = f"{telling.child.key}/concern"
        self.baseline = f"{telling.child.key}/baseline"

    def _levels(self) -> dict[str, int]:
        draw = self.telling.draw
        levels: dict[str, int] = dict.fromkeys(AREAS, 0)
        levels[self.area] = draw.one_of((2, 2, 2, 3))
        for other in AREAS:
            if other != self.area and draw.happens(0.35):
                levels[other] = draw.one_of((1, 1, 2))
        return levels

    def noted(self, day: date, *, number: int = 1) -> str:
        """Somebody notes a concern on a day. Its key."""
        telling = self.telling
        draw, parents = telling.draw, telling.parents(day)
        by = draw.weighted({"teacher": 68.0, "assistant": 13.0, "senco": 6.0, "parent": 13.0})
        roles = {"teacher": telling.teacher(day), "assistant": telling.assistant(day), "senco": telling.senco}
        actor = f"adult:{draw.one_of(parents).key}" if by == "parent" and parents else roles.get(by, telling.teacher(day))
        area = "not_sure" if draw.happens(0.12) else self.area
        key = self.concern if number == 1 else f"{self.concern}-{number}"
        telling.say(h.ConcernNoted, day, actor, key, area, concern_text(draw, telling.child, area), hour=15)
        return key

    def answered(self, concern: str, day: date) -> None:
        """The SENCO answers the concern."""
        self.telling.say(h.ConcernAnswered, day, self.telling.senco, concern, hour=16)

    def looked(self, concern: str, day: date) -> None:
        """Somebody who works with the class fills in the baseline."""
        telling = self.telling
        by = telling.draw.weighted({telling.teacher(day): 60.0, telling.assistant(day): 15.0, telling.senco: 25.0})
        telling.say(h.BaselineCompleted, day, by, self.baseline, concern, self.profile(day), hour=11)

    def signed(self, day: date) -> None:
        """A trained colleague signs it that day; where nobody is trained the area service is asked and signs a little later."""
        telling = self.telling
        phase = telling.phase(day)
        signer = telling.who.signer(telling.child, day, phase, (telling.teacher(day), telling.assistant(day)))
        if signer:
            telling.say(h.BaselineSigned, day, signer, self.baseline, hour=13)
        elif not telling.who.anybody_may_sign(telling.child.setting, day, phase):
            self.asked(day)
            telling.say(h.BaselineSigned, telling.days.after(day, telling.draw.one_of((1, 1, 2, 2, 2, 4))), AREA_SERVICE_SIGNER, self.baseline, hour=14)

    def asked(self, day: date) -> None:
        """The area service is asked to sign."""
        self.telling.say(h.AreaAsked, day, self.telling.teacher(day), self.baseline, hour=12)

    def profile(self, day: date) -> Profile:
        """What the baseline says."""
        telling, words = self.telling, baseline_words()
        draw, child = telling.draw, telling.child
        is_young = telling.phase(day) in {"nursery", "primary"} and child.year_group <= 4
        source = draw.weighted(SOURCES)
        spoken = source in {"told_to_staff", "written_by_family"}
        notes = {
            area: telling.words(draw.one_of(words.notes.of(area).for_year(child.year_group))) + "." if level else "" for area, level in self.levels.items()
        }
        strengths = draw.one_of(words.strengths_young if is_young else words.strengths_older)
        return Profile(
            areas={area: AreaView(self.levels[area], notes[area]) for area in AREAS},
            strengths=f"{child.known_as or child.given_name} {strengths} {draw.one_of(words.also)}.",
            child_words=" ".join(draw.sample(words.words_young if is_young else words.words_older, draw.between(1, 2))),
            child_words_readers=draw.weighted(READERS),
            family_view=telling.words(draw.one_of(getattr(words.family_views, self.area).views)) if spoken else "",
            family_view_source=source,
            tried=f"{draw.one_of(words.tried)}.",
        )

    def talked(self, day: date) -> None:
        """The family is asked a question, and mostly answers it on its page."""
        telling, words = self.telling, support_words()
        place = telling.draw.between(0, len(words.questions) - 1)
        key = f"{telling.child.key}/question"
        telling.say(h.FamilyAsked, day, telling.teacher(day), key, words.questions[place], hour=10)
        parents, later = telling.parents(day), telling.later(day, 1, 9)
        if parents and telling.draw.happens(0.7):
            told = telling.words(telling.draw.one_of(words.answers))
            telling.say(h.ViewGiven, later, f"adult:{telling.draw.one_of(parents).key}", "family", told, (), key, hour=20)
