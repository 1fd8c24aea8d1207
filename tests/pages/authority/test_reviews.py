"""The list of annual reviews counts each plan once, names the limit, and does not grow in queries."""

from datetime import date, timedelta

import pytest
from tests.factories import ehc, register

from sooner_service.ehc.dates import keep_index
from sooner_service.ehc.models import CaseEvent
from sooner_service.ehc.queries.reviews import reviews

pytestmark = pytest.mark.django_db


def planned(area, final_on: date, *more: tuple[str, date, dict[str, object]], state: str = "plan_final"):
    case = ehc.unmatched_case(area, received_on=final_on - timedelta(days=140))
    for event, on, fields in [("plan_finalised", final_on, {}), *more]:
        CaseEvent.objects.create(case=case, event=event, on=on, fields=fields, recorded_at=register.NOW)
    case.state = state
    keep_index(case, on=register.TODAY)
    return case


def test_each_plan_is_counted_once_by_how_its_review_stands(officer, area, heading) -> None:
    planned(area, date(2025, 11, 1))
    planned(area, date(2026, 1, 15))
    planned(area, date(2026, 10, 1))
    planned(area, date(2026, 1, 20), ("review_meeting", date(2026, 11, 10), {}), state="in_review")
    decided = ("review_meeting", date(2026, 9, 1), {}), ("review_decision", date(2026, 9, 29), {"decision": "amend"})
    planned(area, date(2025, 10, 20), *decided, state="amending")
    found = reviews(ehc.authority_viewer(area))
    assert found.plans == 5
    assert found.now == {"overdue": 1, "due": 1, "held": 1, "changing": 1, "later": 1}
    assert (found.decided.in_time, found.decided.all) == (1, 1)
    page = officer.get("/authority/reviews/")
    assert heading(page) == "Annual reviews"
    assert officer.get("/authority/reviews/?which=overdue").content.decode().count("/authority/cases/EHC-") == 1


def test_a_decision_after_four_weeks_is_counted_as_late(area) -> None:
    planned(area, date(2025, 10, 20), ("review_meeting", date(2026, 9, 1), {}), ("review_decision", date(2026, 9, 30), {"decision": "maintain"}))
    found = reviews(ehc.authority_viewer(area))
    assert (found.decided.in_time, found.decided.all) == (0, 1)


def test_an_area_without_plans_says_how_they_come(officer) -> None:
    assert "There is no plan to review yet." in officer.get("/authority/reviews/").content.decode()


def test_queries_do_not_grow_with_plans(officer, area, django_assert_max_num_queries) -> None:
    for day in range(1, 13):
        planned(area, date(2026, 1, day))
    officer.get("/authority/reviews/")
    with django_assert_max_num_queries(15):
        officer.get("/authority/reviews/")


def test_other_authorities_plans_are_not_counted(area) -> None:
    planned(register.authority(), date(2026, 1, 15))
    assert reviews(ehc.authority_viewer(area)).plans == 0


def test_a_school_may_not_see_the_list(sign_in, area) -> None:
    assert sign_in("senco", register.organisation(authority=area)).get("/authority/reviews/").status_code == 403
