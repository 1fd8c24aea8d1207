"""Tier packs."""

import pytest

from sooner.assessment.tiers import PACKS, tier_model, tier_named

EVENTS = {
    "concern_noted", "concern_acknowledged", "area_asked_to_sign", "baseline_completed", "first_session", "review_held",
    "specialist_asked", "specialist_allocated", "specialist_seen",
}  # fmt: skip


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_names_every_stored_number_once(pack):
    assert [tier.number for tier in tier_model(pack).tiers] == [0, 1, 2, 3]


def test_the_same_number_has_the_name_of_the_pack():
    assert [tier.name for tier in tier_model("report_2024").tiers] == ["Universal", "Baseline", "Targeted", "Comprehensive"]
    names = [tier.name for tier in tier_model("proposals_2026").tiers]
    assert names == ["Universal", "Targeted", "Targeted plus", "Specialist"]


def test_neither_pack_is_law_and_the_proposals_say_that_they_are_proposed():
    assert {pack: tier_model(pack).standing for pack in PACKS} == {"report_2024": "practice", "proposals_2026": "proposed"}
    for pack in PACKS:
        assert "They are not law" in tier_model(pack).sentence


@pytest.mark.parametrize("pack", PACKS)
def test_service_levels_count_between_events_the_record_has(pack):
    for level in tier_model(pack).service_levels:
        assert {level.counts_from, level.met_by} <= EVENTS
        assert level.school_days > 0


def test_the_promises_are_the_same_in_both_packs():
    assert tier_model("report_2024").service_levels == tier_model("proposals_2026").service_levels


def test_a_tier_or_pack_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="There is no tier 4"):
        tier_named("report_2024", 4)
    with pytest.raises(ValueError, match="There is no tier pack 'wales'. Use one of: report_2024, proposals_2026."):
        tier_model("wales")


def test_a_tier_is_found_by_its_number():
    assert tier_named("proposals_2026", 2).family_name == tier_named("report_2024", 2).family_name
