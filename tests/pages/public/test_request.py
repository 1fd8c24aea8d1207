"""Asking for an EHC needs assessment without an account: eight steps, kept as typed, checked, sent once."""

import re
from datetime import date

import pytest
from django.test import Client
from tests.factories import register as make

from sooner_service.ehc.models import Case
from sooner_service.register.models import Draft

ANSWERS: dict[str, dict[str, str]] = {
    "who": {"source": "parent"},
    "name": {"your_name": "Amina Example", "relation": "mother"},
    "contact": {"email": "amina@example.org", "telephone": "", "address": "1 Example Road"},
    "child": {"child_name": "Bilal Example", "child_born_on-day": "27", "child_born_on-month": "3", "child_born_on-year": "2018"},
    "setting": {"setting_name": "Example School"},
    "reasons": {"reasons": "He finds reading very hard."},
    "help": {"help_so_far": ""},
    "why": {"why": "not_enough"},
}


def walk(visitor: Client, **changes: dict[str, str]) -> None:
    for key, answer in {**ANSWERS, **changes}.items():
        assert visitor.post(f"/request-ehc/{key}/", answer).status_code == 302


def test_a_request_is_made_with_its_reference_code_and_limit(visitor: Client) -> None:
    walk(visitor)
    check = visitor.get("/request-ehc/check/").content.decode()
    assert "Bilal Example" in check
    assert "27 March 2018" in check
    assert visitor.post("/request-ehc/check/")["Location"] == "/request-ehc/sent/"
    case = Case.objects.get()
    sent = visitor.get("/request-ehc/sent/").content.decode()
    assert case.reference in sent
    assert "5 January 2027" in sent
    assert (case.received_on, case.source, case.way, case.child) == (make.TODAY, "parent", "public_form", None)
    assert case.request["reasons"] == "He finds reading very hard."
    assert not Draft.objects.exists()


def test_the_code_shown_opens_the_tracker(visitor: Client) -> None:
    walk(visitor)
    visitor.post("/request-ehc/check/")
    code = re.search(r'sooner-code">([^<]+)<', visitor.get("/request-ehc/sent/").content.decode())
    assert code is not None
    page = Client().post("/tracker/", {"code": code.group(1)}).content.decode()
    assert Case.objects.get().reference in page
    assert "Bilal" not in page


def test_the_same_form_sent_twice_makes_one_request(visitor: Client) -> None:
    walk(visitor)
    token = {"token": "one-form"}
    assert visitor.post("/request-ehc/check/", token)["Location"] == visitor.post("/request-ehc/check/", token)["Location"]
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    ("key", "answer", "sentence"),
    [
        ("who", {}, "Answer the question"),
        ("name", {"your_name": "", "relation": ""}, "Enter your full name"),
        ("contact", {"email": "nonsense", "address": "x"}, "correct format"),
        ("child", {**ANSWERS["child"], "child_born_on-year": "2030"}, "must be today or in the past"),
        ("reasons", {"reasons": ""}, "There is a problem"),
    ],
)  # fmt: skip
def test_a_mistake_is_shown_beside_what_was_typed(visitor: Client, key: str, answer: dict[str, str], sentence: str) -> None:
    page = visitor.post(f"/request-ehc/{key}/", answer)
    assert page.status_code == 200
    assert "There is a problem" in page.content.decode()
    assert sentence in page.content.decode()


def test_typing_is_kept_and_resumed_where_it_stopped(visitor: Client) -> None:
    assert visitor.post("/request-ehc/who/", {"source": "parent"}).status_code == 302
    assert visitor.post("/request-ehc/name/", {"your_name": "Amina", "leave": "yes"})["Location"] == "/request-ehc/kept/"
    assert 'href="/request-ehc/name/"' in visitor.get("/request-ehc/kept/").content.decode()
    assert "Go on where you stopped" in visitor.get("/request-ehc/").content.decode()
    assert "Amina" in visitor.get("/request-ehc/name/").content.decode()


def test_saving_while_typing_says_nothing(visitor: Client) -> None:
    assert visitor.post("/request-ehc/reasons/", {"reasons": "half a sen"}, headers={"X-Autosave": "yes"}).status_code == 204
    assert "half a sen" in visitor.get("/request-ehc/reasons/").content.decode()


def test_another_visitor_sees_nothing_of_it(visitor: Client) -> None:
    walk(visitor)
    assert "Bilal" not in Client().get("/request-ehc/child/").content.decode()


def test_the_check_waits_for_every_answer(visitor: Client) -> None:
    assert visitor.get("/request-ehc/check/")["Location"] == "/request-ehc/who/"


def test_there_is_nothing_sent_before_it_is_sent(visitor: Client) -> None:
    assert visitor.get("/request-ehc/sent/")["Location"] == "/request-ehc/"


def test_an_unknown_step_leads_to_the_first(visitor: Client) -> None:
    assert visitor.get("/request-ehc/no-such-step/")["Location"] == "/request-ehc/who/"


def test_words_of_danger_show_who_to_call_when_it_is_sent(visitor: Client) -> None:
    walk(visitor, reasons={"reasons": "He keeps hurting himself."})
    visitor.post("/request-ehc/check/")
    assert "call 999 now" in visitor.get("/request-ehc/sent/").content.decode()


def test_a_known_childs_name_gets_the_same_answer(visitor: Client) -> None:
    make.child(given_name="Bilal", family_name="Example", born_on=date(2018, 3, 27))
    walk(visitor)
    visitor.post("/request-ehc/check/")
    assert Case.objects.get().child is None


def test_too_many_requests_are_stopped_for_a_while(visitor: Client) -> None:
    walk(visitor)
    statuses = [visitor.post("/request-ehc/check/").status_code for _ in range(11)]
    assert statuses == [302] * 10 + [429]
