"""Any plan written as JSON is read back as the same plan, and a plan never differs from itself."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sooner.plans.document import Line, Outcome, Plan, differences, from_json, problems, to_json

TEXT = st.text(max_size=30)
DAY = st.none() | st.dates(date(2020, 1, 1), date(2040, 1, 1))
OUTCOMES = st.builds(Outcome, key=TEXT, text=TEXT, by_on=DAY, measure=TEXT)
LINES = st.builds(
    Line,
    key=TEXT,
    outcome_key=TEXT,
    what=TEXT,
    code=TEXT,
    minutes=st.none() | st.integers(0, 400),
    times_a_week=st.none() | st.sampled_from([0, 0.5, 1, 2, 5]),
    group_size=st.integers(0, 30),
    who=TEXT,
    starts_on=DAY,
    until=DAY,
)
PLANS = st.builds(
    Plan,
    outcomes=st.lists(OUTCOMES, max_size=3).map(tuple),
    lines=st.lists(LINES, max_size=3).map(tuple),
    family_views=TEXT,
    child_views=TEXT,
    review_on=DAY,
)


@given(PLANS)
def test_a_plan_read_back_is_the_same(plan):
    assert from_json(json.loads(json.dumps(to_json(plan)))) == plan


@given(PLANS)
def test_every_problem_has_a_sentence_and_must_fix_comes_first(plan):
    found = problems(plan)
    assert all(problem.sentence.endswith(".") for problem in found)
    assert [problem.severity for problem in found] == sorted(problem.severity for problem in found)


@given(st.lists(OUTCOMES, max_size=3, unique_by=lambda outcome: outcome.key).map(tuple), PLANS)
def test_a_plan_does_not_differ_from_itself(outcomes, plan):
    lines = tuple({line.key: line for line in plan.lines}.values())
    same = Plan(outcomes, lines, plan.family_views, plan.child_views, plan.review_on)
    assert differences(same, same) == ()
