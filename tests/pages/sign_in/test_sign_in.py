"""Signing in: families by code, staff by password and second factor, limits, sessions, one-click sign-ins."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value, yield_hotp_counters_from_time
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from tests.factories import register as make

from sooner_service.project import clock
from sooner_service.register.models import Organisation

PASSWORD = "a long enough phrase 42"


@pytest.fixture(autouse=True)
def limits(db):
    call_command("createcachetable", verbosity=0)
    cache.clear()


def parent():
    who = make.person(email="parent@example.org")
    make.adult(make.child(make.organisation(authority=make.authority())), who)
    return who


def member_of_staff(**fields):
    who = make.person(email="senco@example.org", is_staff_account=True, **fields)
    who.set_password(PASSWORD)
    who.save()
    make.role("senco", make.organisation(authority=make.authority()), who)
    return who


def test_a_parent_signs_in_with_a_code_sent_by_email():
    parent()
    client = Client()
    asked = client.post("/account/login/code/", {"email": "parent@example.org"}, follow=True)
    assert "Enter your code" in asked.content.decode()
    code = re.search(r"\n\n([A-Z0-9-]{6,})\n\n", mail.outbox[0].body).group(1)
    assert "/account/login/code/confirm/" in mail.outbox[0].body
    arrived = client.post("/account/login/code/confirm/", {"code": code})
    assert arrived.status_code == 302
    assert client.get("/start/").headers["Location"] == "/family/"


def test_a_wrong_code_is_refused_in_words():
    parent()
    client = Client()
    client.post("/account/login/code/", {"email": "parent@example.org"})
    answer = client.post("/account/login/code/confirm/", {"code": "WRONG1"})
    assert "There is a problem" in answer.content.decode()


def test_an_unknown_address_is_answered_like_a_known_one():
    client = Client()
    asked = client.post("/account/login/code/", {"email": "nobody@example.org"}, follow=True)
    assert "Enter your code" in asked.content.decode()
    assert "no account" in mail.outbox[0].body


def test_a_mailbox_alone_never_lets_staff_in():
    member_of_staff()
    client = Client()
    asked = client.post("/account/login/code/", {"email": "senco@example.org"}, follow=True)
    assert "Enter your code" in asked.content.decode()
    assert "/account/login/code/confirm/" not in mail.outbox[0].body


def test_a_family_cannot_set_a_password():
    parent()
    Client().post("/account/password/reset/", {"email": "parent@example.org"})
    assert not any("password/reset/key" in message.body for message in mail.outbox)


def test_staff_without_a_second_factor_must_set_one_up_first():
    member_of_staff()
    client = Client()
    client.post("/account/login/", {"login": "senco@example.org", "password": PASSWORD})
    answer = client.get("/school/tray/")
    assert answer.headers["Location"] == "/account/2fa/totp/activate/"
    again = client.get("/account/2fa/totp/activate/", follow=True)
    assert "Enter your password" in again.content.decode()
    page = client.post(again.request["PATH_INFO"] + "?" + again.request["QUERY_STRING"], {"password": PASSWORD}, follow=True)
    assert "Set up your authenticator app" in page.content.decode()


def test_staff_with_a_second_factor_need_its_code():
    who = member_of_staff()
    secret = generate_totp_secret()
    TOTP.activate(who, secret)
    client = Client()
    asked = client.post("/account/login/", {"login": "senco@example.org", "password": PASSWORD}, follow=True)
    assert "Enter the code from your app" in asked.content.decode()
    assert client.get("/start/").headers["Location"].startswith("/sign-in/")
    counter = next(iter(yield_hotp_counters_from_time()))
    code = f"{hotp_value(secret, counter):06d}"
    client.post("/account/2fa/authenticate/", {"code": code})
    assert client.get("/start/").headers["Location"].startswith("/school/")


def test_guessing_passwords_is_limited():
    member_of_staff()
    client = Client()
    for _ in range(6):
        answer = client.post("/account/login/", {"login": "senco@example.org", "password": "wrong"})
    words = answer.content.decode()
    assert answer.status_code == 429 or "Too many failed" in words
    right = client.post("/account/login/", {"login": "senco@example.org", "password": PASSWORD})
    assert "_auth_user_id" not in client.session or right.status_code != 302


def test_sessions_are_listed_and_can_be_ended():
    who = parent()
    first, second = Client(HTTP_USER_AGENT="First"), Client(HTTP_USER_AGENT="Second")
    for client in (first, second):
        client.force_login(who)
        client.get("/start/")
    page = first.get("/account/sessions/").content.decode()
    assert "Where you are signed in" in page
    first.post("/account/sessions/")
    assert second.get("/family/").headers.get("Location", "").startswith("/sign-in/")
    assert Session.objects.exists()


def test_one_click_sign_in_works_only_where_everybody_is_invented():
    who = make.person(email="invented@example.org")
    make.adult(make.child(make.organisation(authority=make.authority())), who)
    assert Client().post("/demonstration/", {"person": str(who.pk)}).status_code == 302
    Organisation.objects.create(kind="school", name="Real", reference="REAL1", starts_on=make.LONG_AGO, is_invented=False)
    assert Client().get("/demonstration/").status_code == 404
    assert Client().post("/demonstration/", {"person": str(who.pk)}).status_code == 404


def test_production_has_no_one_click_sign_in(settings):
    who = make.person()
    make.organisation()
    settings.DEMONSTRATION = False
    assert Client().post("/demonstration/", {"person": str(who.pk)}).status_code == 404


def test_a_person_with_several_roles_chooses_between_them():
    who = member_of_staff()
    make.role("governor", make.organisation(authority=make.authority(), name="Another school"), who)
    client = Client()
    client.force_login(who)
    session = client.session
    session["signed_in_as_invented"] = True
    session.save()
    page = client.get("/change-role/").content.decode()
    assert "Another school" in page
    second = who.roles.get(role="governor")
    client.post("/change-role/", {"role": str(second.pk)})
    assert client.get("/start/").headers["Location"] == "/school/overview/"
    client.post("/change-role/", {"role": "999999"})
    assert client.get("/start/").headers["Location"] == "/school/overview/"


def test_nobody_can_make_an_account_alone():
    answer = Client().post("/account/signup/", {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD})
    assert not make.Person.objects.filter(email="new@example.org").exists()
    assert answer.status_code in {200, 302, 403, 404}


def test_security_headers_are_on_every_page():
    answer = Client().get("/sign-in/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy and "unsafe-eval" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Frame-Options"] == "DENY"


def test_pages_of_signed_in_people_are_not_kept_by_the_browser():
    client = Client()
    client.force_login(parent())
    assert client.get("/change-role/").headers["Cache-Control"] == "no-store"


def test_a_sign_in_ends_after_twelve_hours_even_in_use(monkeypatch):
    client = Client()
    monkeypatch.setattr(clock, "now", lambda: make.NOW)
    client.force_login(parent())
    assert client.get("/change-role/").status_code == 200
    monkeypatch.setattr(clock, "now", lambda: make.NOW + timedelta(hours=12, minutes=1))
    assert client.get("/change-role/").headers["Location"].startswith("/sign-in/")


def test_signing_out_empties_the_browsers_stores():
    client = Client()
    client.force_login(parent())
    answer = client.post("/sign-out/")
    assert "storage" in answer.headers["Clear-Site-Data"]
    assert client.get("/change-role/").headers["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("path", ["signup/", "email/", "confirm-email/", "confirm-email/abc/", "password/set/"])
def test_nobody_chooses_an_address_or_a_first_password_alone(path):
    who = parent()
    browser = Client()
    browser.force_login(who)
    answer = browser.post(f"/account/{path}", {"email": "head.to.be@school.example", "action_add": "", "action_primary": ""})
    assert answer.status_code == 404
    who.refresh_from_db()
    assert who.email != "head.to.be@school.example"
