"""Sessions logged in two taps, and taken back."""

from datetime import date

import pytest
from tests.factories import plans, register

from sooner_service.journal.models import Entry
from sooner_service.plans.actions.sessions import CannotLog, correct_session, log_group, log_session
from sooner_service.plans.models import Session
from sooner_service.plans.queries import sessions_of, sessions_today
from sooner_service.register.access import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def setting():
    return register.organisation(authority=register.authority())


@pytest.fixture
def school_class(setting):
    return register.school_class(setting)


@pytest.fixture
def child(setting, school_class):
    return register.child(setting, school_class)


@pytest.fixture
def support(child):
    return plans.provision(child)


@pytest.fixture
def assistant(setting, school_class):
    return register.viewer(register.role("teaching_assistant", setting, classes=[school_class]))


def test_the_same_tap_twice_makes_one_record(assistant, support):
    first = log_session(viewer=assistant, provision=support, on=register.TODAY, outcome="delivered")
    assert log_session(viewer=assistant, provision=support, on=register.TODAY, outcome="delivered") == first
    assert Session.objects.count() == 1


def test_each_logged_session_leaves_one_journal_entry(assistant, support):
    log_session(viewer=assistant, provision=support, on=register.TODAY, outcome="delivered")
    assert Entry.objects.get().details == {"outcome": "delivered", "on": "2026-11-24"}


def test_the_other_outcome_takes_the_first_one_back(assistant, support):
    log_session(viewer=assistant, provision=support, on=register.TODAY, outcome="delivered")
    log_session(viewer=assistant, provision=support, on=register.TODAY, outcome="cancelled", reason="staff_absent")
    assert [each.outcome for each in sessions_of(assistant, support)] == ["cancelled"]
    assert Session.objects.filter(outcome="withdrawn").count() == 1


def test_a_second_session_of_the_day_is_asked_for_by_name(assistant, support):
    log_session(viewer=assistant, provision=support, on=register.TODAY, outcome="delivered")
    second = log_session(viewer=assistant, provision=support, on=register.TODAY, outcome="delivered", is_another=True)
    assert second.number_on_day == 2


def test_a_mistake_is_taken_back_once_and_stays_on_record(assistant, support):
    logged = log_session(viewer=assistant, provision=support, on=register.TODAY, outcome="delivered")
    correct_session(viewer=assistant, session=logged)
    assert sessions_of(assistant, support) == []
    assert Session.objects.get().reason == "delivered"
    with pytest.raises(CannotLog, match="taken back already"):
        correct_session(viewer=assistant, session=logged)


def test_after_taking_back_the_day_can_be_logged_again(assistant, support):
    correct_session(viewer=assistant, session=log_session(viewer=assistant, provision=support, on=register.TODAY, outcome="delivered"))
    again = log_session(viewer=assistant, provision=support, on=register.TODAY, outcome="delivered")
    assert again.number_on_day == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"on": date(2026, 11, 25)}, "has not come yet"),
        ({"on": date(2026, 9, 1)}, "was not running"),
        ({"outcome": "cancelled"}, "Say why"),
        ({"outcome": "cancelled", "reason": "made up"}, "Say why"),
        ({"outcome": "perhaps"}, "delivered or cancelled"),
        ({"reason": "staff_absent"}, "needs no reason"),
    ],
)
def test_a_session_that_cannot_be_is_refused_with_a_sentence(assistant, support, changed, sentence):
    with pytest.raises(CannotLog, match=sentence):
        log_session(**{"viewer": assistant, "provision": support, "on": register.TODAY, "outcome": "delivered", **changed})
    assert not Session.objects.exists()


def test_a_whole_group_is_logged_together_or_not_at_all(assistant, support, child):
    ended = plans.provision(child, what="Ended", until=date(2026, 10, 1))
    with pytest.raises(CannotLog):
        log_group(viewer=assistant, provisions=[support, ended], on=register.TODAY)
    assert not Session.objects.exists()
    log_group(viewer=assistant, provisions=[support], on=register.TODAY)
    assert Session.objects.count() == 1


def test_staff_of_another_class_may_not_log(setting, support):
    other = register.viewer(register.role("teaching_assistant", setting, classes=[register.school_class(setting, name="Wren")]))
    with pytest.raises(Refused):
        log_session(viewer=other, provision=support, on=register.TODAY, outcome="delivered")


def test_today_shows_those_taught_together_as_one_group(assistant, setting, school_class, support):
    friend = register.child(setting, school_class, given_name="Ines")
    plans.provision(friend)
    plans.provision(friend, what="Own support", group_size=1, plan=plans.plan(friend).plan)
    groups = sessions_today(assistant)
    assert [(group.what, len(group.rows)) for group in groups] == [("Own support", 1), ("Reading group", 2)]


def test_today_holds_only_the_children_of_the_own_class(assistant, setting, support):
    plans.provision(register.child(setting, register.school_class(setting, name="Wren")))
    assert [row.child for group in sessions_today(assistant) for row in group.rows] == [support.child]


def test_queries_for_today_do_not_grow_with_children(assistant, setting, school_class, support, django_assert_num_queries):
    for number in range(4):
        plans.session(plans.provision(register.child(setting, school_class, given_name=f"Child{number}")))
    with django_assert_num_queries(2):
        sessions_today(assistant)
