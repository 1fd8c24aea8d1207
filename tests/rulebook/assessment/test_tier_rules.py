"""Moving between tiers, rule by rule: given the evidence, this is proposed."""

import dataclasses
from typing import get_args

import pytest

from sooner.assessment.movement import NO_GATE, Kind, RuleOutcome, outcome_named, propose
from sooner.assessment.tiers import PACKS, tier_model
from sooner.law.report_2024.thresholds import thresholds

EVIDENCE = {
    "rule_outcome": "below",
    "delivery_share": 0.9,
    "attendance_share": 0.95,
    "level_vs_benchmark": "below",
    "weeks_in_tier": 10,
    "reviews_above": 0,
    "changed_before": False,
    "tier": 1,
}
DOING_WELL = {"rule_outcome": "above", "level_vs_benchmark": "at_or_above", "reviews_above": 3}


def proposed(**changes):
    return propose(**(EVIDENCE | changes))


def kind_and_tier(**changes):
    found = proposed(**changes)
    return found.kind, found.target_tier


@pytest.mark.parametrize("tier", [0, 1, 2, 3])
@pytest.mark.parametrize("outcome", ["below", "on", "above", "mixed", "undetermined", "insufficient", "on_track", "off_track"])
def test_tm_1_no_proposal_stands_before_an_ehc_request(tier, outcome):
    found = proposed(rule_outcome=outcome, tier=tier)
    assert found.no_gate == NO_GATE
    assert "EHC needs assessment at any time" in found.no_gate
    assert "TM-1" in found.rules


def test_tm_1_the_highest_tier_is_entered_by_any_request_from_any_tier():
    for pack in PACKS:
        assert tier_model(pack).tiers[3].entry.startswith("Any request under section 36")


def test_tm_2_a_professional_may_override_upwards_while_the_weeks_run():
    found = proposed(weeks_in_tier=2)
    assert "a professional may move the child up now and say why" in found.sentence
    assert "TM-2" in found.rules


def test_tm_2_the_family_is_consulted_before_support_fades():
    found = proposed(**DOING_WELL)
    assert "after talking with the family" in found.sentence
    assert "if you agree" in found.family_sentence


def test_tm_3_a_proposal_carries_the_version_of_the_rules_and_its_reasons():
    found = proposed()
    assert found.rules_version == thresholds().about.version
    assert found.reasons == ("Progress is below the aim with support delivered.",)


@pytest.mark.parametrize("outcome", ["below", "above", "insufficient", "on"])
def test_tm_4_low_delivery_comes_before_anything_progress_could_say(outcome):
    assert kind_and_tier(rule_outcome=outcome, delivery_share=0.79) == ("restore_delivery", 1)


def test_tm_4_exactly_eighty_in_a_hundred_is_enough():
    assert kind_and_tier(delivery_share=0.8) == ("change", 1)


def test_tm_4_sessions_nobody_logged_are_not_evidence_of_failure():
    found = proposed(delivery_share=None)
    assert found.kind == "not_enough_information"
    assert "Log the sessions." in found.sentence


@pytest.mark.parametrize("outcome", ["insufficient", "undetermined", "mixed"])
def test_tm_4_checks_that_do_not_point_one_way_are_not_enough(outcome):
    assert kind_and_tier(rule_outcome=outcome) == ("not_enough_information", 1)


@pytest.mark.parametrize(("tier", "least"), [(1, 6), (2, 9), (3, 6)])
def test_tm_5_nobody_is_moved_before_the_least_stay(tier, least):
    assert proposed(tier=tier, weeks_in_tier=least - 1).kind == "not_enough_information"
    assert "1 more week would settle it" in proposed(tier=tier, weeks_in_tier=least - 1).sentence
    assert proposed(tier=tier, weeks_in_tier=least).kind == "change"


def test_tm_5_the_way_down_is_harder_than_the_way_up():
    assert kind_and_tier(**DOING_WELL) == ("fade", 0)
    assert kind_and_tier(**DOING_WELL | {"reviews_above": 2}) == ("keep", 1)
    assert kind_and_tier(**DOING_WELL, weeks_in_tier=5) == ("keep", 1)


def test_tm_6_absence_is_a_barrier_and_never_no_response():
    found = proposed(attendance_share=0.84)
    assert found.kind == "not_enough_information"
    assert "TM-6" in found.rules
    assert "Find out with the family what keeps the child away." in found.sentence


