"""Two people act on one record from copies they read before either acted: the second is told so, and nothing happens twice."""

import pytest
from tests.factories import assessment, ehc, plans, register
from tests.factories.family import family
from tests.factories.training import completion

from sooner_service.advice.actions.grants import CannotGrant, give_access, revoke_access
from sooner_service.assessment.actions.baselines import sign_baseline
from sooner_service.assessment.actions.concerns import acknowledge_concern
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.ehc.actions.decisions import decide_to_assess
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.actions.evidence import CannotAttach, answer_offer, attach
from sooner_service.ehc.actions.holders import take
from sooner_service.ehc.actions.request import CannotAsk, ask_signed_in, match_child
from sooner_service.ehc.actions.steps import answer_advice
from sooner_service.ehc.models import EvidenceItem
from sooner_service.journal.models import Entry
from sooner_service.plans.actions.finalising import finalise_plan
from sooner_service.plans.actions.plans import CannotPlan, respond_to_line, save_child_version
from sooner_service.plans.actions.provision import CannotProvide, stop_provision
from sooner_service.plans.models import Provision
from sooner_service.register.actions.people import CannotDo
from sooner_service.register.actions.roll import change_rights
from sooner_service.register.models import Notice

pytestmark = pytest.mark.django_db


def copies(record):
    """The same record as two people read it."""
    return type(record).objects.get(pk=record.pk), type(record).objects.get(pk=record.pk)


@pytest.fixture
def home():
    return family()


@pytest.fixture
def senco(home):
    return register.viewer(home.school.roles.get(role="senco"))


@pytest.fixture
def officer(home):
    return ehc.authority_viewer(home.area)


def test_two_signers_of_a_baseline(home, senco):
    completion(senco.person)
    first, second = copies(assessment.baseline(home.child))
    sign_baseline(viewer=senco, baseline=first)
    with pytest.raises(CannotAssess, match="already signed"):
        sign_baseline(viewer=senco, baseline=second)
    assert Notice.objects.filter(step="baseline_signed").count() == 1


def test_two_answers_to_a_concern(home, senco):
    first, second = copies(assessment.concern(home.child))
    acknowledge_concern(viewer=senco, concern=first)
    with pytest.raises(CannotAssess, match="already answered"):
        acknowledge_concern(viewer=senco, concern=second)
    assert Notice.objects.filter(step="concern_acknowledged").count() == 1


def test_two_people_make_a_plan_final(home, senco):
    first, second = copies(plans.plan(home.child, plans.document(), status="shared", shared_at=register.NOW))
    finalise_plan(viewer=senco, version=first, reason="The family could not be reached.")
    with pytest.raises(CannotPlan, match="final already"):
        finalise_plan(viewer=senco, version=second, reason="The family could not be reached.")
    assert Provision.objects.filter(child=home.child).count() == len(first.document.lines)
    assert Notice.objects.filter(step="plan_final").count() == 1


def test_an_answer_and_a_childs_page_come_too_late_for_a_plan_that_is_final(home, senco):
    version = plans.plan(home.child, plans.document(), status="shared", shared_at=register.NOW)
    (first, second), third = copies(version), copies(version)[0]
    finalise_plan(viewer=senco, version=first, reason="The family could not be reached.")
    with pytest.raises(CannotPlan, match="not open for answers"):
        respond_to_line(viewer=home.viewer, version=second, line_key="line-1", agrees=True)
    with pytest.raises(CannotPlan, match="stays as it is"):
        save_child_version(viewer=senco, version=third, words={"helps": "Something else"})


def test_two_decisions_in_one_case(home, officer):
    first, second = copies(ehc.case(home.child))
    told = {"legal_test": ehc.LIMBS, "reasons": "Because.", "rights": ehc.RIGHTS}
    decide_to_assess(viewer=officer, case=first, is_yes=True, **told)
    with pytest.raises(CannotStep, match="does not fit"):
        decide_to_assess(viewer=officer, case=second, is_yes=False, **told)
    assert first.notices.count() == 1


