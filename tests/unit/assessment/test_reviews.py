"""When a review is due, and how earlier reviews count."""

from datetime import date

import pytest

from sooner.assessment.reviews import (
    PastDecision,
    counted_since,
    level_against,
    review_due_on,
    reviews_above_in_a_row,
    was_changed_in_tier,
    whole_weeks,
)

SEPTEMBER, JULY = date(2026, 9, 7), date(2027, 7, 5)


def decision(on: date, kind: str = "keep", tiers: tuple[int, int] = (1, 1), outcome: str = "") -> PastDecision:
    return PastDecision(on, kind, *tiers, outcome)


@pytest.mark.parametrize(("tier", "due_on"), [(0, JULY), (1, date(2026, 10, 19)), (2, date(2026, 11, 9)), (3, date(2026, 10, 19))])
def test_a_review_is_due_after_the_least_stay_of_the_tier(tier, due_on):
    assert review_due_on(tier=tier, starts_on=SEPTEMBER, aim_on=JULY, decided_on=None) == due_on


def test_a_decision_starts_the_next_stay():
    assert review_due_on(tier=1, starts_on=SEPTEMBER, aim_on=JULY, decided_on=date(2026, 10, 20)) == date(2026, 12, 1)


def test_no_review_is_later_than_the_date_of_the_aim():
    assert review_due_on(tier=2, starts_on=SEPTEMBER, aim_on=date(2026, 10, 1), decided_on=None) == date(2026, 10, 1)


def test_after_the_date_of_the_aim_the_stay_alone_counts():
    assert review_due_on(tier=1, starts_on=SEPTEMBER, aim_on=date(2026, 10, 1), decided_on=date(2026, 10, 1)) == date(2026, 11, 12)
    assert review_due_on(tier=0, starts_on=SEPTEMBER, aim_on=date(2026, 10, 1), decided_on=date(2026, 10, 1)) == date(2026, 12, 3)


def test_an_unknown_tier_is_refused():
    with pytest.raises(ValueError, match="no tier 4"):
        review_due_on(tier=4, starts_on=SEPTEMBER, aim_on=JULY, decided_on=None)


@pytest.mark.parametrize(
    ("decisions", "since"),
    [
        ([], SEPTEMBER),
        ([decision(date(2026, 10, 1))], SEPTEMBER),
        ([decision(date(2026, 10, 1), "restore_delivery")], date(2026, 10, 1)),
        ([decision(date(2026, 10, 1), "change"), decision(date(2026, 11, 1))], date(2026, 10, 1)),
        ([decision(date(2026, 10, 1), "step_up", (1, 2))], date(2026, 10, 1)),
    ],
)
def test_weeks_count_from_the_last_move_change_or_restored_delivery(decisions, since):
    assert counted_since(support_from=SEPTEMBER, decisions=decisions) == since


def test_weeks_are_whole_and_never_below_nought():
    assert whole_weeks(SEPTEMBER, date(2026, 9, 20)) == 1
    assert whole_weeks(SEPTEMBER, date(2026, 9, 21)) == 2
    assert whole_weeks(SEPTEMBER, date(2026, 9, 1)) == 0


def test_a_change_counts_only_within_the_present_tier():
    changed = decision(date(2026, 10, 1), "change")
    assert was_changed_in_tier(tier=1, decisions=[changed])
    assert not was_changed_in_tier(tier=2, decisions=[changed, decision(date(2026, 11, 1), "step_up", (1, 2))])
    assert was_changed_in_tier(tier=1, decisions=[changed, decision(date(2026, 11, 1), "keep")])
    assert not was_changed_in_tier(tier=1, decisions=[])


def test_reviews_above_the_aim_count_only_in_a_row():
    earlier = [decision(date(2026, 10, 1), outcome="below"), decision(date(2026, 10, 15), outcome="above")]
    assert reviews_above_in_a_row(outcome="above", decisions=earlier) == 2
    assert reviews_above_in_a_row(outcome="on", decisions=earlier) == 0
    assert reviews_above_in_a_row(outcome="above", decisions=[]) == 1


@pytest.mark.parametrize(
    ("value", "expected", "direction", "level"),
    [
        (40, 40, "increase", "at_or_above"),
        (39.9, 40, "increase", "below"),
        (2, 3, "decrease", "at_or_above"),
        (4, 3, "decrease", "below"),
        (None, 40, "increase", None),
        (40, None, "increase", None),
    ],
)
def test_the_level_is_compared_in_the_direction_that_is_better(value, expected, direction, level):
    assert level_against(value=value, expected=expected, direction=direction) == level


def test_a_goal_whose_rule_waits_eight_weeks_is_not_due_before():
    common = {"tier": 1, "starts_on": date(2026, 9, 7), "aim_on": date(2027, 7, 5), "decided_on": None}
    assert review_due_on(**common) == date(2026, 10, 19)
    assert review_due_on(**common, first_look_weeks=8) == date(2026, 11, 2)
    assert review_due_on(**common | {"tier": 2}, first_look_weeks=8) == date(2026, 11, 9)
