"""Other countries' levels of support as data."""

from typing import get_args

import pytest

from sooner.assessment.comparators import CHECKED, COMPARATORS, Checked, all_models, comparator
from sooner.assessment.tiers import PACKS, tier_model


@pytest.mark.parametrize("key", COMPARATORS)
def test_a_comparator_says_its_standing_its_source_and_how_each_statement_was_checked(key):
    model = comparator(key)
    assert model.standing_there and model.about.source and model.about.checked and model.lesson
    for level in model.levels:
        for fact in (level.entry, level.leaving, level.documents, level.decides, level.dose, level.monitoring, level.in_time):
            assert fact.says.endswith(".")
            assert fact.checked != "own"


def test_every_mark_has_words():
    assert set(CHECKED) == set(get_args(Checked))
    assert comparator("denmark").levels[0].entry.check_words == "read on an official page"


def test_levels_need_not_be_four_but_the_area_may_choose_only_packs_that_are():
    assert {len(model.levels) for _, model in all_models()} == {3, 4}
    assert all(len(tier_model(pack).tiers) == 4 for pack in PACKS)
    assert not set(PACKS) & set(COMPARATORS)


def test_in_finland_papers_begin_only_with_individual_support():
    first = comparator("finland_2025").first_paper
    assert first is not None and first.name == "Individual support"
    assert comparator("finland_2025").levels[1].name == "Group support"


def test_what_has_ended_or_is_due_to_end_says_so():
    assert "Ended" in comparator("finland_until_2025").standing_there
    assert "agreed to abolish the limit" in comparator("denmark").standing_there


def test_the_areas_own_packs_can_stand_beside_them_with_their_promises():
    own = comparator("report_2024")
    assert [level.name for level in own.levels] == [tier.name for tier in tier_model("report_2024").tiers]
    assert "10 school days" in own.levels[1].in_time.says
    assert own.levels[3].in_time.says == "The law's own times apply."


def test_a_model_that_does_not_exist_is_refused_with_the_list():
    with pytest.raises(ValueError, match="There is no model 'mars'. Use one of: report_2024"):
        comparator("mars")
