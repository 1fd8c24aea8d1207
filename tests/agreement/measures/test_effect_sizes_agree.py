"""Effect sizes agree with the plain formulas, one series or many, whatever the data."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.agreement.measures import plain

from sooner.measures.cases.kinds import answer_to
from sooner.measures.effect_sizes import SCALES, effect_sizes
from sooner.measures.quantity import REASONS
from sooner.measures.series import padded

# Few distinct values, so that ties abound; decimals that do not exist exactly in binary.
SCORES = st.integers(0, 2).flatmap(lambda places: st.lists(st.integers(-3, 30).map(lambda n: round(n / 10**places, places)), min_size=1, max_size=12))
POSITIVE = st.lists(st.integers(0, 20).map(lambda n: n / 20), min_size=1, max_size=9)


def same(found, expected, path=""):
    if isinstance(expected, dict):
        for name, each in expected.items():
            same(None if found is None else found[name], each, f"{path}.{name}")
    elif expected is None:
        assert found is None, path
    else:
        assert found == pytest.approx(expected, rel=1e-7, abs=1e-9), path


@settings(max_examples=150, deadline=None)
@given(a=SCORES, b=SCORES, improvement=st.sampled_from(["increase", "decrease"]), goal=st.none() | st.integers(-5, 40), scale=st.sampled_from(["count", "other"]))
@example(a=[0.3, 0.1], b=[0.1, 0.2, 0.3], improvement="increase", goal=None, scale="count")
@example(a=[1, 2, 3, 4], b=[5, 6, 7], improvement="increase", goal=10, scale="other")
@example(a=[5], b=[5], improvement="decrease", goal=5, scale="count")
def test_every_index_agrees_with_its_formula(a, b, improvement, goal, scale):
    found = answer_to("effect_sizes", {"A": a, "B": b, "improvement": improvement, "goal": goal, "scale": scale})
    expected = plain.effect_sizes(a, b, improvement=improvement, scale=scale, goal=goal)
    if expected["Tau_BC"] is None:
        expected["Tau_BC"] = dict.fromkeys(("est", "se_unbiased", "ci_lower", "slope"))
    # A mean below 0 has no response ratio on any scale, even where the formula's floor would give one.
    same(found.result, expected)
    assert set(found.undefined.values()) <= set(REASONS)


@settings(max_examples=80, deadline=None)
@given(
    a=POSITIVE,
    b=POSITIVE,
    improvement=st.sampled_from(["increase", "decrease"]),
    scale=st.sampled_from(["proportion", "percentage", "rate"]),
    intervals=st.none() | st.integers(5, 60),
)
def test_ratios_on_bounded_scales_agree_with_their_formulas(a, b, improvement, scale, intervals):
    times = 100 if scale == "percentage" else 1
    a, b = [round(each * times, 2) for each in a], [round(each * times, 2) for each in b]
    given_ = {"A": a, "B": b, "improvement": improvement, "scale": scale, "intervals": intervals, "observation_length_min": 10}
    found = answer_to("effect_sizes", given_).result
    expected = plain.effect_sizes(a, b, improvement=improvement, scale=scale, intervals=intervals, minutes=10)
    for name in ("LRRi", "LRRd", "LRRi_uncorrected", "LOR", "LRM"):
        same(found[name], expected[name], name)


@settings(max_examples=60, deadline=None)
@given(a=st.lists(st.integers(0, 9), min_size=2, max_size=9), b=st.lists(st.integers(0, 9), min_size=2, max_size=9))
def test_the_tau_u_family_agrees_with_its_formulas(a, b):
    same(answer_to("tau_u", {"A": a, "B": b}).result, plain.tau_u_family(a, b))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(SCORES, SCORES, st.sampled_from([1.0, -1.0]), st.sampled_from(SCALES)), min_size=2, max_size=8), st.data())
def test_many_series_together_give_what_each_gives_alone(series, data):
    gaps = [[None if data.draw(st.integers(0, 5)) == 0 else score for score in a] for a, _, _, _ in series]
    columns = {
        "sign": np.array([sign for _, _, sign, _ in series]),
        "scale": np.array([scale for _, _, _, scale in series]),
        "intervals": np.full(len(series), 20.0),
        "observation_minutes": np.full(len(series), 15.0),
        "goal": np.full(len(series), 12.0),
    }
    together = effect_sizes(padded(gaps), padded([b for _, b, _, _ in series]), **columns)
    for row, (_, b, _, _) in enumerate(series):
        alone = effect_sizes(padded([gaps[row]]), padded([b]), **{name: each[row : row + 1] for name, each in columns.items()})
        for name, one in leaves(alone):
            many = dict(leaves(together))[name]
            assert many.why(row) == one.why(0), name
            if one.at(0) is not None:
                assert many.at(row) == pytest.approx(one.at(0), rel=1e-12, abs=1e-14), name


def leaves(found, path=""):
    for name in found.__dataclass_fields__:
        each = getattr(found, name)
        if hasattr(each, "at"):
            yield f"{path}{name}", each
        else:
            yield from leaves(each, f"{path}{name}.")
