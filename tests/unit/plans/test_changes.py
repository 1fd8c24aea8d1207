"""What changed between two versions of a plan, in sentences."""

from dataclasses import replace
from datetime import date

import pytest

from sooner.plans.document import Line, Outcome, Plan, differences

OUTCOME = Outcome("o1", "Sam reads a page", date(2027, 7, 1), "Read with the teacher")
LINE = Line("l1", "o1", "Phonics group", "phonics-group", 25, 4, 4, "Teaching assistant", date(2027, 1, 11), None)
PLAN = Plan((OUTCOME,), (LINE,), "We read at bedtime.", "I like comics.", date(2027, 3, 3))


def test_the_same_plan_has_no_differences():
    assert differences(PLAN, PLAN) == ()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"times_a_week": 1}, "Phonics group: less time, 25 minutes once a week (was 25 minutes 4 times a week)."),
        ({"minutes": 30}, "Phonics group: more time, 30 minutes 4 times a week (was 25 minutes 4 times a week)."),
        ({"minutes": None}, "Phonics group: less time, no length given 4 times a week (was 25 minutes 4 times a week)."),
        ({"times_a_week": None}, "Phonics group: less time, 25 minutes no number of times given (was 25 minutes 4 times a week)."),
        ({"minutes": 50, "times_a_week": 2}, "Phonics group: the same time in all, now 50 minutes 2 times a week (was 25 minutes 4 times a week)."),
        ({"minutes": 200, "times_a_week": 0.5}, "Phonics group: the same time in all, now 200 minutes once a fortnight (was 25 minutes 4 times a week)."),
        ({"group_size": 1}, "Phonics group: now individual (was in a group of 4)."),
        ({"who": "Teacher"}, "Phonics group: now given by Teacher (was Teaching assistant)."),
        ({"outcome_key": "o2"}, "Phonics group: now for a different outcome."),
        ({"starts_on": date(2027, 1, 18)}, "Phonics group: now starts on 18 January 2027 (was 11 January 2027)."),
        ({"until": date(2027, 4, 1)}, "Phonics group: now ends before 1 April 2027 (was no date)."),
        ({"what": "Reading group"}, "“Phonics group” is now “Reading group”."),
    ],
)
def test_a_changed_line_says_what_it_was_and_what_it_is(change, sentence):
    assert differences(PLAN, replace(PLAN, lines=(replace(LINE, **change),))) == (sentence,)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"text": "Sam reads a book"}, "The outcome “Sam reads a page” now reads “Sam reads a book”."),
        ({"by_on": None}, "The outcome “Sam reads a page” is now for no date (was 1 July 2027)."),
        ({"measure": "A test"}, "How everyone will know about “Sam reads a page” is now “A test” (was “Read with the teacher”)."),
    ],
)
def test_a_changed_outcome_says_what_it_was_and_what_it_is(change, sentence):
    assert differences(PLAN, replace(PLAN, outcomes=(replace(OUTCOME, **change),))) == (sentence,)


def test_what_came_and_what_went_are_both_named():
    new = Plan((replace(OUTCOME, key="o2"),), (replace(LINE, key="l2"),), "x", "y", None)
    assert differences(PLAN, new) == (
        "New outcome: “Sam reads a page”, by 1 July 2027.",
        "Outcome taken out: “Sam reads a page”.",
        "New provision: Phonics group, 25 minutes 4 times a week, from 11 January 2027.",
        "Provision taken out: Phonics group, 25 minutes 4 times a week.",
        "The family's views were changed.",
        "The child's views were changed.",
        "The review is now on no date (was 3 March 2027).",
    )
