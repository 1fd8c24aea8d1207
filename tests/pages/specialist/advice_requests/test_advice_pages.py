"""A service sees its requests for advice and answers each on one page."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories import ehc, register

from sooner_service.project import clock

ANSWER = {"needs": "Working memory is low.", "provision": "Weekly group.", "outcomes": "Reads ten words."}


@pytest.fixture
def area(db, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: register.NOW)
    return register.authority()


@pytest.fixture
def service(area):
    return register.organisation("specialist_service", authority=area)


@pytest.fixture
def specialist(service) -> Client:
    client = Client()
    client.force_login(register.role("specialist", service).person)
    return client


def ask(area, service):
    viewer = ehc.authority_viewer(area)
    return ehc.advice_request(ehc.assessing(ehc.case(ehc.child_with_parent(area)), viewer), viewer, organisation=service)


def test_a_request_is_listed_with_its_day_and_answered(specialist, area, service) -> None:
    asked = ask(area, service)
    page = specialist.get("/specialist/advice/").content.decode()
    assert asked.case.reference in page and "8 December 2026" in page
    assert asked.case.child.family_name not in page
    address = f"/specialist/children/{asked.case.child.reference}/advice/{asked.pk}/"
    assert specialist.post(address, ANSWER).url == "/specialist/advice/?done=answered"
    listed = specialist.get("/specialist/advice/").content.decode()
    assert "Answered in time" in listed and address not in listed
    assert specialist.get(address).status_code == 404


def test_an_empty_list_says_how_it_fills(specialist) -> None:
    assert "No request for advice is waiting" in specialist.get("/specialist/advice/").content.decode()


def test_another_service_finds_nothing(area, service) -> None:
    asked = ask(area, service)
    client = Client()
    client.force_login(register.role("specialist", register.organisation("specialist_service", authority=area)).person)
    assert client.get(f"/specialist/children/{asked.case.child.reference}/advice/{asked.pk}/").status_code == 404
    assert asked.case.reference not in client.get("/specialist/advice/").content.decode()


def test_a_teacher_and_a_visitor_are_turned_away(area) -> None:
    client = Client()
    assert client.get("/specialist/advice/").url.startswith("/sign-in/")
    client.force_login(register.role("class_teacher", register.organisation(authority=area)).person)
    assert client.get("/specialist/advice/").status_code == 403


def test_queries_do_not_grow_with_requests(specialist, area, service) -> None:
    def queries() -> int:
        specialist.get("/specialist/advice/")
        with CaptureQueriesContext(connection) as caught:
            specialist.get("/specialist/advice/")
        return len(caught)

    ask(area, service)
    few = queries()
    for _ in range(4):
        ask(area, service)
    assert queries() <= few
