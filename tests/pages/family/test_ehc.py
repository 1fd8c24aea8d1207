"""Asking for an EHC needs assessment and following the case."""

from datetime import date

import pytest
from tests.factories import register as make
from tests.factories.family import case, family, main_of, signed_in, young_person

from sooner_service.advice.case_words import OUR_READING, why_this_date
from sooner_service.ehc.models import Case, EvidenceItem
from sooner_service.journal.models import Entry
from sooner_service.register.models import Notice

DISSUADING = ("are you sure", "first you must", "wait until", "you should first", "not eligible", "unlikely", "before you ask")


def asked(home, client, token="one"):
    """The answers of the whole journey, sent."""
    client.post(f"{home.here}ehc/ask/reasons/", {"reasons": "She cannot follow lessons"})
    client.post(f"{home.here}ehc/ask/why/", {"why": "not_enough"})
    return client.post(f"{home.here}ehc/ask/check/", {"token": token})


def test_two_answers_and_a_check_make_a_request_with_its_dates():
    home = family()
    client = signed_in(home.parent)
    assert asked(home, client).headers["Location"] == f"{home.here}ehc/sent/"
    made = Case.objects.get()
    assert (made.child, made.source, made.way, made.why) == (home.child, "parent", "own_page", "not_enough")
    page = main_of(client.get(f"{home.here}ehc/sent/"))
    assert made.reference in page
    assert "5 January 2027" in page
    assert Entry.objects.filter(kind="action", name="ehc_request.make").count() == 1
    assert Notice.objects.filter(recipient=home.parent, reference=made.reference).count() == 1


def test_the_check_shows_what_was_answered():
    home = family()
    client = signed_in(home.parent)
    client.post(f"{home.here}ehc/ask/reasons/", {"reasons": "She cannot follow lessons"})
    client.post(f"{home.here}ehc/ask/why/", {"why": "not_enough"})
    page = main_of(client.get(f"{home.here}ehc/ask/check/"))
    assert "She cannot follow lessons" in page
    assert "There is help, but it is not enough" in page


@pytest.mark.parametrize("tier", [0, 1, 2])
def test_anyone_may_ask_from_any_tier_and_no_page_puts_them_off(tier):
    home = family(tier=tier)
    client = signed_in(home.parent)
    for address in ("", "ehc/", "ehc/ask/", "ehc/ask/reasons/", "ehc/ask/why/"):
        words = main_of(client.get(f"{home.here}{address}")).lower()
        assert not [phrase for phrase in DISSUADING if phrase in words]
    assert asked(home, client).headers["Location"].endswith("/sent/")


def test_a_second_request_leads_to_the_first():
    home = family()
    client = signed_in(home.parent)
    asked(home, client)
    assert asked(home, client, token="two").headers["Location"] == f"{home.here}ehc/"
    assert Case.objects.count() == 1


def test_the_young_person_asks_in_their_own_name():
    home = family()
    client = signed_in(young_person(home))
    asked(home, client)
    assert Case.objects.get().source == "young_person"


def test_the_case_shows_stages_dates_and_why_each_date():
    home = family()
    case(home)
    page = main_of(signed_in(home.parent).get(f"{home.here}ehc/"))
    assert "The council says if it will do an EHC needs assessment." in page
    assert "14 December 2026" in page
    assert "Why this date" in page
    assert "Source: " in page


def test_a_late_decision_is_named_as_late_with_its_owner():
    home = family()
    case(home, received_on=date(2026, 9, 1))
    page = main_of(signed_in(home.parent).get(f"{home.here}ehc/"))
    assert "Late by" in page
    assert "The council is late" in page


def test_without_a_case_the_page_offers_to_ask():
    home = family()
    page = main_of(signed_in(home.parent).get(f"{home.here}ehc/"))
    assert "Nobody has asked the council" in page
    assert f"{home.here}ehc/ask/" in page


def test_each_paper_is_agreed_or_left_out_and_nothing_is_attached():
    home = family()
    made = case(home)
    item = EvidenceItem.objects.create(case=made, kind="plan", record_id=1, title="Support plan, version 1", dated_on=make.TODAY, offered_at=make.NOW)
    client = signed_in(home.parent)
    assert "Support plan, version 1" in main_of(client.get(f"{home.here}ehc/evidence/"))
    assert "There is a problem" in main_of(client.post(f"{home.here}ehc/evidence/{item.pk}/", {"token": "empty"}))
    client.post(f"{home.here}ehc/evidence/{item.pk}/", {"may_use": "no"})
    item.refresh_from_db()
    assert item.family_declined_at and not item.family_agreed_at
    client.post(f"{home.here}ehc/evidence/{item.pk}/", {"may_use": "yes"})
    item.refresh_from_db()
    assert item.family_agreed_at and not item.family_declined_at and not item.attached_at


def test_a_foreign_paper_is_not_found():
    home, other = family(), family()
    case(home)
    item = EvidenceItem.objects.create(case=case(other), kind="plan", record_id=1, title="x", dated_on=make.TODAY, offered_at=make.NOW)
    assert signed_in(home.parent).get(f"{home.here}ehc/evidence/{item.pk}/").status_code == 404


def test_the_draft_that_was_sent_and_the_councils_letter_can_be_read_and_unsent_text_cannot():
    home = family()
    made = case(home)
    document = made.documents.create(kind="draft", number=1, sections={"B": "Her needs in words"}, edited_at=make.NOW)
    client = signed_in(home.parent)
    assert "Her needs in words" not in main_of(client.get(f"{home.here}ehc/plan/"))
    document.locked_at = make.NOW
    document.save()
    assert "Her needs in words" in main_of(client.get(f"{home.here}ehc/plan/"))
    letter = made.notices.create(
        kind="draft", parts=[{"title": "How to answer", "words": "Write to us"}], sent_on=make.TODAY, sent_at=make.NOW
    )
    assert f"letters/{letter.pk}/" in main_of(client.get(f"{home.here}ehc/"))
    assert "Write to us" in main_of(client.get(f"{home.here}ehc/letters/{letter.pk}/"))
    assert client.get(f"{home.here}ehc/letters/999/").status_code == 404


def test_our_own_reading_of_the_law_is_marked_as_such():
    assert why_this_date("Because.", "Some section", standing="in_force", checked="R") == f"Because. {OUR_READING}"
    assert "Some section" in why_this_date("Because.", "Some section", standing="in_force", checked="V")


def test_asking_again_leads_to_the_case_that_is_open():
    home = family()
    client = signed_in(home.parent)
    asked(home, client)
    assert client.get(f"{home.here}ehc/ask/").headers["Location"] == f"{home.here}ehc/"
