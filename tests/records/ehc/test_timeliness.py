"""Timeliness counts as the law does: day 42, 112 and 140 are in time, exceptions stand apart, cases on the line are named."""

from datetime import date, timedelta

import pytest
from tests.factories import ehc, register

from sooner_service.ehc.models import Case, CaseEvent
from sooner_service.ehc.queries.timeliness import days_allowed, timeliness
from sooner_service.register.access import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return register.authority()


def finished(area, days: int, *, is_excepted: bool = False, until: date = register.TODAY) -> Case:
    """A case whose plan became final so many days after its request."""
    received_on = until - timedelta(days=days)
    case = ehc.unmatched_case(area, received_on=received_on)
    for event, on, fields in (("decision_assess", received_on + timedelta(days=42), {"decision": "yes"}), ("plan_finalised", until, {})):
        CaseEvent.objects.create(case=case, event=event, on=on, fields=fields, recorded_at=register.NOW)
    if is_excepted:
        fields = {"ground": "X-3", "impractical": True}
        CaseEvent.objects.create(case=case, event="exemption", on=received_on, fields=fields, recorded_at=register.NOW)
    return case


def shares(area) -> dict[str, tuple[int, int, int]]:
    found = timeliness(ehc.authority_viewer(area, "send_manager"))
    return {each.words: (each.in_time, each.all, each.on_the_line) for each in found.shares}


def test_the_days_are_those_of_the_law() -> None:
    assert [days_allowed(rule) for rule in ("EHC-04", "EHC-08", "EHC-17")] == [42, 112, 140]


def test_day_140_is_in_time_and_day_141_is_not(area) -> None:
    finished(area, 140)
    finished(area, 141)
    assert shares(area)["Final plans within 20 weeks, all"] == (1, 2, 1)
    assert timeliness(ehc.authority_viewer(area, "send_manager")).over_limit == 1


def test_cases_with_an_exception_stand_apart(area) -> None:
    finished(area, 100)
    finished(area, 200, is_excepted=True)
    found = shares(area)
    assert found["Final plans within 20 weeks, all"] == (1, 2, 0)
    assert found["Final plans within 20 weeks, without cases that had an exception"] == (1, 1, 0)


def test_more_than_a_year_is_its_own_line_and_old_plans_are_not_counted(area) -> None:
    finished(area, 400)
    finished(area, 100, until=register.TODAY - timedelta(days=366))
    found = timeliness(ehc.authority_viewer(area, "send_manager"))
    assert (found.over_a_year, found.shares[-2].all) == (1, 1)


def test_open_plans_of_the_next_month_are_at_risk(area) -> None:
    case = ehc.unmatched_case(area, received_on=register.TODAY - timedelta(days=130))
    ehc.unmatched_case(area, received_on=register.TODAY - timedelta(days=50))
    assert timeliness(ehc.authority_viewer(area, "send_manager")).at_risk == [(case.reference, register.TODAY + timedelta(days=10))]


def test_nothing_to_count_is_not_nought_per_cent(area) -> None:
    assert all(each.percent is None for each in timeliness(ehc.authority_viewer(area, "send_manager")).shares)


def test_a_co_ordinator_may_not_see_it_and_queries_do_not_grow(area, django_assert_max_num_queries) -> None:
    with pytest.raises(Refused):
        timeliness(ehc.authority_viewer(area))
    manager = ehc.authority_viewer(area, "send_manager")
    for _ in range(4):
        finished(area, 100)
    with django_assert_max_num_queries(3):
        timeliness(manager)
