"""National figures: each one sourced, graded and quoted with its own number."""

import pytest

from sooner.evidence.figures import Figures, all_figures, figure
from sooner.law.tables import TableError, parsed

RECALLED = """
[about]
title = "t"
version = "1"
standing = "published"
source = "s"
checked = "c"
[[figures]]
key = "k"
value = 1.0
unit = "percent"
sentence = "s"
source = "s"
year = 2024
grade = "D"
"""


@pytest.mark.parametrize("each", all_figures(), ids=lambda each: each.key)
def test_a_figure_quotes_its_own_number(each):
    words = {4.0: "four"}
    shown = words.get(each.value, f"{each.value:,.2f}".rstrip("0").rstrip("."))
    assert shown in each.sentence
    assert each.source


def test_a_recalled_figure_is_refused_on_reading():
    with pytest.raises(TableError, match="'grade' is 'D'. Write one of: A, B, C."):
        parsed(RECALLED, Figures, path="figures.toml")


def test_a_figure_is_found_by_its_key():
    assert figure("plans_growth_since_2015").value == 140.0
    with pytest.raises(ValueError, match="There is no figure 'growth'. Use one of: plans_growth_since_2015"):
        figure("growth")


def test_every_figure_has_its_own_key():
    assert len({each.key for each in all_figures()}) == len(all_figures())
