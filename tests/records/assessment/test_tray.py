"""The work tray: every promise not kept yet, overdue first, one row for one thing to do."""

from datetime import UTC, date, datetime

import pytest
from tests.factories import assessment
from tests.factories import register as make

from sooner_service.assessment.queries.children import listed_children, next_for
from sooner_service.assessment.queries.tray import status_of, tray_of
from sooner_service.plans.models import Provision, Session

pytestmark = pytest.mark.django_db
LAST_MONTH = {"noted_on": date(2026, 10, 20), "noted_at": datetime(2026, 10, 20, 9, 0, tzinfo=UTC)}


@pytest.fixture
def school():
    school = make.organisation("school", authority=make.authority())
    make.term(school)
    return school


@pytest.fixture
def own_class(school):
    return make.school_class(school)


@pytest.fixture
def senco(school):
    return make.viewer(make.role("senco", school))


def provision(child, **fields):
    given = {"what": "Group", "code": "words-first", "who": "TA", "minutes": 20, "times_a_week": 2, "group_size": 5, "starts_on": make.TODAY}
    return Provision.objects.create(child=child, **{**given, **fields})


def rows(viewer):
    return [(row.to_do, row.days_late > 0) for row in tray_of(viewer)]


def test_a_new_concern_asks_for_an_answer_and_a_baseline(school, own_class, senco):
    assessment.concern(make.child(school, own_class))
    found = tray_of(senco)
    assert [(row.to_do, row.act_by) for row in found] == [("answer", date(2026, 12, 1)), ("baseline", date(2026, 12, 8))]
    assert found[0].waiting_on == "SENCO"


def test_what_is_overdue_longest_comes_first(school, own_class, senco):
    assessment.concern(make.child(school, own_class))
    late = assessment.concern(make.child(school, own_class), **LAST_MONTH)
    found = tray_of(senco)
    assert [(row.to_do, row.concern) for row in found[:2]] == [("answer", late), ("baseline", late)]
    assert found[0].days_late == 20
    assert found[0].status(make.TODAY) == ("Late by 20 school days", "late")


def test_a_ready_baseline_waits_for_a_trained_colleague_then_for_the_area(school, own_class, senco):
    child = make.child(school, own_class)
    concern = assessment.concern(child, acknowledged_on=make.TODAY)
    ready = assessment.baseline(child, concern=concern)
    assert [(row.to_do, row.waiting_on) for row in tray_of(senco)] == [("sign", "A trained colleague")]
    service = make.organisation("specialist_service", authority=school.authority, name="Area team")
    ready.status, ready.asked_area, ready.asked_area_at, ready.sign_by = "with_area", service, make.NOW, date(2026, 11, 26)
    ready.save()
    found = tray_of(senco)
    assert [(row.to_do, row.waiting_on, row.act_by) for row in found] == [("area_signs", "Area team", date(2026, 11, 26))]


def test_after_the_signature_support_then_its_first_session_then_a_review(school, own_class, senco):
    child = make.child(school, own_class)
    concern = assessment.concern(child, acknowledged_on=make.TODAY)
    assessment.signed_baseline(child, concern=concern)
    assert rows(senco) == [("support", False)]
    started = provision(child)
    assessment.chosen_support(concern, started)
    assert rows(senco) == [("session", False)]
    Session.objects.create(provision=started, on=make.TODAY, outcome="delivered", logged_at=make.NOW)
    # The week-eight review falls after the last school day that is loaded, so no date can be given yet.
    assert rows(senco) == []
    make.term(school, name="Spring", starts_on=date(2027, 1, 4), until=date(2027, 4, 1))
    assert rows(senco) == [("review", False)]


def test_a_session_of_another_support_does_not_count(school, own_class, senco):
    child = make.child(school, own_class)
    concern = assessment.concern(child, acknowledged_on=make.TODAY)
    assessment.signed_baseline(child, concern=concern)
    Session.objects.create(provision=provision(child), on=make.TODAY, outcome="delivered", logged_at=make.NOW)
    assert rows(senco) == [("support", False)]


