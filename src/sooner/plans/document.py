"""A plan as one document: written and read back as JSON, checked before it is agreed, compared with the version before.

The one module callers need: the parts, checks and comparison are re-exported here.
"""

from collections.abc import Mapping
from datetime import date

from sooner.plans.changes import differences
from sooner.plans.parts import Line, Outcome, Plan, is_individual, needs_plan
from sooner.plans.quality import Problem, problems

__all__ = [
    "Line",
    "Outcome",
    "Plan",
    "PlanError",
    "Problem",
    "differences",
    "from_json",
    "is_individual",
    "needs_plan",
    "problems",
    "to_json",
]

VERSION = 1


class PlanError(ValueError):
    """A plan cannot be read; the message names the field and what to write instead."""


def to_json(plan: Plan) -> dict[str, object]:
    """The plan as plain values that `json` can write; dates are year-month-day text."""
    return {
        "version": VERSION,
        "outcomes": [_plain(outcome) for outcome in plan.outcomes],
        "lines": [_plain(line) for line in plan.lines],
        "family_views": plan.family_views,
        "child_views": plan.child_views,
        "review_on": _day_text(plan.review_on),
    }


def from_json(content: Mapping[str, object]) -> Plan:
    """The plan that `to_json` wrote; raises PlanError naming the field that is missing or wrong."""
    if content.get("version") != VERSION:
        raise PlanError(f"version: this plan says {content.get('version')!r}; only version {VERSION} can be read.")
    outcomes, lines = _tables(content, "outcomes"), _tables(content, "lines")
    return Plan(
        outcomes=tuple(_outcome(table, f"outcome {number}") for number, table in enumerate(outcomes, start=1)),
        lines=tuple(_line(table, f"line {number}") for number, table in enumerate(lines, start=1)),
        family_views=_text(content, "family_views", "plan"),
        child_views=_text(content, "child_views", "plan"),
        review_on=_day(content, "review_on", "plan"),
    )


def _outcome(table: Mapping[str, object], where: str) -> Outcome:
    return Outcome(
        key=_text(table, "key", where),
        text=_text(table, "text", where),
        by_on=_day(table, "by_on", where),
        measure=_text(table, "measure", where),
    )


def _line(table: Mapping[str, object], where: str) -> Line:
    minutes, group_size = _number(table, "minutes", where), _number(table, "group_size", where)
    return Line(
        key=_text(table, "key", where),
        outcome_key=_text(table, "outcome_key", where),
        what=_text(table, "what", where),
        code=_text(table, "code", where),
        minutes=None if minutes is None else int(minutes),
        times_a_week=_number(table, "times_a_week", where),
        group_size=1 if group_size is None else int(group_size),
        who=_text(table, "who", where),
        starts_on=_day(table, "starts_on", where),
        until=_day(table, "until", where),
    )


def _plain(part: Outcome | Line) -> dict[str, object]:
    return {name: _day_text(value) if isinstance(value, date) else value for name, value in vars(part).items()}


def _day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _tables(content: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    found = content.get(name)
    if not isinstance(found, list) or not all(isinstance(item, Mapping) for item in found):
        raise PlanError(f"plan: '{name}' must be a list of records.")
    return found


def _text(table: Mapping[str, object], name: str, where: str) -> str:
    found = table.get(name, "")
    if not isinstance(found, str):
        raise PlanError(f"{where}: '{name}' is {found!r}; write text.")
    return found


def _number(table: Mapping[str, object], name: str, where: str) -> float | None:
    found = table.get(name)
    if found is None or (isinstance(found, int | float) and not isinstance(found, bool)):
        return found
    raise PlanError(f"{where}: '{name}' is {found!r}; write a number, or leave it out.")


def _day(table: Mapping[str, object], name: str, where: str) -> date | None:
    found = table.get(name)
    if found is None:
        return None
    try:
        return date.fromisoformat(str(found))
    except ValueError as error:
        raise PlanError(f"{where}: '{name}' is {found!r}; write a date such as 2027-03-03.") from error
