"""Joiners, movers and leavers: each in one action, so that access follows the organisation's role and no case is lost."""

from collections.abc import Sequence
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q

from sooner_service.register.access import Viewer, current
from sooner_service.register.acting import acting
from sooner_service.register.models import ClassStaff, Organisation, Person, RoleHeld, SchoolClass
from sooner_service.register.permissions import ROLES
from sooner_service.register.queries.people import ROLES_OF_KIND

OFFICE_ROLES = frozenset({"school_administrator", "authority_administrator"})


class CannotDo(Exception):
    """What was asked cannot be done as things stand. The message is a sentence for the person who asked."""


def join(*, viewer: Viewer, name: str, email: str, role: str, classes: Sequence[SchoolClass] = ()) -> RoleHeld:
    """A joiner: a new or known person takes a role in the viewer's organisation. Raises CannotDo, Refused."""
    with acting(viewer, record="staff", action="manage") as act:
        organisation = _organisation_of(viewer)
        role_must_fit(organisation, role)
        person = person_for(name=name, email=email, is_invented=organisation.is_invented, now=viewer.now)
        _must_not_raise_oneself(viewer, person)
        if RoleHeld.objects.filter(current(viewer.on), person=person, organisation=organisation, role=role).exists():
            raise CannotDo(f"{person.name} already has this role here. Nothing was changed.")
        held = _start(viewer, person, organisation, role, classes)
        welcome(person, organisation)
        act.made = held
        act.details = {"person": person.pk, "role": role}
        return held


def person_for(*, name: str, email: str, is_invented: bool, now: datetime) -> Person:
    """The person with this work address, new or known. Whoever takes a role signs in as staff from then on: with a second factor."""
    person = Person.objects.filter(email__iexact=email).first()
    if person is None:
        return Person.objects.create_user(email.lower(), name=name, is_staff_account=True, is_invented=is_invented, joined_at=now)
    if not person.is_staff_account:
        person.is_staff_account = True
        person.save(update_fields=["is_staff_account"])
    return person


def welcome(person: Person, organisation: Organisation) -> None:
    """Tell somebody, once this is kept, that they have a role and how to sign in. It names no child and carries no secret."""
    words = (
        f"You now have a role at {organisation.name} in Sooner.\n\n"
        "To sign in, open Sooner, choose “I work with children”, and then “I have forgotten my password, or have none yet”. "
        "You will need an authenticator app on a phone."
    )
    address = str(person.email)
    transaction.on_commit(lambda: send_mail("Your role in Sooner", words, None, [address]), robust=True)


def move(*, viewer: Viewer, held: RoleHeld, role: str, classes: Sequence[SchoolClass] = ()) -> RoleHeld:
    """A mover: one role ends and another begins on the same day. Raises CannotDo, Refused."""
    with acting(viewer, record="staff", action="manage", organisation_id=held.organisation_id) as act:
        role_must_fit(held.organisation, role)
        _must_not_raise_oneself(viewer, held.person)
        _end(viewer, [held])
        new = _start(viewer, held.person, held.organisation, role, classes)
        act.made = new
        act.details = {"person": held.person_id, "from": held.role, "to": role}
        return new


def leave(*, viewer: Viewer, person: Person) -> int:
    """A leaver: every role in the viewer's organisation ends today and every session is closed. Returns how many roles ended.

    Cases stay with the organisation; they show as without a holder until somebody takes them.
    """
    with acting(viewer, record="staff", action="manage") as act:
        if viewer.person is not None and person.pk == viewer.person.pk:
            raise CannotDo("You cannot end your own roles. Ask another person who manages staff.")
        held = list(RoleHeld.objects.filter(current(viewer.on), person=person, organisation=viewer.organisation))
        if not held:
            raise CannotDo(f"{person.name} has no role here. Nothing was changed.")
        _end(viewer, held)
        for session in UserSession.objects.filter(user=person):
            session.end()
        act.made = person
        act.details = {"roles": [each.role for each in held]}
        return len(held)


def _must_not_raise_oneself(viewer: Viewer, person: Person) -> None:
    """Whoever keeps the staff list without opening children's records cannot open them by one more role of their own."""
    if viewer.role in OFFICE_ROLES and viewer.person is not None and person.pk == viewer.person.pk:
        raise CannotDo("You cannot give yourself another role. Ask another person who manages staff.")


def _organisation_of(viewer: Viewer) -> Organisation:
    if viewer.organisation is None:
        raise CannotDo("Choose the role of an organisation first.")
    return viewer.organisation


def role_must_fit(organisation: Organisation, role: str) -> None:
    """Raises CannotDo for a role that this kind of organisation does not have."""
    if role not in ROLES_OF_KIND.get(organisation.kind, ()):
        raise CannotDo(f"{ROLES.get(role, role)} is not a role at {organisation.name}.")


def _start(viewer: Viewer, person: Person, organisation: Organisation, role: str, classes: Sequence[SchoolClass]) -> RoleHeld:
    held = RoleHeld.objects.create(person=person, organisation=organisation, role=role, starts_on=viewer.on)
    ClassStaff.objects.bulk_create(ClassStaff(role_held=held, school_class=each, starts_on=viewer.on) for each in classes)
    return held


def _end(viewer: Viewer, held: Sequence[RoleHeld]) -> None:
    still_open = Q(until__isnull=True) | Q(until__gt=viewer.on)
    ids = [each.pk for each in held]
    ClassStaff.objects.filter(still_open, role_held_id__in=ids).update(until=viewer.on)
    RoleHeld.objects.filter(pk__in=ids).update(until=viewer.on)
