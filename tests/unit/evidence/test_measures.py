"""Measures for goals, and how ambitious an aim is."""

from dataclasses import replace

import pytest

from sooner.evidence.measures import AGAINST_ONE_FIGURE, AMBITION, Growth, beside_growth, catalogue, gain_a_week, measure

WORDS = measure("words_read_aloud")


def test_an_error_or_a_growth_rate_always_has_its_source():
    for each in catalogue():
        assert (each.error_sd is None) == (each.error_source == "")
        assert all(growth.source and growth.low < growth.middle < growth.high for growth in each.growth)


def test_growth_from_another_country_says_so():
    assert all("United States" in growth.stage for each in catalogue() for growth in each.growth)


def test_a_key_of_another_place_is_nobody_here():
    assert measure("own:3") is None


@pytest.mark.parametrize(("aim", "ambition"), [(21, "modest"), (30, "realistic"), (36, "ambitious"), (60, "beyond")])
def test_an_aim_is_set_beside_published_growth(aim, ambition):
    second = beside_growth(WORDS, baseline=20, aim=aim, weeks=10)[1]
    assert second.ambition == ambition
    assert second.words == AMBITION[ambition]
    assert (second.realistic_aim, second.ambitious_aim) == (pytest.approx(30.3), pytest.approx(35.7))


def test_a_measure_without_published_growth_has_nothing_beside_it():
    assert beside_growth(measure("words_spelled"), baseline=2, aim=8, weeks=10) == ()


def test_the_gain_a_week_needs_time():
    assert gain_a_week(baseline=20, aim=10, weeks=5) == 2
    with pytest.raises(ValueError, match="must be after"):
        gain_a_week(baseline=20, aim=10, weeks=0)


@pytest.mark.parametrize(("aim", "ambition"), [(22, "modest"), (25, "realistic"), (27, "ambitious"), (30, "beyond")])
def test_a_settings_single_figure_is_called_the_usual_gain(aim, ambition):
    own = replace(WORDS, growth=(Growth("Your setting's own figure", 0.5, 0.5, 0.5, "Last year"),))
    assert beside_growth(own, baseline=20, aim=aim, weeks=10)[0].words == AGAINST_ONE_FIGURE[ambition]