def test_two_concerns_ask_for_one_baseline_and_two_answers(school, own_class, senco):
    child = make.child(school, own_class)
    assessment.concern(child)
    assessment.concern(child, area="not_sure")
    assert sorted(row.to_do for row in tray_of(senco)) == ["answer", "answer", "baseline"]


def test_a_baseline_without_a_concern_still_waits(school, own_class, senco):
    assessment.baseline(make.child(school, own_class))
    assert rows(senco) == [("sign", False)]


def test_closed_concerns_ask_for_nothing(school, own_class, senco):
    assessment.concern(make.child(school, own_class), closed_on=make.TODAY)
    assert tray_of(senco) == []


def test_the_tray_holds_only_children_the_viewer_lists(school, own_class):
    mine, other = make.child(school, own_class), make.child(school, make.school_class(school, name="Heron"))
    for child in (mine, other):
        assessment.concern(child)
    teacher = make.viewer(make.role("class_teacher", school, classes=[own_class]))
    assert {row.child for row in tray_of(teacher)} == {mine}


def test_words_of_harm_reach_the_heads_tray_only(school, own_class, senco):
    assessment.view(make.child(school, own_class), "child", goes_to_safeguarding=True)
    assert rows(senco) == []
    assert rows(make.viewer(make.role("headteacher", school))) == [("harm", False)]


def test_queries_do_not_grow_with_concerns(school, own_class, senco, django_assert_max_num_queries):
    for _ in range(12):
        child = make.child(school, own_class)
        concern = assessment.concern(child)
        assessment.baseline(child, concern=concern)
    with django_assert_max_num_queries(8):
        assert len(tray_of(senco)) == 24


def test_status_says_how_a_promise_stands():
    assert status_of(date(2026, 11, 23), 1, make.TODAY) == ("Late by 1 school day", "late")
    assert status_of(date(2026, 11, 26), 0, make.TODAY) == ("Due soon", "due_soon")
    assert status_of(date(2026, 12, 26), 0, make.TODAY) == ("On time", "on_time")
    assert status_of(None, 0, make.TODAY) == ("No date set", "neutral")


def test_the_list_counts_concerns_and_support_and_says_who_waits(school, own_class, senco):
    waiting = make.child(school, own_class, tier=1)
    helped = make.child(school, own_class, tier=2)
    make.child(school, own_class)
    assessment.concern(waiting)
    assessment.concern(waiting)
    concern = assessment.concern(helped)
    started = provision(helped)
    provision(helped, until=make.TODAY)
    assessment.chosen_support(concern, started)
    Session.objects.create(provision=started, on=make.TODAY, outcome="delivered", logged_at=make.NOW)
    found = {child: (child.open_concerns, child.supports, child.is_waiting) for child in listed_children(senco)}
    assert found[waiting] == (2, 0, True)
    assert found[helped] == (1, 1, False)
    assert next(iter(listed_children(senco))) == helped
    assert list(listed_children(senco, waiting=True)) == [waiting]


def test_the_list_narrows_by_words_tier_and_class(school, own_class, senco):
    ada = make.child(school, own_class, given_name="Ada", family_name="Okoro", tier=1)
    ben = make.child(school, make.school_class(school, name="Heron", year_group=3), given_name="Ben", family_name="Ito")
    assert list(listed_children(senco, search="ada oko")) == [ada]
    assert list(listed_children(senco, search=ben.reference.lower())) == [ben]
    assert list(listed_children(senco, tier="1")) == [ada]
    assert list(listed_children(senco, school_class=str(ben.school_class_id))) == [ben]
    assert list(listed_children(senco, sort="-class")) == [ben, ada]
    assert list(listed_children(senco, sort="nonsense")) == [ada, ben]


def test_the_next_step_of_a_child_is_the_most_urgent(school, own_class, senco):
    child = make.child(school, own_class)
    assert next_for(senco, child, []) is None
    concern = assessment.concern(child, **LAST_MONTH)
    row = next_for(senco, child, [concern])
    assert row is not None
    assert (row.to_do, row.days_late) == ("answer", 20)
