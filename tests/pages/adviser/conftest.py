"""Every page of the advice service is looked at on one day."""

import pytest
from tests.factories import register as make

from sooner_service.project import clock


@pytest.fixture(autouse=True)
def on_the_test_day(db, monkeypatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: make.NOW)
