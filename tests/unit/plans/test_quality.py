"""What is missing or too vague in a plan."""

from dataclasses import replace
from datetime import date

import pytest

from sooner.plans.document import Line, Outcome, Plan, problems
from sooner.plans.quality import vague_wordings, vague_words

OUTCOME = Outcome("o1", "Sam reads a page of a chosen book aloud", date(2027, 7, 1), "Read with the teacher each half term")
LINE = Line("l1", "o1", "Phonics group", "phonics-group", 25, 4, 4, "Teaching assistant", date(2027, 1, 11), date(2027, 4, 1))
PLAN = Plan((OUTCOME,), (LINE,), "We read at bedtime.", "I like comics.", date(2027, 3, 3))


def fields(plan):
    return [(problem.part, problem.field, problem.severity) for problem in problems(plan)]


def test_a_whole_plan_has_nothing_to_put_right():
    assert problems(PLAN) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"who": " "}, "who"),
        ({"minutes": None}, "minutes"),
        ({"minutes": 0}, "minutes"),
        ({"times_a_week": None}, "times_a_week"),
        ({"times_a_week": 0}, "times_a_week"),
        ({"group_size": 0}, "group_size"),
        ({"what": ""}, "what"),
        ({"starts_on": None}, "starts_on"),
        ({"until": date(2027, 1, 11)}, "until"),
        ({"starts_on": date(2027, 3, 3)}, "starts_on"),
    ],
)
def test_a_line_that_promises_nothing_countable_must_be_fixed(change, field):
    assert fields(replace(PLAN, lines=(replace(LINE, **change),))) == [("l1", field, "must_fix")]


def test_a_line_without_an_end_or_a_plan_without_review_draws_no_complaint_about_order():
    assert problems(replace(PLAN, lines=(replace(LINE, until=None),))) == ()
    assert fields(replace(PLAN, review_on=None)) == [("", "review_on", "must_fix")]


def test_a_line_for_an_outcome_that_is_not_there_leaves_both_loose():
    found = fields(replace(PLAN, lines=(replace(LINE, outcome_key="o9"),)))
    assert found == [("o1", "lines", "must_fix"), ("l1", "outcome_key", "must_fix")]


def test_an_outcome_needs_words_and_a_date():
    assert fields(replace(PLAN, outcomes=(replace(OUTCOME, text="", by_on=None),))) == [
        ("o1", "text", "must_fix"),
        ("o1", "by_on", "must_fix"),
    ]


def test_an_outcome_without_a_measure_is_a_warning():
    assert fields(replace(PLAN, outcomes=(replace(OUTCOME, measure=""),))) == [("o1", "measure", "warning")]


def test_an_empty_plan_asks_for_everything():
    found = fields(Plan((), (), "", "", None))
    assert [field for _, field, _ in found] == ["outcomes", "review_on", "family_views", "child_views"]


def test_two_parts_with_one_name_are_told_apart():
    twice = replace(PLAN, lines=(LINE, LINE))
    assert ("l1", "key", "must_fix") in fields(twice)


def test_vague_words_are_warnings_that_say_what_to_write_instead():
    vague = replace(PLAN, lines=(replace(LINE, what="Regular access to a quiet room where possible"),))
    found = problems(vague)
    assert [problem.severity for problem in found] == ["warning"] * 3
    assert found[0].sentence == (
        "'access to' cannot be counted or checked: say what the child will be given, by whom and how often."
    )


def test_what_must_be_fixed_comes_before_warnings():
    vague = replace(PLAN, outcomes=(replace(OUTCOME, text="Improve"),), lines=(replace(LINE, who=""),))
    assert [problem.severity for problem in problems(vague)] == ["must_fix", "warning"]


def test_a_vague_word_inside_another_word_is_not_vague():
    assert vague_words("irregular verbs and improvements") == ()


def test_a_long_outcome_is_shortened_in_the_message():
    long = replace(OUTCOME, text="Sam " + "reads " * 20, by_on=None)
    sentence = problems(replace(PLAN, outcomes=(long,)))[0].sentence
    assert "…" in sentence
    assert len(sentence) < 120


@pytest.mark.parametrize("wording", vague_wordings(), ids=lambda wording: wording.words)
def test_each_vague_wording_is_found_in_either_case(wording):
    assert wording in vague_words(f"Sam will have {wording.words.upper()} it.")
