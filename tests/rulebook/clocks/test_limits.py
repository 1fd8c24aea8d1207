"""The worked cases of limits.toml, each as a test under its rule's id."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.factories.facts import answered, row

from sooner.law.england_2014.duties import duties
from sooner.law.proposals_2026.duties import proposed_duties

CASES = [each for group in tomllib.loads((Path(__file__).parent / "limits.toml").read_text(encoding="utf-8")).values() for each in group]


@pytest.mark.parametrize("worked", CASES, ids=[f"{each['rule']}-{number}" for number, each in enumerate(CASES)])
def test_the_time_of_the_rule_ends_on_this_day(worked: dict[str, Any]) -> None:
    given = {name: worked[name] for name in ("pack", "counting", "first_class_days") if name in worked}
    found = row(answered(*worked["events"], **given), worked["rule"], worked.get("step"))
    assert found.limit_on == worked["limit_on"]
    if "act_by" in worked:
        assert found.act_by == worked["act_by"]


def test_every_dated_rule_and_step_has_a_worked_case() -> None:
    shown = {(each["rule"], each.get("step", "")) for each in CASES}
    assert {(duty.id, duty.step) for duty in (*duties(), *proposed_duties())} == shown
