"""Runs the parts of the suite that CI runs, one after another, and closes with one summary. `./test --help` lists the parts."""

import argparse
import os
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
BIN = Path(PYTHON).parent
IN_CI = os.environ.get("CI", "") == "true"
CHROMIUM = "apt-get install chromium fonts-liberation"
POLICY = ("tests/rulebook", "tests/unit", "tests/files")
POSTGRES = "apt-get install postgresql"


@dataclass
class Outcome:
    """What one part came to. `missing` says what was not run and how to install what it needs."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    missing: str = ""
    reasons: set[str] = field(default_factory=set)


def run(command: list[str], **environment: str) -> int:
    """One program with its output shown."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode


def check(name: str, *commands: list[str]) -> Outcome:
    """A part made of checkers: each counts as one test."""
    outcome = Outcome(name)
    for command in commands:
        if run(command) == 0:
            outcome.passed += 1
        else:
            outcome.failed += 1
    return outcome


def pytest(name: str, *arguments: str, **environment: str) -> Outcome:
    """A part run by pytest, counted from its own report."""
    report = ROOT / "build" / "reports" / f"{name}.xml"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    code = run([PYTHON, "-m", "pytest", f"--junit-xml={report}", "-o", "junit_family=xunit2", *arguments], **environment)
    outcome = Outcome(name)
    if report.exists():
        for case in ElementTree.parse(report).getroot().iter("testcase"):  # noqa: S314 (our own report)
            _count(case, outcome)
    if code not in {0, 5} and not outcome.failed:
        outcome.failed += 1
    return outcome


def _count(case: ElementTree.Element, outcome: Outcome) -> None:
    if case.find("failure") is not None or case.find("error") is not None:
        outcome.failed += 1
    elif (skip := case.find("skipped")) is not None:
        outcome.skipped += 1
        outcome.reasons.add(skip.get("message", ""))
    else:
        outcome.passed += 1


def lint() -> Outcome:
    """Style, types, who may depend on whom."""
    return check(
        "lint",
        [str(BIN / "ruff"), "check", "src", "tests", "tools", "benchmarks"],
        [str(BIN / "mypy"), "src/sooner", "src/sooner_command", "src/sooner_service"],
        [str(BIN / "lint-imports"), "--no-cache"],
    )


def policy() -> Outcome:
    """The policy room, without Django."""
    return pytest("policy", "-p", "no:django", *POLICY)


def agreement() -> Outcome:
    """Properties and twins."""
    return pytest("agreement", "-p", "no:django", "-n", "2", "tests/agreement")


def coverage() -> Outcome:
    """The policy's branch coverage, which must be whole."""
    arguments = ["--cov=sooner", "--cov-branch", "--cov-report=term-missing:skip-covered", "--cov-fail-under=100"]
    return pytest("coverage", "-p", "no:django", *arguments, *POLICY, "tests/agreement/measures/test_bench.py")


def architecture() -> Outcome:
    """Sizes, names, directions, permissions."""
    return pytest("architecture", "tests/architecture")


def service() -> Outcome:
    """Actions, queries and pages on SQLite."""
    return pytest("service", "-n", "2", "tests/records", "tests/pages")


def postgres() -> Outcome:
    """The same on PostgreSQL."""
    given = os.environ.get("SOONER_TEST_POSTGRES", "")
    if given:
        return pytest("postgres", "-n", "2", "tests/records", "tests/pages", DATABASE_URL=given)
    started = subprocess.run([str(ROOT / "tools" / "postgres"), "start"], capture_output=True, text=True, check=False)
    if started.returncode:
        return Outcome("postgres", missing=f"records and pages on PostgreSQL did not run: {started.stderr.strip()}. {POSTGRES}")
    try:
        return pytest("postgres", "-n", "2", "tests/records", "tests/pages", DATABASE_URL=started.stdout.strip())
    finally:
        run([str(ROOT / "tools" / "postgres"), "stop"])


def documents() -> Outcome:
    """Generated pages are fresh, words are plain, links lead somewhere."""
    return pytest("docs", "tests/docs")


def journeys() -> Outcome:
    """In a browser, as each person, with an accessibility check on every page."""
    if not any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        return Outcome("journeys", missing=f"journeys did not run: there is no Chromium on this machine. {CHROMIUM}")
    return pytest("journeys", "tests/journeys")


PARTS: dict[str, Callable[[], Outcome]] = {
    "lint": lint,
    "policy": policy,
    "agreement": agreement,
    "coverage": coverage,
    "architecture": architecture,
    "service": service,
    "postgres": postgres,
    "docs": documents,
    "journeys": journeys,
}


def main() -> int:
    """Run the parts asked for, all by default; 0 when nothing failed and, in CI, nothing was missing."""
    lines = "\n".join(f"  {name:13}{(part.__doc__ or '').strip()}" for name, part in PARTS.items())
    parser = argparse.ArgumentParser(
        prog="./test", description="Run the tests.", epilog=f"Parts:\n{lines}\n\nExample: ./test policy service",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help="which parts; all unless told")
    chosen = parser.parse_args().parts or list(PARTS)
    unknown = [name for name in chosen if name not in PARTS]
    if unknown:
        parser.error(f"there is no part {unknown[0]!r}. Use some of: {', '.join(PARTS)}")
    outcomes = []
    for name in chosen:
        print(f"\n=== {name}: {(PARTS[name].__doc__ or '').strip()}", flush=True)
        began = time.monotonic()
        outcome = PARTS[name]()
        outcome.seconds = time.monotonic() - began
        outcomes.append(outcome)
    return summary(outcomes)


def summary(outcomes: list[Outcome]) -> int:
    """The closing table and line."""
    print("\n=== Summary")
    for outcome in outcomes:
        print(f"{outcome.name:13}{outcome.passed:6} passed {outcome.failed:4} failed {outcome.skipped:4} skipped {outcome.seconds:7.1f} s")
        for reason in sorted(outcome.reasons):
            print(f"{'':13}skipped: {reason}")
        if outcome.missing:
            print(f"{'':13}NOT RUN: {outcome.missing}")
    absent = [outcome for outcome in outcomes if outcome.missing]
    failed = sum(outcome.failed for outcome in outcomes) + (len(absent) if IN_CI else 0)
    print(f"{sum(each.passed for each in outcomes)} passed, {failed} failed, {sum(each.skipped for each in outcomes)} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
