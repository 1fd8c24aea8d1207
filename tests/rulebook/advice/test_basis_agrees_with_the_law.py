"""The legal basis of an article agrees with the rulebook: the same rule, no stronger force, and nothing quoted that was not read."""

import re

import pytest

from sooner.advice.library import Basis, article, bases
from sooner.law.england_2014.duties import Duty, duties

IN_THE_RULEBOOK = [each for each in bases().values() if any(duty.id == each.rule for duty in duties())]
NUMBERS = re.compile(r"\d+")


def duties_of(basis: Basis) -> list[Duty]:
    return [duty for duty in duties() if duty.id == basis.rule]


def test_many_articles_rest_on_dated_rules() -> None:
    assert len(IN_THE_RULEBOOK) >= 20


@pytest.mark.parametrize("basis", IN_THE_RULEBOOK, ids=lambda basis: basis.rule)
def test_a_rule_that_was_only_recalled_is_not_quoted(basis: Basis) -> None:
    if all(duty.checked == "R" for duty in duties_of(basis)):
        assert not basis.may_be_quoted


@pytest.mark.parametrize("basis", IN_THE_RULEBOOK, ids=lambda basis: basis.rule)
def test_the_force_is_one_the_rulebook_gives(basis: Basis) -> None:
    assert basis.standing in {duty.standing for duty in duties_of(basis)}


@pytest.mark.parametrize("basis", [each for each in IN_THE_RULEBOOK if each.may_be_quoted and each.standing != "practice"], ids=lambda basis: basis.rule)
def test_the_provision_named_is_the_rulebooks_own(basis: Basis) -> None:
    named = set(NUMBERS.findall(" ".join(duty.authority for duty in duties_of(basis))))
    assert named & set(NUMBERS.findall(basis.authority))


@pytest.mark.parametrize(
    ("key", "rule", "amount", "unit", "says"),
    [
        ("how-long-it-takes", "EHC-04", 6, "weeks", "6 weeks"),
        ("how-long-it-takes", "EHC-08", 16, "weeks", "16 weeks"),
        ("how-long-it-takes", "EHC-17", 20, "weeks", "20 weeks"),
        ("what-happens-in-an-assessment", "EHC-06", 6, "weeks", "six weeks"),
        ("draft-plan-fifteen-days", "EHC-11", 15, "days", "15 days"),
        ("after-the-annual-review", "AR-06", 4, "weeks", "four weeks"),
        ("moving-to-another-area", "MV-03", 6, "weeks", "six weeks"),
        ("mediation", "TR-03", 3, "working_days", "three working days"),
        ("reassessment", "RE-02", 15, "days", "15 days"),
        ("reassessment", "RE-04", 14, "weeks", "14 weeks"),
    ],
)  # fmt: skip
def test_a_time_in_an_article_is_the_time_of_the_rule(key: str, rule: str, amount: int, unit: str, says: str) -> None:
    shown = article(key)
    assert shown is not None
    assert rule in {each.rule for each in shown.basis}
    assert any((duty.amount, duty.unit) == (amount, unit) for duty in duties() if duty.id == rule)
    assert says in shown.words
