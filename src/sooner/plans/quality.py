"""What is missing, contradictory or too vague in a plan, in sentences that say what to write instead (N8)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sooner.law.tables import About, read
from sooner.plans.parts import Line, Outcome, Plan


@dataclass(frozen=True)
class Problem:
    """One thing to put right: `part` is the key of the outcome or line, empty for the plan; a `warning` may be overridden."""

    part: str
    field: str
    sentence: str
    severity: Literal["must_fix", "warning"] = "must_fix"


@dataclass(frozen=True)
class Wording:
    """Words that promise nothing countable, and what to do instead."""

    words: str
    instead: str


@dataclass(frozen=True)
class Wordings:
    """The list of vague wordings, with its source."""

    about: About
    wordings: tuple[Wording, ...]


@cache
def vague_wordings() -> tuple[Wording, ...]:
    """Every wording that draws a warning."""
    return read("report_2024/vague_words.toml", Wordings).wordings


def vague_words(text: str) -> tuple[Wording, ...]:
    """The vague wordings a text contains, as whole words in either case, in the order of the list."""
    return tuple(each for each in vague_wordings() if re.search(rf"\b{re.escape(each.words)}\b", text, re.IGNORECASE))


def problems(plan: Plan) -> tuple[Problem, ...]:
    """Everything to put right before a plan is agreed: first what must be fixed, then warnings."""
    found = [*_whole(plan)]
    for outcome in plan.outcomes:
        found += _outcome(outcome, plan)
    for line in plan.lines:
        found += _line(line, plan)
    return tuple(sorted(found, key=lambda problem: problem.severity))


def _whole(plan: Plan) -> Iterator[Problem]:
    if not plan.outcomes:
        yield Problem("", "outcomes", "The plan has no outcome. Add what will be different for the child, and by when.")
    if plan.review_on is None:
        yield Problem("", "review_on", "The plan has no review date. Choose the day it will be looked at again with the family.")
    if not plan.family_views.strip():
        yield Problem("", "family_views", "The family's views are not here. Add them in their own words, or say how they were asked.")
    if not plan.child_views.strip():
        yield Problem("", "child_views", "The child's views are not here. Add them, or say how you found out.")
    keys = [outcome.key for outcome in plan.outcomes] + [line.key for line in plan.lines]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield Problem(key, "key", f"Two parts of the plan are both called '{key}'. Give each its own name.")


def _outcome(outcome: Outcome, plan: Plan) -> Iterator[Problem]:
    if not outcome.text.strip():
        yield Problem(outcome.key, "text", "An outcome has no words. Say what the child will be able to do.")
    name = _short(outcome.text)
    if outcome.by_on is None:
        yield Problem(outcome.key, "by_on", f"The outcome '{name}' has no date. Say by when.")
    if not any(line.outcome_key == outcome.key for line in plan.lines):
        yield Problem(outcome.key, "lines", f"Nothing is provided towards the outcome '{name}'. Add a line of provision for it.")
    if not outcome.measure.strip():
        yield Problem(outcome.key, "measure", f"The outcome '{name}' does not say how everyone will know.", "warning")
    yield from _vague(outcome.key, "text", outcome.text)


def _line(line: Line, plan: Plan) -> Iterator[Problem]:
    if not line.what.strip():
        yield Problem(line.key, "what", "A line of provision has no words. Say what will be provided.")
    name = _short(line.what)
    if not any(outcome.key == line.outcome_key for outcome in plan.outcomes):
        yield Problem(line.key, "outcome_key", f"'{name}' is not tied to an outcome of this plan. Choose the outcome it is for.")
    yield from _amounts(line, name)
    yield from _dates(line, name, plan)
    yield from _vague(line.key, "what", line.what)


def _amounts(line: Line, name: str) -> Iterator[Problem]:
    if not line.who.strip():
        yield Problem(line.key, "who", f"'{name}' does not say who will do it. Add the role, and who covers.")
    if line.minutes is None or line.minutes <= 0:
        yield Problem(line.key, "minutes", f"'{name}' does not say how long a session is. Add the minutes.")
    if line.times_a_week is None or line.times_a_week <= 0:
        yield Problem(line.key, "times_a_week", f"'{name}' does not say how often. Add the times a week: once a fortnight is 0.5.")
    if line.group_size < 1:
        yield Problem(line.key, "group_size", f"'{name}' has a group of {line.group_size}. Write 1 for individual support.")


def _dates(line: Line, name: str, plan: Plan) -> Iterator[Problem]:
    if line.starts_on is None:
        yield Problem(line.key, "starts_on", f"'{name}' does not say when it starts. Add the first day.")
        return
    if line.until is not None and line.until <= line.starts_on:
        yield Problem(line.key, "until", f"'{name}' ends before it starts. Make the end later than the start.")
    if plan.review_on is not None and line.starts_on >= plan.review_on:
        yield Problem(line.key, "starts_on", f"'{name}' starts only at the review or after it. Start it before.")


def _vague(part: str, field: str, text: str) -> Iterator[Problem]:
    for wording in vague_words(text):
        yield Problem(part, field, f"'{wording.words}' cannot be counted or checked: {wording.instead}.", "warning")


def _short(text: str) -> str:
    words = text.strip() or "(no words yet)"
    return words if len(words) <= 60 else words[:59].rstrip() + "…"
