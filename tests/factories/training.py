"""Builders for completed and booked training."""

from datetime import date

from tests.factories.register import NOW

from sooner_service.register.models import Organisation, Person
from sooner_service.training.models import Booking, Completion


def completion(person: Person, course: str = "core-primary", on: date = date(2025, 9, 8), **fields: object) -> Completion:
    """A completed course; core training for primary, current for three years, unless told otherwise."""
    return Completion.objects.create(person=person, course=course, completed_on=on, **{"evidence": "Certificate seen", **fields})


def booking(person: Person, organisation: Organisation, course: str = "core-primary", **fields: object) -> Booking:
    """A place asked for on a course."""
    given = {"wanted_by": date(2027, 1, 15), "asked_at": NOW}
    return Booking.objects.create(person=person, organisation=organisation, course=course, **{**given, **fields})
