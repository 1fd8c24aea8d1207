"""Trends, decision rules and the Bayes rule agree with the plain formulas and with another package's distributions."""

from math import sqrt
from statistics import median

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats
from tests.agreement.measures import plain

from sooner.measures.bayes import Prior
from sooner.measures.cases.kinds import answer_to
from sooner.measures.decision import decide, decide_all
from sooner.measures.distributions import normal_below, t_point, t_two_sided
from sooner.measures.series import padded, rounded
from sooner.measures.trend import trend

TIMES = st.integers(0, 80).map(lambda n: n / 4)
SCORES = st.integers(0, 300).map(lambda n: n / 10)
POINTS = st.lists(st.tuples(TIMES, SCORES), min_size=3, max_size=15)


@settings(max_examples=150, deadline=None)
@given(POINTS)
def test_lines_agree_with_exact_arithmetic(points):
    t, y = ([row[at] for row in points] for at in (0, 1))
    assume(len(set(t)) > 1)
    found = answer_to("trend", {"t": t, "y": y}).result
    order = sorted(range(len(t)), key=lambda at: t[at])
    t, y = (plain.exact([each[at] for at in order]) for each in (t, y))
    expected = plain.line(t, y)
    near = {"rel": 1e-9, "abs": 1e-9}
    assert found["ols_slope"] == pytest.approx(float(expected["slope"]), **near)
    assert found["ols_intercept"] == pytest.approx(float(expected["intercept"]), **near)
    assert found["see"] == pytest.approx(expected["see"], **near)
    assert found["se_slope"] == pytest.approx(expected["se"], **near)
    slopes = plain.pair_slopes(t, y)
    assert found["theil_sen_slope"] == pytest.approx(float(median(slopes)), **near)
    assert found["theil_sen_intercept"] == pytest.approx(float(median(v - median(slopes) * x for x, v in zip(t, y, strict=True))), **near)
    assert found["siegel_slope"] == pytest.approx(float(plain.siegel(t, y)), **near)
    if expected["syy"]:
        assert found["lag1_autocorrelation"] == pytest.approx(float(plain.lag1(y)), **near)
        assert found["r2"] == pytest.approx(float(1 - expected["sse"] / expected["syy"]), **near)
    if expected["sse"]:
        statistic = float(expected["slope"]) / expected["se"]
        assert found["t"] == pytest.approx(statistic, rel=1e-7, abs=1e-7)
        assert found["p_two_sided"] == pytest.approx(2 * stats.t.sf(abs(statistic), len(t) - 2), rel=1e-6, abs=1e-9)
        margin = stats.t.ppf(0.975, len(t) - 2) * expected["se"]
        assert found["ci95_upper"] - found["ols_slope"] == pytest.approx(margin, rel=1e-8, abs=1e-9)
    else:
        assert (found["t"], found["p_two_sided"], found["ci95_lower"]) == (None, None, found["ols_slope"])


@settings(max_examples=150, deadline=None)
@given(POINTS, st.sampled_from(["increase", "decrease"]), st.integers(0, 30), st.integers(0, 30), st.integers(8, 30))
def test_decision_rules_agree_with_exact_arithmetic(points, direction, b0, goal, t_goal):
    found = decide(direction=direction, b0=b0, t0=1, goal=goal, t_goal=t_goal, obs=points)
    s = 1 if direction == "increase" else -1
    t, y = plain.collapsed(points, 1)
    d = plain.residuals(s, plain.Fraction(b0), 1, plain.Fraction(goal), t_goal, t, y)
    assert found.n_used == len(t)
    assert found.residuals_last4 == pytest.approx([float(each) for each in d[-4:]], abs=1e-9)
    last = d[-4:]
    run = "below" if all(each < 0 for each in last) else "above" if all(each > 0 for each in last) else "mixed"
    assert found.data_point_4 == (run if len(d) >= 4 else "insufficient")
    assert found.median_3 == (plain.word(median(d[-3:])) if len(d) >= 3 else "insufficient")
    if len(t) < 6:
        assert {found.trend_point, found.trend_test, found.theil_sen_point, found.projection} == {"insufficient"}
        return
    fitted, g = plain.line(t, y), plain.Fraction(goal - b0, t_goal - 1)
    gap = s * (fitted["slope"] - g)
    assert found.trend_point == plain.word(gap)
    assert found.theil_sen_point == plain.word(s * (median(plain.pair_slopes(t, y)) - g))
    end = fitted["intercept"] + fitted["slope"] * t_goal
    assert found.projected_at_goal_date == pytest.approx(float(end), abs=1e-8)
    assert found.projection == ("on_track" if s * (end - goal) >= 0 else "off_track")
    if fitted["sse"]:
        statistic, limit = float(gap) / fitted["se"], stats.t.ppf(0.9, len(t) - 2)
        assert found.trend_test == ("below" if statistic < -limit else "above" if statistic > limit else "undetermined")


