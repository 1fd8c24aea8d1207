"""Signed-in staff of an invented authority, on a fixed day."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from tests.factories import ehc, register

from sooner_service.project import clock


@pytest.fixture
def area(db, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: register.NOW)
    return register.authority(name="Estuary Council")


@pytest.fixture
def sign_in() -> Callable[..., Client]:
    def make(role: str, at, who=None) -> Client:
        client = Client()
        client.force_login(register.role(role, at, who).person)
        return client

    return make


@pytest.fixture
def officer(area, sign_in) -> Client:
    """An EHC co-ordinator."""
    return sign_in("ehc_co_ordinator", area)


@pytest.fixture
def manager(area, sign_in) -> Client:
    """A SEND manager."""
    return sign_in("send_manager", area)


@pytest.fixture
def case(area):
    """A request by a parent, received on 5 October 2026 and late for its decision on 24 November."""
    return ehc.case(ehc.child_with_parent(area))


@pytest.fixture
def heading() -> Callable[[object], str]:
    def read(answer) -> str:
        found = re.findall(r"<h1[^>]*>(.*?)</h1>", answer.content.decode(), re.DOTALL)
        assert len(found) == 1, f"{len(found)} headings of the first level"
        return re.sub(r"<[^>]+>|\s+", " ", found[0]).strip()

    return read
