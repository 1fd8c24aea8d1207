"""The children on each roll: siblings and twins, needs at the national rates, and the hard cases."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from sooner_service.project.demonstration.blueprint import HISTORY_YEARS, NEW_PLAN, AdultPlan, ChildPlan
from sooner_service.project.demonstration.cast import FATHER_RESTRICTED, MOTHER, YOUNG_PERSON
from sooner_service.project.demonstration.drawing import Drawing, drawing_for
from sooner_service.project.demonstration.families import RIGHTS, Family, make_family
from sooner_service.project.demonstration.names import Mailboxes, given_name, some_people
from sooner_service.project.demonstration.needs import status_and_need
from sooner_service.project.demonstration.school_days import SchoolDays
from sooner_service.project.demonstration.shapes import SettingShape

SIBLING_SHARE, TWIN_SHARE, MOVED_IN_SHARE = 0.3, 0.011, 0.025
NEW_PLAN_SHARE = 0.12
AGE_AT_RECEPTION = 4
BETWEEN_SIBLINGS = 320


class Roll:
    """Makes the children of one setting, in order of year group; each child's draws are its own."""

    def __init__(self, *, seed: int, year: int, today: date, days: SchoolDays, setting: SettingShape, mailboxes: Mailboxes) -> None:
        self.seed, self.year, self.today, self.days, self.setting, self.mailboxes = seed, year, today, days, setting, mailboxes
        self._families: list[Family] = []
        self._births: dict[int, list[date]] = defaultdict(list)
        self._last: ChildPlan | None = None
        self._last_family: Family | None = None

    def children(self) -> Iterator[ChildPlan]:
        """Every child on roll today."""
        for year_group, number in self.setting.pupils.items():
            self._last = None
            for place in range(number):
                child = self._child(year_group, place)
                self._last = child
                yield CAST_CHILDREN[child.key](child) if child.key in CAST_CHILDREN else child

    def _child(self, year_group: int, place: int) -> ChildPlan:
        key = f"{self.setting.key}/{year_group}/{place}"
        draw = drawing_for(self.seed, "child", key)
        is_twin = self._last is not None and "twin" not in self._last.marks and draw.happens(TWIN_SHARE * 2)
        born_on = self._last.born_on if is_twin and self._last else _birthday(draw, self.year, year_group)
        family = self._last_family if is_twin and self._last_family else self._family(draw, key, born_on)
        self._last_family = family
        self._births[id(family)].append(born_on)
        sex = draw.one_of("FM")
        status, need, sex = status_and_need(draw, setting=self.setting, year_group=year_group, sex=sex)
        joins_on, moved_in = self._joins(draw, year_group)
        marks = set(family.marks) | ({"twin"} if is_twin else set()) | ({"moved_in"} if moved_in else set())
        marks |= {NEW_PLAN} if status == "E" and self.setting.is_mainstream and draw.happens(NEW_PLAN_SHARE) else set()
        marks |= {"health_absence"} if draw.happens(0.006) else set()
        given = given_name(draw, family.people, sex=sex)
        if is_twin and self._last and given == self._last.given_name:
            given = next(name for name in (*family.people.girls, *family.people.boys) if name != given)
        return ChildPlan(
            key=key, setting=self.setting.key, form=place % self.setting.forms[year_group], year_group=year_group, given_name=given,
            family_name=family.family_name, known_as=given[:3] if len(given) > 7 and draw.happens(0.1) and " " not in given else "", born_on=born_on, sex=sex,
            first_language=family.first_language, joins_on=joins_on, adults=family.adults, sen_status=status, primary_need=need,
            has_free_meals=draw.happens({"N": 0.22, "K": 0.38, "E": 0.42}[status]), marks=frozenset(marks),
            own_email=self.mailboxes.address(f"{given} {family.family_name}", domain="example.com") if year_group >= 12 and draw.happens(0.7) else "",
        )

    def _family(self, draw: Drawing, key: str, born_on: date) -> Family:
        """A new family, or an older sibling's where the births lie far enough apart."""
        if self._families and draw.happens(SIBLING_SHARE):
            family = draw.one_of(self._families[-60:])
            if all(abs((born_on - other).days) > BETWEEN_SIBLINGS for other in self._births[id(family)]):
                return family
        family = make_family(draw, some_people(draw), key, self.mailboxes)
        self._families.append(family)
        return family

    def _joins(self, draw: Drawing, year_group: int) -> tuple[date, bool]:
        """The first day on roll as Sooner knows it, and whether the child came in the middle of a year."""
        first_year = self.year - (year_group - min(self.setting.pupils)) if self.setting.is_mainstream else self.year - draw.between(0, 3)
        known_from = max(first_year, self.year - HISTORY_YEARS)
        start = self.days.on_or_after(date(known_from, 9, 1))
        if not draw.happens(MOVED_IN_SHARE if self.setting.is_mainstream else 0.4):
            return start, False
        moved = self.days.on_or_before(self.today - timedelta(days=draw.between(20, 600)))
        return (moved, True) if moved > start else (start, False)


