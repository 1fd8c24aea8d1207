"""The advice box: answers, danger first, and not a word kept."""

import logging

import pytest
from django.db import connection
from django.test import Client

from sooner_service.advice.models import AskedCount
from sooner_service.project.content import kept_models, rows_of

STRANGE = "Quartermain"


def asked(visitor: Client, question: str) -> str:
    page = visitor.post("/advice/", {"question": question})
    assert page.status_code == 200
    return page.content.decode()


def test_an_answer_has_its_text_steps_law_and_people(visitor: Client) -> None:
    page = asked(visitor, "the council turned us down for an assessment")
    assert "The council refused to assess. What can I do?" in page
    assert "What you can do now" in page
    assert "regulation 5(1)" in page
    assert "Who can help" in page


def test_danger_shows_who_to_call_and_no_article(visitor: Client) -> None:
    page = asked(visitor, "my daughter says she wants to die")
    assert "Get help now" in page
    assert page.index("999") < page.index("What do you want to know?")
    assert "116 123" in page
    assert "The law behind this" not in page


def test_a_question_for_a_person_says_so(visitor: Client) -> None:
    page = asked(visitor, "my tribunal hearing is on Monday and I have nobody")
    assert "A person can help with this" in page
    assert "SENDIASS" in page


def test_what_is_not_ours_is_said_kindly(visitor: Client) -> None:
    page = asked(visitor, "how do I bake a lemon cake")
    assert "We do not have an answer to this" in page
    assert "special educational needs" in page


def test_another_language_is_offered_an_interpreter(visitor: Client) -> None:
    page = asked(visitor, "moje dziecko ma problem w szkole proszę pomoc")
    assert "interpreter" in page
    assert "999" in page


@pytest.mark.parametrize("question", ["", "   "])
def test_an_empty_question_has_an_error_summary(visitor: Client, question: str) -> None:
    page = asked(visitor, question)
    assert "There is a problem" in page
    assert "Type your question" in page
    assert "<title>Error: " in page.replace("\n", "")


def test_who_answers_out_of_hours_is_always_said(visitor: Client) -> None:
    assert "Nobody reads this box" in visitor.get("/advice/").content.decode()
    assert "Nobody reads this box" in asked(visitor, "how do I appeal")


def test_no_word_of_a_question_is_kept_or_logged(visitor: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        page = visitor.post("/advice/", {"question": f"{STRANGE} is struggling with reading at school"})
    assert STRANGE not in page.content.decode()
    assert STRANGE not in caplog.text
    assert "no-store" in page["Cache-Control"]
    for model in kept_models():
        assert STRANGE not in "".join(str(row) for row in rows_of(model))
    with connection.cursor() as cursor:
        cursor.execute("select session_data from django_session")
        assert not cursor.fetchall()


def test_only_the_count_of_an_article_is_kept(visitor: Client) -> None:
    for _ in range(2):
        asked(visitor, "can he get a taxi to school")
    count = AskedCount.objects.get()
    assert (count.mode, count.article, count.number) == ("answer", "transport-to-school", 2)


def test_a_question_in_the_address_is_not_read(visitor: Client) -> None:
    assert "Find advice" in visitor.get("/advice/", {"question": "they turned us down"}).content.decode()


def test_a_very_long_question_is_answered(visitor: Client) -> None:
    assert "What we found" in asked(visitor, "The council turned us down for an assessment. " * 2000)


def test_too_many_questions_are_stopped_for_a_while(visitor: Client) -> None:
    statuses = [visitor.post("/advice/", {"question": "how do I appeal"}).status_code for _ in range(31)]
    assert statuses == [200] * 30 + [429]
    assert visitor.get("/advice/").status_code == 200
