"""What `sooner check` finds, and how it says so."""

import json

import pytest
from tests.factories import register as make

from sooner_service.project import checks, commands

pytestmark = pytest.mark.django_db


def found(name: str) -> checks.Finding:
    return next(each for each in checks.findings() if each.name == name)


def test_a_sound_service_is_well(capsys):
    make.organisation()
    assert commands.check(["--json"]) == 0
    assert all(each["well"] for each in json.loads(capsys.readouterr().out))


def test_a_demonstration_with_a_real_organisation_refuses_to_serve(capsys):
    make.organisation(is_invented=False)
    assert not found("invented").is_well
    assert commands.serve(["--port", "1"]) == 1
    assert "real ones" in capsys.readouterr().err


def test_production_refuses_invented_people(settings, capsys):
    settings.PRODUCTION, settings.DEMONSTRATION = True, False
    make.person()
    assert commands.check([]) == 1
    assert "NOT WELL" in capsys.readouterr().out


def test_a_port_in_use_is_said_plainly(capsys, live_server):
    port = live_server.url.rsplit(":", 1)[1]
    assert commands.serve(["--port", port]) == 1
    assert f"Port {port} is in use" in capsys.readouterr().err
