"""A form sent twice makes one record; a session that ends while somebody types loses nothing; two tabs are safe."""

import re

import pytest
from django.db import connection
from django.test import Client
from tests.factories import register as make

from sooner_service.project import clock
from sooner_service.register.models import Child, Draft

NEW = {
    "given_name": "Ines", "family_name": "Oyelaran", "born_on-day": "4", "born_on-month": "10", "born_on-year": "2021",
    "first_language": "English", "is_in_care": "no", "known_as": "",
}  # fmt: skip


@pytest.fixture
def office(db, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: make.NOW)
    school = make.organisation(authority=make.authority())
    in_class = make.school_class(school, year_group=0)
    held = make.role("school_administrator", school)
    client = Client()
    client.force_login(held.person)
    return client, held.person, str(in_class.pk)


def token_on(page) -> str:
    """The token of the form that a page shows."""
    return re.search(r'name="token" value="([^"]+)"', page.content.decode()).group(1)


def test_the_same_form_sent_twice_makes_one_child(office):
    client, _, in_class = office
    form = {**NEW, "school_class": in_class, "token": "the-same-token"}
    first, second = client.post("/school/roll/add/", form), client.post("/school/roll/add/", form)
    assert first.headers["Location"] == second.headers["Location"]
    assert Child.objects.count() == 1


def test_a_form_with_a_mistake_may_be_sent_again_with_the_same_token(office):
    client, _, in_class = office
    form = {**NEW, "school_class": in_class, "token": "another-token"}
    wrong = client.post("/school/roll/add/", {**form, "given_name": ""})
    assert "There is a problem" in wrong.content.decode()
    assert client.post("/school/roll/add/", form).status_code == 302


def test_what_was_typed_when_the_session_ended_is_there_after_signing_in_again(office):
    client, person, in_class = office
    token = token_on(client.get("/school/roll/add/"))
    client.logout()
    sent = client.post("/school/roll/add/", {**NEW, "school_class": in_class, "token": token})
    assert sent.headers["Location"].startswith("/sign-in/")
    client.force_login(person)
    page = client.get("/school/roll/add/").content.decode()
    assert "Oyelaran" in page
    assert "What you typed is still here" in page
    assert Child.objects.count() == 0


def test_words_that_were_sent_after_signing_in_again_do_not_stand_in_the_form_any_more(office):
    client, person, in_class = office
    form = {**NEW, "school_class": in_class}
    token = token_on(client.get("/school/roll/add/"))
    client.logout()
    client.post("/school/roll/add/", {**form, "token": token})
    client.force_login(person)
    again = token_on(client.get("/school/roll/add/"))
    assert client.post("/school/roll/add/", {**form, "token": again}).status_code == 302
    assert "Oyelaran" not in client.get("/school/roll/add/").content.decode()
    assert Child.objects.count() == 1


def test_the_next_person_at_a_shared_computer_is_not_given_what_another_typed(office):
    client, person, in_class = office
    token = token_on(client.get("/school/roll/add/"))
    colleague = make.role("school_administrator", person.roles.get().organisation).person
    client.logout()
    client.post("/school/roll/add/", {**NEW, "school_class": in_class, "token": token})
    client.force_login(colleague)
    assert "Oyelaran" not in client.get("/school/roll/add/").content.decode()


def test_drafts_are_encrypted_where_they_are_kept(office):
    client, _, in_class = office
    client.logout()
    client.post("/school/roll/add/", {**NEW, "school_class": in_class})
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT answers FROM {Draft._meta.db_table}")
        kept = cursor.fetchone()[0]
    assert kept
    assert "Oyelaran" not in kept


def test_an_address_that_is_nobodys_and_one_that_is_not_yours_answer_alike(office):
    client, _, _ = office
    foreign = make.child(make.organisation(authority=make.authority()))
    not_yours = client.get(f"/school/roll/{foreign.reference}/adults/")
    nobodys = client.get("/school/roll/SNR-00000/adults/")
    assert not_yours.status_code == nobodys.status_code == 404
    assert not_yours.content == nobodys.content
