"""Booking and recording training, and who may."""

from datetime import date

import pytest
from tests.factories import register as make
from tests.factories.training import completion

from sooner_service.journal.models import Entry
from sooner_service.register.access import Refused
from sooner_service.training.actions import CannotRecord, book_training, record_completion
from sooner_service.training.models import Booking, Completion

pytestmark = pytest.mark.django_db


def _school():
    return make.organisation("school", authority=make.authority())


def test_anyone_at_a_school_books_their_own_training_with_one_journal_entry():
    held = make.role("teaching_assistant", _school())
    booking = book_training(viewer=make.viewer(held), course="core-primary", wanted_by=date(2027, 1, 15))
    assert (booking.person, booking.organisation) == (held.person, held.organisation)
    entry = Entry.objects.get()
    assert (entry.name, entry.record_id, entry.details) == ("training.book", booking.pk, {"course": "core-primary"})


def test_the_same_course_is_not_booked_twice():
    viewer = make.viewer(make.role("class_teacher", _school()))
    book_training(viewer=viewer, course="core-primary", wanted_by=date(2027, 1, 15))
    with pytest.raises(CannotRecord, match="already asked"):
        book_training(viewer=viewer, course="core-primary", wanted_by=date(2027, 2, 15))
    assert Booking.objects.count() == 1
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(("course", "wanted_by", "words"), [
    ("pottery", date(2027, 1, 15), "Choose a course"),
    ("core-primary", date(2026, 11, 23), "today or a later date"),
])
def test_a_booking_that_cannot_be_says_what_to_do(course, wanted_by, words):
    viewer = make.viewer(make.role("class_teacher", _school()))
    with pytest.raises(CannotRecord, match=words):
        book_training(viewer=viewer, course=course, wanted_by=wanted_by)
    assert not Booking.objects.exists()


def test_a_governor_does_not_book_training_here():
    with pytest.raises(Refused):
        book_training(viewer=make.viewer(make.role("governor", _school())), course="core-primary", wanted_by=date(2027, 1, 15))


def test_the_senco_records_a_colleagues_completion_with_one_journal_entry():
    school = _school()
    teacher = make.role("class_teacher", school).person
    viewer = make.viewer(make.role("senco", school))
    made = record_completion(
        viewer=viewer, person=teacher, course="core-primary", completed_on=date(2026, 11, 20), evidence="Certificate 12 seen"
    )
    assert (made.recorded_by, made.evidence) == (viewer.person, "Certificate 12 seen")
    entry = Entry.objects.get()
    assert entry.name == "training.record"
    assert entry.details == {"course": "core-primary", "person": teacher.pk}


def test_a_teacher_does_not_record_training_even_their_own():
    held = make.role("class_teacher", _school())
    with pytest.raises(Refused):
        record_completion(viewer=make.viewer(held), person=held.person, course="core-primary", completed_on=make.TODAY, evidence="Mine")
    assert not Completion.objects.exists()


def test_training_of_somebody_elsewhere_is_not_recorded():
    viewer = make.viewer(make.role("senco", _school()))
    stranger = make.role("class_teacher", _school()).person
    with pytest.raises(CannotRecord, match="does not work at"):
        record_completion(viewer=viewer, person=stranger, course="core-primary", completed_on=make.TODAY, evidence="Seen")


def test_training_is_recorded_once_and_not_before_it_is_finished():
    school = _school()
    teacher = make.role("class_teacher", school).person
    viewer = make.viewer(make.role("headteacher", school))
    completion(teacher, on=date(2026, 11, 20))
    with pytest.raises(CannotRecord, match="already recorded"):
        record_completion(viewer=viewer, person=teacher, course="core-primary", completed_on=date(2026, 11, 20), evidence="Seen")
    with pytest.raises(CannotRecord, match="once it is finished"):
        record_completion(viewer=viewer, person=teacher, course="core-primary", completed_on=date(2026, 11, 25), evidence="Seen")
