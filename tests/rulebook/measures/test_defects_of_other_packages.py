"""Known defects of the packages this arithmetic could have been taken from; none is shared."""

import pytest

from sooner.measures.cases.kinds import answer_to


def effects(a, b, improvement="increase"):
    return answer_to("effect_sizes", {"A": a, "B": b, "improvement": improvement}).result


@pytest.mark.parametrize(("a", "b", "end"), [([1, 2, 3], [4, 5, 6], 1), ([4, 5, 6], [1, 2, 3], 0)])
def test_full_separation_has_an_interval_with_width(a, b, end):
    found = effects(a, b)["NAP"]
    assert found["est"] == end
    assert (found["ci_upper"] if end else found["ci_lower"]) == end
    assert found["ci_upper"] - found["ci_lower"] > 0.4


def test_interval_ends_solve_their_equation_to_ten_decimals():
    """SingleCaseES prints 0.5973406 to 0.9860176 here, right to four decimals only."""
    found = effects([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])["NAP"]
    m, n, nap, z = 6, 7, found["est"], 1.959963985
    h = (m + n) / 2 - 1
    for x in (found["ci_lower"], found["ci_upper"]):
        left = m * n * (nap - x) ** 2 * (2 - x) * (1 + x)
        assert left == pytest.approx(z**2 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x)), abs=1e-9)


def test_residuals_that_tie_in_exact_arithmetic_tie():
    """The baseline rises by 0.1 a session and the treatment carries straight on: every residual is the same."""
    found = effects([0.1, 0.2, 0.3, 0.4], [0.5, 0.6, 0.7, 0.8, 0.9])["Tau_BC"]
    assert found["est"] == 0


def test_tied_scores_count_half_and_pnd_looks_at_the_best_baseline_score():
    found = effects([1, 2, 3], [3, 3, 4])
    assert found["NAP"]["est"] == pytest.approx((9 - 1) / 9)
    assert found["PND"] == pytest.approx(1 / 3)


def test_scores_are_rounded_before_they_are_compared():
    assert answer_to("effect_sizes", {"A": [0.3], "B": [0.1 + 0.2], "decimals": 1}).result["NAP"]["est"] == 0.5
    assert answer_to("effect_sizes", {"A": [0.304], "B": [0.296], "decimals": 1}).result["NAP"]["est"] == 0.5
