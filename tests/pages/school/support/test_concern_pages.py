"""Noting a concern in two answers, and what the SENCO does with it."""

import pytest
from tests.factories import assessment
from tests.factories import register as make

from sooner_service.assessment.models import Concern
from sooner_service.register.models import Notice

pytestmark = pytest.mark.django_db
ANSWERS = {"area": "communication_and_interaction", "what": "Looks lost when the class is told what to do"}


def at(child, place=""):
    return f"/school/children/{child.reference}/{place}"


def test_two_answers_note_a_concern_and_say_who_answers_by_when(teacher, child):
    form = teacher.get(at(child, "concern/")).content.decode()
    assert "Note a concern about Imani</h1>" in form
    sent = teacher.post(at(child, "concern/"), ANSWERS)
    assert sent.url == at(child, "concern/noted/")
    noted = teacher.get(sent.url).content.decode()
    assert "The concern is noted</h1>" in noted
    assert "SENCO must answer by <strong>1 December 2026</strong>" in noted
    assert Concern.objects.get().noted_by == teacher.person


def test_the_same_form_sent_twice_makes_one_concern(teacher, child):
    for _ in range(2):
        assert teacher.post(at(child, "concern/"), {**ANSWERS, "token": "the-same"}).status_code == 302
    assert Concern.objects.count() == 1


def test_the_same_words_brought_back_by_the_back_button_make_one_concern(teacher, child):
    for token in ("first-form", "form-after-going-back"):
        assert teacher.post(at(child, "concern/"), {**ANSWERS, "token": token}).url == at(child, "concern/noted/")
    assert Concern.objects.count() == 1
    teacher.post(at(child, "concern/"), {**ANSWERS, "what": "Something else", "token": "another"})
    assert Concern.objects.count() == 2


def test_a_missing_answer_is_named_and_nothing_typed_is_lost(teacher, child):
    html = teacher.post(at(child, "concern/"), {"what": "Quiet since Monday"}).content.decode()
    assert "There is a problem" in html
    assert "Choose what it is mostly about" in html
    assert "Quiet since Monday" in html
    assert html.startswith("<!DOCTYPE html>")
    assert "<title>Error: " in html


def test_without_a_concern_there_is_nothing_to_confirm(teacher, child):
    assert teacher.get(at(child, "concern/noted/")).url == at(child, "concern/")


def test_the_senco_answers_by_name_and_the_family_is_told(senco, child):
    make.adult(child)
    noted = assessment.concern(child)
    assert "A concern about Imani Castellane</h1>" in senco.get(at(child, f"concern/{noted.pk}/")).content.decode()
    assert senco.post(at(child, f"concern/{noted.pk}/"), {"do": "answer"}).url == at(child, "?done=answered")
    noted.refresh_from_db()
    assert noted.acknowledged_by == senco.person
    assert Notice.objects.count() == 1
    again = senco.post(at(child, f"concern/{noted.pk}/"), {"do": "answer"}).content.decode()
    assert "already answered" in again


def test_closing_needs_a_reason(senco, child):
    noted = assessment.concern(child)
    address = at(child, f"concern/{noted.pk}/")
    assert "Say why the concern is closed" in senco.post(address, {"do": "close", "because": ""}).content.decode()
    assert senco.post(address, {"do": "close", "because": "New glasses"}).url == at(child, "?done=closed")
    noted.refresh_from_db()
    assert noted.closed_because == "New glasses"


def test_a_concern_of_another_child_is_not_found(senco, school, own_class, child):
    other = assessment.concern(make.child(school, own_class))
    assert senco.get(at(child, f"concern/{other.pk}/")).status_code == 404
