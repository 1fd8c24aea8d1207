"""The tier rules that look at many decisions at once, at claims and at plans: TM-8, TM-9, TM-11 to TM-13, TM-15 and TM-16."""

from datetime import date, timedelta
from itertools import product

import pytest

from sooner.assessment.checks import checks_of
from sooner.assessment.claims import SLOTS, claim, crowd_at
from sooner.assessment.escalation import overdue
from sooner.assessment.fairness import GroupCount, movement_by_group
from sooner.assessment.moderation import agreement, may_see_others, panel_needed, sample
from sooner.assessment.movement import Evidence
from sooner.assessment.sensitivity import CHANGES, FACTORS, sensitivity
from sooner.assessment.tiers import PACKS, tier_model
from sooner.law.report_2024.thresholds import thresholds

SCHOOL_DAYS = [day for n in range(200) if (day := date(2026, 9, 1) + timedelta(days=n)).weekday() < 5]


def test_tm_8_a_group_that_moves_far_more_often_than_the_rest_is_asked_about():
    one, rest = movement_by_group([GroupCount("one", 100, 40), GroupCount("rest", 900, 180)])
    assert (one.per_100, one.ratio_to_rest, one.is_alert) == (40, 2.0, True)
    assert one.low == pytest.approx(1.5217, abs=1e-4)
    assert one.high == pytest.approx(2.6286, abs=1e-4)
    assert rest.ratio_to_rest == 0.5
    assert rest.is_alert


def test_tm_8_a_difference_that_chance_explains_is_not_an_alert():
    one, _ = movement_by_group([GroupCount("one", 20, 4), GroupCount("rest", 100, 12)])
    assert one.ratio_to_rest == pytest.approx(5 / 3)
    assert one.low < 1 < one.high
    assert not one.is_alert


def test_tm_8_a_group_under_ten_is_not_shown_so_that_nobody_is_recognised():
    small, rest = movement_by_group([GroupCount("small", 9, 3), GroupCount("rest", 100, 12)])
    assert small.per_100 is None
    assert "fewer than 10 children" in small.reason
    assert rest.per_100 is None


def test_tm_8_a_ratio_with_nobody_moved_does_not_exist_and_says_so():
    none, _ = movement_by_group([GroupCount("none", 30, 0), GroupCount("rest", 100, 12)])
    assert (none.per_100, none.ratio_to_rest) == (0, None)
    assert "nobody moved" in none.reason


def test_tm_8_counts_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="'one' has 3 moves of 2 children"):
        movement_by_group([GroupCount("one", 2, 3)])


def test_tm_9_the_sample_is_the_same_for_everyone_and_nobody_chooses_it():
    keys = [f"SNR-{n:03}" for n in range(100)]
    chosen = sample(keys, size=10, period="2026-27/1")
    assert chosen == sample(reversed(keys), size=10, period="2026-27/1")
    assert chosen != sample(keys, size=10, period="2026-27/2")
    assert len(set(chosen)) == 10


def test_tm_9_nobody_sees_another_answer_before_all_three_have_answered():
    assert not may_see_others({"one": "keep", "two": "keep"}, "one")
    assert may_see_others({"one": "keep", "two": "keep", "three": "fade"}, "one")
    assert not may_see_others({"one": "keep", "two": "keep", "three": "fade"}, "four")


def test_tm_9_three_answers_that_differ_go_to_a_panel():
    assert panel_needed({"one": "keep", "two": "keep"}) is None
    assert panel_needed({"one": "keep", "two": "keep", "three": "keep"}) is False
    assert panel_needed({"one": "keep", "two": "keep", "three": "fade"}) is True


def test_tm_9_kappa_is_one_where_all_agree_and_is_worked_out_where_they_do_not():
    assert agreement([["keep"] * 3, ["fade"] * 3]).kappa == 1
    mixed = agreement([["keep", "keep", "fade"], ["keep", "fade", "fade"]])
    assert mixed.kappa == pytest.approx((1 / 3 - 1 / 2) / (1 / 2))
    assert (mixed.decisions, mixed.unanimous) == (2, 0)


