"""An area service signs baselines for settings where nobody is trained."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories import assessment
from tests.factories import register as make
from tests.factories.training import completion

from sooner_service.assessment.models import Baseline
from sooner_service.project import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _frozen(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: make.NOW)


@pytest.fixture
def service():
    return make.organisation("specialist_service", authority=make.authority(), phase="all")


@pytest.fixture
def school(service):
    return make.organisation("school", authority=service.authority, name="Larkfield Primary")


@pytest.fixture
def specialist(service):
    client = Client()
    client.person = make.role("specialist", service).person
    client.force_login(client.person)
    return client


def asked(school, service, **fields):
    child = make.child(school)
    make.access(child, service, "allocated", because="asked to sign a baseline")
    given = {"status": "with_area", "asked_area": service, "asked_area_at": make.NOW, "sign_by": date(2026, 11, 26)}
    return assessment.baseline(child, **{**given, **fields})


def test_the_tray_says_how_it_fills_and_then_shows_initials_and_the_day(specialist, school, service):
    assert "No baseline waits for your service" in specialist.get("/specialist/tray/").content.decode()
    baseline = asked(school, service)
    html = specialist.get("/specialist/tray/").content.decode()
    assert "Work tray</h1>" in html
    assert "26 November 2026" in html
    assert baseline.child.family_name not in html
    assert f"/specialist/children/{baseline.child.reference}/baseline/" in html


def test_a_missed_day_is_said(specialist, school, service):
    asked(school, service, sign_by=date(2026, 11, 20))
    assert "Late" in specialist.get("/specialist/tray/").content.decode()


def test_a_trained_specialist_reads_signs_and_the_record_closes(specialist, school, service):
    completion(specialist.person)
    baseline = asked(school, service)
    address = f"/specialist/children/{baseline.child.reference}/baseline/"
    assert "Sign the baseline" in specialist.get(address).content.decode()
    assert specialist.post(address).url == "/specialist/tray/?done=signed"
    assert Baseline.objects.get().signed_by == specialist.person
    assert specialist.get(address).status_code == 404


def test_an_untrained_specialist_is_told_who_can_and_cannot_sign(specialist, school, service):
    baseline = asked(school, service)
    address = f"/specialist/children/{baseline.child.reference}/baseline/"
    html = specialist.get(address).content.decode()
    assert "/specialist/training/book/" in html
    assert specialist.post(address).status_code == 403
    assert Baseline.objects.get().status == "with_area"


def test_a_child_nobody_asked_about_does_not_exist_here(specialist, school):
    child = make.child(school)
    assessment.baseline(child)
    assert specialist.get(f"/specialist/children/{child.reference}/baseline/").status_code == 404


def test_the_manager_sees_what_waits_without_opening_it(school, service):
    baseline = asked(school, service)
    manager = Client()
    manager.force_login(make.role("service_manager", service).person)
    html = manager.get("/specialist/tray/").content.decode()
    assert "Read and sign" not in html
    assert manager.get(f"/specialist/children/{baseline.child.reference}/baseline/").status_code == 403


@pytest.mark.parametrize("address", ["/specialist/tray/", "/specialist/training/"])
def test_other_roles_and_visitors_are_kept_out(school, address):
    assert Client().get(address).status_code == 302
    governor = Client()
    governor.force_login(make.role("governor", school).person)
    assert governor.get(address).status_code == 403


def test_a_specialist_books_training_at_the_service(specialist):
    assert "My training</h1>" in specialist.get("/specialist/training/").content.decode()
    assert "Core SEND training: primary" in specialist.get("/specialist/training/book/").content.decode()


def test_queries_do_not_grow_with_rows(specialist, school, service):
    def queries():
        with CaptureQueriesContext(connection) as counted:
            specialist.get("/specialist/tray/")
        return len(counted)

    asked(school, service)
    specialist.get("/specialist/tray/")
    few = queries()
    for _ in range(6):
        asked(school, service)
    assert queries() == few
