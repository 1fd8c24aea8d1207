"""A step of a journey, typed while the session ended: it is there after signing in, once, and gives way to what is typed later."""

import re

import pytest
from django.test import Client
from tests.factories import register as make

from sooner_service.project import clock

WORDS = "Following a lesson is hard for her."
pytestmark = pytest.mark.django_db


@pytest.fixture
def step(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: make.NOW)
    school = make.organisation(authority=make.authority())
    child = make.child(school)
    link = make.adult(child)
    client = Client()
    client.force_login(link.person)
    return client, link.person, f"/family/{child.reference}/ehc/ask/reasons/"


def typed_before_signing_in(client, person, address):
    token = re.search(r'name="token" value="([^"]+)"', client.get(address).content.decode()).group(1)
    client.logout()
    assert client.post(address, {"reasons": WORDS, "token": token}).headers["Location"].startswith("/sign-in/")
    client.force_login(person)


def test_a_step_typed_when_the_session_ended_is_there_again(step):
    client, person, address = step
    typed_before_signing_in(client, person, address)
    assert WORDS in client.get(address).content.decode()


def test_what_is_typed_later_is_not_covered_by_the_words_from_before(step):
    client, person, address = step
    typed_before_signing_in(client, person, address)
    client.post(address, {"reasons": "She cannot follow a lesson, and comes home worn out."})
    page = client.get(address).content.decode()
    assert "comes home worn out" in page
    assert WORDS not in page
