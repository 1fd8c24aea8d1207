"""Starting support: today, without a baseline, without permission, and with a plan only when it is for one child alone."""

from datetime import date

import pytest
from tests.factories import assessment
from tests.factories import register as make

from sooner.evidence.supports import support
from sooner_service.assessment.actions.support import start_support
from sooner_service.assessment.models import ConcernSupport, TierMove
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.journal.models import Entry
from sooner_service.plans.models import Plan, Provision
from sooner_service.register.access import Refused
from sooner_service.register.models import Notice

pytestmark = pytest.mark.django_db
GROUP, ALONE = "words-first", "language-one-to-one"


@pytest.fixture
def school():
    return make.organisation("school", authority=make.authority())


@pytest.fixture
def own_class(school):
    return make.school_class(school)


@pytest.fixture
def child(school, own_class):
    return make.child(school, own_class)


@pytest.fixture
def assistant(school, own_class):
    return make.viewer(make.role("teaching_assistant", school, classes=[own_class]))


def test_an_untrained_assistant_starts_group_support_today_without_a_plan(assistant, child):
    make.adult(child)
    concern = assessment.concern(child)
    started = start_support(viewer=assistant, child=child, support=support(GROUP), starts_on=make.TODAY, concern=concern)
    assert started.plan is None
    assert (started.minutes, float(started.times_a_week), started.group_size) == (20, 2.0, 5)
    assert started.until == date(2027, 2, 16)
    assert ConcernSupport.objects.get().provision == started
    concern.refresh_from_db()
    assert concern.acknowledged_by == assistant.person
    entry = Entry.objects.get()
    assert (entry.name, entry.record_id) == ("support.start", started.pk)
    notice = Notice.objects.get()
    assert notice.step == "support_started"
    assert child.given_name not in notice.subject + notice.body


def test_support_moves_a_child_into_the_first_tier_with_a_reason_and_once(assistant, child):
    start_support(viewer=assistant, child=child, support=support(GROUP), starts_on=make.TODAY)
    start_support(viewer=assistant, child=child, support=support("visual-supports"), starts_on=make.TODAY)
    child.refresh_from_db()
    assert child.tier == 1
    moved = TierMove.objects.get()
    assert (moved.from_tier, moved.to_tier, moved.decided_by) == (0, 1, assistant.person)


def test_support_does_not_move_a_child_down(assistant, school, own_class):
    child = make.child(school, own_class, tier=2)
    start_support(viewer=assistant, child=child, support=support(GROUP), starts_on=make.TODAY)
    child.refresh_from_db()
    assert child.tier == 2
    assert not TierMove.objects.exists()


def test_support_for_one_child_opens_the_plan_with_its_line_and_starts_the_same_day(assistant, child):
    started = start_support(viewer=assistant, child=child, support=support(ALONE), starts_on=make.TODAY, who="Ms Adeyemi")
    plan = Plan.objects.get()
    assert (started.plan, started.starts_on, started.who) == (plan, make.TODAY, "Ms Adeyemi")
    lines = plan.versions.get().document.lines
    assert [(line.key, line.code, line.starts_on) for line in lines] == [(started.line_key, ALONE, make.TODAY)]
    assert Entry.objects.count() == 1


def test_more_support_joins_the_open_plan(assistant, child):
    start_support(viewer=assistant, child=child, support=support(ALONE), starts_on=make.TODAY)
    start_support(viewer=assistant, child=child, support=support("reading-one-to-one"), starts_on=make.TODAY)
    assert [line.code for line in Plan.objects.get().versions.get().document.lines] == [ALONE, "reading-one-to-one"]


def test_the_same_support_is_not_started_twice(assistant, child):
    start_support(viewer=assistant, child=child, support=support(GROUP), starts_on=make.TODAY)
    with pytest.raises(CannotAssess, match="already in place"):
        start_support(viewer=assistant, child=child, support=support(GROUP), starts_on=make.TODAY)
    assert Provision.objects.count() == 1


def test_support_ends_after_it_starts(assistant, child):
    with pytest.raises(CannotAssess, match="end after it starts"):
        start_support(viewer=assistant, child=child, support=support(GROUP), starts_on=make.TODAY, until=make.TODAY)


def test_nobody_else_starts_support(school, child):
    for viewer in (make.viewer(make.role("governor", school)), make.family_viewer(make.adult(child).person)):
        with pytest.raises(Refused):
            start_support(viewer=viewer, child=child, support=support(GROUP), starts_on=make.TODAY)
    assert not Provision.objects.exists()
