"""A small world in which everybody is somebody's own and somebody else's stranger: what the access tests walk through."""

from dataclasses import dataclass
from datetime import date

from sooner.plans.document import Plan as DocumentPlan
from sooner.plans.document import to_json
from sooner_service.ehc.models import Case
from sooner_service.plans.models import Plan, PlanVersion
from sooner_service.register.models import Child, Organisation, Person
from sooner_service.register.permissions import ROLES
from sooner_service.register.queries.people import ROLES_OF_KIND

from .register import LONG_AGO, NOW, access, adult, authority, child, organisation, person, role, school_class, term

STAFF_ROLES = tuple(name for name in ROLES if name not in {"parent", "young_person"})


@dataclass(frozen=True)
class World:
    """People by role, each of whom is connected to `own` and to nothing of `foreign`."""

    people: dict[str, Person]
    own: dict[str, Child]
    foreign: Child
    own_case: dict[str, Case]
    foreign_case: Case
    settings: tuple[Organisation, Organisation]
    traps: dict[str, Person]


def case_of(of: Child, **fields: object) -> Case:
    """An open case about a child."""
    given = {"reference": f"EHC-{of.pk:05d}", "source": "parent", "way": "own_page", "received_on": date(2026, 11, 2), "entered_at": NOW}
    made = Case.objects.create(child=of, authority=of.authority, **{**given, **fields})
    made.events.create(event="request_received", on=made.received_on, recorded_at=NOW)
    return made


def world() -> World:
    """Two areas that know nothing of each other, with one person in every role in the first."""
    area, other_area = authority(), authority()
    school, other_school = organisation(authority=area), organisation(authority=other_area)
    term(school), term(other_school)
    in_class = school_class(school)
    young, foreign = child(school, in_class), child(other_school, school_class(other_school))
    people = {name: _somebody(name, area, school, in_class) for name in STAFF_ROLES}
    for name in ("specialist", "service_manager"):
        access(young, people[name].roles.get().organisation, "allocated")
    advice = people["sendiass_adviser"].roles.get().organisation
    access(young, advice, "granted")
    access(young, area, "case_authority"), access(foreign, other_area, "case_authority")
    people["parent"] = person()
    adult(young, people["parent"])
    grown = child(school, in_class, born_on=date(2009, 1, 9))
    people["young_person"] = person()
    Child.objects.filter(pk=grown.pk).update(person=people["young_person"])
    own = {name: grown if name == "young_person" else young for name in people}
    case, grown_case = case_of(young), case_of(grown)
    for each in (young, grown):
        shared_plan(each)
    own_case = {name: grown_case if name == "young_person" else case for name in people}
    traps = _traps(young, grown, school)
    return World(people, own, foreign, own_case, case_of(foreign), (school, other_school), traps)


def shared_plan(of: Child) -> PlanVersion:
    """An open plan with one version that the family may read."""
    plan = Plan.objects.create(child=of, opened_on=LONG_AGO)
    content = to_json(DocumentPlan(outcomes=(), lines=(), family_views="", child_views="", review_on=None))
    return PlanVersion.objects.create(plan=plan, number=1, status="shared", content=content, edited_at=NOW, shared_at=NOW)


def _somebody(name: str, area: Organisation, school: Organisation, in_class: object) -> Person:
    if name in ROLES_OF_KIND["school"]:
        classes = [in_class] if name in {"class_teacher", "teaching_assistant"} else []
        return role(name, school, person(is_staff_account=True), classes).person
    kind = next(kind for kind, names in ROLES_OF_KIND.items() if name in names)
    at = area if kind == "authority" else _service(kind, area)
    return role(name, at, person(is_staff_account=True)).person


def _service(kind: str, area: Organisation) -> Organisation:
    known = Organisation.objects.filter(kind=kind, authority=area).first()
    return known or organisation(kind, authority=area, phase="")


def _traps(young: Child, grown: Child, school: Organisation) -> dict[str, Person]:
    """Those whom software most often lets in by mistake."""
    former = role("senco", school, person(is_staff_account=True))
    former.until = date(2026, 11, 1)
    former.save()
    ungranted = role("sendiass_adviser", organisation("advice_service", phase=""), person(is_staff_account=True)).person
    restricted, past = person(), person()
    adult(young, restricted, is_restricted=True, may_see_setting=False, may_see_address=False, may_see_timetable=False,
          may_see_staff_names=False, may_message=False)  # fmt: skip
    adult(grown, past, starts_on=LONG_AGO)
    ended = person()
    adult(young, ended, until=date(2026, 10, 1))
    return {
        "former member of staff": former.person,
        "adviser without grant": ungranted,
        "parent with restricted contact": restricted,
        "parent past the day of own rights": past,
        "adult whose link has ended": ended,
    }
