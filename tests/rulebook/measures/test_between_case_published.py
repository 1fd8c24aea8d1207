"""Hedges, Pustejovsky and Shadish 2012 and 2013: the effects they print for published studies."""

import pytest
from tests.rulebook.measures.published import series

from sooner.measures.cases.kinds import answer_to

PRINTED = [
    ("lambert-disruptive", "ABk", -2.513073, 0.04054616),
    ("anglesea", "ABk", 1.149507, 2.43956417),
    ("saddler-writing_quality", "MB", 1.963073, 0.33491289),
    ("saddler-T-unit_length", "MB", 0.785400, 0.08023320),
    ("saddler-number_of_constructions", "MB", 0.747554, 0.07847359),
    ("laski", "MB", 1.388385, 0.10050132),
]


@pytest.mark.parametrize(("study", "design", "effect", "variance"), PRINTED)
def test_the_printed_effect_and_variance(study, design, effect, variance):
    rows = next(each["rows"] for each in series("multi-case-series.json")["datasets"] if each["id"] == study)
    cases = {}
    for row in rows:
        cases.setdefault(row["case"], []).append({"t": row["time"], "y": row["outcome"], "phase": row["treatment"]})
    found = answer_to("between_case_smd", {"design": design, "cases": list(cases.values())}).result
    assert found["delta_hat"] == pytest.approx(effect, abs=5e-7)
    assert found["V_delta_hat"] == pytest.approx(variance, abs=5e-9)
