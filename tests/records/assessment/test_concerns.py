"""Concerns: noted by anyone who works with the child or the family, answered and closed by the SENCO."""

import pytest
from tests.factories import assessment
from tests.factories import register as make

from sooner_service.assessment.actions.concerns import acknowledge_concern, close_concern, note_concern
from sooner_service.assessment.models import Concern
from sooner_service.assessment.queries.concerns import concern_for, concerns_of, open_concern
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.journal.models import Entry
from sooner_service.register.access import NotFound, Refused
from sooner_service.register.models import Notice

pytestmark = pytest.mark.django_db
AREA = "communication_and_interaction"


@pytest.fixture
def school():
    return make.organisation("school", authority=make.authority())


@pytest.fixture
def own_class(school):
    return make.school_class(school)


@pytest.fixture
def child(school, own_class):
    return make.child(school, own_class)


def test_class_staff_without_training_note_a_concern_with_one_journal_entry(school, own_class, child):
    viewer = make.viewer(make.role("teaching_assistant", school, classes=[own_class]))
    noted = note_concern(viewer=viewer, child=child, area=AREA, what=" Looks lost in class ")
    assert (noted.what, noted.noted_on, noted.setting, noted.noted_by_role) == (
        "Looks lost in class", make.TODAY, school, "teaching_assistant",
    )
    entry = Entry.objects.get()
    assert (entry.name, entry.child_id, entry.details) == ("concern.note", child.pk, {"area": AREA})


def test_a_parent_notes_a_concern(child):
    parent = make.adult(child).person
    assert note_concern(viewer=make.family_viewer(parent), child=child, area="not_sure", what="Bedtime tears").noted_by == parent


@pytest.mark.parametrize(("area", "what", "words"), [("maths", "x", "Choose an area"), (AREA, "  ", "few words")])
def test_a_concern_needs_an_area_and_words(school, own_class, child, area, what, words):
    viewer = make.viewer(make.role("class_teacher", school, classes=[own_class]))
    with pytest.raises(CannotAssess, match=words):
        note_concern(viewer=viewer, child=child, area=area, what=what)
    assert not Concern.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize("role", ["governor", "school_administrator"])
def test_those_who_do_not_work_with_the_child_may_not_note_a_concern(school, child, role):
    with pytest.raises(Refused):
        note_concern(viewer=make.viewer(make.role(role, school)), child=child, area=AREA, what="x")


def test_a_teacher_of_another_class_may_not_note_a_concern(school, child):
    other = make.viewer(make.role("class_teacher", school, classes=[make.school_class(school, name="Heron")]))
    with pytest.raises(Refused):
        note_concern(viewer=other, child=child, area=AREA, what="x")


def test_the_senco_answers_a_concern_by_name_and_the_family_is_told_without_a_name(school, child):
    make.adult(child)
    viewer = make.viewer(make.role("senco", school))
    noted = acknowledge_concern(viewer=viewer, concern=assessment.concern(child))
    assert (noted.acknowledged_on, noted.acknowledged_by) == (make.TODAY, viewer.person)
    notice = Notice.objects.get()
    assert notice.reference == child.reference
    assert child.given_name not in notice.subject + notice.body
    assert Entry.objects.get().name == "concern.acknowledge"
    with pytest.raises(CannotAssess, match="already answered"):
        acknowledge_concern(viewer=viewer, concern=noted)


def test_a_class_teacher_does_not_answer_for_the_senco(school, own_class, child):
    with pytest.raises(Refused):
        acknowledge_concern(viewer=make.viewer(make.role("class_teacher", school, classes=[own_class])), concern=assessment.concern(child))


def test_closing_a_concern_needs_a_reason_and_answers_it(school, child):
    viewer = make.viewer(make.role("senco", school))
    noted = assessment.concern(child)
    with pytest.raises(CannotAssess, match="Say why"):
        close_concern(viewer=viewer, concern=noted, because=" ")
    closed = close_concern(viewer=viewer, concern=noted, because="New glasses have settled it")
    assert (closed.closed_on, closed.acknowledged_on) == (make.TODAY, make.TODAY)
    assert Entry.objects.get().name == "concern.close"
    with pytest.raises(CannotAssess, match="already closed"):
        close_concern(viewer=viewer, concern=closed, because="Again")


def test_concerns_are_read_newest_first_and_only_by_those_who_may(school, child):
    closed = assessment.concern(child, closed_on=make.TODAY)
    latest = assessment.concern(child)
    viewer = make.viewer(make.role("senco", school))
    assert concerns_of(viewer, child) == [latest, closed]
    assert open_concern(viewer, child) == latest
    assert concern_for(viewer, child, closed.pk) == closed
    outsider = make.viewer(make.role("governor", school))
    assert concerns_of(outsider, child) == []
    with pytest.raises(NotFound):
        concern_for(outsider, child, latest.pk)
