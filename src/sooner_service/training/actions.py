"""Asking for a place on a course, and recording a course that somebody finished."""

from datetime import date

from sooner.training.pathways import Pathway, pathway
from sooner_service.register.access import Viewer, current, person_of
from sooner_service.register.acting import acting
from sooner_service.register.models import Organisation, Person, RoleHeld
from sooner_service.training.models import Booking, Completion


class CannotRecord(Exception):
    """Training cannot be booked or recorded as it was given. The message is a sentence for the person who tried."""


def book_training(*, viewer: Viewer, course: str, wanted_by: date) -> Booking:
    """The viewer asks for a place on a course, by its pathway's code. Raises CannotRecord, Refused."""
    with acting(viewer, record="training", action="book") as act:
        _course(course)
        organisation = _organisation_of(viewer)
        if wanted_by < viewer.on:
            raise CannotRecord("Choose today or a later date for the training.")
        if Booking.objects.filter(person=viewer.person, course=course, wanted_by__gte=viewer.on).exists():
            raise CannotRecord("You have already asked for this course. It is on your training page.")
        booking = Booking.objects.create(
            person=person_of(viewer), organisation=organisation, course=course, wanted_by=wanted_by, asked_at=viewer.now
        )
        act.made = booking
        act.details = {"course": course}
        return booking


def record_completion(*, viewer: Viewer, person: Person, course: str, completed_on: date, evidence: str) -> Completion:
    """Record a course that a colleague finished, with its evidence. Raises CannotRecord, Refused.

    What it allows, and until when, is worked out by the policy on the day it is asked.
    """
    with acting(viewer, record="training", action="record") as act:
        _course(course)
        organisation = _organisation_of(viewer)
        if completed_on > viewer.on:
            raise CannotRecord("Training is recorded once it is finished. Choose today or an earlier date.")
        if not RoleHeld.objects.filter(current(viewer.on), person=person, organisation=organisation).exists():
            raise CannotRecord(f"{person.name} does not work at {organisation.name}. Add them to the staff first.")
        if Completion.objects.filter(person=person, course=course, completed_on=completed_on).exists():
            raise CannotRecord("This course is already recorded for that day. Nothing was changed.")
        completion = Completion.objects.create(
            person=person, course=course, completed_on=completed_on, evidence=evidence, recorded_by=viewer.person
        )
        act.made = completion
        act.details = {"course": course, "person": person.pk}
        return completion


def _course(code: str) -> Pathway:
    try:
        return pathway(code)
    except ValueError as unknown:
        raise CannotRecord("Choose a course from the list.") from unknown


def _organisation_of(viewer: Viewer) -> Organisation:
    if viewer.organisation is None:
        raise CannotRecord("Choose your role at an organisation first.")
    return viewer.organisation