def _birthday(draw: Drawing, year: int, year_group: int) -> date:
    """A day on which the child's age fits the year group."""
    return date(year - AGE_AT_RECEPTION - year_group - 1, 9, 1) + timedelta(days=draw.between(0, 364))


def _maya(child: ChildPlan) -> ChildPlan:
    """The child a reader follows: nothing is recorded about her yet."""
    mother = AdultPlan(
        key=f"{child.key}/mother-f", name="Anjali Nair", relation="Mother", email=MOTHER, telephone="07700 900142", contact_by="email",
        checked_how="Form signed at admission", rights=RIGHTS, home_address="17 Harebell Close, Wrenfield",
    )
    return _as(child, "Maya", "Nair", sex="F", adults=(mother,))


def _with_restricted_father(child: ChildPlan) -> ChildPlan:
    mother = AdultPlan(
        key=f"{child.key}/mother-f", name="Orla Tierney", relation="Mother", email="orla.tierney@example.com", telephone="07700 900261", contact_by="email",
        checked_how="Birth certificate seen", rights=RIGHTS, home_address="4 Saddlers Court, Wrenfield",
    )
    father = AdultPlan(
        key=f"{child.key}/father-m", name="Declan Cassidy", relation="Father", email=FATHER_RESTRICTED, telephone="07700 900388", contact_by="email",
        checked_how="Court papers seen", rights=frozenset({"may_message"}), restriction_reason="Prohibited steps order of the family court, copy on file",
        lives_with_child=False, home_address="52 Kiln Hill, Eastmere",
    )
    return _as(child, "Fionn", "Tierney", sex="M", adults=(mother, father), sen_status="K", primary_need="SEMH", marks=frozenset({"restricted", "two_homes"}))


def _young_person(child: ChildPlan) -> ChildPlan:
    mother = AdultPlan(
        key=f"{child.key}/mother-f", name="Keisha Beckford", relation="Mother", email="keisha.beckford@example.com", telephone="07700 900517",
        contact_by="email", checked_how="Proof of address and identity seen", rights=RIGHTS, home_address="9 Spindle Street, Wrenfield",
    )
    return _as(child, "Tamara", "Beckford", sex="F", adults=(mother,), sen_status="K", primary_need="SPLD", own_email=YOUNG_PERSON)


def _as(child: ChildPlan, given: str, family: str, **fields: object) -> ChildPlan:
    plain: dict[str, object] = {name: getattr(child, name) for name in ChildPlan.__slots__}
    plain |= {"given_name": given, "family_name": family, "known_as": "", "first_language": "English", "sen_status": "N", "primary_need": "", "marks": frozenset()}
    return ChildPlan(**{**plain, **fields})  # type: ignore[arg-type]


YOUNG_PERSON_KEY = "ropewalk/13/0"
MAYA_KEY = "kestrel-lane/2/3"
CAST_CHILDREN = {MAYA_KEY: _maya, "kestrel-lane/4/1": _with_restricted_father, YOUNG_PERSON_KEY: _young_person}
