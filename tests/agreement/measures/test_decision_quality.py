"""The study of how often rules are wrong lands on what is known exactly; 2,000 invented pupils a cell, 4 standard errors allowed."""

from math import sqrt
from statistics import NormalDist
from xml.etree import ElementTree

import numpy as np
import pytest
from studies.decision_quality.chart import chart
from studies.decision_quality.measuring import auc, evidence, greatest_auc, limit_for, run_of_four_in_fifteen_coins, share_ever
from studies.decision_quality.pupils import AIM, pupils
from studies.decision_quality.rules import LOOKS, REVIEWS, RULES, WEEKLY
from studies.decision_quality.study import study, tables

COUNT = 2_000
SIGMA = 10.0
HALF = 0.75


@pytest.fixture(scope="module")
def on_aim():
    return pupils(COUNT, sigma=SIGMA, growth=AIM)


@pytest.fixture(scope="module")
def half_rate():
    return pupils(COUNT, sigma=SIGMA, growth=HALF)


def near(share, exact):
    return abs(share - exact) <= 4 * sqrt(exact * (1 - exact) / COUNT)


def at_one_look(name, made, week):
    return float((RULES[name].evidence(made, week) >= RULES[name].limit).mean())


def test_a_run_of_four_among_fifteen_coins():
    assert run_of_four_in_fifteen_coins() == pytest.approx(0.372284, abs=5e-7)


@pytest.mark.parametrize("week", [4, 8, 15])
def test_one_look_of_the_four_point_rule_flags_one_on_aim_pupil_in_seven(on_aim, week):
    assert near(at_one_look("data_point_4", on_aim, week), 1 / 7)


@pytest.mark.parametrize("name", ["trend_point", "median_3", "theil_sen_point"])
@pytest.mark.parametrize("week", [6, 20])
def test_two_way_rules_flag_half_of_pupils_on_aim_at_any_length(on_aim, name, week):
    assert near(at_one_look(name, on_aim, week), 1 / 2)


@pytest.mark.parametrize("week", LOOKS)
def test_the_trend_rule_flags_as_the_normal_law_says(half_rate, week):
    se = SIGMA * sqrt(12 / (week * (week**2 - 1)))
    assert near(at_one_look("trend_point", half_rate, week), NormalDist().cdf((AIM - HALF) / se))


@pytest.mark.parametrize("week", [10, 15, 20])
def test_the_recommended_evidence_separates_as_well_as_anything_can(on_aim, half_rate, week):
    rule = RULES["bayes_aim"]
    found, greatest = auc(rule.evidence(half_rate, week), rule.evidence(on_aim, week)), greatest_auc(HALF, SIGMA, week)
    assert found == pytest.approx(greatest, abs=0.005 + 4 * sqrt(greatest * (1 - greatest) / COUNT))


def test_the_recommended_rule_has_the_error_rates_it_publishes(on_aim, half_rate):
    rule = RULES["bayes_aim"]
    assert near(share_ever(evidence(rule, on_aim, REVIEWS), rule.limit), 0.14)
    assert near(share_ever(evidence(rule, half_rate, REVIEWS), rule.limit), 0.83)


def test_at_equal_false_alarm_the_recommended_rule_finds_most(on_aim, half_rate):
    detected = {}
    for name in ("data_point_4", "median_3", "trend_test", "cusum_50", "bayes_aim"):
        alarm = evidence(RULES[name], on_aim, WEEKLY)
        limit = limit_for(alarm, 0.20)
        assert share_ever(alarm, limit) <= 0.20
        detected[name] = share_ever(evidence(RULES[name], half_rate, WEEKLY), limit)
    assert detected["bayes_aim"] >= 0.84 - 4 * sqrt(0.84 * 0.16 / COUNT)
    assert max(detected, key=detected.get) == "bayes_aim"


def test_a_prior_about_the_population_presumes_failure(on_aim):
    rule = RULES["bayes_population"]
    assert share_ever(evidence(rule, on_aim, WEEKLY), rule.limit) > 0.5


def test_errors_have_the_sd_they_are_given():
    for errors in ("independent", "autocorrelated", "heavy_tailed"):
        made = pupils(COUNT, sigma=SIGMA, growth=0.0, errors=errors)
        within = made.scores - made.scores.mean(axis=1, keepdims=True)
        assert np.sqrt((within**2).sum() / (COUNT * 29)) == pytest.approx(SIGMA, rel=0.05)


def test_the_whole_study_runs_and_tells_its_size():
    found = study(40, seed=3)
    assert set(found["cells"]) >= {"independent/5", "autocorrelated/10", "heavy_tailed/10"}
    assert "40 invented pupils a cell" in tables(found)
    assert ElementTree.fromstring(chart(found)).tag.endswith("svg")
    assert study(40, seed=3) == found
