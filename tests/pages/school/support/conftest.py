"""A school on a fixed day, with its people signed in."""

import pytest
from django.test import Client
from tests.factories import register as make

from sooner_service.project import clock


@pytest.fixture(autouse=True)
def _frozen(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: make.NOW)


@pytest.fixture
def area():
    return make.authority()


@pytest.fixture
def school(area):
    made = make.organisation("school", authority=area, name="Larkfield Primary")
    make.term(made)
    return made


@pytest.fixture
def own_class(school):
    return make.school_class(school)


@pytest.fixture
def child(school, own_class):
    return make.child(school, own_class, given_name="Imani", family_name="Castellane")


@pytest.fixture
def foreign_child(area):
    elsewhere = make.organisation("school", authority=area)
    return make.child(elsewhere, make.school_class(elsewhere))


@pytest.fixture
def signed_in(school, own_class):
    """Signs somebody in by role; class staff work with the class."""

    def sign_in(role: str, person=None) -> Client:
        classes = [own_class] if role in {"class_teacher", "teaching_assistant"} else None
        held = make.role(role, school, who=person, classes=classes)
        client = Client()
        client.force_login(held.person)
        client.person = held.person
        return client

    return sign_in


@pytest.fixture
def teacher(signed_in):
    return signed_in("class_teacher")


@pytest.fixture
def senco(signed_in):
    return signed_in("senco")
