"""The chart of a goal: its axes, its empty weeks and what it says."""

from datetime import date, timedelta

import pytest
from tests.factories import plans, register

from sooner_service.plans.chart import axis, chart_of, weeks_without

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "expected"), [([20, 60], (0.0, 70.0)), ([0.2, 0.8], (0.0, 0.95)), ([5, -3], (-3.5, 6.0)), ([0, 0], (0.0, 0.0005)), ([-10, -2], (-15.0, 0.0))]
)
def test_the_axis_runs_from_nought_to_a_round_number_with_room(values, expected):
    assert axis(values) == pytest.approx(expected)


def test_a_chart_marks_the_support_and_says_how_it_goes():
    goal = plans.goal(register.child(register.organisation()))
    scores = [plans.score(goal, date(2026, 9, 14), 22)]
    chart = chart_of(goal, scores, says="above", on=register.TODAY, provision=[plans.provision(goal.child, starts_on=date(2026, 10, 5))])
    assert "better than the line" in chart.sentence
    assert [phase.words for phase in chart.phases] == ["Reading group"]
    assert "Reading group from 5 October 2026" in chart.draw()


def test_a_week_without_a_score_is_marked_once_it_is_over():
    goal = plans.goal(register.child(register.organisation()))
    scores = [plans.score(goal, date(2026, 9, 16), 22)]
    days = [date(2026, 9, 7) + timedelta(days=number) for number in range(25) if number % 7 < 5]
    missing = weeks_without(scores, starts_on=goal.starts_on, on=date(2026, 9, 30), school_days=days)
    assert missing == (date(2026, 9, 25),)
