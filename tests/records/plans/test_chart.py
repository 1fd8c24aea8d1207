"""The chart of a goal: its axes, its empty weeks and what it says."""

from datetime import date, timedelta
from statistics import median
from time import process_time

import pytest
from tests.factories import plans, register

from sooner_service.plans.chart import Around, axis, chart_of, weeks_without
from sooner_service.plans.queries.weeks import SupportWeek, delivered_days, support_weeks

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "expected"), [([20, 60], (0.0, 70.0)), ([0.2, 0.8], (0.0, 0.95)), ([5, -3], (-3.5, 6.0)), ([0, 0], (0.0, 0.0005)), ([-10, -2], (-15.0, 0.0))]
)
def test_the_axis_runs_from_nought_to_a_round_number_with_room(values, expected):
    assert axis(values) == pytest.approx(expected)


def test_a_chart_marks_the_support_and_says_how_it_goes():
    goal = plans.goal(register.child(register.organisation()))
    scores = [plans.score(goal, date(2026, 9, 14), 22)]
    around = Around(provision=[plans.provision(goal.child, starts_on=date(2026, 10, 5))])
    chart = chart_of(goal, scores, sentence="It goes well.", on=register.TODAY, around=around)
    assert chart.sentence == "It goes well."
    assert [phase.words for phase in chart.phases] == ["Reading group"]
    assert "Reading group from 5 October 2026" in chart.draw()


def test_a_week_without_a_score_is_marked_once_it_is_over():
    goal = plans.goal(register.child(register.organisation()))
    scores = [plans.score(goal, date(2026, 9, 16), 22)]
    days = [date(2026, 9, 7) + timedelta(days=number) for number in range(25) if number % 7 < 5]
    missing = weeks_without(scores, starts_on=goal.starts_on, on=date(2026, 9, 30), school_days=days)
    assert missing == (date(2026, 9, 25),)


def test_a_known_error_gives_the_range_where_the_true_level_lies():
    goal = plans.goal(register.child(register.organisation()), error_sd=4, error_source="s")
    scores = [plans.score(goal, date(2026, 9, 7) + timedelta(weeks=week), 20 + week) for week in range(1, 9)]
    chart = chart_of(goal, scores, sentence="s", on=register.TODAY)
    assert len(chart.band) == 9
    assert all(point.low < point.high for point in chart.band)
    assert "Likely range" in chart.draw()
    assert chart_of(plans.goal(goal.child), scores, sentence="s", on=register.TODAY).band == ()


def test_after_a_change_a_line_leads_from_where_the_child_was():
    goal = plans.goal(register.child(register.organisation()), error_sd=4, error_source="s")
    scores = [plans.score(goal, date(2026, 9, 7) + timedelta(weeks=week), 20) for week in range(1, 9)]
    around = Around(changes=[(date(2026, 10, 12), "Support changed")], since=date(2026, 10, 12))
    chart = chart_of(goal, scores, sentence="s", on=register.TODAY, around=around)
    assert (chart.trend.first.on, chart.trend.first.value) == (date(2026, 10, 12), 20.0)
    assert [phase.words for phase in chart.phases] == ["Support changed"]


def test_the_strip_counts_promised_and_delivered_sessions_of_each_school_week():
    child = register.child(register.organisation())
    support = plans.provision(child)
    days = [date(2026, 9, 7) + timedelta(days=number) for number in range(21) if number % 7 < 5]
    for day in (date(2026, 9, 8), date(2026, 9, 10), date(2026, 9, 15)):
        plans.session(support, day)
    plans.session(support, date(2026, 9, 17), "cancelled")
    weeks = support_weeks([support], delivered_days([support], on=date(2026, 9, 27)), since=date(2026, 9, 7), on=date(2026, 9, 27), school_days=days)
    assert [(week.promised, week.delivered) for week in weeks] == [(2, 2), (2, 1), (2, 0)]
    chart = chart_of(plans.goal(child), [], sentence="s", on=date(2026, 9, 27), around=Around(sessions=weeks))
    assert "Sessions given: 3 of 6 promised." in chart.draw()
    assert "Sessions by week" in chart.draw()


def test_a_full_chart_is_drawn_in_under_twenty_milliseconds():
    goal = plans.goal(register.child(register.organisation()), error_sd=4, error_source="s")
    scores = [plans.score(goal, date(2026, 9, 7) + timedelta(weeks=week), 20 + week) for week in range(1, 40)]
    weeks = [SupportWeek(date(2026, 9, 7) + timedelta(weeks=week), 3, week % 4) for week in range(40)]
    around = Around(sessions=weeks, changes=[(date(2026, 11, 2), "Support changed")])
    chart_of(goal, scores, sentence="s", on=register.TODAY, around=around).draw()
    took = []
    for _ in range(15):
        began = process_time()
        chart_of(goal, scores, sentence="s", on=register.TODAY, around=around).draw()
        took.append(process_time() - began)
    assert median(took) < 0.020
