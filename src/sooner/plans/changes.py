"""What changed between two versions of a plan, in sentences a family can read: never only "your plan has changed"."""

from collections.abc import Iterator
from datetime import date

from sooner.plans.parts import Line, Outcome, Plan

NO_DATE = "no date"


def differences(old: Plan, new: Plan) -> tuple[str, ...]:
    """One sentence for each change, outcomes first, then provision, views and review date; empty when nothing changed."""
    return (
        *_outcomes({each.key: each for each in old.outcomes}, {each.key: each for each in new.outcomes}),
        *_lines({each.key: each for each in old.lines}, {each.key: each for each in new.lines}),
        *_rest(old, new),
    )


def _outcomes(old: dict[str, Outcome], new: dict[str, Outcome]) -> Iterator[str]:
    for key, outcome in new.items():
        if key not in old:
            yield f"New outcome: “{outcome.text}”, by {_words(outcome.by_on)}."
        else:
            yield from _outcome(old[key], outcome)
    for key, outcome in old.items():
        if key not in new:
            yield f"Outcome taken out: “{outcome.text}”."


def _outcome(old: Outcome, new: Outcome) -> Iterator[str]:
    if old.text != new.text:
        yield f"The outcome “{old.text}” now reads “{new.text}”."
    if old.by_on != new.by_on:
        yield f"The outcome “{new.text}” is now for {_words(new.by_on)} (was {_words(old.by_on)})."
    if old.measure != new.measure:
        yield f"How everyone will know about “{new.text}” is now “{new.measure}” (was “{old.measure}”)."


def _lines(old: dict[str, Line], new: dict[str, Line]) -> Iterator[str]:
    for key, line in new.items():
        if key not in old:
            yield f"New provision: {line.what}, {_amount(line)}, from {_words(line.starts_on)}."
        else:
            yield from _line(old[key], line)
    for key, line in old.items():
        if key not in new:
            yield f"Provision taken out: {line.what}, {_amount(line)}."


def _line(old: Line, new: Line) -> Iterator[str]:
    if (old.what, old.code) != (new.what, new.code):
        yield f"“{old.what}” is now “{new.what}”."
    if _weekly(old) != _weekly(new):
        direction = "more" if _weekly(new) > _weekly(old) else "less"
        yield f"{new.what}: {direction} time, {_amount(new)} (was {_amount(old)})."
    elif _amount(old) != _amount(new):
        yield f"{new.what}: the same time in all, now {_amount(new)} (was {_amount(old)})."
    if old.group_size != new.group_size:
        yield f"{new.what}: now {_group(new)} (was {_group(old)})."
    if old.who != new.who:
        yield f"{new.what}: now given by {new.who} (was {old.who})."
    if old.outcome_key != new.outcome_key:
        yield f"{new.what}: now for a different outcome."
    if old.starts_on != new.starts_on:
        yield f"{new.what}: now starts on {_words(new.starts_on)} (was {_words(old.starts_on)})."
    if old.until != new.until:
        yield f"{new.what}: now ends before {_words(new.until)} (was {_words(old.until)})."


def _rest(old: Plan, new: Plan) -> Iterator[str]:
    if old.family_views != new.family_views:
        yield "The family's views were changed."
    if old.child_views != new.child_views:
        yield "The child's views were changed."
    if old.review_on != new.review_on:
        yield f"The review is now on {_words(new.review_on)} (was {_words(old.review_on)})."


def _weekly(line: Line) -> float:
    return (line.minutes or 0) * (line.times_a_week or 0)


def _amount(line: Line) -> str:
    minutes = "no length given" if line.minutes is None else f"{line.minutes} minutes"
    times = "no number of times given" if line.times_a_week is None else _times(line.times_a_week)
    return f"{minutes} {times}"


def _times(times_a_week: float) -> str:
    if times_a_week == 1:
        return "once a week"
    if times_a_week == 0.5:
        return "once a fortnight"
    return f"{times_a_week:g} times a week"


def _group(line: Line) -> str:
    return "individual" if line.group_size == 1 else f"in a group of {line.group_size}"


def _words(day: date | None) -> str:
    return NO_DATE if day is None else f"{day.day} {day:%B %Y}"
