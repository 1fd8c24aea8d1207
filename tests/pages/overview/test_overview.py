"""The numbers of a setting and of an area, exact for those who may see the children and protected for everybody else."""

from datetime import date, timedelta

import pytest
from django.test import Client
from tests.factories import register as make

from sooner_service.assessment.models import Concern, ConcernSupport
from sooner_service.assessment.queries.overview import overview_of
from sooner_service.plans.models import Provision, Session
from sooner_service.project import clock
from sooner_service.register.access import Refused


@pytest.fixture
def school(db, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: make.NOW)
    found = make.organisation(authority=make.authority())
    make.term(found)
    return found


def waited(school, days: int | None, *, noted_on: date = date(2026, 10, 5), **fields: object):
    """A child with a concern, and a first session after some days, or none yet."""
    child = make.child(school, **fields)
    concern = Concern.objects.create(child=child, setting=school, area="not_sure", what="x", noted_on=noted_on, noted_at=make.NOW)
    if days is not None:
        provision = Provision.objects.create(
            child=child, what="Talking group", who="Assistant", minutes=20, times_a_week=1, group_size=4, starts_on=noted_on
        )
        ConcernSupport.objects.create(concern=concern, provision=provision, chosen_at=make.NOW)
        on = noted_on + timedelta(days=days)
        Session.objects.create(provision=provision, on=on, outcome="delivered", logged_at=make.NOW)
    return child


def page(school, role: str) -> str:
    client = Client()
    client.force_login(make.role(role, school).person)
    answer = client.get("/school/overview/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_median_counts_those_still_waiting(school):
    for days in (2, 4, None):
        waited(school, days)
    found = overview_of(make.viewer(make.role("headteacher", school)))
    assert found.headline.median_days == 4
    assert found.headline.open_waits == 1
    assert found.longest.days == 50


def test_a_session_of_a_support_that_was_not_chosen_for_the_concern_does_not_stop_the_clock(school):
    child = waited(school, None)
    other = Provision.objects.create(child=child, what="Other", who="A", minutes=20, times_a_week=1, group_size=4, starts_on=date(2026, 10, 6))
    Session.objects.create(provision=other, on=date(2026, 10, 7), outcome="delivered", logged_at=make.NOW)
    assert overview_of(make.viewer(make.role("headteacher", school))).headline.open_waits == 1


def test_a_cancelled_session_does_not_stop_the_clock(school):
    waited(school, 3)
    Session.objects.update(outcome="cancelled", reason="Adult away")
    assert overview_of(make.viewer(make.role("headteacher", school))).headline.open_waits == 1


def test_a_governor_sees_no_count_from_one_to_nine(school):
    for days in range(12):
        waited(school, days, tier=1 if days < 4 else 0)
    found = overview_of(make.viewer(make.role("governor", school)))
    assert all(each.count is None or each.count == 0 or each.count >= 10 for each in found.tiers)
    assert found.longest is None
    assert "not shown" in page(school, "governor")


def test_fewer_than_ten_children_have_no_published_band(school):
    waited(school, 3)
    assert "fewer than 10 children" in page(school, "governor")


def test_an_empty_school_says_so_instead_of_breaking(school):
    assert "too few are on roll to say" in page(school, "headteacher")


def test_other_schools_do_not_count(school):
    other = make.organisation(authority=school.authority)
    waited(other, 30)
    assert overview_of(make.viewer(make.role("headteacher", school))).headline.concerns == 0
    area = overview_of(make.viewer(make.role("send_manager", school.authority)))
    assert area.headline.concerns == 1


def test_somebody_else_is_refused(school):
    with pytest.raises(Refused):
        overview_of(make.viewer(make.role("class_teacher", school)))


def test_queries_do_not_grow_with_children(school, django_assert_max_num_queries):
    viewer = make.viewer(make.role("headteacher", school))
    for days in range(15):
        waited(school, days)
    with django_assert_max_num_queries(9):
        overview_of(viewer)
