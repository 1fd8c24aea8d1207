"""The two legal decisions: both limbs apart, complete notices, the right recipients, one journal entry."""

from datetime import date

import pytest
from tests.factories import ehc, register

from sooner_service.ehc.actions.decisions import decide_to_assess, decide_to_issue
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.models import CaseEvent, CaseNotice
from sooner_service.journal.models import Entry
from sooner_service.register.access import Refused
from sooner_service.register.models import Notice

pytestmark = pytest.mark.django_db
NO = {"has_or_may_have": "Yes. There are needs.", "may_be_necessary": "No. The school can give what is needed."}


@pytest.fixture
def area():
    return register.authority()


@pytest.fixture
def viewer(area):
    return ehc.authority_viewer(area)


@pytest.fixture
def case(area):
    return ehc.case(ehc.child_with_parent(area))


def test_deciding_to_assess_moves_the_case_and_tells_each_entitled_adult(case, viewer) -> None:
    before = Entry.objects.count()
    decide_to_assess(viewer=viewer, case=case, is_yes=True, legal_test=ehc.LIMBS, reasons="Because.", rights=ehc.RIGHTS)
    case.refresh_from_db()
    assert case.state == "assessing"
    assert Notice.objects.filter(step="will_assess", reference=case.reference).count() == 1
    assert Entry.objects.count() == before + 1


def test_each_limb_of_the_test_is_kept_apart(case, viewer) -> None:
    kept = decide_to_assess(viewer=viewer, case=case, is_yes=True, legal_test=ehc.LIMBS, reasons="Because.", rights=ehc.RIGHTS)
    assert kept.legal_test == ehc.LIMBS


def test_a_decision_with_only_one_limb_is_refused(case, viewer) -> None:
    with pytest.raises(CannotStep, match="both parts"):
        decide_to_assess(viewer=viewer, case=case, is_yes=True, legal_test={"has_or_may_have": "Yes."}, reasons="Because.")


def test_a_refusal_carries_the_right_to_appeal_with_its_computed_last_day(case, viewer) -> None:
    decide_to_assess(viewer=viewer, case=case, is_yes=False, legal_test=NO, reasons="The school can help.", rights=ehc.RIGHTS)
    notice = CaseNotice.objects.get(case=case)
    words = {part["key"]: part["words"] for part in notice.parts}
    assert notice.appeal_by == date(2027, 1, 25), "two months from 24 November end on Sunday 24 January; Tribunal time runs on to Monday"
    assert "25 January 2027" in words["appeal"]
    assert set(words) == {"decision", "reasons", "appeal", "mediation", "disagreement", "advice"}


@pytest.mark.parametrize("missing", ["mediation", "disagreement", "advice"])
def test_a_refusal_that_lacks_a_required_part_is_not_sent_and_changes_nothing(case, viewer, missing) -> None:
    rights = {key: words for key, words in ehc.RIGHTS.items() if key != missing}
    before = Entry.objects.count()
    with pytest.raises(CannotStep, match="cannot go out yet"):
        decide_to_assess(viewer=viewer, case=case, is_yes=False, legal_test=NO, reasons="The school can help.", rights=rights)
    case.refresh_from_db()
    assert case.state == "requested"
    assert not CaseEvent.objects.filter(case=case, event="decision_assess").exists()
    assert Entry.objects.count() == before


def test_the_contacts_of_the_last_notice_are_used_again(case, viewer, area) -> None:
    decide_to_assess(viewer=viewer, case=case, is_yes=False, legal_test=NO, reasons="No.", rights=ehc.RIGHTS)
    other = ehc.case(ehc.child_with_parent(area))
    decide_to_assess(viewer=viewer, case=other, is_yes=False, legal_test=NO, reasons="No.")
    assert "Harbour Mediation, 01632 960 011" in str(CaseNotice.objects.get(case=other).parts)


def test_a_notice_is_held_back_when_the_checked_recipients_are_not_the_entitled_ones(case, viewer) -> None:
    with pytest.raises(CannotStep, match="not the ones you checked"):
        decide_to_assess(
            viewer=viewer, case=case, is_yes=True, legal_test=ehc.LIMBS, reasons="Yes.", rights=ehc.RIGHTS, told=frozenset({999_999})
        )
    assert not CaseNotice.objects.exists()


def test_a_request_that_is_not_matched_to_a_child_cannot_be_decided(area, viewer) -> None:
    with pytest.raises(CannotStep, match="which child"):
        decide_to_assess(
            viewer=viewer, case=ehc.unmatched_case(area), is_yes=True, legal_test=ehc.LIMBS, reasons="Yes.", rights=ehc.RIGHTS
        )


def test_another_authority_may_not_decide(case) -> None:
    with pytest.raises(Refused):
        decide_to_assess(
            viewer=ehc.authority_viewer(register.authority()), case=case, is_yes=True, legal_test=ehc.LIMBS, reasons="Yes.", rights=ehc.RIGHTS
        )


def test_no_plan_ends_the_case_with_the_same_rights(case, viewer) -> None:
    ehc.assessing(case, viewer)
    test = {"found": "Yes. Needs.", "is_necessary": "No. The school provides it."}
    decide_to_issue(viewer=viewer, case=case, is_yes=False, legal_test=test, reasons="The school can give it.", rights=ehc.RIGHTS)
    case.refresh_from_db()
    assert case.state == "no_plan"
    assert case.next_rule == "" and case.next_limit_on is None
    assert CaseNotice.objects.get(case=case, kind="refuse_issue").appeal_by == date(2027, 1, 25)


def test_deciding_for_a_plan_before_assessing_is_refused(case, viewer) -> None:
    with pytest.raises(CannotStep, match="does not fit"):
        decide_to_issue(viewer=viewer, case=case, is_yes=True, legal_test=ehc.FOUND, reasons="Yes.")


def test_a_child_called_will_can_be_told_what_the_council_will_do(area, viewer) -> None:
    case = ehc.case(ehc.child_with_parent(area, given_name="Will"))
    decide_to_assess(viewer=viewer, case=case, is_yes=True, legal_test=ehc.LIMBS, reasons="Yes.", rights=ehc.RIGHTS)
    case.refresh_from_db()
    assert case.state == "assessing"
