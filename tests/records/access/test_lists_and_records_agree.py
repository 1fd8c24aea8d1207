"""A child is in somebody's list exactly when that person may open the record: the two are worked out apart and must not drift apart."""

from datetime import date, timedelta
from itertools import product

import pytest
from tests.factories import register as make

from sooner_service.register.access import NotFound, Refused, Viewer, child_for, children_for, relationships_to
from sooner_service.register.models import Child

pytestmark = pytest.mark.django_db
RIGHTS_FROM = (make.TODAY - timedelta(days=1), make.TODAY, make.TODAY + timedelta(days=1))
RECORDS = (("child", "see"), ("plan", "respond"), ("session", "see"), ("ehc_papers", "see"), ("access_grant", "give"))


@pytest.fixture
def school():
    return make.organisation(authority=make.authority())


def opens(viewer: Viewer, child: Child, record: str, action: str) -> bool:
    """Whether the record opens for this viewer."""
    try:
        child_for(viewer, child.reference, record=record, action=action)
    except (NotFound, Refused):
        return False
    return True


def lists(viewer: Viewer, child: Child, record: str, action: str) -> bool:
    """Whether the child is in this viewer's list."""
    return children_for(viewer, record=record, action=action).filter(pk=child.pk).exists()


def agree(viewer: Viewer, child: Child) -> set[bool]:
    """The answers for all records, once list and record have given the same one for each."""
    answers = {each: (lists(viewer, child, *each), opens(viewer, child, *each)) for each in RECORDS}
    assert {each: pair for each, pair in answers.items() if pair[0] != pair[1]} == {}
    return {pair[0] for pair in answers.values()}


@pytest.mark.parametrize(
    ("responsible", "restricted", "chosen", "rights_from", "ended"),
    list(product((True, False), (True, False), ("", "agrees", "best_interests", "declines"), RIGHTS_FROM, (True, False))),
)
def test_a_parent_reaches_by_list_what_opens_as_a_record(school, responsible, restricted, chosen, rights_from, ended):
    child = make.child(school, own_rights_from=rights_from)
    link = make.adult(
        child, has_parental_responsibility=responsible, is_restricted=restricted, after_own_rights=chosen,
        until=make.TODAY if ended else None,
    )  # fmt: skip
    is_theirs = rights_from > make.TODAY or chosen in {"agrees", "best_interests"}
    expected = responsible and not restricted and not ended and is_theirs
    assert agree(make.family_viewer(link.person), child) == {expected}


@pytest.mark.parametrize("rights_from", RIGHTS_FROM)
def test_a_young_person_reaches_the_own_record_from_the_very_day(school, rights_from):
    person = make.person()
    child = make.child(school, own_rights_from=rights_from, person=person)
    viewer = make.family_viewer(person, "young_person")
    assert lists(viewer, child, "child", "see") is opens(viewer, child, "child", "see") is (rights_from <= make.TODAY)


@pytest.mark.parametrize("rights_from", RIGHTS_FROM)
def test_limited_contact_ends_on_the_day_of_own_rights(school, rights_from):
    child = make.child(school, own_rights_from=rights_from)
    viewer = make.family_viewer(make.adult(child, is_restricted=True).person)
    assert lists(viewer, child, "family_page", "see") is opens(viewer, child, "family_page", "see") is (rights_from > make.TODAY)


@pytest.mark.parametrize("role", ["class_teacher", "teaching_assistant", "senco", "headteacher", "school_administrator", "governor"])
@pytest.mark.parametrize("at_second", [False, True])
def test_staff_reach_by_list_what_opens_as_a_record(school, role, at_second):
    in_class = make.school_class(school)
    held = make.role(role, school, classes=[in_class])
    for child in (make.child(school, in_class), make.child(school), make.child(make.organisation(authority=school.authority), in_class)):
        if at_second:
            make.access(child, school, "own_setting")
        viewer = make.viewer(held)
        assert lists(viewer, child, "child", "see") is opens(viewer, child, "child", "see")
        assert lists(viewer, child, "roll", "list") is opens(viewer, child, "roll", "list")


@pytest.mark.parametrize(
    ("kind", "role", "reason"),
    [("specialist_service", "specialist", "allocated"), ("authority", "send_manager", "case_authority"), ("advice_service", "sendiass_adviser", "granted")],
)
@pytest.mark.parametrize(("begins", "until", "is_open"), [(0, None, True), (0, 0, False), (-5, 0, False), (-5, 1, True), (1, None, False)])
def test_a_body_reaches_a_child_from_the_first_day_and_not_on_the_last(school, kind, role, reason, begins, until, is_open):
    child, viewer = make.child(school), make.viewer(make.role(role, make.organisation(kind, phase="")))
    end: date | None = None if until is None else make.TODAY + timedelta(days=until)
    make.access(child, viewer.organisation, reason, starts_on=make.TODAY + timedelta(days=begins), until=end)
    assert lists(viewer, child, "child", "see") is opens(viewer, child, "child", "see") is is_open
    assert (reason in relationships_to(viewer, child)) is is_open
