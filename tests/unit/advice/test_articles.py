"""The articles themselves: their shape, their reading age and what they rest on."""

import re

import pytest

from sooner.advice import Article, article, articles, reading_grade, unexplained_acronyms
from sooner.advice.library import FILES, Basis, _named, bases, contacts
from sooner.law.tables import TableError

HARDEST_GRADE = 7.0
AIM = 5.0
SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
EVERY_ARTICLE = pytest.mark.parametrize("each", articles(), ids=lambda each: each.key)


def test_there_are_at_least_forty_articles_with_keys_of_their_own() -> None:
    keys = [each.key for each in articles()]
    assert len(keys) >= 40
    assert len(set(keys)) == len(keys)


def test_every_stage_has_articles() -> None:
    assert len({each.stage for each in articles()}) == len(FILES)


@EVERY_ARTICLE
def test_an_answer_is_two_sentences(each: Article) -> None:
    assert len([part for part in SENTENCE_END.split(each.answer) if part.strip()]) == 2


@EVERY_ARTICLE
def test_an_article_reads_at_grade_seven_or_lower(each: Article) -> None:
    assert reading_grade(each.words) <= HARDEST_GRADE


@EVERY_ARTICLE
def test_an_answer_alone_is_near_grade_seven(each: Article) -> None:
    assert reading_grade(each.answer) <= HARDEST_GRADE + 1


@EVERY_ARTICLE
def test_an_article_explains_its_short_forms(each: Article) -> None:
    assert unexplained_acronyms(each.words) == ()


@EVERY_ARTICLE
def test_an_article_has_steps_help_and_a_basis(each: Article) -> None:
    assert 3 <= len(each.steps) <= 5
    assert each.contacts
    assert each.basis
    assert each.question.endswith(("?", "."))


def test_the_articles_together_are_near_the_aim() -> None:
    grades = [reading_grade(each.words) for each in articles()]
    assert sum(grades) / len(grades) <= AIM


@EVERY_ARTICLE
def test_what_was_not_read_again_is_never_quoted(each: Article) -> None:
    for basis in each.basis:
        if basis.checked == "R":
            assert basis.authority not in each.legal_basis
            assert "your adviser can check it" in each.legal_basis


@EVERY_ARTICLE
def test_no_article_blames_a_child(each: Article) -> None:
    assert not re.search(r"\b(failed|non-compliant|refuser)\b", each.words, flags=re.IGNORECASE)


def test_no_article_dissuades_from_asking_for_an_assessment() -> None:
    for key in ("ask-for-an-ehc-assessment", "who-may-ask", "what-to-write-in-a-request", "ask-again"):
        shown = article(key)
        assert shown is not None
        assert not re.search(r"\b(think twice|only if school|unlikely|not worth|wait until)\b", shown.words, flags=re.IGNORECASE)


def test_every_basis_and_contact_is_used() -> None:
    used = {basis.rule for each in articles() for basis in each.basis}
    assert set(bases()) == used
    assert {"advice_service", "emergency", "samaritans", "childline", "nspcc"} <= set(contacts())


def test_an_unknown_article_is_none() -> None:
    assert article("no-such-article") is None


def test_a_provision_nobody_read_again_is_told_as_our_reading() -> None:
    recalled = Basis(rule="OWN-1", authority="Education Act 1996, section 1", standing="in_force", checked="R")
    assert not recalled.may_be_quoted
    assert recalled.words == "Our reading; your adviser can check it"


def test_an_entry_that_names_somebody_unknown_is_refused_by_name() -> None:
    with pytest.raises(TableError, match=r"a\.toml: 'help' names 'nobody', which is not in contacts\.toml"):
        _named(contacts(), "nobody", "a.toml: 'help'", "contacts.toml")
