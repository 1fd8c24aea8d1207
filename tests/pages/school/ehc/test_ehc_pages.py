"""The setting asks at any time, sees the stage and its duties, answers advice, and offers evidence."""

import pytest
from django.test import Client
from tests.factories import ehc, register

from sooner_service.assessment.models import TierMove
from sooner_service.ehc.models import AdviceRequest, Case, EvidenceItem
from sooner_service.register.models import Draft

ANSWER = {"needs": "Hears well, finds words hard.", "provision": "Therapy weekly, 30 minutes.", "outcomes": "Tells a story by July."}


def root(child) -> str:
    return f"/school/children/{child.reference}/ehc/"


def moved(child) -> TierMove:
    return TierMove.objects.create(
        child=child, kind="step_up", from_tier=1, to_tier=2, reason="Slow progress.", decided_on=register.TODAY, decided_at=register.NOW
    )


def test_a_setting_may_ask_from_any_tier_without_any_condition(senco, child) -> None:
    page = senco.get(root(child)).content.decode()
    assert "You can ask at any time" in page
    senco.post(root(child) + "ask/reasons/", {"reasons": "Words are hard."})
    senco.post(root(child) + "ask/why/", {"why": "not_enough"})
    assert senco.get(root(child) + "ask/check/").status_code == 200
    answer = senco.post(root(child) + "ask/check/")
    assert answer.url == root(child) + "?done=asked"
    case = Case.objects.get()
    assert (case.source, case.received_on, child.tier) == ("setting", register.TODAY, 0)


@pytest.mark.parametrize("role", ["class_teacher"])
def test_a_class_teacher_may_ask_for_a_child_of_the_own_class(child, role) -> None:
    client = Client()
    client.force_login(register.role(role, child.setting, classes=[child.school_class]).person)
    assert client.get(root(child) + "ask/reasons/").status_code == 200


def test_a_second_request_is_not_opened_beside_an_open_one(senco, child) -> None:
    ehc.case(child)
    senco.post(root(child) + "ask/reasons/", {"reasons": "Again."})
    senco.post(root(child) + "ask/why/", {"why": "other"})
    assert "There is already a request" in senco.post(root(child) + "ask/check/").content.decode()
    assert Case.objects.count() == 1


def test_the_setting_sees_the_stage_and_its_own_duty_with_its_day(senco, child, asked) -> None:
    page = senco.get(root(child)).content.decode()
    assert "Gather advice" in page
    assert "8 December 2026" in page
    assert "Reading is very hard" not in page, "the parent's words in the request stay between family and council"


def test_advice_is_answered_on_one_page_and_kept_while_typed(senco, child, asked) -> None:
    address = f"{root(child)}advice/{asked.pk}/"
    senco.post(address, {**ANSWER, "outcomes": ""}, headers={"X-Autosave": "yes"})
    assert "finds words hard" in senco.get(address).content.decode()
    assert "There is a problem" in senco.post(address, {**ANSWER, "needs": ""}).content.decode()
    assert senco.post(address, ANSWER).url == root(child) + "?done=answered"
    asked.refresh_from_db()
    assert "Therapy weekly" in asked.answer
    assert not Draft.objects.filter(journey="advice_answer").exists()
    assert "Therapy weekly" in senco.get(address).content.decode()


def test_evidence_is_only_what_was_ticked(senco, child, asked) -> None:
    moved(child)
    first = moved(child)
    assert senco.post(root(child) + "evidence/", {"items": [f"decision:{first.pk}"]}).status_code == 302
    assert [each.record_id for each in EvidenceItem.objects.all()] == [first.pk]
    assert "the family has not answered yet" in senco.get(root(child)).content.decode()
    assert "There is a problem" in senco.post(root(child) + "evidence/", {"token": ""}).content.decode()


@pytest.mark.parametrize("rest", ["", "ask/reasons/", "evidence/", "advice/1/"])
def test_another_school_finds_nothing_and_a_visitor_signs_in(child, rest) -> None:
    client = Client()
    assert client.get(root(child) + rest).url.startswith("/sign-in/")
    client.force_login(register.role("senco", register.organisation(authority=child.authority)).person)
    assert client.get(root(child) + rest).status_code == 404


def test_a_teaching_assistant_sees_neither_case_nor_advice(child, asked) -> None:
    client = Client()
    client.force_login(register.role("teaching_assistant", child.setting, classes=[child.school_class]).person)
    assert client.get(root(child)).status_code == 403
    assert client.get(f"{root(child)}advice/{asked.pk}/").status_code == 403


def test_advice_asked_of_somebody_else_is_not_the_settings(senco, child, asked) -> None:
    viewer = ehc.authority_viewer(child.authority)
    other = ehc.advice_request(asked.case, viewer, organisation=register.organisation("specialist_service", authority=child.authority))
    assert senco.get(f"{root(child)}advice/{other.pk}/").status_code == 404
    assert AdviceRequest.objects.count() == 2
