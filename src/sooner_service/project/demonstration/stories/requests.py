"""One EHC case as it ran: asked for, decided, advice, draft and final plan, on time or late, taken back, refused or still open.

A case is a list of steps, each with its day. The steps of days to come are left out, so every state of the process has cases.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sooner_service.project.demonstration.blueprint import NEW_PLAN, ChildPlan
from sooner_service.project.demonstration.case_words import case_words, sections
from sooner_service.project.demonstration.phrases import about_child
from sooner_service.project.demonstration.pupils import MAYA_KEY
from sooner_service.project.demonstration.school_days import working_day_after
from sooner_service.project.demonstration.stories.first_look import area_of
from sooner_service.project.demonstration.stories.telling import Telling
from sooner_service.project.demonstration.who import Who

WHYS = {"nothing_offered": 14.0, "not_enough": 34.0, "waited_too_long": 16.0, "needs_are_complex": 20.0, "moving_on": 10.0, "other": 6.0}
CO_ORDINATORS = 6
FIRST_SCHOOL = ("requested", "assessing", "refused", "drafting", "draft_issued", "withdrawn", "late")
ENDINGS = {"": 55.0, "refused": 21.0, "withdrawn": 8.0, "no_plan": 5.0, "exempt": 11.0}
SHARE_OF_SUPPORT, SHARE_OF_OTHERS, SHARE_ASKED_AGAIN = 0.105, 0.0035, 0.3
UNMATCHED_AT_FIRST = 3
STILL_OPEN = frozenset({"ep", "other"})
A_YEAR = timedelta(days=365)
FATHER_MARK = "restricted"
DAYS_AGO = {"requested": (4, 30), "assessing": (50, 80), "refused": (60, 120), "drafting": (110, 116), "draft_issued": (120, 127), "withdrawn": (60, 100), "late": (170, 260), "final": (230, 420), "unmatched": (1, 24)}


@dataclass(frozen=True)
class CaseStep:
    """One step on a day: the name of the teller's method, who did it, and the words it needs."""

    day: date
    what: str
    by: str
    words: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class CasePlan:
    """A case. `child` is always the one it is about; whether it was matched is a step of its own. `has_plan` is how it ended so far."""

    key: str
    child: ChildPlan
    steps: tuple[CaseStep, ...]


def case_stories(who: Who) -> Iterator[CasePlan]:
    """Every case that runs or ran in Sooner from its first day."""
    first_school, left = who.blueprint.children[0].setting, iter(FIRST_SCHOOL)
    unmatched = iter(range(UNMATCHED_AT_FIRST))
    for child in who.blueprint.children:
        kind, is_old_hand = "", child.joins_on < who.blueprint.today - A_YEAR
        if child.setting == first_school and child.sen_status == "K" and is_old_hand and FATHER_MARK not in child.marks:
            kind = next(left, "")
        elif child.setting == first_school and child.sen_status == "N" and child.year_group == 1 and is_old_hand:
            kind = "unmatched" if next(unmatched, None) is not None else ""
        if child.key != MAYA_KEY:
            yield from CaseStory(who, child, kind).plans()


