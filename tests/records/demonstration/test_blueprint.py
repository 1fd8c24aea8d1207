"""Who is in the invented area at full size: rates near the national ones, and at least twenty of each hard case."""

import itertools
from collections import Counter
from datetime import date

import pytest

from sooner_service.project.demonstration.blueprint import Blueprint
from sooner_service.project.demonstration.drawing_up import draw_up
from sooner_service.project.demonstration.names import peoples
from sooner_service.project.demonstration.school_years import half_terms
from sooner_service.project.demonstration.stories.brought import brought_case
from sooner_service.project.demonstration.stories.requests import case_stories
from sooner_service.project.demonstration.who import Who, phase_at

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def full() -> Blueprint:
    return draw_up(size="small", seed=1, today=TODAY)


def test_the_area_has_about_twenty_five_settings_and_nine_thousand_pupils(full: Blueprint):
    assert 22 <= len(full.settings) <= 28
    assert 8700 <= len(full.children) <= 9300


def test_support_and_plans_are_as_frequent_as_in_england(full: Blueprint):
    shares = Counter(child.sen_status for child in full.children)
    assert shares["K"] / len(full.children) == pytest.approx(0.136, abs=0.009)
    assert shares["E"] / len(full.children) == pytest.approx(0.048, abs=0.005)


def test_primary_needs_of_plans_follow_the_national_shares(full: Blueprint):
    needs = Counter(child.primary_need for child in full.children if child.sen_status == "E")
    assert needs.most_common(1)[0][0] == "ASD"
    assert 0.25 < needs["ASD"] / needs.total() < 0.42
    assert 0.1 < needs["SEMH"] / needs.total() < 0.26
    assert 0.1 < needs["SLCN"] / needs.total() < 0.28


@pytest.mark.parametrize(
    "mark", ["in_care", "adopted", "two_homes", "restricted", "paper_family", "no_english", "twin", "moved_in", "health_absence"]
)
def test_there_are_at_least_twenty_of_each_hard_case(full: Blueprint, mark: str):
    assert sum(mark in child.marks for child in full.children) >= 20


@pytest.mark.parametrize("kind", ["nursery", "college", "special_school", "alternative_provision"])
def test_each_other_kind_of_setting_has_at_least_twenty_children_with_needs(full: Blueprint, kind: str):
    assert sum(full.settings[child.setting].kind == kind and child.sen_status != "N" for child in full.children) >= 20


def test_at_least_twenty_cases_were_asked_again_and_twenty_are_disputed(full: Blueprint):
    assert sum(case.key.endswith(":first") for case in case_stories(Who(full))) >= 20
    brought = [case for child in full.children if (case := brought_case(full, child)) is not None]
    assert sum(not case.sections for case in brought) >= 20
    assert sum(any(event == "transferred" for event, _, _ in case.events) for case in brought) >= 20


def test_one_school_has_nobody_who_may_sign_a_baseline(full: Blueprint):
    who = Who(full)
    assert not who.anybody_may_sign("stonewick", TODAY, "primary")
    assert who.anybody_may_sign("kestrel-lane", TODAY, "primary")
    assert not who.may_sign("kestrel-lane/class_teacher/2/0", TODAY, "primary")
    assert who.may_sign("kestrel-lane/teaching_assistant/2", TODAY, "primary")


def test_twins_have_one_birthday_and_siblings_never_two_in_one_year(full: Blueprint):
    by_family: dict[str, list[tuple[date, bool]]] = {}
    for child in full.children:
        by_family.setdefault(child.adults[0].key, []).append((child.born_on, "twin" in child.marks))
    for births in by_family.values():
        alone = sorted(born_on for born_on, is_twin in births if not is_twin)
        assert all((later - earlier).days > 300 for earlier, later in itertools.pairwise(alone))


def test_every_child_is_of_the_age_of_its_year_group(full: Blueprint):
    for child in full.children:
        turns = child.born_on.year + (child.born_on >= date(child.born_on.year, 9, 1))
        assert full.school_year - turns == child.year_group + 4


def test_no_two_people_have_one_mailbox(full: Blueprint):
    staff = [member.email for member in full.staff]
    assert len(staff) == len(set(staff))
    owners = {adult.email: adult.key for child in full.children for adult in child.adults if adult.email}
    for child in full.children:
        for adult in child.adults:
            assert not adult.email or owners[adult.email] == adult.key


def test_names_come_from_many_places():
    assert len(peoples()) >= 20
    assert sum(each.weight for each in peoples() if each.key != "english") > 400


def test_a_school_year_has_six_half_terms_in_order_and_about_190_days(full: Blueprint):
    for year in full.years:
        terms = half_terms(year)
        assert [term.code[-1] for term in terms] == list("123456")
        assert all(earlier.until < later.starts_on for earlier, later in itertools.pairwise(terms))
        assert 182 <= len(full.days.between(terms[0].starts_on, terms[-1].until)) <= 195


@pytest.mark.parametrize(("year_group", "phase"), [(-2, "nursery"), (0, "primary"), (6, "primary"), (7, "secondary"), (11, "secondary"), (12, "college")])
def test_a_year_group_has_its_phase(year_group: int, phase: str):
    assert phase_at(year_group) == phase
