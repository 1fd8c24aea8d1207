"""`sooner advice`: the contract other programs rely on."""

import io
import json
from pathlib import Path

import pytest

from sooner.cli.advice import main

TURNED_DOWN = "they turned us down, what can we do"


def test_one_question_prints_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", TURNED_DOWN, "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert set(record) == {"mode", "answers", "next_steps", "contacts"}
    assert set(record["answers"][0]) == {"title", "text", "legal_basis", "article", "score"}
    assert record["answers"][0]["article"] == "refused-to-assess"


def test_a_list_of_questions_gives_a_list_of_answers_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "questions.json"
    file.write_text(json.dumps(["he wants to die", "how do I bake a cake", TURNED_DOWN]))
    assert main(["ask", "--file", str(file), "--json"]) == 0
    assert [each["mode"] for each in json.loads(capsys.readouterr().out)] == ["urgent", "out_of_scope", "answer"]


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps([TURNED_DOWN])))
    assert main(["ask", "--file", "-", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_in_words_the_numbers_come_first_where_it_is_urgent(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "my son says he wants to die"]) == 0
    assert "call 999" in capsys.readouterr().out.splitlines()[1]


@pytest.mark.parametrize("content", ["not json", '{"question": "x"}', "[3]"])
def test_a_file_that_cannot_be_used_is_refused_in_a_sentence(content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "questions.json"
    file.write_text(content)
    assert main(["ask", "--file", str(file), "--json"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "questions.json" in shown.err


def test_a_missing_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--file", "no-such-file.json"]) == 1
    assert "no-such-file.json" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["ask"], ["sing"], [], ["ask", "one", "--file", "two"]])
def test_bad_usage_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "sooner advice" in capsys.readouterr().err


def test_help_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "Example:" in capsys.readouterr().out


def test_the_articles_can_be_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) >= 40
