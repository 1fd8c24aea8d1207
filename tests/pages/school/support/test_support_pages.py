"""Choosing support by what fits, and starting it today."""

import pytest
from tests.factories import assessment

from sooner_service.assessment.models import ConcernSupport
from sooner_service.plans.models import Plan, Provision

pytestmark = pytest.mark.django_db
TODAY = {"starts_on-day": "24", "starts_on-month": "11", "starts_on-year": "2026"}


def at(child, place=""):
    return f"/school/children/{child.reference}/support/{place}"


def test_supports_that_fit_come_with_dose_evidence_source_and_cost(teacher, child):
    assessment.concern(child)
    html = teacher.get(at(child)).content.decode()
    assert "Support for Imani</h1>" in html
    for words in ("Who", "How often", "Group size", "Evidence", "Source:", "Cost"):
        assert words in html
    assert html.count("govuk-summary-card__title-wrapper") == 6
    assert teacher.get(at(child, "?all=yes")).content.decode().count("govuk-summary-card__title-wrapper") > 6


def test_group_support_starts_today_in_one_form(teacher, child):
    concern = assessment.concern(child)
    html = teacher.get(at(child, "words-first/")).content.decode()
    assert "Start: Learning key words before the lesson</h1>" in html
    sent = teacher.post(at(child, "words-first/"), {"who": "Mr Osei", **TODAY})
    assert sent.url == at(child, "words-first/started/")
    started = teacher.get(sent.url).content.decode()
    assert "Support has started</h1>" in started
    assert "two taps" in started
    assert Provision.objects.get().who == "Mr Osei"
    assert ConcernSupport.objects.get().concern == concern


def test_support_for_one_child_says_that_a_plan_opens(teacher, child):
    assert "A plan opens" in teacher.get(at(child, "language-one-to-one/")).content.decode()
    sent = teacher.post(at(child, "language-one-to-one/"), {"who": "Ms Rao", **TODAY})
    assert "A plan has opened" in teacher.get(sent.url).content.decode()
    assert Plan.objects.count() == 1


def test_with_two_concerns_the_teacher_says_which(teacher, child):
    assessment.concern(child, area="not_sure")
    second = assessment.concern(child)
    missing = teacher.post(at(child, "words-first/"), {"who": "Mr Osei", **TODAY}).content.decode()
    assert "Choose which concern it is for" in missing
    teacher.post(at(child, "words-first/"), {"who": "Mr Osei", **TODAY, "concern": str(second.pk)})
    assert ConcernSupport.objects.get().concern == second


def test_a_day_that_has_passed_is_named(teacher, child):
    past = {**TODAY, "starts_on-day": "23"}
    html = teacher.post(at(child, "words-first/"), {"who": "Mr Osei", **past}).content.decode()
    assert "There is a problem" in html
    assert not Provision.objects.exists()


def test_the_same_support_twice_is_said_and_an_unknown_one_is_not_found(teacher, child):
    teacher.post(at(child, "words-first/"), {"who": "Mr Osei", **TODAY})
    assert "already in place" in teacher.post(at(child, "words-first/"), {"who": "Mr Osei", **TODAY}).content.decode()
    assert teacher.get(at(child, "no-such-support/")).status_code == 404
