"""What a family can do at a missed limit: only when it is late by every reading, in plain words, with a letter that names nobody."""

from datetime import date, timedelta

import pytest
from tests.factories import ehc, register

from sooner.advice import reading_grade
from sooner_service.ehc.queries.what_next import LATE, late_for_family

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return ehc.case(ehc.child_with_parent(register.authority(name="Estuary Council")), received_on=date(2026, 10, 12))


def late(case, day: date):
    return late_for_family(ehc.on_day(register.family_viewer(case.child.adults.first().person), day), case)


def test_nobody_is_told_late_on_the_last_day_or_on_the_day_of_two_readings(case) -> None:
    last_day = case.received_on + timedelta(days=42)
    assert late(case, last_day) == []
    assert [each.deadline.rule for each in late(case, last_day + timedelta(days=2))] == ["EHC-04"]


def test_the_letter_names_the_reference_and_the_law_and_no_child(case) -> None:
    letter = late(case, register.TODAY + timedelta(days=3))[0].letter
    assert case.reference in letter and "23 November 2026" in letter and "reg 5(1)" in letter
    assert case.child.family_name not in letter and case.child.given_name not in letter


def test_a_late_adviser_leaves_the_councils_own_dates_standing(case) -> None:
    viewer = ehc.authority_viewer(case.authority)
    ehc.advice_request(ehc.assessing(case, viewer), viewer)
    found = late(case, date(2027, 1, 4))
    assert (found[0].deadline.rule, found[0].owner) == ("EHC-06", "School or college")
    assert "must still keep its own dates" in found[0].routes[0].words


@pytest.mark.parametrize("rule", sorted(LATE))
def test_the_routes_can_be_read_by_most_people(rule) -> None:
    assert reading_grade(" ".join(route.words for route in LATE[rule])) <= 7
