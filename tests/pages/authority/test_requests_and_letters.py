"""A paper request with its lawful date, matching without confirming, letters for people without e-mail, exemptions, export."""

import json
import re
from datetime import date

from tests.factories import ehc, register

from sooner_service.ehc.actions.decisions import decide_to_assess
from sooner_service.ehc.models import Case
from sooner_service.journal.models import Entry
from sooner_service.register.models import Notice


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}-day": str(value.day), f"{name}-month": str(value.month), f"{name}-year": str(value.year)}


def enter(client, received_on: date):
    root = "/authority/cases/paper/"
    client.post(root + "received/", day("received_on", received_on))
    client.post(root + "who/", {"source": "parent", "your_name": "Ines Marlowe", "relation": "Mother"})
    client.post(root + "contact/", {"address": "1 Quay Lane\nHarbourton"})
    client.post(root + "child/", {"child_name": "Ottoline Testname", "setting_name": "Quay School", **day("child_born_on", date(2019, 10, 4))})
    client.post(root + "words/", {"reasons": "Reading is hard."})
    return client.post(root + "check/")


def test_a_paper_request_counts_from_the_day_it_arrived(officer, area) -> None:
    assert enter(officer, date(2026, 11, 14)).url == "/authority/cases/paper/done/"
    case = Case.objects.get()
    assert (case.received_on, case.next_limit_on) == (date(2026, 11, 14), date(2026, 12, 26))
    assert "26 December 2026" in officer.get("/authority/cases/paper/done/").content.decode()
    letter = officer.get("/authority/cases/paper/letter/").content.decode()
    assert re.search(r"([A-Z0-9]{4}-){5}[A-Z0-9]{4}", letter)
    assert "Ottoline" not in letter


def test_a_paper_request_from_the_future_is_refused(officer) -> None:
    answer = officer.post("/authority/cases/paper/received/", day("received_on", date(2026, 11, 25)))
    assert answer.status_code == 200
    assert "must be today or in the past" in answer.content.decode()


def test_matching_compares_and_then_lets_the_family_see(officer, area) -> None:
    child = ehc.child_with_parent(area)
    case = ehc.unmatched_case(area, child_name=child.full_name)
    search = officer.get(f"/authority/cases/{case.reference}/match/").content.decode()
    assert f"match/{child.reference}" in search or f'href="{child.reference}/"' in search
    address = f"/authority/cases/{case.reference}/match/{child.reference}/"
    assert "Tick the box" in officer.post(address, {"token": ""}).content.decode()
    assert officer.post(address, {"sure": "on"}).status_code == 302
    case.refresh_from_db()
    assert case.child == child
    assert Notice.objects.filter(child=child, step="ehc_requested").exists()


def test_a_child_of_another_area_cannot_be_matched(officer, area) -> None:
    case = ehc.unmatched_case(area)
    stranger = register.child(register.organisation(authority=register.authority()))
    assert officer.get(f"/authority/cases/{case.reference}/match/{stranger.reference}/").status_code == 404


def test_a_child_on_no_roll_is_added_from_the_request(officer, area) -> None:
    case = ehc.unmatched_case(area)
    data = {"given_name": "Ottoline", "family_name": "Testname", **day("born_on", date(2019, 10, 4))}
    assert officer.post(f"/authority/cases/{case.reference}/match/new/", data).status_code == 302
    case.refresh_from_db()
    assert (case.child.setting, case.child.authority) == (None, area)


def test_the_authority_checks_and_links_the_adult_of_a_child_on_no_roll(officer, area) -> None:
    case = ehc.unmatched_case(area)
    officer.post(
        f"/authority/cases/{case.reference}/match/new/", {"given_name": "Ottoline", "family_name": "Testname", **day("born_on", date(2019, 10, 4))}
    )
    address = f"/authority/cases/{case.reference}/adults/"
    assert "Ines Marlowe" in officer.get(address).content.decode(), "what the request says is filled in"
    adult = {"name": "Ines Marlowe", "relation": "Mother", "has_parental_responsibility": "yes", "checked_how": "Birth certificate seen",
             "is_restricted": "no", "rights": ["may_message"], "contact_by": "paper", "home_address": "1 Quay Lane"}  # fmt: skip
    assert officer.post(address, adult).status_code == 302
    case.refresh_from_db()
    assert [link.checked_how for link in case.child.adults.all()] == ["Birth certificate seen"]


