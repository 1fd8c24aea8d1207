"""A family answers the draft and the council's question, each in its own right; nobody else's words are shown."""

from datetime import date

import pytest
from django.test import Client
from tests.factories import ehc, register

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return register.authority()


@pytest.fixture
def viewer(area):
    return ehc.authority_viewer(area)


@pytest.fixture
def with_draft(area, viewer):
    """A case whose draft was sent on 20 November 2026."""
    return ehc.drafted(ehc.case(ehc.child_with_parent(area)), viewer, on=date(2026, 11, 20))


def client_of(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_a_parent_answers_the_draft_and_asks_for_a_school(with_draft) -> None:
    parent, start = with_draft.child.adults.first().person, f"/family/{with_draft.child.reference}/ehc/"
    client = client_of(parent)
    assert "You have until 4 December 2026 at least" in client.get(start).content.decode()
    answer = client.post(f"{start}draft/", {"words": "Section F is too thin.", "school": "Quay School", "asks": ["meeting"]})
    assert answer.url == f"{start}?done=said"
    kept = with_draft.events.get(event="representations_received")
    assert kept.on == register.TODAY
    assert kept.reasons == "Section F is too thin.\n\nAsks for: Quay School. Asks to meet the council."
    assert "What you said about the draft" not in client.get(f"{start}?done=said").content.decode()


def test_an_empty_answer_says_what_to_do(with_draft) -> None:
    client = client_of(with_draft.child.adults.first().person)
    page = client.post(f"/family/{with_draft.child.reference}/ehc/draft/", {"words": "", "school": ""}).content.decode()
    assert "Write what you think, or name a school or college." in page
    assert not with_draft.events.filter(event="representations_received").exists()


def test_there_is_nothing_to_answer_before_a_draft(area) -> None:
    case = ehc.case(ehc.child_with_parent(area))
    page = client_of(case.child.adults.first().person).get(f"/family/{case.child.reference}/ehc/draft/").content.decode()
    assert "There is no draft to answer now." in page


def test_a_parent_answers_the_councils_question_once_and_the_other_parent_reads_no_words(area, viewer) -> None:
    case = ehc.assessing(ehc.case(ehc.child_with_parent(area)), viewer)
    asked = ehc.ask_for_advice(viewer=viewer, case=case, body="family", organisation=None, question="What helps at home?")
    address = f"/family/{case.child.reference}/ehc/questions/{asked.pk}/"
    first = client_of(case.child.adults.first().person)
    assert first.post(address, {"answer": "Pictures and quiet."}).url.endswith("?done=answered")
    asked.refresh_from_db()
    assert (asked.answer, asked.answered_on) == ("Pictures and quiet.", register.TODAY)
    assert case.events.filter(event="advice_received").count() == 1
    assert "Pictures and quiet." in first.get(address).content.decode()
    other = register.adult(case.child)
    page = client_of(other.person).get(address).content.decode()
    assert "This was answered on 24 November 2026" in page
    assert "Pictures and quiet." not in page


def test_a_question_to_a_school_is_not_the_familys(area, viewer) -> None:
    case = ehc.assessing(ehc.case(ehc.child_with_parent(area)), viewer)
    asked = ehc.advice_request(case, viewer)
    assert client_of(case.child.adults.first().person).get(f"/family/{case.child.reference}/ehc/questions/{asked.pk}/").status_code == 404


def test_a_strangers_child_is_not_found(with_draft) -> None:
    other = ehc.child_with_parent(register.authority())
    assert client_of(other.adults.first().person).get(f"/family/{with_draft.child.reference}/ehc/draft/").status_code == 404
