"""Joiners, movers and leavers: one action and one entry each; nobody opens records to themselves; a leaver's sessions end."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from tests.factories import register as make

from sooner_service.journal.models import Entry
from sooner_service.project import clock
from sooner_service.register.access import NotFound, Refused, child_for, children_for
from sooner_service.register.actions.people import CannotDo, join, leave, move
from sooner_service.register.models import RoleHeld

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return make.organisation(authority=make.authority())


@pytest.fixture
def office(school):
    return make.viewer(make.role("school_administrator", school))


def test_a_joiner_has_the_role_and_the_classes_from_today_with_one_entry(school, office):
    in_class = make.school_class(school)
    held = join(viewer=office, name="New Teacher", email="new@school.example", role="class_teacher", classes=[in_class])
    child = make.child(school, in_class)
    assert child in children_for(make.viewer(held))
    assert Entry.objects.get().name == "staff.manage"


def test_the_office_cannot_give_itself_a_role_that_opens_records(school, office):
    with pytest.raises(CannotDo, match="cannot give yourself"):
        join(viewer=office, name="Me", email=office.person.email.upper(), role="headteacher")
    with pytest.raises(CannotDo, match="cannot give yourself"):
        move(viewer=office, held=office.role_held, role="senco")
    assert list(office.person.roles.values_list("role", "until")) == [("school_administrator", None)]


def test_the_authoritys_administrator_cannot_make_itself_a_case_holder():
    held = make.role("authority_administrator", make.authority())
    with pytest.raises(CannotDo, match="cannot give yourself"):
        join(viewer=make.viewer(held), name="Me", email=held.person.email, role="ehc_co_ordinator")


def test_a_head_of_a_small_school_may_also_be_its_senco(school):
    head = make.role("headteacher", school)
    assert join(viewer=make.viewer(head), name=head.person.name, email=head.person.email, role="senco").role == "senco"


def test_a_child_who_has_left_is_in_nobodys_class_there_any_more(school, office):
    in_class = make.school_class(school)
    teacher = make.viewer(make.role("class_teacher", school, classes=[in_class]))
    gone = make.child(make.organisation(authority=school.authority), in_class)
    assert not children_for(teacher).exists()
    with pytest.raises(NotFound):
        child_for(teacher, gone.reference)


def test_a_mover_loses_the_class_with_the_role(school, office):
    in_class = make.school_class(school)
    child = make.child(school, in_class)
    held = make.role("class_teacher", school, classes=[in_class])
    moved = move(viewer=office, held=held, role="teaching_assistant", classes=[])
    held.refresh_from_db()
    assert held.until == make.TODAY
    assert child not in children_for(make.viewer(moved))
    assert Entry.objects.count() == 1


def test_nobody_moves_a_person_of_another_organisation(office):
    stranger = make.role("class_teacher", make.organisation(authority=make.authority()))
    with pytest.raises(Refused):
        move(viewer=office, held=stranger, role="senco")


def test_a_leavers_open_browser_reaches_nothing_any_more(school, office, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: make.NOW)
    child = make.child(school, make.school_class(school))
    held = make.role("senco", school, make.person(is_staff_account=True))
    browser = Client()
    browser.force_login(held.person)
    session = browser.session
    session["signed_in_as_invented"] = True
    session.save()
    assert browser.get(f"/school/children/{child.reference}/").status_code == 200
    assert UserSession.objects.filter(user=held.person).exists()
    assert leave(viewer=office, person=held.person) == 1
    after = browser.get(f"/school/children/{child.reference}/")
    assert after.headers["Location"].startswith("/sign-in/")
    assert not UserSession.objects.filter(user=held.person).exists()
    assert not RoleHeld.objects.filter(person=held.person, until__isnull=True).exists()
