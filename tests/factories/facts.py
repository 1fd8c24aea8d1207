"""Facts of a case, as one line for each event: `draft_served 2026-05-06 method=first_class`."""

from datetime import date

from sooner.clocks import Answer, Deadline, answer


def event(line: str) -> dict[str, object]:
    """One event from its line. `true`, `false` and whole numbers after `year=` are read as such; `rules=A+B` is a list."""
    name, on, *fields = line.split()
    read: dict[str, object] = {"event": name, "on": on}
    for field in fields:
        key, _, value = field.partition("=")
        read[key] = {"true": True, "false": False}.get(value, int(value) if key == "year" else value.split("+") if key == "rules" else value)
    return read


def case(*lines: str, today: date | str = "2099-01-01", **more: object) -> dict[str, object]:
    """A whole case in the contract of the clocks."""
    return {"pack": "england_2014", "today": today, "events": [event(line) for line in lines], **more}


def answered(*lines: str, today: date | str = "2099-01-01", **more: object) -> Answer:
    """The answer to such a case."""
    return answer(case(*lines, today=today, **more))


def rows(found: Answer, rule: str, step: str | None = None) -> list[Deadline]:
    """The rows of a rule, or of one of its steps, in order."""
    return [each for each in found.deadlines if each.rule == rule and step in (None, each.step)]


def row(found: Answer, rule: str, step: str | None = None) -> Deadline:
    """The only row of a rule."""
    (only,) = rows(found, rule, step)
    return only


def statuses(found: Answer) -> dict[str, str]:
    """Status by rule, for cases with one row a rule; a rule's step follows a slash."""
    return {each.rule + (f"/{each.step}" if each.step else ""): each.status for each in found.deadlines}
