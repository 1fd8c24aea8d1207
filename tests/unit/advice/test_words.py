"""Stems, everyday phrases and misspellings."""

import pytest

from sooner.advice.search import as_read
from sooner.advice.words import corrected, mistakes, stem, stems


@pytest.mark.parametrize("words", [("appeal", "appeals", "appealing", "appealed"), ("assess", "assesses", "assessed", "assessing"), ("plan", "plans", "planned", "planning"), ("apply", "applies", "applied")])
def test_forms_of_a_word_meet(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(("one", "other", "number"), [("appeal", "apeal", 1), ("senco", "sneco", 1), ("school", "scool", 1), ("plan", "plan", 0), ("cat", "horse", 3)])
def test_mistakes_count_letters(one: str, other: str, number: int) -> None:
    assert mistakes(one, other, 2) == number


def test_everyday_phrases_mean_the_same() -> None:
    assert "refus" in stems("they turned us down")
    assert stems("the EHCP") == stems("an EHC plan")
    assert "parttim" in stems("he only gets mornings only")


def test_a_misspelt_word_is_taken_for_the_commonest_near_one() -> None:
    assert corrected("trasport", {"transport": 9, "report": 3}) == "transport"
    assert corrected("dedline", {"decline": 2, "deadline": 30}) == "deadline"


def test_a_right_word_is_never_corrected() -> None:
    assert corrected("lemon", {"melon": 5, "leman": 2}) == "lemon"


def test_a_question_is_read_as_it_was_meant() -> None:
    assert "school" in as_read("my dauhgter hates scool")


def test_an_age_is_its_group() -> None:
    assert "underfiv" in stems("my 3 year old")
    assert "agedsixteen" in stems("my 19-year-old")
    assert "7" not in stems("my 7 year old")
