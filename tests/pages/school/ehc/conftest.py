"""A setting and its SENCO on a fixed day."""

import pytest
from django.test import Client
from tests.factories import ehc, register

from sooner_service.project import clock


@pytest.fixture
def child(db, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: register.NOW)
    return ehc.child_with_parent(register.authority(name="Estuary Council"))


@pytest.fixture
def senco(child) -> Client:
    client = Client()
    client.force_login(register.role("senco", child.setting).person)
    return client


@pytest.fixture
def asked(child):
    """The council is assessing and has asked the setting for advice."""
    viewer = ehc.authority_viewer(child.authority)
    return ehc.advice_request(ehc.assessing(ehc.case(child), viewer), viewer)
