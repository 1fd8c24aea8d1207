"""`sooner advice ask`: answers to families' questions, each with its legal basis. No question is printed, logged or kept."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from sooner.advice import Answer, articles, ask

EXAMPLE = 'Example: sooner advice ask "they turned us down, what can I do" --json\n         sooner advice ask --file questions.json --json'


class CannotRead(Exception):
    """The questions cannot be read. The message says where and what to do."""


def main(argv: list[str]) -> int:
    """0 when every question has an answer, 1 for a file that cannot be read, 2 for bad usage."""
    parser = _parser()
    try:
        chosen = parser.parse_args(argv)
    except SystemExit as stopped:
        return int(stopped.code or 0)
    if chosen.what == "list":
        return _listed(as_json=chosen.json)
    if (chosen.question is None) == (chosen.file is None):
        print(f"Give one question in quotes, or --file with a list of questions.\n{EXAMPLE}", file=sys.stderr)
        return 2
    try:
        answers = [ask(question) for question in _questions(chosen.file)] if chosen.file else ask(_one(chosen.question))
    except CannotRead as problem:
        print(problem, file=sys.stderr)
        return 1
    if chosen.json:
        print(json.dumps([as_record(each) for each in answers] if isinstance(answers, list) else as_record(answers), ensure_ascii=False))
    else:
        print("\n\n".join(in_words(each) for each in (answers if isinstance(answers, list) else [answers])))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sooner advice", description="Answers to families' questions, with their legal basis.", epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("what", choices=("ask", "list"), help="ask a question, or list the articles")
    parser.add_argument("question", nargs="?", help='the question in quotes, or "-" to read it from standard input')
    parser.add_argument("--file", help='a JSON list of questions, or "-" for standard input')
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    return parser


def _listed(*, as_json: bool) -> int:
    rows = [
        {
            "article": each.key, "stage": each.stage, "title": each.question, "text": each.answer, "steps": list(each.steps),
            "legal_basis": each.legal_basis, "standing": each.standing, "checked": each.checked, "reviewed_on": each.reviewed_on.isoformat(),
        }
        for each in articles()
    ]  # fmt: skip
    print(json.dumps(rows, ensure_ascii=False) if as_json else "\n".join(f"{row['article']:32} {row['title']}" for row in rows))
    return 0


def _one(question: str) -> str:
    return sys.stdin.read() if question == "-" else question


def _questions(file: str) -> list[str]:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
        questions = json.loads(text)
    except OSError as problem:
        raise CannotRead(f"{file}: the file cannot be opened ({problem.strerror}). Check the name.") from problem
    except ValueError as problem:
        raise CannotRead(f'{file}: this is not JSON. Write a list of questions in quotes, such as ["How do I appeal?"].') from problem
    if not isinstance(questions, list):
        raise CannotRead(f'{file}: this is not a list. Write the questions in square brackets, such as ["How do I appeal?"].')
    for number, question in enumerate(questions, start=1):
        if not isinstance(question, str):
            raise CannotRead(f"{file}: item {number} is not text. Write each question in quotes.")
    return questions


def as_record(answer: Answer) -> dict[str, object]:
    """An answer in the contract of the command."""
    return {
        "mode": answer.mode,
        "answers": [asdict(each) for each in answer.answers],
        "next_steps": list(answer.next_steps),
        "contacts": [{name: value for name, value in asdict(each).items() if name != "key"} for each in answer.contacts],
    }


def in_words(answer: Answer) -> str:
    """An answer as a person reads it in a terminal: who to call first where it is urgent."""
    people = [f"  {each.name}: {each.telephone or 'see your Local Offer'}. {each.says}" for each in answer.contacts]
    steps = [f"  - {step}" for step in answer.next_steps]
    found = [f"{each.title}\n  {each.text}\n  {each.legal_basis}" for each in answer.answers]
    parts = [*steps, *people, *found] if answer.mode == "urgent" else [*found, *steps, *people]
    return "\n".join([f"[{answer.mode}]", *parts])
