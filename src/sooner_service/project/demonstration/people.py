"""The staff of every organisation, the classes they work with, and their training: current, lapsed or none."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from sooner_service.project.demonstration.blueprint import CompletionPlan, StaffPlan
from sooner_service.project.demonstration.cast import CAST_STAFF
from sooner_service.project.demonstration.drawing import Drawing, drawing_for
from sooner_service.project.demonstration.names import Mailboxes, given_name, places, some_people
from sooner_service.project.demonstration.shapes import SettingShape

BODY_ROLES = {
    "council": {"authority_administrator": 1, "send_manager": 2, "ehc_co_ordinator": 6, "data_officer": 1},
    "psychology": {"service_manager": 1, "specialist": 4},
    "teaching": {"service_manager": 1, "specialist": 4},
    "speech": {"service_manager": 1, "specialist": 4},
    "occupational": {"service_manager": 1, "specialist": 2},
    "health": {"service_manager": 1, "specialist": 2},
    "social-care": {"service_manager": 1, "specialist": 3},
    "contracted": {"service_manager": 1, "specialist": 2},
    "advice": {"advice_manager": 1, "sendiass_adviser": 3},
}
FIRST_ROLES = frozenset({"headteacher", "authority_administrator", "service_manager", "advice_manager"})
PHASE_OF_CORE = {"school": "primary", "nursery": "nursery", "college": "college", "special_school": "all", "alternative_provision": "secondary"}
CORES_OF = {"": ("nursery", "primary", "secondary", "college"), "all": ("primary", "secondary", "college")}
LAPSES_AFTER = 3 * 365
RENEWED_AFTER = timedelta(days=LAPSES_AFTER - 30)
TRAINING_SHARES = {
    "class_teacher": (0.58, 0.14), "teaching_assistant": (0.45, 0.12), "senco": (0.94, 0.06), "headteacher": (0.5, 0.2), "specialist": (0.9, 0.05),
}


class Staffing:
    """Makes the staff of the area. `begins_on` is the day from which the area uses Sooner."""

    def __init__(self, *, seed: int, today: date, begins_on: date, mailboxes: Mailboxes) -> None:
        self.seed, self.today, self.begins_on, self.mailboxes = seed, today, begins_on, mailboxes

    def everyone(self, settings: tuple[SettingShape, ...]) -> Iterator[StaffPlan]:
        """Staff of the bodies, then of the settings; those who manage staff before those they add."""
        for body in places().bodies:
            for role, number in BODY_ROLES.get(body.key, {}).items():
                for place in range(number):
                    yield self._member(body.key, role, place, f"{body.key}.wrenfield.example.org", phase="")
        yield self._leaver("council", "ehc_co_ordinator", "council.wrenfield.example.org", since=self.today - timedelta(days=60))
        for setting in settings:
            yield from self._of_setting(setting)

    def _of_setting(self, setting: SettingShape) -> Iterator[StaffPlan]:
        phase = "secondary" if setting.phase == "secondary" else PHASE_OF_CORE[setting.kind]
        domain = f"{setting.key}.example.org"
        numbers = {"headteacher": 1, "school_administrator": 1, "senco": 1, "governor": 2}
        for role, number in numbers.items():
            for place in range(number):
                yield self._member(setting.key, role, place, domain, phase=phase, nobody_trained=setting.nobody_trained)
        for year_group, forms in setting.forms.items():
            for form in range(forms):
                yield self._member(
                    setting.key, "class_teacher", f"{year_group}/{form}", domain, phase=phase, forms=((year_group, form),),
                    nobody_trained=setting.nobody_trained,
                )
            everyone = tuple((year_group, form) for form in range(forms))
            yield self._member(
                setting.key, "teaching_assistant", str(year_group), domain, phase=phase, forms=everyone, nobody_trained=setting.nobody_trained
            )
        yield self._leaver(setting.key, "teaching_assistant", domain, since=self.begins_on + timedelta(days=200))

    def _member(
        self, organisation: str, role: str, place: object, domain: str, *, phase: str, forms: tuple[tuple[int, int], ...] = (),
        nobody_trained: bool = False,
    ) -> StaffPlan:
        key = f"{organisation}/{role}/{place}"
        draw = drawing_for(self.seed, "staff", key)
        people = some_people(draw)
        given = CAST_STAFF.get(key)
        name = given.name if given else f"{given_name(draw, people, sex=draw.one_of('FFM'))} {draw.one_of(people.families)}"
        member = StaffPlan(
            key=key, organisation=organisation, role=role, name=name, email=self.mailboxes.address(name, domain=domain),
            joins_on=self.begins_on if role in FIRST_ROLES else self.begins_on + timedelta(days=1), forms=forms,
        )
        return replace(member, completions=tuple(self._training(member, phase, nobody_trained, draw)))

    def _leaver(self, organisation: str, role: str, domain: str, *, since: date) -> StaffPlan:
        """Somebody who worked there and left: their roles ended, and no access is left."""
        draw = drawing_for(self.seed, "leaver", organisation)
        people = some_people(draw)
        name = f"{given_name(draw, people, sex=draw.one_of('FM'))} {draw.one_of(people.families)}"
        leaves_on = since + timedelta(days=draw.between(0, max(0, (self.today - since).days - 1)))
        return StaffPlan(
            key=f"{organisation}/{role}/left", organisation=organisation, role=role, name=name, email=self.mailboxes.address(name, domain=domain),
            joins_on=self.begins_on + timedelta(days=1), leaves_on=leaves_on,
        )

    def _training(self, member: StaffPlan, phase: str, nobody_trained: bool, draw: Drawing) -> Iterator[CompletionPlan]:
        current, lapsed = TRAINING_SHARES.get(member.role, (0.0, 0.0))
        given = CAST_STAFF.get(member.key)
        state = given.training if given and given.training else draw.weighted({"current": current, "lapsed": lapsed, "none": 1 - current - lapsed})
        if nobody_trained and state == "current":
            state = "lapsed"
        if state == "none" or not current:
            return
        courses = [f"core-{each}" for each in CORES_OF.get(phase, (phase,))]
        days = draw.between(60, LAPSES_AFTER - 60) if state == "current" else draw.between(LAPSES_AFTER + 30, LAPSES_AFTER + 500)
        finished = self.today - timedelta(days=days)
        evidence = f"Certificate of Beckside Teaching Hub, group {draw.between(11, 98)}"
        if state == "current" and (given or not phase or draw.happens(0.6)):
            for times in (2, 1) if not phase else (1,):
                yield from (CompletionPlan(course, finished - times * RENEWED_AFTER, "Certificate of Beckside Teaching Hub, earlier course") for course in courses)
        yield from (CompletionPlan(course, finished, evidence) for course in courses)
        if member.role == "senco" and not nobody_trained and draw.happens(0.75):
            yield CompletionPlan("senco-qualification", finished - timedelta(days=draw.between(100, 900)), "National qualification, certificate seen")
        if state == "current" and draw.happens(0.3):
            more = draw.weighted({"specialist-autism": 14.0, "specialist-language": 9.0, "specialist-semh": 8.0, "specialist-literacy": 5.0})
            yield CompletionPlan(more, self.today - timedelta(days=draw.between(40, 700)), "Certificate of Beckside Teaching Hub")
