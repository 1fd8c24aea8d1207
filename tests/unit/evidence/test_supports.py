"""The catalogue of supports, and which ones fit a baseline."""

import re
from itertools import product

import pytest

from sooner.evidence.supports import GRADE_ORDER, catalogue, matching, support
from sooner.law.report_2024.baseline_form import PHASES, baseline_form

AREAS = [area.key for area in baseline_form().areas]
SUPPORTS = {each.code: each for each in catalogue().supports}


def test_the_catalogue_has_at_least_twenty_four_supports_each_with_its_own_code():
    assert len(catalogue().supports) >= 24
    assert len(SUPPORTS) == len(catalogue().supports)


@pytest.mark.parametrize("code", SUPPORTS)
def test_a_support_is_whole_enough_to_start(code):
    each = SUPPORTS[code]
    assert each.areas
    assert each.phases
    assert min(each.minutes, each.times_a_week, each.weeks, each.group_size) > 0
    assert each.evidence.source
    assert each.evidence.year >= 2000


@pytest.mark.parametrize("code", [code for code in SUPPORTS if SUPPORTS[code].evidence.checked == "R"])
def test_what_was_not_read_again_claims_little_and_gives_no_figure(code):
    evidence = SUPPORTS[code].evidence
    assert evidence.grade in ("weak", "none_found")
    assert not re.search(r"\d", evidence.sentence)


@pytest.mark.parametrize(("area", "phase"), list(product(AREAS, PHASES)))
def test_every_area_of_need_has_group_and_individual_supports_at_every_age(area, phase):
    found = [match.support for match in matching({area: 2}, phase)]
    assert {each.is_individual for each in found} == {True, False}
    assert all(area in each.areas and phase in each.phases for each in found)


def test_the_greatest_concern_comes_first():
    levels = {"cognition_and_learning": 1, "social_emotional_and_mental_health": 3}
    first = matching(levels, "primary")[0]
    assert "social_emotional_and_mental_health" in first.areas
    assert first.reason == (
        "For serious concern about feelings, friendships and behaviour: moderate evidence; "
        "in a group, so it can start today without a plan."
    )


def test_stronger_evidence_comes_before_weaker_for_a_clear_concern():
    grades = [GRADE_ORDER.index(match.support.evidence.grade) for match in matching({"cognition_and_learning": 2}, "primary")]
    assert grades == sorted(grades)


def test_a_slight_concern_is_answered_with_groups_before_individual_support():
    individual = [match.support.is_individual for match in matching({"cognition_and_learning": 1}, "primary")]
    assert individual == sorted(individual)


def test_individual_support_says_that_it_begins_a_plan():
    reasons = [match.reason for match in matching({"cognition_and_learning": 2}, "primary") if match.support.is_individual]
    assert reasons[0].endswith("one to one, so it begins a plan.")


def test_no_concern_matches_nothing():
    assert matching(dict.fromkeys(AREAS, 0), "college") == ()


def test_an_unknown_phase_or_code_is_refused():
    with pytest.raises(ValueError, match="'school' is not a phase"):
        matching({}, "school")
    with pytest.raises(ValueError, match="no support 'magic'"):
        support("magic")


def test_a_cost_is_shown_with_its_basis_or_as_not_found():
    assert support("number-one-to-one").cost_words.startswith("£120 a pupil (resources")
    assert support("calm-start").cost_words == "not found"


def test_minutes_a_week_count_every_session():
    assert support("calmer-room").minutes_a_week == 15
