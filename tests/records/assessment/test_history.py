"""A child's history in plain words: what was done and by whom, without casework, looks or family names."""

import pytest
from tests.factories import register as make

from sooner.evidence.supports import support
from sooner_service.assessment.actions.concerns import note_concern
from sooner_service.assessment.actions.support import start_support
from sooner_service.assessment.actions.views import add_view
from sooner_service.assessment.queries.history import entries_about, in_plain_words
from sooner_service.register.acting import opened, write_entry

pytestmark = pytest.mark.django_db


def test_history_names_staff_and_gives_family_members_by_role(django_assert_num_queries):
    school = make.organisation("school", authority=make.authority())
    own_class = make.school_class(school)
    child = make.child(school, own_class)
    teacher = make.viewer(make.role("class_teacher", school, classes=[own_class]))
    parent = make.family_viewer(make.adult(child).person)
    note_concern(viewer=teacher, child=child, area="not_sure", what="Quiet")
    start_support(viewer=teacher, child=child, support=support("words-first"), starts_on=make.TODAY)
    add_view(viewer=parent, child=child, speaker="family", words="Mornings are hard")
    opened(teacher, child=child, record="child")
    write_entry(parent, kind="action", name="case_note.write", child=child)
    with django_assert_num_queries(2):
        said = [(each.who, each.words) for each in in_plain_words(list(entries_about(child)))]
    name = teacher.person.name
    assert said == [
        ("Parent or carer", "added views"),
        (f"{name}, Class teacher", "started support: Learning key words before the lesson"),
        (f"{name}, Class teacher", "noted a concern"),
    ]
