"""The parts of a plan that are written one at a time, each with its form, how it is read out of the plan and put back."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from sooner.plans.document import Line, Outcome, Plan
from sooner_service.design.forms import (
    DateField,
    LongTextField,
    RadioField,
    ScoreField,
    SoonerForm,
    TextField,
    WholeNumberField,
    with_choices,
)

NEW = "new"
Values = Mapping[str, Any]


class OutcomeForm(SoonerForm):
    """What will be different."""

    text = LongTextField(
        label="What will be different for the child?", called="What will be different", missing="Say what will be different for the child", rows=3,
        max_words=100, hint="Something you could see or hear. For example: reads a page aloud to a friend.",
    )  # fmt: skip
    by_on = DateField(label="By when?", called="Date", required=False, when="future", hint="For example, 26 3 2027")
    measure = TextField(label="How will everyone know?", required=False, max_length=200, hint="For example: words read correctly in a minute")


class LineForm(SoonerForm):
    """One promise of provision. It may be saved before it is complete; the check says what is missing."""

    what = TextField(label="What will be provided?", max_length=200, hint="Say it so that somebody could see whether it happened")
    outcome_key = RadioField(label="Which outcome is it for?", required=False)
    minutes = WholeNumberField(label="How long is one session?", called="Minutes", required=False, min_value=1, max_value=600, suffix="minutes")
    times_a_week = ScoreField(
        label="How many times a week?", called="Times a week", required=False, min_value=0, max_value=50, max_digits=4, decimal_places=1, hint="Once a fortnight is 0.5"
    )
    group_size = WholeNumberField(label="How many children are in the group?", called="Group size", required=False, min_value=1, max_value=60, hint="1 for one to one")
    who = TextField(label="Who will do it?", required=False, max_length=120, hint="The role, and who covers")
    starts_on = DateField(label="From which day?", called="First day", required=False)
    until = DateField(label="Until which day?", called="End", required=False, hint="The first day it no longer runs. Leave empty if it goes on.")


class FamilyViewsForm(SoonerForm):
    """The family's views."""

    family_views = LongTextField(label="What does the family say?", hint="In their own words. Or say how and when you asked them.", rows=8, required=False)


class ChildViewsForm(SoonerForm):
    """The child's views."""

    child_views = LongTextField(label="What does the child say?", hint="In their own words or signs. Or say how you found out. The family reads it here.", rows=8, required=False)


class ReviewForm(SoonerForm):
    """The review date."""

    review_on = DateField(label="When will you look at the plan again with the family?", called="Review date", required=False, when="future")


@dataclass(frozen=True)
class Part:
    """One part: `read` gives the values of its form, None where the plan has no such part; `write` gives the plan with it changed."""

    kind: str
    words: str
    form: type[SoonerForm]
    read: Callable[[Plan, str], Values | None]
    write: Callable[[Plan, str, Values], Plan]
    remove: Callable[[Plan, str], Plan] | None = None


def _read_outcome(plan: Plan, key: str) -> Values | None:
    found = next((each for each in plan.outcomes if each.key == key), None)
    return {"text": found.text, "by_on": found.by_on, "measure": found.measure} if found else None


def _write_outcome(plan: Plan, key: str, values: Values) -> Plan:
    outcome = Outcome(key=key, text=values["text"], by_on=values["by_on"], measure=values["measure"])
    return replace(plan, outcomes=_placed(plan.outcomes, outcome))


def _read_line(plan: Plan, key: str) -> Values | None:
    found = next((each for each in plan.lines if each.key == key), None)
    if found is None:
        return None
    values = {name: getattr(found, name) for name in LineForm.base_fields}
    return values | {"times_a_week": None if found.times_a_week is None else f"{found.times_a_week:g}"}


def _write_line(plan: Plan, key: str, values: Values) -> Plan:
    before = next((each for each in plan.lines if each.key == key), None)
    times = values["times_a_week"]
    line = Line(
        key=key, code=before.code if before else "", outcome_key=values["outcome_key"] or "", what=values["what"], minutes=values["minutes"],
        times_a_week=None if times is None else float(times), group_size=values["group_size"] or 1, who=values["who"],
        starts_on=values["starts_on"], until=values["until"],
    )  # fmt: skip
    return replace(plan, lines=_placed(plan.lines, line))


def _placed(parts: tuple[Any, ...], part: Outcome | Line) -> tuple[Any, ...]:
    """The part in its old place, or last where it is new."""
    if any(each.key == part.key for each in parts):
        return tuple(part if each.key == part.key else each for each in parts)
    return (*parts, part)


def _text_part(kind: str, words: str, form: type[SoonerForm], name: str) -> Part:
    return Part(
        kind, words, form,
        read=lambda plan, key: {name: getattr(plan, name)} if key == "text" else None,
        write=lambda plan, key, values: replace(plan, **{name: values[name]}),
    )  # fmt: skip


PARTS: Mapping[str, Part] = {
    part.kind: part
    for part in (
        Part(
            "outcome", "outcome", OutcomeForm, _read_outcome, _write_outcome,
            lambda plan, key: replace(plan, outcomes=tuple(each for each in plan.outcomes if each.key != key)),
        ),
        Part(
            "line", "provision", LineForm, _read_line, _write_line,
            lambda plan, key: replace(plan, lines=tuple(each for each in plan.lines if each.key != key)),
        ),
        _text_part("family-views", "the family's views", FamilyViewsForm, "family_views"),
        _text_part("child-views", "the child's views", ChildViewsForm, "child_views"),
        _text_part("review", "the review date", ReviewForm, "review_on"),
    )
}  # fmt: skip


def form_for(part: Part, plan: Plan, data: Any = None, *, initial: Values | None = None, today: Any = None) -> SoonerForm:
    """The part's form; a line may choose among the outcomes of the plan as it is now."""
    form = part.form(data, initial=dict(initial or {}), today=today)
    if part.kind == "line":
        with_choices(form, "outcome_key", [(each.key, each.text) for each in plan.outcomes])
        if not plan.outcomes:
            del form.fields["outcome_key"]
    return form


def free_key(plan: Plan, kind: str) -> str:
    """A key that no part of the plan has."""
    taken = {each.key for each in plan.outcomes} | {each.key for each in plan.lines}
    number = len(taken) + 1
    while f"{kind}-{number}" in taken:
        number += 1
    return f"{kind}-{number}"


def fingerprint(values: Values | None) -> str:
    """A short mark of a part's words: two people who opened the same words hold the same mark."""
    written = json.dumps(values, cls=DjangoJSONEncoder, sort_keys=True) if values is not None else "nothing"
    return hashlib.sha256(written.encode()).hexdigest()[:16]
