"""The roll takes a child who is born, and each adult once, with a place where they can be reached."""

import pytest
from django.test import Client
from tests.factories import register as make

from sooner_service.project import clock
from sooner_service.register.models import AdultLink, Child

ROS = {
    "name": "Ros Amberley", "relation": "mother", "has_parental_responsibility": "yes", "checked_how": "Birth certificate seen",
    "is_restricted": "no", "needs_interpreter": "no", "lives_with_child": "yes", "contact_by": "paper", "home_address": "1 Mill Lane",
}  # fmt: skip


@pytest.fixture
def school(db, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: make.NOW)
    return make.organisation(authority=make.authority())


@pytest.fixture
def office(school):
    client = Client()
    client.force_login(make.role("school_administrator", school).person)
    return client


@pytest.fixture
def add_adult(school):
    return f"/school/roll/{make.child(school, make.school_class(school)).reference}/adults/add/"


def test_a_child_who_is_not_born_yet_is_not_put_on_roll(office, school):
    form = {
        "given_name": "Ines", "family_name": "Oyelaran", "first_language": "English", "is_in_care": "no",
        "school_class": str(make.school_class(school).pk), "born_on-day": "4", "born_on-month": "10", "born_on-year": "2030",
    }  # fmt: skip
    assert "Date of birth must be today or in the past" in office.post("/school/roll/add/", form).content.decode()
    assert not Child.objects.exists()


@pytest.mark.parametrize(
    ("contact_by", "sentence"),
    [("paper", "Enter a home address"), ("email", "Enter an e-mail address, or choose"), ("phone", "Enter a telephone number: they want")],
)
def test_the_way_an_adult_wants_to_hear_needs_the_place_it_goes_to(office, add_adult, contact_by, sentence):
    answer = office.post(add_adult, {**ROS, "home_address": "", "contact_by": contact_by})
    assert sentence in answer.content.decode()
    assert not AdultLink.objects.exists()


def test_an_adult_is_linked_once_and_another_of_that_name_may_be_too(office, add_adult):
    assert office.post(add_adult, ROS).status_code == 302
    again = office.post(add_adult, {**ROS, "name": "ros amberley "})
    assert "This adult is linked to the child already" in again.content.decode()
    assert office.post(add_adult, {**ROS, "relation": "grandmother"}).status_code == 302
    assert AdultLink.objects.count() == 2
