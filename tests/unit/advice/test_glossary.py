"""The names in the law are explained on the page where they stand."""

from sooner.advice.glossary import glossary, words_explained
from sooner.advice.reading_age import reading_grade


def test_the_words_of_a_text_are_explained_once_in_order() -> None:
    found = words_explained("Ask the SENCO about EHC plans. The SENCO knows the EHC plan.")
    assert [each.word for each in found] == ["SENCO", "EHC plan"]


def test_a_text_without_names_needs_none() -> None:
    assert words_explained("Write down what is hard.") == ()


def test_each_explanation_reads_easily() -> None:
    for each in glossary():
        assert reading_grade(each.means) <= 9, each.word
