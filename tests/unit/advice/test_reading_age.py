"""The Flesch-Kincaid grade and the check for short forms."""

import pytest

from sooner.advice.reading_age import reading_grade, syllables_in, unexplained_acronyms


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("cat", 1), ("plans", 1), ("changed", 1), ("needed", 2), ("table", 2), ("people", 2), ("autism", 3), ("council", 2), ("assessment", 3), ("education", 4), ("the", 1)],
)
def test_syllables(word: str, syllables: int) -> None:
    assert syllables_in(word) == syllables


def test_the_formula_on_a_counted_text() -> None:
    # 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59
    assert reading_grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)


def test_longer_sentences_and_words_are_harder() -> None:
    easy = "You can ask. The school must help."
    hard = "Notwithstanding institutional considerations, the educational authority retains responsibility for determining appropriate provision."
    assert reading_grade(hard) > 12 > 3 > reading_grade(easy)


def test_statutory_names_count_as_one_easy_word() -> None:
    assert reading_grade("Ask for an EHC needs assessment.") == reading_grade("Ask for an name.")


def test_a_text_without_words_has_no_grade() -> None:
    assert reading_grade("... 12 £") == 0.0


def test_short_forms_that_are_not_spelt_out_are_found_once_in_order() -> None:
    assert unexplained_acronyms("Ask the DCO or the ICB. The DCO knows.") == ("DCO", "ICB")


def test_a_short_form_in_brackets_or_with_brackets_is_explained() -> None:
    assert unexplained_acronyms("Disability Living Allowance (DLA) helps. PIP (Personal Independence Payment) comes later. DLA ends.") == ()


def test_statutory_names_and_known_ones_need_no_brackets() -> None:
    assert unexplained_acronyms("The SENCO and SENDIASS know the EHC plan.") == ()
    assert unexplained_acronyms("Use the TOTP code.", known=("TOTP",)) == ()
