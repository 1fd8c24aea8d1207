"""Own training, booking it, recording a colleague's, and who may sign."""

from datetime import date

import pytest
from tests.factories.training import completion

from sooner_service.training.models import Booking, Completion

pytestmark = pytest.mark.django_db


def page(client, address="/school/training/"):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_ones_own_lapse_is_seen_by_oneself_only(teacher, senco):
    completion(teacher.person, on=date(2022, 1, 10))
    own = page(teacher)
    assert "My training</h1>" in own
    assert "Lapsed" in own
    theirs = page(senco)
    assert "Lapsed" not in theirs
    assert f"{teacher.person.name}, Class teacher: " in theirs
    assert "May not sign at present" in theirs


def test_a_place_is_asked_for_and_shown(teacher):
    assert "Book training</h1>" in page(teacher, "/school/training/book/")
    wanted = {"course": "core-primary", "wanted_by-day": "15", "wanted_by-month": "1", "wanted_by-year": "2027"}
    assert teacher.post("/school/training/book/", wanted).status_code == 302
    assert Booking.objects.get().person == teacher.person
    assert "15 January 2027" in page(teacher, "/school/training/?done=booked")
    assert "already asked" in teacher.post("/school/training/book/", wanted).content.decode()


def test_booking_needs_a_course_and_a_day(teacher):
    html = teacher.post("/school/training/book/", {"token": "one"}).content.decode()
    assert "Choose a course" in html
    assert "There is a problem" in html


def test_the_senco_records_a_course_and_the_teacher_may_sign(senco, teacher):
    assert "Record a course that somebody finished</h1>" in page(senco, "/school/training/record/")
    finished = {
        "person": str(teacher.person.pk), "course": "core-primary", "evidence": "Certificate 12 seen",
        "completed_on-day": "20", "completed_on-month": "11", "completed_on-year": "2026",
    }
    assert senco.post("/school/training/record/", finished).status_code == 302
    assert Completion.objects.get().recorded_by == senco.person
    assert "You may sign baselines until 20 November 2029" in page(teacher)
    assert "already recorded" in senco.post("/school/training/record/", finished).content.decode()
