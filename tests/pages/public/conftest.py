"""A visitor without an account, in an invented area, on a fixed day."""

import pytest
from django.test import Client
from tests.factories import register as make

from sooner_service.project import clock
from sooner_service.register.models import Organisation


@pytest.fixture
def area(db, monkeypatch) -> Organisation:
    monkeypatch.setattr(clock, "now", lambda: make.NOW)
    return make.authority(name="Estuary Council", telephone="01632 960 100")


@pytest.fixture
def visitor(area: Organisation) -> Client:
    return Client()
