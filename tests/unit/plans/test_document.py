"""A plan written and read back as JSON."""

import json
from dataclasses import replace
from datetime import date

import pytest

from sooner.plans.document import Line, Outcome, Plan, PlanError, from_json, is_individual, needs_plan, to_json

OUTCOME = Outcome("o1", "Sam reads a page of a chosen book aloud", date(2027, 7, 1), "Read with the teacher each half term")
LINE = Line("l1", "o1", "Phonics group", "phonics-group", 25, 4, 4, "Teaching assistant", date(2027, 1, 11), date(2027, 4, 1))
PLAN = Plan((OUTCOME,), (LINE,), "We read at bedtime.", "I like comics.", date(2027, 3, 3))


def test_a_plan_read_back_is_the_plan_that_was_written():
    assert from_json(json.loads(json.dumps(to_json(PLAN)))) == PLAN


def test_a_plan_half_written_is_kept_as_it_is():
    line = replace(LINE, minutes=None, times_a_week=None, starts_on=None, until=None)
    plan = Plan((replace(OUTCOME, by_on=None),), (line,), "", "", None)
    assert from_json(to_json(plan)) == plan


def test_a_line_without_a_group_size_is_individual():
    content = to_json(PLAN)
    del content["lines"][0]["group_size"]
    assert is_individual(from_json(content).lines[0])


def test_group_support_needs_no_plan_and_individual_support_does():
    assert not needs_plan(LINE)
    assert needs_plan(replace(LINE, group_size=1))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"version": 2}, "version: this plan says 2; only version 1 can be read."),
        ({"lines": "none"}, "plan: 'lines' must be a list of records."),
        ({"outcomes": ["one"]}, "plan: 'outcomes' must be a list of records."),
        ({"family_views": 3}, "plan: 'family_views' is 3; write text."),
        ({"review_on": "March"}, "plan: 'review_on' is 'March'; write a date such as 2027-03-03."),
    ],
)
def test_a_plan_that_cannot_be_read_names_the_field(change, message):
    with pytest.raises(PlanError) as error:
        from_json(to_json(PLAN) | change)
    assert str(error.value) == message


@pytest.mark.parametrize("minutes", ["thirty", True])
def test_a_line_with_a_wrong_number_is_named_by_its_place(minutes):
    content = to_json(PLAN)
    content["lines"][0]["minutes"] = minutes
    with pytest.raises(PlanError, match="line 1: 'minutes' is .*; write a number, or leave it out."):
        from_json(content)
