"""The banks of questions, as parents ask them: how many find their article, and how many are read the right way."""

import json
from functools import cache
from pathlib import Path

import pytest

from sooner.advice import ask

FILES = Path(__file__).parents[2] / "files" / "advice"
asked = cache(ask)


def bank(name: str) -> dict[str, list[dict[str, object]]]:
    return json.loads((FILES / f"questions_{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "first", "third"), [("tuning", 0.92, 0.97), ("held_apart", 0.85, 0.93)])
def test_parents_questions_find_their_article(name: str, first: float, third: float) -> None:
    at_one = at_three = 0
    questions = bank(name)["questions"]
    for each in questions:
        found = [answer.article for answer in asked(str(each["question"])).answers]
        expected = each["expected"]
        assert isinstance(expected, list)
        at_one += bool(found) and found[0] in expected
        at_three += any(key in expected for key in found)
    assert at_one / len(questions) >= first
    assert at_three / len(questions) >= third


def test_most_other_questions_are_read_the_right_way() -> None:
    rows = [row for name in ("tuning", "held_apart") for row in bank(name)["modes"]]
    right = sum(asked(str(row["question"])).mode == row["mode"] for row in rows)
    assert right / len(rows) >= 0.93


def test_no_question_about_a_child_is_sent_away() -> None:
    rows = [row for name in ("tuning", "held_apart") for row in bank(name)["questions"]]
    sent_away = [row["question"] for row in rows if asked(str(row["question"])).mode == "out_of_scope"]
    assert len(sent_away) / len(rows) <= 0.01
