"""Every published single-case series, computed here and by the plain formula, one after another."""

import pytest
from tests.agreement.measures import plain
from tests.rulebook.measures.published import series

from sooner.measures.cases.kinds import answer_to


def test_tau_corrected_for_baseline_trend_is_exact_on_every_published_series():
    for case in series("single-case-series.json")["series"]:
        a, b = ([score for score in case[phase] if score is not None] for phase in "AB")
        if len(a) < 2:
            continue
        found = answer_to("effect_sizes", {"A": a, "B": b, "improvement": case["improvement"]}).result["Tau_BC"]
        expected = plain.tau_bc(plain.exact(a), plain.exact(b), 1 if case["improvement"] == "increase" else -1)
        assert found["est"] == pytest.approx(expected["est"], abs=1e-12), case["id"]


def test_every_effect_size_of_every_published_series_agrees_with_its_formula():
    for case in series("single-case-series.json")["series"]:
        a, b = ([score for score in case[phase] if score is not None] for phase in "AB")
        found = answer_to("effect_sizes", {"A": case["A"], "B": case["B"], "improvement": case["improvement"], "scale": case["scale"], "intervals": 30})
        expected = plain.effect_sizes(a, b, improvement=case["improvement"], scale=case["scale"], intervals=30)
        for name in ("NAP", "Tau", "SMD_pool", "LRRi", "LRRd", "LRM", "LOR", "SMD_baseline"):
            for field, value in expected[name].items():
                assert found.result[name][field] == (None if value is None else pytest.approx(value, rel=1e-8, abs=1e-9)), (case["id"], name, field)
