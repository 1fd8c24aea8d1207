"""Deciding step by step: each limb on its own page, the refusal's rights, the recipients ticked, the check, the notice."""

from tests.factories import ehc, register

from sooner_service.ehc.models import CaseNotice
from sooner_service.register.models import Draft

WHY = "The teacher's notes and the hearing test."


def address(case, rest: str = "") -> str:
    return f"/authority/cases/{case.reference}/{rest}"


def answer_limbs(client, case, second: str) -> None:
    client.post(address(case, "assess/has_or_may_have/"), {"answer": "yes", "why": WHY})
    client.post(address(case, "assess/may_be_necessary/"), {"answer": second, "why": WHY})
    client.post(address(case, "assess/reasons/"), {"reasons": "You told us about reading, and the school agrees."})


def test_no_asks_for_the_rights_yes_does_not(officer, case) -> None:
    answer_limbs(officer, case, "no")
    assert officer.get(address(case, "assess/")).url == address(case, "assess/rights/")
    officer.post(address(case, "assess/may_be_necessary/"), {"answer": "yes", "why": WHY})
    assert officer.get(address(case, "assess/")).url == address(case, "assess/advice/")


def test_each_recipient_must_be_ticked(officer, case) -> None:
    answer_limbs(officer, case, "yes")
    officer.post(address(case, "assess/advice/"), {"advice": "Estuary SENDIASS"})
    answer = officer.post(address(case, "assess/told/"), {})
    assert answer.status_code == 200
    assert "You have not checked" in answer.content.decode()


def test_the_decision_follows_from_the_limbs_and_sends_the_notice(officer, case) -> None:
    answer_limbs(officer, case, "no")
    officer.post(address(case, "assess/rights/"), {key: ehc.RIGHTS[key] for key in ("mediation", "disagreement", "advice")})
    officer.post(address(case, "assess/told/"), {"told": [str(case.child.adults.first().person_id)]})
    check = officer.get(address(case, "assess/check/"))
    assert "the decision is not to assess" in check.content.decode()
    answer = officer.post(address(case, "assess/check/"))
    assert answer.url == address(case, "?done=assess")
    notice = CaseNotice.objects.get(case=case)
    assert notice.kind == "refuse_assess"
    page = officer.get(address(case, f"notices/{notice.pk}/")).content.decode()
    assert "Harbour Mediation, 01632 960 011" in page
    assert "25 January 2027" in page
    assert not Draft.objects.filter(journey="ehc_assess").exists()


def test_a_new_adult_since_the_check_holds_the_notice_back_and_loses_nothing(officer, case) -> None:
    answer_limbs(officer, case, "yes")
    officer.post(address(case, "assess/advice/"), {"advice": "Estuary SENDIASS"})
    officer.post(address(case, "assess/told/"), {"told": [str(case.child.adults.first().person_id)]})
    register.adult(case.child)
    answer = officer.post(address(case, "assess/check/"))
    assert not CaseNotice.objects.exists()
    assert answer.url == address(case, "assess/told/"), "the step is asked again"
    assert officer.get(address(case, "assess/reasons/")).content.decode().count("the school agrees") == 1


def test_a_plan_is_decided_only_after_an_assessment(officer, case) -> None:
    officer.post(address(case, "issue/found/"), {"answer": "yes", "why": WHY})
    officer.post(address(case, "issue/is_necessary/"), {"answer": "yes", "why": WHY})
    officer.post(address(case, "issue/reasons/"), {"reasons": "Yes."})
    answer = officer.post(address(case, "issue/check/"))
    assert answer.status_code == 200
    assert "does not fit the case" in answer.content.decode()


def test_typing_is_kept_without_judging_it(officer, case) -> None:
    answer = officer.post(address(case, "assess/reasons/"), {"reasons": "Half a sent"}, headers={"X-Autosave": "yes"})
    assert answer.status_code == 204
    assert "Half a sent" in officer.get(address(case, "assess/reasons/")).content.decode()


def test_a_notice_is_also_a_pdf_or_says_what_the_machine_lacks(officer, case, area) -> None:
    ehc.assessing(case, ehc.authority_viewer(area))
    answer = officer.get(address(case, f"notices/{CaseNotice.objects.get(case=case).pk}/?form=pdf"))
    assert answer.status_code == 200
    assert answer.content[:5] == b"%PDF-" or "apt install" in answer.content.decode()
