"""Writing the plan: kept while typing, both texts on a conflict, section I, sending."""

from datetime import date

import pytest
from tests.factories import ehc

from sooner_service.ehc.models import CaseDocument


@pytest.fixture
def address(case, area):
    ehc.assessing(case, ehc.authority_viewer(area))
    return f"/authority/cases/{case.reference}/plan/"


def test_what_is_typed_is_kept_for_its_writer_and_not_yet_in_the_plan(officer, address) -> None:
    officer.post(address + "write/", {"A": "She loves the sea", "edit": "0"}, headers={"X-Autosave": "yes"})
    assert not CaseDocument.objects.exists()
    assert "She loves the sea" in officer.get(address + "write/").content.decode()


def test_the_second_editor_sees_both_texts_and_can_save_them(officer, sign_in, area, address) -> None:
    other = sign_in("ehc_co_ordinator", area)
    officer.post(address + "write/", {"A": "First text", "edit": "0"})
    answer = other.post(address + "write/", {"A": "Second text", "edit": "0"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "First text" in page and "Second text" in page
    assert 'name="edit" value="1"' in page
    assert other.post(address + "write/", {"A": "First and second", "edit": "1"}).status_code == 302
    assert CaseDocument.objects.get().sections["A"] == "First and second"


def test_a_draft_that_names_a_school_says_so(officer, case, area, address) -> None:
    officer.post(address + "write/", {**ehc.TEXT, "I": "Harbour School", "edit": "0"})
    answer = officer.post(
        address + "serve/", {"method": "email", "schools": "Local Offer", "advice": "SENDIASS", "told": [str(case.child.adults.first().person_id)]}
    )
    assert "must not name a school" in answer.content.decode()


def test_a_draft_is_sent_and_reads_the_same_forever(officer, case, address) -> None:
    officer.post(address + "write/", {**ehc.TEXT, "F": "Speech therapy, 30 minutes each week", "edit": "0"})
    told = [str(case.child.adults.first().person_id)]
    answer = officer.post(address + "serve/", {"method": "email", "schools": "Local Offer", "advice": "SENDIASS", "told": told})
    assert answer.url.endswith("?done=draft")
    officer.post(address + "write/", {**ehc.TEXT, "F": "Nothing", "edit": "0"})
    assert "Speech therapy, 30 minutes each week" in officer.get(address + "1/").content.decode()


def test_vague_words_are_named_before_sending(officer, address) -> None:
    officer.post(address + "write/", {**ehc.TEXT, "F": "Access to speech therapy as required", "edit": "0"})
    assert "promise nothing you can count" in officer.get(address).content.decode()


def test_making_it_final_too_early_says_until_when_the_family_has(officer, case, area) -> None:
    ehc.drafted(case, ehc.authority_viewer(area), on=date(2026, 11, 16))
    address = f"/authority/cases/{case.reference}/plan/"
    officer.post(address + "write/", {**ehc.TEXT, "I": "Harbour School", "edit": "0"})
    told = [str(case.child.adults.first().person_id)]
    answer = officer.post(address + "final/", {"mediation": "M", "disagreement": "D", "advice": "A", "told": told})
    assert "30 November 2026" in answer.content.decode()