def test_a_parent_on_paper_gets_the_whole_notice_as_a_letter(officer, area) -> None:
    child = ehc.child_with_parent(area)
    link = child.adults.first()
    link.person.email, link.person.contact_by, link.home_address = None, "paper", "2 Fore Street, Harbourton"
    link.person.save()
    link.save()
    case = ehc.case(child)
    test = {"has_or_may_have": "Yes.", "may_be_necessary": "No."}
    decide_to_assess(viewer=ehc.authority_viewer(area), case=case, is_yes=False, legal_test=test, reasons="Because of x.", rights=ehc.RIGHTS)
    letter = Notice.objects.get(step="refuse_assess")
    page = officer.get(f"/authority/letters/{letter.pk}/").content.decode()
    for words in ("2 Fore Street", "Harbour Mediation", "25 January 2027", "Because of x."):
        assert words in page
    assert officer.post(f"/authority/letters/{letter.pk}/sent/").status_code == 302
    letter.refresh_from_db()
    assert letter.sent_at is not None
    assert "already" in officer.post(f"/authority/letters/{letter.pk}/sent/").content.decode()


def test_another_authority_cannot_open_the_letter(sign_in, area) -> None:
    child = ehc.child_with_parent(area)
    child.adults.update(person=register.person(email=None))
    ehc.case(child)
    letter = Notice.objects.get()
    assert sign_in("ehc_co_ordinator", register.authority()).get(f"/authority/letters/{letter.pk}/").status_code == 404


def test_an_exemption_is_shown_with_the_limit_where_it_was(officer, case) -> None:
    data = {"ground": "X-3", "evidence": "Letter.", "why_impractical": "No one could see the child.", **day("starts_on", date(2026, 10, 20)),
            **day("planned_on", date(2027, 1, 11))}  # fmt: skip
    assert officer.post(f"/authority/cases/{case.reference}/exempt/", data).status_code == 302
    page = officer.get(f"/authority/cases/{case.reference}/").content.decode()
    assert "16 November 2026" in page
    assert "Planned for 11 January 2027. This is our own plan, not a limit in law." in page


def test_the_evidence_of_a_case_leaves_with_a_purpose_and_without_the_childs_name(officer, case) -> None:
    address = f"/authority/cases/{case.reference}/export/"
    assert "Enter what do you need" in (page := officer.post(address, {"form": "json"}).content.decode()) or "govuk-error-summary" in page
    answer = officer.post(address, {"form": "json", "purpose": "Ombudsman enquiry"})
    found = json.loads(answer.content)
    assert {row["rule"] for row in found["dates"]} >= {"EHC-04", "EHC-17"}
    assert case.child.family_name not in answer.content.decode()
    assert Entry.objects.get(name="ehc_case.export").details["purpose"] == "Ombudsman enquiry"
    html = officer.post(address, {"form": "html", "purpose": "Tribunal bundle"}).content.decode()
    assert "SEND Regulations 2014" in html


def test_what_a_family_can_do_is_shown_at_a_late_limit(officer, case) -> None:
    assert "Ombudsman" in officer.get(f"/authority/cases/{case.reference}/").content.decode()


def test_an_adult_with_limited_contact_is_not_posted_what_their_own_page_would_not_show(officer, area) -> None:
    child = ehc.child_with_parent(area)
    limits = {"is_restricted": True, "restriction_reason": "Court order"}, {"has_parental_responsibility": False}
    for number, limit in enumerate(limits):
        register.adult(child, register.person(email=None, contact_by="paper", name=f"Limited {number}"), **limit)
    viewer, case = ehc.authority_viewer(area), ehc.case(child)
    decide_to_assess(viewer=viewer, case=case, is_yes=False, legal_test=ehc.LIMBS, reasons="The reasons told.", rights=ehc.RIGHTS)
    letters = Notice.objects.filter(step="refuse_assess", channel="paper")
    assert letters.count() == 2
    for letter in letters:
        assert "The reasons told." not in officer.get(f"/authority/letters/{letter.pk}/").content.decode()


def test_the_advice_page_names_whom_the_law_names_and_nobody_has_asked(officer, area) -> None:
    viewer = ehc.authority_viewer(area)
    case = ehc.assessing(ehc.case(ehc.child_with_parent(area)), viewer)
    ehc.advice_request(case, viewer)
    page = officer.get(f"/authority/cases/{case.reference}/advice/").content.decode()
    found = re.search(r"Not asked yet: ([^.]*)\.", page)
    assert found and "the family" in found[1] and "health" in found[1]
    assert "an educational psychologist" in found[1] and "school" not in found[1], "the school was asked"
