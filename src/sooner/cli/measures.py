"""`sooner measures FILE --json`: progress statistics, decision rules and their kin for a list of cases, from a file or "-".

Exit 0 with an answer to every case, 1 where an input is refused (nothing on standard output), 2 for bad usage.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from sooner.cli.measures_bench import bench
from sooner.measures.cases.answers import Json
from sooner.measures.cases.kinds import KINDS, answers
from sooner.measures.cases.reading import Refused

EXAMPLE = '[{"id": "a", "kind": "effect_sizes", "input": {"A": [3, 4, 2], "B": [6, 5, 7], "improvement": "increase"}}]'


def main(argv: Sequence[str]) -> int:
    """Run the command; `argv` without the command's own name."""
    parser = _parser()
    try:
        options = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    if options.bench:
        return bench()
    if options.file is None:
        parser.print_usage(sys.stderr)
        print('sooner measures: name a file of cases, or "-" for standard input.', file=sys.stderr)
        return 2
    try:
        found = answers(_read(options.file))
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    print(json.dumps(found, allow_nan=False) if options.json else _as_text(found))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sooner measures",
        description="Effect sizes, trends, decision rules, change, screening, agreement and charts, exact or undefined with a reason.",
        epilog=f"Example: echo '{EXAMPLE}' | sooner measures - --json\n\nKinds: {', '.join(KINDS)}.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help='a JSON list of {"id", "kind", "input"}, or "-" for standard input')
    parser.add_argument("--json", action="store_true", help="print one JSON list of {id, result, undefined}, in the same order")
    parser.add_argument("--bench", action="store_true", help="time 90,000 series, beside a pandas groupby, and print seconds and memory")
    return parser


def _read(name: str) -> object:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except OSError as error:
        raise Refused(f"{name} cannot be read ({error.strerror}); check the name and that you may open it.") from error
    except UnicodeDecodeError as error:
        raise Refused(f"{name} is not text in UTF-8 (byte {error.start}); save it as UTF-8.") from error
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused(f"{name}, line {error.lineno}, column {error.colno}: this is not JSON ({error.msg}); correct it there.") from error
    except RecursionError as error:
        raise Refused(f"{name} has brackets nested too deep to be a list of cases; give a list of id, kind and input.") from error


def _as_text(found: Sequence[dict[str, Json]]) -> str:
    """One block for each case: its id, then a line for each field, undefined ones with their reason."""
    return "\n".join("\n".join([f"{case['id']}:", *_lines(case["result"], "", case["undefined"])]) for case in found)


def _lines(value: Json, path: str, undefined: Json) -> list[str]:
    if isinstance(value, dict):
        return [line for name, each in value.items() for line in _lines(each, f"{path}.{name}" if path else name, undefined)]
    reason = undefined.get(path) if isinstance(undefined, dict) else None
    return [f"  {path}: {f'undefined ({reason})' if reason else json.dumps(value)}"]