@settings(max_examples=100, deadline=None)
@given(POINTS, st.sampled_from(["increase", "decrease"]), st.integers(0, 30), st.integers(31, 60), st.floats(1, 20), st.floats(0.1, 3))
def test_the_bayes_rule_agrees_with_the_formula_in_precisions(points, direction, b0, goal, sigma, tau):
    s = 1 if direction == "increase" else -1
    prior = Prior(sigma=sigma, prior_intercept_sd=sigma / 2, prior_slope_mean=0.5, prior_slope_sd=tau)
    found = decide(direction=direction, b0=b0, t0=1, goal=goal, t_goal=25, obs=points, bayes=prior).bayes
    t, y = plain.collapsed(points, 1)
    x, y = [float(each) - 1 for each in t], [float(each) for each in y]
    g = (goal - b0) / 24
    expected = plain.bayes(y, x, s=s, b0=b0, weeks=24, goal=goal, g=g, sigma=sigma, omega=sigma / 2, mu=0.5, tau=tau)
    for name, value in expected.items():
        assert getattr(found, name) == pytest.approx(value, rel=1e-9, abs=1e-9), name
    chance = expected["prob_slope_below_aim"]
    assert found.outcome == ("below" if chance >= 0.9 else "above" if chance <= 0.1 else "undetermined")


@settings(max_examples=25, deadline=None)
@given(st.lists(POINTS, min_size=2, max_size=6))
def test_many_series_together_give_what_each_gives_alone(series):
    t, y = padded([[t for t, _ in each] for each in series]), padded([[y for _, y in each] for each in series])
    together, ruled = trend(t, y), decide_all(sign=1.0, b0=3.0, t0=0.0, goal=20.0, t_goal=15.0, t=t, y=y, bayes=Prior(4.0))
    for row, each in enumerate(series):
        alone = trend(padded([[t for t, _ in each]]), padded([[y for _, y in each]]))
        for name in alone.__dataclass_fields__:
            one, many = getattr(alone, name), getattr(together, name)
            assert many.why(row) == one.why(0), name
            assert one.at(0) is None or many.at(row) == pytest.approx(one.at(0), rel=1e-12, abs=1e-13), name
        single = decide(direction="increase", b0=3, t0=0, goal=20, t_goal=15, obs=each, bayes=Prior(4.0))
        assert (ruled.trend_test[row], ruled.median_3[row], ruled.bayes.outcome[row]) == (single.trend_test, single.median_3, single.bayes.outcome)


@settings(deadline=None)
@given(st.floats(-40, 40), st.integers(1, 60))
def test_the_t_distribution_agrees_with_another_package(t, df):
    assert t_two_sided(np.array([t]), np.array([df]))[0] == pytest.approx(2 * stats.t.sf(abs(t), df), rel=1e-10, abs=1e-15)
    assert t_point(df, 0.975) == pytest.approx(stats.t.ppf(0.975, df), rel=1e-12)
    assert normal_below(np.array([t / 4]))[0] == pytest.approx(stats.norm.cdf(t / 4), rel=1e-12)


@settings(deadline=None)
@given(st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=20), st.integers(0, 4))
def test_rounding_is_that_of_exact_arithmetic_on_the_stored_number(scores, decimals):
    assert rounded(np.array([scores]), decimals)[0].tolist() == [round(each, decimals) for each in scores]


def test_the_variance_of_the_median_of_three_is_what_the_default_prior_rests_on():
    assert sqrt(1 - sqrt(3) / np.pi) == pytest.approx(0.67, abs=0.001)
