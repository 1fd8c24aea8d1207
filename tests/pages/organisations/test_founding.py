"""From an empty service to a child on a roll, on screen, without the demonstration's builder."""

from datetime import date

import pytest
from django.core import mail
from django.test import Client
from tests.factories import register as make

from sooner_service.journal.models import Entry
from sooner_service.project import clock, commands
from sooner_service.register.calendar import school_days
from sooner_service.register.models import Child, Organisation, Person, RoleHeld

SCHOOL = {
    "kind": "school", "name": "Alder Lane Primary", "phase": "primary", "telephone": "01632 960123", "email": "office@example.org",
    "first_person": "Ruth Adair", "first_email": "ruth@example.org",
}  # fmt: skip


@pytest.fixture
def administrator(db, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: make.NOW)
    assert commands.found(["Wrenfield Council", "Ada Bell", "ada@example.org"]) == 0
    return signed_in("ada@example.org")


def signed_in(email: str) -> Client:
    client = Client()
    client.force_login(Person.objects.get(email=email))
    session = client.session
    session["signed_in_as_invented"] = True
    session.save()
    return client


def test_an_empty_service_is_founded_once(administrator, capsys):
    assert RoleHeld.objects.get().role == "authority_administrator"
    assert Entry.objects.get(name="organisation.found")
    assert commands.found(["Another", "Bo", "bo@example.org"]) == 1
    assert "has an authority already" in capsys.readouterr().err


def test_a_school_joins_and_puts_its_first_child_on_roll(administrator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert administrator.post("/authority/organisations/add/", SCHOOL).status_code == 302
    assert "Alder Lane Primary" in administrator.get("/authority/organisations/").content.decode()
    assert "ruth@example.org" in mail.outbox[-1].to
    head = signed_in("ruth@example.org")
    assert "no classes for this year yet" in head.get("/school/roll/add/").content.decode()
    head.post("/school/year/class/", {"name": "Willow", "year_group": "0"})
    term = {"name": "Autumn, second half", **day("first_day", 2, 11, 2026), **day("last_day", 18, 12, 2026), "closed_on": "23/11/2026"}
    assert head.post("/school/year/term/", term).status_code == 302
    page = head.get("/school/year/").content.decode()
    assert "Willow" in page and "18 December 2026" in page
    in_class = Organisation.objects.get(name="Alder Lane Primary").classes.get()
    new = {
        "given_name": "Ines", "family_name": "Oyelaran", "known_as": "", "first_language": "English", "school_class": str(in_class.pk),
        "is_in_care": "no", **day("born_on", 4, 1, 2022),
    }  # fmt: skip
    assert head.post("/school/roll/add/", new).status_code == 302
    child = Child.objects.get()
    assert child.setting.name == "Alder Lane Primary"
    days = school_days(child.setting, starts_on=date(2026, 11, 20), until=date(2026, 11, 26))
    assert days == [date(2026, 11, 20), date(2026, 11, 24), date(2026, 11, 25)]


def day(name: str, *parts: int) -> dict[str, str]:
    return {f"{name}-{part}": str(value) for part, value in zip(("day", "month", "year"), parts, strict=True)}


def test_an_organisation_is_not_added_twice(administrator):
    administrator.post("/authority/organisations/add/", SCHOOL)
    again = administrator.post("/authority/organisations/add/", SCHOOL)
    assert "already an organisation called Alder Lane Primary" in again.content.decode()
    assert Organisation.objects.filter(kind="school").count() == 1


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"closed_on": "christmas"}, "“christmas” is not a day"),
        ({"closed_on": "1/1/2027"}, "1 January 2027 is not within this half-term"),
        (day("last_day", 1, 10, 2026), "The last day is before the first day"),
    ],
)
def test_a_half_term_that_cannot_be_is_refused_in_a_sentence(administrator, change, sentence):
    administrator.post("/authority/organisations/add/", SCHOOL)
    term = {"name": "Autumn", **day("first_day", 2, 11, 2026), **day("last_day", 18, 12, 2026), "closed_on": "", **change}
    answer = signed_in("ruth@example.org").post("/school/year/term/", term)
    assert sentence in answer.content.decode()


def test_a_parent_who_takes_a_role_signs_in_as_staff_from_then_on(administrator):
    parent = make.person(email="ruth@example.org")
    administrator.post("/authority/organisations/add/", SCHOOL)
    parent.refresh_from_db()
    assert parent.is_staff_account


def test_a_school_may_not_add_organisations(administrator):
    administrator.post("/authority/organisations/add/", SCHOOL)
    assert signed_in("ruth@example.org").get("/authority/organisations/add/").status_code == 403


def test_queries_do_not_grow_with_organisations(administrator, django_assert_max_num_queries):
    authority = Organisation.objects.get(kind="authority")
    for _ in range(12):
        make.organisation(authority=authority)
    administrator.get("/authority/organisations/")
    with django_assert_max_num_queries(8):
        administrator.get("/authority/organisations/")