def test_tm_9_kappa_has_a_reason_where_it_does_not_exist():
    assert agreement([]).reason == "too_few_points"
    assert agreement([["keep"] * 3]).reason == "zero_variance"
    with pytest.raises(ValueError, match="A decision has 2 answers"):
        agreement([["keep", "keep"]])


def test_tm_11_support_just_below_a_line_is_counted():
    crowd = crowd_at(9, [8.0, 8.5, 8.99, 9.0, 9.9, 10.0, 3.0])
    assert (crowd.just_below, crowd.just_above) == (3, 2)
    assert "below 9 hours a week" in crowd.sentence


def test_tm_12_a_claim_needs_ten_weeks_and_four_kinds_of_evidence():
    assert claim(weeks_of_adjustment=10, evidence=list(SLOTS)).may_be_claimed
    short = claim(weeks_of_adjustment=9, evidence=["need", "monitoring"])
    assert short.missing == ("1 more week of support", "what was done", "what the child and the family said")


def test_tm_12_support_never_waits_for_a_claim():
    assert not claim(weeks_of_adjustment=0, evidence=[]).support_waits


def test_tm_13_a_plan_is_checked_at_its_start_in_the_middle_and_at_its_end():
    first, middle, last = checks_of(starts_on=date(2026, 9, 7), review_on=date(2027, 7, 5))
    assert (first.on, middle.on, last.on) == (date(2026, 9, 21), date(2027, 2, 4), date(2027, 7, 5))
    assert "what does the next plan need" in last.asks


def test_tm_13_a_short_plan_keeps_its_checks_in_order():
    days = [each.on for each in checks_of(starts_on=date(2026, 9, 7), review_on=date(2026, 9, 17))]
    assert days == sorted(days)
    with pytest.raises(ValueError, match="is not after the start"):
        checks_of(starts_on=date(2026, 9, 7), review_on=date(2026, 9, 7))


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize(
    ("happened", "promise"),
    [({"first_session": date(2026, 9, 1)}, "support_reviewed"), ({"specialist_asked": date(2026, 9, 1)}, "specialist_allocated")],
)
def test_tm_15_a_late_review_or_allocation_goes_to_the_line_manager_and_the_family_sees_its_options(pack, happened, promise):
    late = {each.service_level.id: each for each in overdue(happened, on=date(2026, 11, 20), school_days=SCHOOL_DAYS, pack=pack)}
    assert late[promise].who_is_told == "The SENCO's line manager"
    for word in ("Complain", "EHC needs assessment", "SENDIASS"):
        assert any(word in option for option in late[promise].family_options)


def cases():
    """A spread of evidence around every threshold."""
    return [
        Evidence(
            rule_outcome=outcome, delivery_share=delivery, attendance_share=attendance, level_vs_benchmark="at_or_above" if reviews else "below",
            weeks_in_tier=weeks, reviews_above=reviews, changed_before=False, tier=tier,
        )
        for (outcome, reviews), delivery, attendance, weeks, tier in product(
            [("below", 0), ("above", 1), ("above", 2), ("above", 4)], [0.5, 0.9], [0.7, 0.95], [4, 8, 16], [1, 2]
        )
    ]  # fmt: skip


def test_tm_16_every_threshold_is_tried_from_half_to_twice_its_value():
    found = sensitivity(cases())
    assert {(each.threshold, each.factor) for each in found} == set(product(CHANGES, FACTORS))
    assert min(FACTORS) == 0.5 and max(FACTORS) == 2.0
    assert all(sum(each.kinds.values()) == len(cases()) for each in found)


def test_tm_16_the_shipped_value_changes_nothing_and_half_of_each_changes_some_proposals():
    found = {(each.threshold, each.factor): each.changed_share for each in sensitivity(cases())}
    assert all(share == 0 for (_, factor), share in found.items() if factor == 1.0)
    assert all(found[name, 0.5] > 0 for name in CHANGES)


def test_tm_16_a_simulation_needs_cases():
    with pytest.raises(ValueError, match="no cases"):
        sensitivity([])


def test_tm_16_every_table_of_thresholds_has_a_version_and_a_standing():
    for about in (thresholds().about, *(tier_model(pack).about for pack in PACKS)):
        assert about.version and about.standing
