"""Taking data out: a purpose, no names unless asked for, one journal entry, an alarm when it is large."""

import pytest
from django.core import mail
from django.test import Client
from tests.factories import register as make
from tests.factories.world import case_of

from sooner_service.journal.models import Entry
from sooner_service.project import clock
from sooner_service.register.actions import exports

ASKED = {"purpose": "review", "why": "Termly review with the governors", "names": "no"}


@pytest.fixture
def school(db, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: make.NOW)
    return make.organisation(authority=make.authority(), email="office@example.org")


def client_of(role: str, at) -> Client:
    client = Client()
    client.force_login(make.role(role, at).person)
    return client


def test_the_register_has_references_and_no_names(school):
    child = make.child(school, tier=1)
    make.child(school, tier=0)
    answer = client_of("senco", school).post("/school/export/", ASKED)
    text = answer.content.decode("utf-8-sig")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert child.reference in text
    assert child.family_name not in text
    assert text.count("\n") == 2


def test_names_are_there_only_when_asked_for(school):
    child = make.child(school, tier=1)
    answer = client_of("senco", school).post("/school/export/", {**ASKED, "names": "yes"})
    assert child.family_name in answer.content.decode("utf-8-sig")
    entry = Entry.objects.get(name="export.make")
    assert entry.details["with_names"] is True


def test_it_is_kept_once_with_its_purpose(school):
    make.child(school, tier=1)
    client_of("senco", school).post("/school/export/", ASKED)
    entry = Entry.objects.get(name="export.make")
    assert entry.purpose == "review: Termly review with the governors"
    assert entry.details == {"what": "support-register", "rows": 1, "with_names": False, "alarm": False}


def test_without_a_purpose_nothing_is_taken_out(school):
    answer = client_of("senco", school).post("/school/export/", {"why": "", "names": "no"})
    assert "There is a problem" in answer.content.decode()
    assert not Entry.objects.filter(name="export.make").exists()


def test_a_large_export_raises_an_alarm_that_names_nobody(school, monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr(exports, "ALARM_FROM", 2)
    children = [make.child(school, tier=1) for _ in range(2)]
    with django_capture_on_commit_callbacks(execute=True):
        client_of("senco", school).post("/school/export/", ASKED)
    assert "2 rows" in mail.outbox[0].body
    assert mail.outbox[0].to == ["office@example.org"]
    assert not any(child.family_name in mail.outbox[0].body for child in children)


def test_a_name_that_looks_like_a_formula_is_made_harmless(school):
    make.child(school, tier=1, given_name="=HYPERLINK(1)")
    answer = client_of("senco", school).post("/school/export/", {**ASKED, "names": "yes"})
    assert "'=HYPERLINK(1)" in answer.content.decode("utf-8-sig")


def test_other_settings_are_not_in_it(school):
    other = make.child(make.organisation(authority=school.authority), tier=2)
    answer = client_of("senco", school).post("/school/export/", ASKED)
    assert other.reference not in answer.content.decode("utf-8-sig")


def test_an_authority_takes_out_its_cases_without_names(school):
    child = make.child(school)
    case = case_of(child)
    answer = client_of("data_officer", school.authority).post("/authority/export/", ASKED)
    text = answer.content.decode("utf-8-sig")
    assert case.reference in text
    assert child.family_name not in text


def test_a_teacher_may_not(school):
    assert client_of("class_teacher", school).post("/school/export/", ASKED).status_code == 403


def test_queries_do_not_grow_with_children(school, django_assert_max_num_queries):
    client = client_of("senco", school)
    for _ in range(12):
        make.child(school, tier=1)
    client.get("/school/export/")
    with django_assert_max_num_queries(14):
        client.post("/school/export/", ASKED)
