"""Organisations joining the area, each with the first person who then adds the others; and a setting's classes and terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from sooner_service.journal.models import Entry
from sooner_service.register.access import Viewer, visitor
from sooner_service.register.acting import acting, write_entry
from sooner_service.register.actions.people import CannotDo, person_for, role_must_fit, welcome
from sooner_service.register.chance import letters
from sooner_service.register.models import Organisation, RoleHeld, SchoolClass, Term

FIRST_ROLE = {
    **dict.fromkeys(Organisation.SETTINGS, "headteacher"),
    Organisation.Kind.SPECIALIST_SERVICE: "service_manager",
    Organisation.Kind.CONTRACTED_PROVIDER: "service_manager",
    Organisation.Kind.HEALTH_BODY: "service_manager",
    Organisation.Kind.SOCIAL_CARE_BODY: "service_manager",
    Organisation.Kind.ADVICE_SERVICE: "advice_manager",
}
_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True)
class NewOrganisation:
    """What is known of an organisation that joins, and of the first person in it."""

    kind: str
    name: str
    first_person: str
    first_email: str
    phase: str = ""
    telephone: str = ""
    email: str = ""


def found_authority(*, name: str, first_person: str, first_email: str, is_invented: bool, now: datetime, on: date) -> RoleHeld:
    """Begin an empty service: the authority and its administrator. Only the person at the machine's keyboard can do this.

    Raises CannotDo where an authority exists already.
    """
    if Organisation.objects.filter(kind=Organisation.Kind.AUTHORITY).exists():
        raise CannotDo("This service has an authority already. Its administrator adds people and organisations on screen.")
    with transaction.atomic():
        authority = Organisation.objects.create(
            kind=Organisation.Kind.AUTHORITY, name=name, reference=_free_reference(), is_invented=is_invented, starts_on=on
        )
        person = person_for(name=first_person, email=first_email, is_invented=is_invented, now=now)
        held = RoleHeld.objects.create(person=person, organisation=authority, role="authority_administrator", starts_on=on)
        write_entry(visitor(now=now, on=on), kind=Entry.Kind.ACTION, name="organisation.found", made=authority)
        welcome(person, authority)
        return held


def add_organisation(*, viewer: Viewer, new: NewOrganisation) -> Organisation:
    """A setting or service joins the viewer's area, with its first person. Raises CannotDo, Refused."""
    with acting(viewer, record="organisation", action="add") as act:
        authority = viewer.organisation
        if authority is None or new.kind not in FIRST_ROLE:
            raise CannotDo("Choose one of the kinds of organisation in the list.")
        if Organisation.objects.filter(authority=authority, name__iexact=new.name, until__isnull=True).exists():
            raise CannotDo(f"There is already an organisation called {new.name} in this area.")
        made = Organisation.objects.create(
            kind=new.kind, name=new.name, phase=new.phase, telephone=new.telephone, email=new.email, authority=authority,
            reference=_free_reference(), is_invented=authority.is_invented, starts_on=viewer.on,
        )  # fmt: skip
        role = FIRST_ROLE[Organisation.Kind(new.kind)]
        role_must_fit(made, role)
        person = person_for(name=new.first_person, email=new.first_email, is_invented=made.is_invented, now=viewer.now)
        RoleHeld.objects.create(person=person, organisation=made, role=role, starts_on=viewer.on)
        welcome(person, made)
        act.made = made
        act.details = {"kind": new.kind, "first_role": role}
        return made


def _free_reference() -> str:
    while Organisation.objects.filter(reference=(found := f"ORG-{letters(5, of=_ALPHABET)}")).exists():
        continue
    return found


def add_class(*, viewer: Viewer, name: str, year_group: int) -> SchoolClass:
    """A class, form or group of the viewer's setting for this school year. Raises CannotDo, Refused."""
    with acting(viewer, record="school_year", action="set") as act:
        setting = viewer.organisation
        if setting is None or not setting.is_setting:
            raise CannotDo("Only a school, nursery or college has classes.")
        year = viewer.on.year if viewer.on.month >= 9 else viewer.on.year - 1
        starts_on, until = date(year, 9, 1), date(year + 1, 9, 1)
        if SchoolClass.objects.filter(setting=setting, name__iexact=name, starts_on=starts_on).exists():
            raise CannotDo(f"There is already a class called {name} this year.")
        act.made = made = SchoolClass.objects.create(setting=setting, name=name, year_group=year_group, starts_on=starts_on, until=until)
        return made


def add_term(*, viewer: Viewer, name: str, first_day: date, last_day: date, closed_on: Sequence[date] = ()) -> Term:
    """A half-term of the viewer's setting, from its first to its last day, with the days it is closed. Raises CannotDo, Refused."""
    with acting(viewer, record="school_year", action="set") as act:
        setting = viewer.organisation
        if setting is None or not setting.is_setting:
            raise CannotDo("Only a school, nursery or college has terms.")
        if last_day < first_day:
            raise CannotDo("The last day is before the first day. Change one of them.")
        outside = [day for day in closed_on if not first_day <= day <= last_day]
        if outside:
            raise CannotDo(f"{outside[0].day} {outside[0]:%B %Y} is not within this half-term. Change the day or take it out.")
        until = last_day + timedelta(days=1)
        if Term.objects.filter(setting=setting, starts_on__lt=until, until__gt=first_day).exists():
            raise CannotDo("These days overlap a half-term that is already here.")
        days = sorted({day.isoformat() for day in closed_on})
        act.made = made = Term.objects.create(setting=setting, name=name, starts_on=first_day, until=until, closed_on=days)
        return made
