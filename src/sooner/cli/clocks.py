"""`sooner clocks`: the statutory dates of a case, with their reasons."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from sooner.clocks import Answer, Deadline, Refused, answer
from sooner.clocks.case import shown

EXAMPLE = """\
example:
  echo '{"pack": "england_2014", "today": "2026-05-01",
         "events": [{"event": "request_received", "on": "2026-01-12"}]}' | sooner clocks - --json

exit status: 0 answered, 1 refused (one sentence says why), 2 wrong usage
"""


def main(arguments: Sequence[str]) -> int:
    """Answer one case or a list of cases. 0 answered, 1 refused with one sentence on standard error, 2 wrong usage."""
    parser = argparse.ArgumentParser(
        prog="sooner clocks", description="The statutory dates of a case, with their reasons.", epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("case", metavar="CASE.json", help="a file with one case or a list of cases, or - for standard input")
    parser.add_argument("--json", action="store_true", help="print one JSON document and nothing else")
    try:
        options = parser.parse_args(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)
    try:
        facts = _read(options.case)
        answers = [_answered(case, number) for number, case in enumerate(facts, start=1)] if isinstance(facts, list) else answer(facts)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    print(_as_json(answers) if options.json else _as_text(answers))
    return 0


def _read(name: str) -> object:
    where = "standard input" if name == "-" else name
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_constant, object_pairs_hook=_once)
    except Refused:
        raise
    except OSError as problem:
        raise Refused(f"{shown(name)} cannot be read ({problem.strerror}); check the name of the file.") from problem
    except UnicodeDecodeError as problem:
        byte = f"{problem.object[problem.start]:#04x}"
        raise Refused(f"{where} is not UTF-8 text: byte {byte} at position {problem.start}; save it as UTF-8.") from problem
    except json.JSONDecodeError as problem:
        at = f"line {problem.lineno}, column {problem.colno}"
        raise Refused(f"{where} is not JSON: {problem.msg} at {at}, where it reads {shown(_line(problem))}; correct that line.") from problem
    except ValueError as problem:
        raise Refused(f"{where} has a number with thousands of digits ({problem}); correct it.") from problem
    except RecursionError as problem:
        raise Refused(f"{where} is nested too deeply to be a case; write one case or a list of cases.") from problem


def _line(problem: json.JSONDecodeError) -> str:
    lines = problem.doc.splitlines()
    return lines[problem.lineno - 1][:120] if problem.lineno <= len(lines) else ""


def _no_constant(name: str) -> NoReturn:
    raise Refused(f"{shown(name)} is not a number that JSON allows; correct it.")


def _once(pairs: list[tuple[str, object]]) -> Mapping[str, object]:
    read: dict[str, object] = {}
    for name, value in pairs:
        if name in read:
            raise Refused(f"The field {shown(name)} is written twice in one object; keep one of them.")
        read[name] = value
    return read


def _answered(case: object, number: int) -> Answer:
    try:
        return answer(case)
    except Refused as refusal:
        raise Refused(f"Case {number}: {refusal}") from refusal


def _as_json(answers: Answer | list[Answer]) -> str:
    document = _answer_as_json(answers) if isinstance(answers, Answer) else [_answer_as_json(each) for each in answers]
    return json.dumps(document, allow_nan=False)


def _answer_as_json(answered: Answer) -> Mapping[str, object]:
    return {"deadlines": [_row(deadline) for deadline in answered.deadlines], "warnings": list(answered.warnings)}


def _row(deadline: Deadline) -> Mapping[str, object]:
    trigger = deadline.for_
    return {
        "rule": deadline.rule,
        "for": {"event": trigger.event, "on": trigger.on.isoformat(), "id": trigger.id},
        "step": deadline.step,
        "duty": deadline.duty,
        "owner": deadline.owner,
        "limit_on": deadline.limit_on.isoformat(),
        "act_by": deadline.act_by.isoformat(),
        "status": deadline.status,
        "done_on": deadline.done_on.isoformat() if deadline.done_on else None,
        "days_late": deadline.days_late,
        "authority": deadline.authority,
        "standing": deadline.standing,
        "checked": deadline.checked,
        "because": deadline.because,
    }


def _as_text(answers: Answer | list[Answer]) -> str:
    if isinstance(answers, Answer):
        return _answer_as_text(answers)
    return "\n\n".join(f"Case {number}\n{_answer_as_text(each)}" for number, each in enumerate(answers, start=1))


def _answer_as_text(answered: Answer) -> str:
    lines = [line for deadline in answered.deadlines for line in _row_as_text(deadline)] or ["Nothing in this case starts a time limit."]
    return "\n".join([*lines, *(f"Note: {warning}" for warning in answered.warnings)])


def _row_as_text(deadline: Deadline) -> tuple[str, str]:
    late = f" by {deadline.days_late} days" if deadline.days_late else ""
    rule = f"{deadline.rule} {deadline.step}" if deadline.step else deadline.rule
    first = f"{deadline.limit_on}  {rule:18} {deadline.status.replace('_', ' ') + late:18} {deadline.duty}"
    return first, f"            {deadline.because} ({deadline.authority}; {deadline.standing.replace('_', ' ')}, checked {deadline.checked})"