def test_tm_6_absence_is_pointed_out_even_when_progress_is_good():
    found = proposed(rule_outcome="on", attendance_share=0.5)
    assert found.kind == "keep"
    assert found.reasons[-1] == "Attendance was 50%, below 85%: look for what keeps the child away (TM-6)."


def test_tm_6_exactly_eighty_five_in_a_hundred_and_unknown_attendance_are_not_flagged():
    assert proposed(attendance_share=0.85).kind == "change"
    assert proposed(attendance_share=None).kind == "change"


def test_tm_7_every_proposal_is_a_prompt_for_a_named_person():
    assert "TM-7" in proposed().rules
    assert "TM-7" in proposed(**DOING_WELL).rules


def test_tm_10_group_support_needs_no_plan_in_the_reports_first_tier():
    assert not tier_model("report_2024").tiers[1].plan_needed
    assert tier_model("proposals_2026").tiers[1].plan_needed


def test_tm_14_every_proposal_has_a_sentence_for_the_family():
    assert all(proposed(tier=tier, changed_before=True).family_sentence for tier in range(4))


def test_tm_16_every_threshold_can_be_replaced_by_a_simulation():
    shipped = thresholds()
    half = dataclasses.replace(shipped, delivery=dataclasses.replace(shipped.delivery, adequate_share=0.4))
    assert propose(**EVIDENCE | {"delivery_share": 0.5}, parameters=half).kind == "change"
    assert propose(**EVIDENCE | {"delivery_share": 0.5}).kind == "restore_delivery"


def test_the_first_change_is_within_the_tier_and_the_second_steps_up():
    assert kind_and_tier() == ("change", 1)
    assert kind_and_tier(changed_before=True) == ("step_up", 2)
    assert kind_and_tier(changed_before=True, tier=2) == ("step_up", 3)


def test_a_child_in_ordinary_teaching_who_falls_behind_gets_a_baseline_at_once():
    assert kind_and_tier(tier=0, weeks_in_tier=0, delivery_share=None) == ("step_up", 1)


def test_in_the_highest_tier_a_second_failure_asks_for_an_early_review():
    found = proposed(tier=3, changed_before=True)
    assert (found.kind, found.target_tier) == ("change", 3)
    assert "early annual review" in found.sentence


def test_progress_below_an_ambitious_aim_checks_the_goal_first():
    assert kind_and_tier(level_vs_benchmark="at_or_above", changed_before=True) == ("check_goal", 1)


def test_where_no_benchmark_exists_the_aim_alone_decides():
    assert kind_and_tier(level_vs_benchmark=None) == ("change", 1)
    assert kind_and_tier(**DOING_WELL | {"level_vs_benchmark": None}) == ("keep", 1)


def test_above_the_aim_twice_but_below_the_level_keeps_support_and_raises_the_goal():
    found = proposed(rule_outcome="above", reviews_above=2)
    assert found.kind == "keep"
    assert "more ambitious goal" in found.sentence


@pytest.mark.parametrize("outcome", ["on", "above", "on_track"])
def test_support_that_works_is_kept(outcome):
    assert proposed(rule_outcome=outcome, reviews_above=1).sentence == "Keep the support going as it is."


def test_a_projection_off_track_is_read_as_below():
    assert kind_and_tier(rule_outcome="off_track") == ("change", 1)


def test_there_is_nothing_to_fade_in_ordinary_teaching():
    assert kind_and_tier(**DOING_WELL, tier=0) == ("keep", 0)


def test_support_under_an_ehc_plan_fades_only_at_a_review_and_after_the_new_support_is_there():
    found = proposed(**DOING_WELL, tier=3)
    assert (found.kind, found.target_tier) == ("fade", 2)
    assert found.sentence.endswith("Only at a review, and only once the new support is in place.")


def test_every_kind_of_proposal_can_be_reached():
    reached = {
        proposed(**changes).kind
        for changes in (
            DOING_WELL,
            {"rule_outcome": "on"},
            {},
            {"changed_before": True},
            {"delivery_share": 0.1},
            {"level_vs_benchmark": "at_or_above"},
            {"rule_outcome": "mixed"},
        )
    }
    assert reached == set(get_args(Kind))


def test_every_word_a_rule_says_has_its_outcome_and_another_is_refused():
    assert [outcome_named(word) for word in get_args(RuleOutcome)] == list(get_args(RuleOutcome))
    with pytest.raises(ValueError, match="No rule says 'splendid'"):
        outcome_named("splendid")


def test_a_tier_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="There is no tier 4"):
        proposed(tier=4)
