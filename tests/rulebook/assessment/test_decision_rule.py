"""The rule in use: what it says, when it says nothing, and the error rates it publishes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sooner.assessment.judging import Series, band, judge
from sooner.law.report_2024.decision_rule import decision_rule
from sooner.measures.bayes import MEDIAN_OF_THREE_SD, Prior
from sooner.measures.decision import decide

RULE = decision_rule().bayes
RESULTS = Path(__file__).resolve().parents[3] / "studies" / "decision_quality" / "results.json"


def series(growth, weeks=12, **changes):
    """Weekly scores on a straight line from 40, towards 85 in 30 weeks."""
    scores = tuple((float(week), 40 + growth * week) for week in range(1, weeks + 1))
    return replace(Series("increase", 40, 85, 30, scores, error_sd=5, baseline_tries=3), **changes)


def outcome(*given, **changes):
    return judge([series(*given, **changes)])[0].outcome


def test_without_a_known_error_the_last_three_scores_decide():
    found = judge([series(0, error_sd=None)])[0]
    assert (found.rule, found.outcome, found.surety, found.more_weekly) == ("median_3", "below", None, None)
    assert found.sentence == "The middle one of the last three scores is not as good as the line to the goal."


def test_with_a_known_error_growth_well_under_the_aim_is_below():
    found = judge([series(0)])[0]
    assert (found.rule, found.outcome) == ("bayes_aim", "below")
    assert found.surety > RULE.sure_below
    assert found.sentence.startswith("Progress is very likely too slow: the chance that progress is slower")


def test_growth_well_over_the_aim_is_above_and_growth_on_it_is_on():
    assert outcome(3) == "above"
    assert outcome(1.5, weeks=20) == "on"


def test_where_scores_cannot_tell_the_rule_says_how_long_until_they_would():
    found = judge([series(1.2, weeks=8, error_sd=10)])[0]
    assert found.outcome == "undetermined"
    assert found.more_often < found.more_weekly
    assert found.sentence.startswith("Not sure yet")


def test_between_eight_and_nine_in_ten_it_watches_and_still_keeps_going():
    found = judge([series(0.4, error_sd=10)])[0]
    assert RULE.watch_from <= found.surety < RULE.sure_below
    assert (found.outcome, found.is_watched) == ("undetermined", True)
    assert "watch" in found.sentence


def test_nothing_is_said_before_week_eight_or_with_fewer_than_four_scores():
    assert outcome(0, weeks=7) == "insufficient"
    assert outcome(0, weeks=8) == "below"
    few = ((8.0, 40.0), (10.0, 40.0), (12.0, 40.0))
    assert judge([series(0, scores=few)])[0].outcome == "insufficient"
    assert judge([series(0, scores=())])[0].sentence.endswith("there are 0 so far.")


def test_where_less_is_better_falling_too_slowly_is_below():
    falling = Series("decrease", 40, 10, 20, tuple((float(week), 40.0) for week in range(1, 13)), error_sd=4, baseline_tries=3)
    assert judge([falling])[0].outcome == "below"


def test_a_single_baseline_makes_the_rule_less_sure_than_the_middle_of_three():
    assert judge([series(0.5, baseline_tries=1)])[0].surety < judge([series(0.5)])[0].surety


def test_the_prior_sits_on_the_aimline_so_that_with_no_scores_nothing_is_presumed():
    assert judge([series(0, scores=())])[0].surety == 0.5


def test_it_is_the_bayes_rule_of_the_measures_with_the_defaults():
    prior = Prior(sigma=5, prior_intercept_sd=MEDIAN_OF_THREE_SD * 5)
    same = decide(direction="increase", b0=40, t0=0, goal=85, t_goal=30, obs=[(week, 40 + 0.9 * week) for week in range(1, 13)], bayes=prior)
    assert judge([series(0.9)])[0].surety == pytest.approx(same.bayes.prob_slope_below_aim, abs=1e-12)


def test_many_children_at_once_get_what_each_gets_alone():
    many = [series(growth, weeks=weeks, error_sd=sd) for growth in (0, 1, 2) for weeks in (3, 9, 16) for sd in (None, 5, 10)]
    for alone, together in zip((judge([each])[0] for each in many), judge(many), strict=True):
        assert alone.outcome == together.outcome
        assert alone.surety == (None if together.surety is None else pytest.approx(together.surety, abs=1e-12))
    assert judge([]) == ()


def test_the_band_narrows_with_scores_and_needs_an_error():
    few, many = (band(series(1.5, weeks=weeks), [6.0])[0] for weeks in (2, 12))
    assert few.low < many.low < many.high < few.high
    assert band(series(1.5, error_sd=None), [6.0]) == ()
    assert band(series(1.5, scores=()), [6.0]) == ()


@pytest.mark.parametrize("rates", decision_rule().study.bayes, ids=lambda each: f"error_sd_{each.error_sd:g}")
def test_the_error_rates_on_the_page_are_those_of_the_study(rates):
    found = json.loads(RESULTS.read_text())["cells"][f"independent/{rates.error_sd:g}"]["bayes_aim"]["ever_by_week_20"]
    shown = (rates.on_aim_flagged, rates.half_found, rates.none_found)
    assert shown == pytest.approx((found["1.5"], found["0.75"], found["0"]), abs=6e-4)


def test_the_error_rates_of_the_simple_rule_are_those_of_the_study():
    study = decision_rule().study
    results = json.loads(RESULTS.read_text())
    found = results["cells"]["independent/10"]["median_3"]["ever_by_week_20"]
    assert (study.median.on_aim_flagged, study.median.half_found, study.median.none_found) == pytest.approx(
        (found["1.5"], found["0.75"], found["0"]), abs=6e-4
    )
    assert results["pupils"] == study.pupils
