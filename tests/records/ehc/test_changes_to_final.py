"""What may change between draft and final: only what comes from the family's answer, the placement or the personal budget (law EHC-16)."""

from datetime import date

import pytest
from tests.factories import ehc, register

from sooner_service.ehc.actions.documents import finalise, save_document
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.actions.family import Said, answer_draft
from sooner_service.ehc.queries.documents import changed_since_draft
from sooner_service.journal.models import Entry

pytestmark = pytest.mark.django_db
NAMED = {**ehc.TEXT, "I": "Harbour School"}


@pytest.fixture
def viewer():
    return ehc.on_day(ehc.authority_viewer(register.authority()), date(2027, 3, 1))


@pytest.fixture
def case(viewer):
    return ehc.drafted(ehc.case(ehc.child_with_parent(viewer.organisation)), viewer)


def family_answers(case):
    parent = register.family_viewer(case.child.adults.first().person)
    return answer_draft(viewer=ehc.on_day(parent, date(2027, 1, 20)), case=case, said=Said("F must say how often."))


def test_naming_the_school_and_different_spacing_are_no_changes(case, viewer) -> None:
    save_document(viewer=viewer, case=case, sections={**NAMED, "F": f"  {ehc.TEXT['F']}\n"}, edit=0)
    assert changed_since_draft(case) == []
    finalise(viewer=viewer, case=case, rights=ehc.RIGHTS)
    assert case.state == "plan_final"


def test_a_change_without_its_cause_is_refused(case, viewer) -> None:
    save_document(viewer=viewer, case=case, sections={**NAMED, "F": "Weekly therapy."}, edit=0)
    assert changed_since_draft(case) == ["F"]
    with pytest.raises(CannotStep, match="differ from the draft: F"):
        finalise(viewer=viewer, case=case, rights=ehc.RIGHTS)
    assert case.state == "draft_issued"


def test_a_change_from_elsewhere_needs_a_new_draft(case, viewer) -> None:
    save_document(viewer=viewer, case=case, sections={**NAMED, "F": "Monthly therapy."}, edit=0)
    with pytest.raises(CannotStep, match="Send a new draft"):
        finalise(viewer=viewer, case=case, rights=ehc.RIGHTS, causes={"F": "none"})


def test_a_change_from_the_family_needs_an_answer_from_the_family(case, viewer) -> None:
    save_document(viewer=viewer, case=case, sections={**NAMED, "F": "Weekly therapy."}, edit=0)
    with pytest.raises(CannotStep, match="No answer from the family"):
        finalise(viewer=viewer, case=case, rights=ehc.RIGHTS, causes={"F": "representations"})


def test_a_marked_change_is_kept_with_its_cause(case, viewer) -> None:
    before = Entry.objects.filter(name="ehc_draft.answer").count()
    family_answers(case)
    assert Entry.objects.filter(name="ehc_draft.answer").count() == before + 1
    save_document(viewer=viewer, case=case, sections={**NAMED, "F": "Weekly therapy.", "J": "Direct payment."}, edit=0)
    finalise(viewer=viewer, case=case, rights=ehc.RIGHTS, causes={"F": "representations", "J": "personal_budget"})
    assert case.events.get(event="plan_finalised").fields == {"changes": {"F": "representations", "J": "personal_budget"}}
