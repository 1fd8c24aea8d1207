"""Today's sessions and a child's sessions: what they show, what a tap does, who is kept out."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories import plans, register

from sooner_service.journal.models import Entry
from sooner_service.plans.models import Session
from sooner_service.project import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _frozen(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: register.NOW)


@pytest.fixture
def setting():
    made = register.organisation(authority=register.authority())
    register.term(made)
    return made


@pytest.fixture
def school_class(setting):
    return register.school_class(setting)


@pytest.fixture
def child(setting, school_class):
    return register.child(setting, school_class)


@pytest.fixture
def support(child):
    return plans.provision(child)


def as_role(name, setting, classes=None) -> Client:
    client = Client()
    client.force_login(register.role(name, setting, classes=classes).person)
    return client


@pytest.fixture
def assistant(setting, school_class):
    return as_role("teaching_assistant", setting, [school_class])


def tab(child, place="") -> str:
    return f"/school/children/{child.reference}/sessions/{place}"


def test_todays_sessions_are_one_list_and_one_journal_entry(assistant, support):
    answer = assistant.get("/school/sessions/")
    assert answer.status_code == 200
    assert "Today's sessions</h1>" in answer.content.decode()
    assert "Reading group" in answer.content.decode()
    assert Entry.objects.get(kind="listed").count == 1


def test_an_empty_day_says_how_it_fills(assistant):
    assert "A row appears here when support starts" in assistant.get("/school/sessions/").content.decode()


def test_one_tap_logs_and_comes_back_to_the_row(assistant, support):
    answer = assistant.post("/school/sessions/", {"provision": support.pk, "outcome": "delivered"})
    assert answer.url == f"/school/sessions/#row-{support.pk}"
    shown = assistant.get("/school/sessions/").content.decode()
    assert "Delivered" in shown and "Take back" in shown
    assistant.post("/school/sessions/", {"provision": support.pk, "outcome": "delivered"})
    assert Session.objects.count() == 1


def test_not_happened_needs_a_reason_that_is_shown(assistant, support):
    answer = assistant.post("/school/sessions/", {"provision": support.pk, "outcome": "cancelled"})
    assert "Say why the session did not happen" in answer.content.decode()
    assistant.post("/school/sessions/", {"provision": support.pk, "outcome": "cancelled", "reason": "staff_absent"})
    assert Session.objects.get().reason == "staff_absent"
    assert "The adult was away" in assistant.get("/school/sessions/").content.decode()


def test_the_reason_button_alone_is_enough(assistant, support):
    assistant.post("/school/sessions/", {"provision": support.pk, "reason": "child_absent"})
    assert Session.objects.get().outcome == "cancelled"


def test_a_mistake_is_taken_back(assistant, support):
    logged = plans.session(support)
    assistant.post("/school/sessions/", {"provision": support.pk, "undo": logged.pk})
    logged.refresh_from_db()
    assert logged.outcome == "withdrawn"


def test_a_whole_group_is_logged_with_one_tap(assistant, support, setting, school_class):
    plans.provision(register.child(setting, school_class))
    shown = assistant.get("/school/sessions/").content.decode()
    key = next(part.split('"')[0] for part in shown.split('name="group" value="')[1:])
    assistant.post("/school/sessions/", {"group": key})
    assert Session.objects.filter(outcome="delivered").count() == 2


def test_the_sessions_of_another_class_are_not_found(assistant, setting):
    foreign = plans.provision(register.child(setting, register.school_class(setting, name="Wren")))
    assert assistant.post("/school/sessions/", {"provision": foreign.pk, "outcome": "delivered"}).status_code == 404
    assert not Session.objects.exists()


def test_a_senco_chooses_a_class(setting, support):
    other = plans.provision(register.child(setting, register.school_class(setting, name="Wren", year_group=3)), what="Talking group")
    senco = as_role("senco", setting)
    first = senco.get("/school/sessions/").content.decode()
    assert "Reading group" in first and "Talking group" not in first
    assert "Talking group" in senco.get(f"/school/sessions/?school_class={other.child.school_class_id}").content.decode()


def test_queries_do_not_grow_with_children(assistant, support, setting, school_class):
    assistant.get("/school/sessions/")
    with CaptureQueriesContext(connection) as few:
        assistant.get("/school/sessions/")
    for number in range(8):
        plans.session(plans.provision(register.child(setting, school_class, given_name=f"Child{number}")))
    with CaptureQueriesContext(connection) as many:
        assistant.get("/school/sessions/")
    assert len(many) == len(few) <= 16


def test_the_tab_says_promised_delivered_and_owed(assistant, child, support):
    for day in (8, 10, 15):
        plans.session(support, date(2026, 9, day))
    shown = assistant.get(tab(child)).content.decode()
    assert "22</span> promised" in shown and "3</span> delivered" in shown and "19</span> still owed" in shown
    assert "Less than 80" in shown
    assert Entry.objects.get(kind="opened").child_id == child.pk


def test_the_tab_says_when_terms_are_not_loaded(child, support, setting, assistant):
    setting.terms.all().delete()
    assert "term dates of this setting are not loaded" in assistant.get(tab(child)).content.decode()


def test_the_tab_of_a_child_without_support_says_how_it_fills(assistant, child):
    assert "No support has started" in assistant.get(tab(child)).content.decode()


def test_a_session_is_logged_from_the_tab(assistant, child, support):
    answer = assistant.post(tab(child), {"provision": support.pk, "outcome": "delivered"})
    assert answer.url == f"{tab(child)}#row-{support.pk}"
    assert Session.objects.get().on == register.TODAY


def test_another_day_is_logged_and_a_day_outside_the_support_is_explained(assistant, child, support):
    typed = {"on-day": "1", "on-month": "9", "on-year": "2026", "outcome": "delivered"}
    assert "was not running on that day" in assistant.post(tab(child, f"{support.pk}/"), typed).content.decode()
    assistant.post(tab(child, f"{support.pk}/"), {**typed, "on-day": "10"})
    assert Session.objects.get().on == date(2026, 9, 10)
    assert "10 September 2026" in assistant.get(tab(child, f"{support.pk}/")).content.decode()


def test_support_is_ended_from_a_day(assistant, child, support):
    typed = {"on-day": "30", "on-month": "11", "on-year": "2026"}
    assert assistant.post(tab(child, f"{support.pk}/end/"), typed).status_code == 302
    support.refresh_from_db()
    assert support.until == date(2026, 11, 30)


@pytest.mark.parametrize("place", ["", "999999/", "999999/end/"])
def test_a_foreign_child_and_a_missing_support_are_not_found(assistant, child, place):
    foreign = register.child(register.organisation(authority=register.authority()))
    assert assistant.get(tab(foreign, place)).status_code == 404
    if place:
        assert assistant.get(tab(child, place)).status_code == 404


def test_a_governor_is_refused_and_a_visitor_is_asked_to_sign_in(setting, child):
    governor = as_role("governor", setting)
    assert governor.get("/school/sessions/").status_code == 403
    assert governor.get(tab(child)).status_code in {403, 404}
    assert Client().get("/school/sessions/").url.startswith("/sign-in/")
    assert Client().get(tab(child)).url.startswith("/sign-in/")
