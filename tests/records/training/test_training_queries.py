"""Who may sign on a day, and what colleagues see of it."""

from datetime import date

import pytest
from tests.factories import register as make
from tests.factories.training import booking, completion

from sooner_service.training.queries import colleagues, courses_for, may_sign, own_training, signers_at

pytestmark = pytest.mark.django_db


def _school(**fields):
    return make.organisation("school", authority=make.authority(), **fields)


def test_core_training_of_the_phase_lets_somebody_sign_until_it_lapses():
    person = make.person()
    completion(person, on=date(2023, 11, 25))
    assert may_sign(person, date(2026, 11, 24), phase="primary").allowed
    assert not may_sign(person, date(2026, 11, 24), phase="secondary").allowed
    lapsed = may_sign(person, date(2026, 11, 25), phase="primary")
    assert not lapsed.allowed
    assert "lapsed on 25 November 2026" in lapsed.sentence


def test_a_course_no_longer_offered_allows_nothing():
    person = make.person()
    completion(person, course="withdrawn-course")
    assert not may_sign(person, make.TODAY).allowed


def test_colleagues_show_only_whether_somebody_may_sign_and_queries_do_not_grow(django_assert_num_queries):
    school = _school()
    trained = make.role("class_teacher", school)
    completion(trained.person)
    for _ in range(5):
        make.role("teaching_assistant", school)
    viewer = make.viewer(make.role("senco", school))
    with django_assert_num_queries(2):
        found = colleagues(viewer)
    assert [each.person for each in found if each.may_sign] == [trained.person]
    assert len(found) == 7
    assert [each.person for each in signers_at(school, make.TODAY, phase="primary")] == [trained.person]


def test_one_person_with_two_roles_is_one_colleague():
    school = _school()
    person = make.person()
    make.role("class_teacher", school, who=person)
    viewer = make.viewer(make.role("senco", school, who=person))
    assert [each.person for each in colleagues(viewer)] == [person]


def test_own_training_shows_bookings_until_they_are_met():
    held = make.role("class_teacher", _school())
    booking(held.person, held.organisation)
    viewer = make.viewer(held)
    assert [each.pathway.code for each in own_training(viewer).booked] == ["core-primary"]
    completion(held.person, on=make.TODAY)
    assert own_training(viewer).booked == ()
    assert own_training(viewer).permission.allowed


def test_courses_fit_the_role_and_the_phase():
    assistant = make.viewer(make.role("teaching_assistant", _school()))
    codes = [each.code for each in courses_for(assistant)]
    assert codes[0] == "core-primary"
    assert "core-secondary" not in codes
    senco = make.viewer(make.role("senco", _school()))
    assert {"core-primary", "senco-qualification"} <= {each.code for each in courses_for(senco)}