def test_two_co_ordinators_take_one_case(home, officer):
    first, second = copies(ehc.case(home.child))
    take(viewer=officer, case=first)
    with pytest.raises(CannotStep, match="holds this case"):
        take(viewer=ehc.authority_viewer(home.area), case=second)
    first.refresh_from_db()
    assert first.co_ordinator == officer.role_held


def test_two_officers_match_one_request_to_two_children(home, officer):
    first, second = copies(ehc.unmatched_case(home.area))
    match_child(viewer=officer, case=first, child=home.child)
    with pytest.raises(CannotAsk, match="already matched"):
        match_child(viewer=officer, case=second, child=register.child(home.school))
    assert first.child == home.child


def test_two_answers_to_one_request_for_advice(home, officer):
    body = register.organisation("specialist_service", authority=home.area, phase="")
    specialist = register.viewer(register.role("specialist", body))
    asked = ehc.advice_request(ehc.assessing(ehc.case(home.child), officer), officer, organisation=body)
    first, second = copies(asked)
    register.access(home.child, body, "allocated", because="other work")
    answer_advice(viewer=specialist, request=first, answer="The first answer.")
    with pytest.raises(CannotStep, match="answered already"):
        answer_advice(viewer=specialist, request=second, answer="Another.")
    asked.refresh_from_db()
    assert asked.answer == "The first answer."


def test_the_family_says_no_while_the_authority_adds_the_paper(home, officer):
    item = EvidenceItem.objects.create(
        case=ehc.case(home.child), kind="plan", record_id=1, title="Plan", dated_on=register.TODAY, offered_at=register.NOW,
        family_agreed_at=register.NOW, family_agreed_by=home.parent,
    )  # fmt: skip
    first, second = copies(item)
    answer_offer(viewer=home.viewer, item=first, is_yes=False)
    with pytest.raises(CannotAttach, match="has not agreed"):
        attach(viewer=officer, item=second)
    item.refresh_from_db()
    assert item.attached_at is None


def test_a_paper_is_added_once(home, officer):
    item = EvidenceItem.objects.create(
        case=ehc.case(home.child), kind="plan", record_id=1, title="Plan", dated_on=register.TODAY, offered_at=register.NOW,
        family_agreed_at=register.NOW,
    )  # fmt: skip
    first, second = copies(item)
    attach(viewer=officer, item=first)
    with pytest.raises(CannotAttach, match="already"):
        attach(viewer=ehc.authority_viewer(home.area), item=second)
    item.refresh_from_db()
    assert item.attached_by == officer.person


def test_a_grant_is_stopped_once(home):
    first, second = copies(give_access(viewer=home.viewer, child=home.child, service=home.advice))
    revoke_access(viewer=home.viewer, child=home.child, grant=first)
    before = Entry.objects.count()
    with pytest.raises(CannotGrant, match="ended already"):
        revoke_access(viewer=home.viewer, child=home.child, grant=second)
    assert Entry.objects.count() == before


def test_two_changes_of_one_adults_rights_leave_one_open_link(home, senco):
    first, second = copies(home.child.adults.get())
    change_rights(viewer=senco, link=first, rights=frozenset(), is_restricted=True, reason="Court order of 3 November")
    with pytest.raises(CannotDo, match="in the meantime"):
        change_rights(viewer=senco, link=second, rights=frozenset({"may_see_address"}), is_restricted=False, reason="")
    link = home.child.adults.get(until=None)
    assert link.is_restricted and not link.may_see_address


def test_a_support_is_stopped_once(home, senco):
    first, second = copies(plans.provision(home.child))
    stop_provision(viewer=senco, provision=first, on=senco.on)
    with pytest.raises(CannotProvide, match="ended already"):
        stop_provision(viewer=senco, provision=second, on=senco.on)


def test_a_second_request_for_the_same_child_opens_no_second_case(home):
    first, second = copies(home.child)
    ask_signed_in(viewer=home.viewer, child=first, reasons="Reading is hard.", why="other")
    with pytest.raises(CannotAsk, match="already a request"):
        ask_signed_in(viewer=home.viewer, child=second, reasons="Reading is hard.", why="other")
