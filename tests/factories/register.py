"""Builders for organisations, people, roles, children and the adults around them."""

from datetime import UTC, date, datetime
from itertools import count

from sooner.clocks.own_rights import own_rights_from
from sooner_service.register.access import Viewer
from sooner_service.register.models import (
    AdultLink,
    Child,
    ChildAccess,
    ClassStaff,
    Organisation,
    Person,
    RoleHeld,
    SchoolClass,
    Term,
)

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LONG_AGO = date(2020, 9, 1)
_number = count(1)


def organisation(kind: str = "school", **fields: object) -> Organisation:
    """An invented organisation."""
    number = next(_number)
    given = {"name": f"Organisation {number}", "reference": f"O{number:05d}", "is_invented": True, "starts_on": LONG_AGO, "phase": "primary"}
    return Organisation.objects.create(kind=kind, **{**given, **fields})


def authority(**fields: object) -> Organisation:
    """An invented authority."""
    return organisation("authority", **{"phase": "", **fields})


def school_class(setting: Organisation, **fields: object) -> SchoolClass:
    """A class of this school year."""
    given = {"name": "Kestrel", "year_group": 2, "starts_on": date(2026, 9, 1), "until": date(2027, 8, 31)}
    return SchoolClass.objects.create(setting=setting, **{**given, **fields})


def term(setting: Organisation, **fields: object) -> Term:
    """One long term without holidays, unless told otherwise."""
    given = {"name": "Autumn", "starts_on": date(2026, 9, 1), "until": date(2026, 12, 19)}
    return Term.objects.create(setting=setting, **{**given, **fields})


def person(**fields: object) -> Person:
    """A person who can be signed in by the test client."""
    number = next(_number)
    given = {"name": f"Person {number}", "email": f"person{number}@example.org", "is_invented": True}
    return Person.objects.create(**{**given, **fields})


def role(name: str, at: Organisation, who: Person | None = None, classes: list[SchoolClass] | None = None) -> RoleHeld:
    """A role held since long ago, with its classes."""
    held = RoleHeld.objects.create(person=who or person(), organisation=at, role=name, starts_on=LONG_AGO)
    for each in classes or []:
        ClassStaff.objects.create(role_held=held, school_class=each, starts_on=LONG_AGO)
    return held


def viewer(held: RoleHeld, now: datetime = NOW, on: date = TODAY) -> Viewer:
    """The person acting in this role."""
    return Viewer(person=held.person, role=held.role, organisation=held.organisation, role_held=held, now=now, on=on)


def family_viewer(who: Person, role_name: str = "parent", now: datetime = NOW, on: date = TODAY) -> Viewer:
    """A parent, carer or young person."""
    return Viewer(person=who, role=role_name, organisation=None, role_held=None, now=now, on=on)


def child(setting: Organisation | None = None, in_class: SchoolClass | None = None, **fields: object) -> Child:
    """A child of seven in Year 2, in the area of the setting's authority."""
    number = next(_number)
    born_on = fields.pop("born_on", date(2019, 10, 4))
    area = fields.pop("authority", None) or (setting.authority if setting else None) or authority()
    given = {
        "reference": f"SNR-{number:05d}",
        "given_name": "Ottoline",
        "family_name": f"Testname{number}",
        "born_on": born_on,
        "own_rights_from": own_rights_from(born_on),
        "year_group": 2,
        "is_invented": True,
    }
    return Child.objects.create(setting=setting, school_class=in_class, authority=area, **{**given, **fields})


def adult(of: Child, who: Person | None = None, **fields: object) -> AdultLink:
    """A parent with responsibility to whom everything is open, unless told otherwise."""
    open_to = dict.fromkeys(["may_see_address", "may_see_setting", "may_see_timetable", "may_see_staff_names", "may_message"], True)
    given = {"relation": "Mother", "has_parental_responsibility": True, "starts_on": LONG_AGO, "checked_on": LONG_AGO, **open_to}
    return AdultLink.objects.create(child=of, person=who or person(), **{**given, **fields})


def access(of: Child, organisation: Organisation, relationship: str, **fields: object) -> ChildAccess:
    """An organisation's reason to reach one child's record."""
    given = {"because": "a test", "starts_on": LONG_AGO}
    return ChildAccess.objects.create(child=of, organisation=organisation, relationship=relationship, **{**given, **fields})
