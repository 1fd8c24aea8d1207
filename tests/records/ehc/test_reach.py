"""A case opens a child's record to the authority while it runs and to a body while it is asked, and closes it again by itself."""

from datetime import timedelta

import pytest
from tests.factories import ehc, register

from sooner_service.ehc.actions.decisions import decide_to_assess
from sooner_service.ehc.actions.reach import AFTER_A_NO
from sooner_service.ehc.actions.request import match_child
from sooner_service.ehc.actions.steps import answer_advice, ask_for_advice, withdraw
from sooner_service.register.access import children_for
from sooner_service.register.models import ChildAccess

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return register.authority()


@pytest.fixture
def worker(area):
    return ehc.authority_viewer(area)


@pytest.fixture
def service(area):
    return register.viewer(register.role("specialist", register.organisation("specialist_service", authority=area)))


def reaches(viewer, child, *, later: timedelta = timedelta()) -> bool:
    """Whether the child's record is open to this viewer, now or some days later."""
    return children_for(ehc.on_day(viewer, viewer.on + later)).filter(pk=child.pk).exists()


def test_a_service_reaches_the_child_until_it_has_answered_everything(area, worker, service):
    case = ehc.assessing(ehc.case(ehc.child_with_parent(area)), worker)
    first = ehc.advice_request(case, worker, organisation=service.organisation)
    second = ask_for_advice(viewer=worker, case=case, body="other", organisation=service.organisation, question="And this?")
    assert reaches(service, case.child)
    answer_advice(viewer=service, request=first, answer="Needs.")
    assert reaches(service, case.child)
    answer_advice(viewer=service, request=second, answer="Provision.")
    assert not reaches(service, case.child)


def test_another_reason_to_help_the_child_is_left_as_it_is(area, worker, service):
    case = ehc.assessing(ehc.case(ehc.child_with_parent(area)), worker)
    other = register.access(case.child, service.organisation, "allocated", because="asked to sign a baseline")
    asked = ehc.advice_request(case, worker, organisation=service.organisation)
    ChildAccess.objects.filter(pk=other.pk).update(until=service.on)
    assert reaches(service, case.child), "signing the baseline must not close what the advice needs"
    answer_advice(viewer=service, request=asked, answer="Needs.")
    assert not reaches(service, case.child)


def test_a_withdrawn_case_closes_the_record_to_authority_and_services_on_the_day(area, worker, service):
    case = ehc.assessing(ehc.case(ehc.child_with_parent(area)), worker)
    ehc.advice_request(case, worker, organisation=service.organisation)
    assert reaches(worker, case.child)
    withdraw(viewer=worker, case=case, reasons="The mother called and took it back.")
    assert not reaches(worker, case.child)
    assert not reaches(service, case.child)


def test_a_withdrawn_case_beside_an_open_one_leaves_the_authority_in(area, worker):
    child = ehc.child_with_parent(area)
    first = ehc.case(child)
    withdraw(viewer=worker, case=first, reasons="Taken back.")
    second = ehc.case(child)
    assert reaches(worker, child)
    withdraw(viewer=worker, case=second, reasons="Taken back again.")
    assert not reaches(worker, child)


def test_after_a_no_the_authority_reaches_the_record_while_it_can_be_appealed_and_no_longer(area, worker):
    case = ehc.case(ehc.child_with_parent(area))
    decide_to_assess(viewer=worker, case=case, is_yes=False, legal_test=ehc.LIMBS, reasons="The school can help.", rights=ehc.RIGHTS)
    assert reaches(worker, case.child)
    assert reaches(worker, case.child, later=AFTER_A_NO - timedelta(days=1))
    assert not reaches(worker, case.child, later=AFTER_A_NO)


def test_matching_opens_the_record_once(area, worker):
    child = ehc.child_with_parent(area)
    match_child(viewer=worker, case=ehc.unmatched_case(area), child=child)
    assert ChildAccess.objects.filter(child=child, organisation=area, relationship="case_authority", until=None).count() == 1
