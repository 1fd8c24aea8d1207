"""Asking: danger first, what is ours, what needs a person, and anything at all that may be typed."""

import json
from pathlib import Path
from time import perf_counter

import pytest

from sooner.advice import ask
from sooner.advice.asking import ANOTHER_LANGUAGE, EMPTY, NOT_OURS, TOO_LONG
from sooner.advice.words import MOST_CHARACTERS

FILES = Path(__file__).parents[2] / "files" / "advice"


def bank(name: str) -> dict[str, list[dict[str, object]]]:
    return json.loads((FILES / f"questions_{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("each", [row for name in ("tuning", "held_apart") for row in bank(name)["modes"] if row["mode"] == "urgent"], ids=str)
def test_danger_is_answered_with_who_to_call(each: dict[str, str]) -> None:
    answer = ask(each["question"])
    assert answer.mode == "urgent"
    assert answer.contacts[0].telephone == "999"
    assert answer.next_steps[0] == "If anyone is in danger now, call 999."


@pytest.mark.parametrize("each", [row for name in ("tuning", "held_apart") for row in bank(name)["modes"] if row["mode"] != "urgent"], ids=str)
def test_everyday_words_are_not_taken_for_danger(each: dict[str, str]) -> None:
    assert ask(each["question"]).mode != "urgent"


def test_danger_comes_before_everything_else() -> None:
    assert ask("my appeal is tomorrow and my son says he wants to die").mode == "urgent"
    assert ask("he is suicdal").mode == "urgent"


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_nothing_typed_gets_an_example(text: str) -> None:
    answer = ask(text)
    assert (answer.mode, answer.next_steps) == ("out_of_scope", (EMPTY,))


def test_a_very_long_question_is_answered_from_its_first_part_quickly() -> None:
    text = "My son needs help at school and the council turned us down for an assessment. " * 3000
    began = perf_counter()
    answer = ask(text)
    assert perf_counter() - began < 3
    assert len(text) > MOST_CHARACTERS
    assert answer.next_steps[0] == TOO_LONG
    assert answer.answers


@pytest.mark.parametrize("text", ["что мне делать, сыну нужна помощь", "میرے بچے کو مدد چاہیے", "moje dziecko ma problem w szkole proszę pomoc", "mi hijo necesita ayuda en la escuela"])
def test_another_language_is_offered_an_interpreter_and_the_emergency_number(text: str) -> None:
    answer = ask(text)
    assert answer.mode == "handover"
    assert answer.next_steps == ANOTHER_LANGUAGE
    assert "999" in {each.telephone for each in answer.contacts}


@pytest.mark.parametrize("text", ["😀", "?", "12345", "asdf qwer", "\x00\u202e", "a" * 50_000])
def test_anything_typed_gets_a_clear_sentence(text: str) -> None:
    answer = ask(text)
    assert answer.mode == "out_of_scope"
    assert NOT_OURS in answer.next_steps


def test_the_same_question_has_the_same_answer() -> None:
    assert ask("can he get a taxi to school") == ask("can he get a taxi to school")


def test_answers_never_repeat_what_was_typed() -> None:
    answer = ask("Zebedee Quartermain is struggling with reading at school")
    assert "Zebedee" not in repr(answer)


def test_a_person_is_offered_beside_the_articles() -> None:
    answer = ask("my tribunal hearing is on Monday and I have no one to help me")
    assert answer.mode == "handover"
    assert answer.contacts[0].key == "advice_service"
    assert answer.answers


@pytest.mark.parametrize("text", json.loads((FILES / "danger.json").read_text(encoding="utf-8"))["danger"])
def test_words_of_danger_are_recognised(text: str) -> None:
    assert ask(text).mode == "urgent"


@pytest.mark.parametrize("text", json.loads((FILES / "danger.json").read_text(encoding="utf-8"))["harmless"])
def test_harmless_words_are_not_alarms(text: str) -> None:
    assert ask(text).mode != "urgent"
