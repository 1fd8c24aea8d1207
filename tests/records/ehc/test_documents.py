"""The plan's text: two editors, section I, the family's window, locking."""

from datetime import date

import pytest
from tests.factories import ehc, register

from sooner_service.ehc.actions.decisions import decide_to_issue
from sooner_service.ehc.actions.documents import Conflict, finalise, save_document, serve_draft
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.actions.steps import record_representations
from sooner_service.ehc.models import CaseDocument, CaseNotice
from sooner_service.journal.models import Entry

pytestmark = pytest.mark.django_db
FINAL = {**ehc.TEXT, "I": "Harbour School, a mainstream primary school."}


@pytest.fixture
def area():
    return register.authority()


@pytest.fixture
def viewer(area):
    return ehc.authority_viewer(area)


@pytest.fixture
def case(area, viewer):
    case = ehc.assessing(ehc.case(ehc.child_with_parent(area)), viewer)
    decide_to_issue(viewer=viewer, case=case, is_yes=True, legal_test=ehc.FOUND, reasons="Yes.")
    return case


def test_the_second_of_two_editors_gets_both_texts(case, viewer, area) -> None:
    save_document(viewer=viewer, case=case, sections={"A": "First"}, edit=0)
    with pytest.raises(Conflict) as caught:
        save_document(viewer=ehc.authority_viewer(area), case=case, sections={"A": "Second"}, edit=0)
    assert (caught.value.theirs["A"], caught.value.yours["A"], caught.value.by) == ("First", "Second", viewer.person.name)
    assert CaseDocument.objects.get().sections["A"] == "First"


def test_saving_is_one_journal_entry_without_the_words(case, viewer) -> None:
    before = Entry.objects.count()
    save_document(viewer=viewer, case=case, sections=ehc.TEXT, edit=0)
    assert Entry.objects.count() == before + 1
    assert "What section" not in str(Entry.objects.latest("pk").details)


def test_a_draft_that_names_a_school_is_refused(case, viewer) -> None:
    save_document(viewer=viewer, case=case, sections=FINAL, edit=0)
    with pytest.raises(CannotStep, match="section I"):
        serve_draft(viewer=viewer, case=case, method="email", rights=ehc.RIGHTS)


def test_a_draft_with_empty_needed_sections_is_refused(case, viewer) -> None:
    save_document(viewer=viewer, case=case, sections={"A": "Only this"}, edit=0)
    with pytest.raises(CannotStep, match="still empty"):
        serve_draft(viewer=viewer, case=case, method="email", rights=ehc.RIGHTS)


def test_a_served_draft_is_locked_and_tells_until_when_the_family_can_answer(case, viewer) -> None:
    save_document(viewer=viewer, case=case, sections=ehc.TEXT, edit=0)
    document = serve_draft(viewer=viewer, case=case, method="email", rights=ehc.RIGHTS)
    assert document.locked_at is not None
    assert "8 December 2026" in str(CaseNotice.objects.get(kind="draft").parts), "fifteen days that begin on 24 November"


def test_the_plan_is_not_final_while_the_family_still_has_time(area, viewer) -> None:
    case = ehc.drafted(ehc.case(ehc.child_with_parent(area)), viewer, on=date(2026, 11, 16))
    save_document(viewer=viewer, case=case, sections=FINAL, edit=0)
    with pytest.raises(CannotStep, match="30 November 2026"):
        finalise(viewer=viewer, case=case, rights=ehc.RIGHTS)


def test_the_plan_is_final_once_the_family_has_answered(area, viewer) -> None:
    case = ehc.drafted(ehc.case(ehc.child_with_parent(area)), viewer, on=date(2026, 11, 16))
    record_representations(viewer=viewer, case=case, on=date(2026, 11, 20), words="We ask for Harbour School.")
    save_document(viewer=viewer, case=case, sections=FINAL, edit=0)
    finalise(viewer=viewer, case=case, rights=ehc.RIGHTS)
    case.refresh_from_db()
    case.child.refresh_from_db()
    assert (case.state, case.child.sen_status) == ("plan_final", "E")
    assert CaseNotice.objects.get(kind="final").appeal_by == date(2027, 1, 25)


def test_a_new_draft_may_follow_and_gives_the_family_its_time_again(area, viewer) -> None:
    case = ehc.drafted(ehc.case(ehc.child_with_parent(area)), viewer, on=date(2026, 11, 2))
    save_document(viewer=viewer, case=case, sections={**ehc.TEXT, "F": "Something quite different."}, edit=0)
    assert serve_draft(viewer=viewer, case=case, method="email", rights=ehc.RIGHTS).kind == "draft"
    save_document(viewer=viewer, case=case, sections={**FINAL, "F": "Something quite different."}, edit=0)
    with pytest.raises(CannotStep, match="8 December 2026"):
        finalise(viewer=viewer, case=case, rights=ehc.RIGHTS)