class CaseStory:
    """Draws whether a child has such a case and how it ran. `kind` fixes the state it has reached."""

    def __init__(self, who: Who, child: ChildPlan, kind: str) -> None:
        self.telling = Telling(who, child, "case")
        self.draw, self.child, self.kind = self.telling.draw, child, kind
        self.area = area_of(self.draw, child)
        self.holder = f"council/ehc_co_ordinator/{self.draw.between(0, CO_ORDINATORS - 1) if not kind else 0}"
        self.steps: list[CaseStep] = []

    def plans(self) -> Iterator[CasePlan]:
        """The child's cases, oldest first: mostly none, sometimes one that was refused and another after it."""
        share = {"K": SHARE_OF_SUPPORT, "E": 0.0, "N": SHARE_OF_OTHERS}[self.child.sen_status]
        if NEW_PLAN in self.child.marks:
            self.kind, share = "final", 1.0
        if not self.kind and not self.draw.happens(share):
            return
        if not self.kind and self.child.sen_status == "N":
            self.kind = "unmatched"
        lowest, highest = DAYS_AGO.get(self.kind) or ((3, 140) if self.draw.happens(0.6) else (140, 330))
        received = self.telling.today - timedelta(days=self.draw.between(lowest, highest))
        if received <= self.telling.earliest:
            return
        if not self.kind and self.draw.happens(SHARE_ASKED_AGAIN):
            yield from self._refused_before(received)
        self._asked(received)
        if self.kind != "unmatched":
            self._decided(received)
        yield self._plan("")

    def _refused_before(self, received: date) -> Iterator[CasePlan]:
        earlier = received - timedelta(days=self.draw.between(150, 300))
        if earlier <= self.telling.earliest:
            return
        self.kind = "refused"
        self._asked(earlier)
        self._decided(earlier)
        yield self._plan(":first")
        self.kind, self.steps = "", []

    def _plan(self, suffix: str) -> CasePlan:
        steps = sorted((step for step in self.steps if step.day <= self.telling.today), key=lambda step: step.day)
        return CasePlan(f"case:{self.child.key}{suffix}", self.child, tuple(steps))

    def _on(self, day: date) -> date:
        return working_day_after(day, 0)

    def _step(self, day: date, what: str, by: str = "", **words: object) -> None:
        plain = {name: about_child(value, self.child) if isinstance(value, str) else value for name, value in words.items()}
        self.steps.append(CaseStep(self._on(day), what, by or self.holder, plain))

    def _asked(self, received: date) -> None:
        """By a parent or the setting signed in, by anybody on the public form, or on paper: the last two are matched some days later."""
        draw, words = self.draw, case_words()
        parents = self.telling.parents(received)
        way = draw.weighted({"setting": 38.0, "parent": 26.0 if parents else 0.0, "public": 24.0, "paper": 12.0})
        way = "public" if self.kind == "unmatched" else way
        reasons = f"{draw.one_of(words.reasons_start)} {draw.one_of(words.of(self.area).needs)}"
        why = draw.weighted(WHYS)
        if way == "setting":
            self._step(received, "asked", self.telling.senco, reasons=f"{draw.one_of(words.reasons_setting)} {draw.one_of(words.of(self.area).needs)}", why=why)
        elif way == "parent":
            self._step(received, "asked", f"adult:{draw.one_of(parents).key}", reasons=reasons, why=why)
        else:
            self._step(received, f"asked_{way}", reasons=reasons, why=why, help_so_far=draw.one_of(words.help_so_far), received=self._on(received))
            if self.kind == "unmatched":
                return
            self._step(received + timedelta(days=draw.between(1, 6)), "matched")
        self._step(received + timedelta(days=7), "assigned", f"council/send_manager/{draw.between(0, 1)}", holder=self.holder)

    def _ending(self) -> str:
        if self.kind in {"refused", "withdrawn"}:
            return self.kind
        return "" if self.kind else self.draw.weighted(ENDINGS)

    def _decided(self, received: date) -> None:
        draw, words, ending = self.draw, case_words(), self._ending()
        is_late = self.kind == "late" or (not self.kind and draw.happens(0.15))
        decided = received + timedelta(days=draw.between(45, 70) if is_late else draw.between(18, 38))
        if ending == "withdrawn":
            self._step(received + timedelta(days=draw.between(10, 50)), "withdrawn", reasons=draw.one_of(words.withdrawn))
            if self.steps[-1].day < self._on(decided):
                return
            self.steps.pop()
        is_yes = ending != "refused"
        self._step(
            decided, "decided", is_yes=is_yes, has=draw.one_of(words.has_yes if is_yes else words.has_no),
            may=draw.one_of(words.may_yes if is_yes else words.may_no), reasons=draw.one_of(words.reasons_yes if is_yes else words.reasons_no),
        )
        if is_yes:
            self._assessed(received, decided, ending)

    def _assessed(self, received: date, decided: date, ending: str) -> None:
        """Advice, the second decision, the draft and the final plan: half of them within 20 weeks, a few after more than a year."""
        draw, words = self.draw, case_words()
        pace = draw.weighted({1.0: 50.0, 1.0 + 1.3 * draw.random(): 44.0, 2.8 + draw.random(): 6.0})
        pace = 1.0 if self.kind in FIRST_SCHOOL[:5] or self.kind == "final" else 2.6 if self.kind == "late" else pace
        self._step(decided + timedelta(days=2), "advice_asked", question=draw.one_of(words.question), asks_therapist=self._asks_therapist)
        self._advice(decided, pace)
        if ending == "exempt":
            self._step(
                decided + timedelta(days=40), "exempted", evidence=draw.one_of(words.exempt_evidence), why=draw.one_of(words.exempt_why),
                starts_on=self._on(decided + timedelta(days=4)), until=self._on(decided + timedelta(days=4 + draw.between(30, 44))),
            )
        issued = received + timedelta(days=round(pace * draw.between(92, 108)))
        if ending == "no_plan":
            self._step(issued, "issue_decided", is_yes=False, reasons=draw.one_of(words.reasons_no_plan))
            return
        self._step(issued, "issue_decided", is_yes=True, reasons=draw.one_of(words.reasons_issue))
        self._written(received, issued, pace)

    @property
    def _asks_therapist(self) -> bool:
        """Whether a speech and language therapist is asked as well."""
        return self.area == "communication_and_interaction" or self.kind == "assessing"

    def _advice(self, decided: date, pace: float) -> None:
        draw, area = self.draw, case_words().of(self.area)
        setting = "early_years" if self.child.year_group < 0 else "school"
        answerers = {
            setting: self.telling.senco, "ep": f"psychology/specialist/{draw.between(0, 3)}", "health": f"health/specialist/{draw.between(0, 1)}",
            "social_care": f"social-care/specialist/{draw.between(0, 2)}",
        }
        if self._asks_therapist:
            answerers["other"] = f"speech/specialist/{draw.between(0, 3)}"
        for body, by in answerers.items():
            if self.kind == "assessing" and body in STILL_OPEN:
                continue
            waits = round(pace * draw.between(14, 40)) + (35 if draw.happens(0.12) else 0)
            answer = "Not known to social care. No further contact is needed." if body == "social_care" and draw.happens(0.7) else draw.one_of(area.advice)
            self._step(decided + timedelta(days=2 + waits), "advice_given", by, body=body, answer=answer)
        if draw.happens(0.85):
            told = f"Said in a meeting, written down and read back: {draw.one_of(case_words().aspirations)} {draw.one_of(case_words().reasons_start)}"
            self._step(decided + timedelta(days=round(2 + pace * draw.between(9, 30))), "family_heard", answer=told)

    def _written(self, received: date, issued: date, pace: float) -> None:
        draw, words = self.draw, case_words()
        served = max(issued + timedelta(days=3), received + timedelta(days=round(pace * draw.between(108, 117))))
        if self.kind == "drafting":
            served = max(served, self.telling.today + timedelta(days=3))
        text = sections(draw, self.area, is_final=False)
        self._step(max(issued, served - timedelta(days=6)), "written", **text)
        self._step(served, "served", method=draw.one_of(("email", "email", "portal", "first_class")))
        if draw.happens(0.6):
            self._step(served + timedelta(days=draw.between(7, 14)), "represented", reasons=draw.one_of(words.representations))
        final = max(served + timedelta(days=21), received + timedelta(days=round(pace * draw.between(131, 138))))
        self._step(final - timedelta(days=1), "written", **{**text, "I": draw.one_of(words.placement)})
        self._step(final, "finalised")

