"""The parts of a page that Sooner adds to the GOV.UK components: error summary, stage line, status tag, summary list."""

from collections.abc import Iterable
from typing import Any

from django.forms import BaseForm
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from sooner_service.design.components import component
from sooner_service.design.fields import first_input_id
from sooner_service.design.words import in_words

STATUS_COLOURS = {
    "on_time": "green",
    "met": "green",
    "done": "green",
    "soon": "yellow",
    "due_soon": "yellow",
    "late": "red",
    "paused": "purple",
    "neutral": "blue",
    "current": "blue",
    "open": "blue",
    "not_started": "grey",
    "ended": "grey",
}
STAGE_STATES = {
    "done": "done",
    "met": "done",
    "current": "current",
    "now": "current",
    "open": "current",
    "late": "late",
    "paused": "paused",
}


def draw_error_summary(form: BaseForm | None) -> SafeString:
    """Every mistake of a form, each linked to where it is put right; nothing when there is none."""
    if form is None or not form.is_bound or not form.errors:
        return mark_safe("")
    entries: list[dict[str, str]] = [{"text": str(error)} for error in form.non_field_errors()]
    for name in form.fields:
        bound = form[name]
        entries += [{"text": str(error), "href": f"#{first_input_id(bound)}"} for error in bound.errors]
    return component("error-summary", titleText="There is a problem", errorList=entries)


def draw_problem(sentence: str) -> SafeString:
    """The error summary for a single problem that belongs to no field."""
    return component("error-summary", titleText="There is a problem", errorList=[{"text": sentence}])


def draw_status_tag(words: str, kind: str = "neutral") -> SafeString:
    """A status: words first, colour second."""
    return component("tag", text=words, classes=f"govuk-tag--{STATUS_COLOURS.get(kind, 'grey')} sooner-tag")


def _part(stage: Any, name: str) -> Any:
    return stage.get(name) if isinstance(stage, dict) else getattr(stage, name, None)


def draw_stage_line(stages: Iterable[object], label: str = "Stages") -> SafeString:
    """The stages in order: each in words, its date done or due, the present one marked in text, a missed date said plainly.

    A stage has `name`, `state` (done, current, late, paused, or anything else for to come), `done_on`, `limit_on`, `status_words`.
    """
    shown = [
        {
            "name": _part(stage, "name"),
            "state": STAGE_STATES.get(str(_part(stage, "state") or ""), "ahead"),
            "done_on": _part(stage, "done_on"),
            "limit_on": _part(stage, "limit_on"),
            "status_words": _part(stage, "status_words") or "",
        }
        for stage in stages
    ]
    return mark_safe(get_template("design/stage_line.html").render({"stages": shown, "label": label}))  # noqa: S308


def draw_summary_list(rows: Iterable[object], *, change: str = "", classes: str = "") -> SafeString:
    """Rows of (question, answer), or (question, answer, address to change it), or (question, answer, address, link words).

    `change` is an address that every row without its own gets a Change link to.
    """
    return component("summary-list", rows=[_summary_row(tuple(row), change) for row in rows], classes=classes or None)  # type: ignore[arg-type]


def _summary_row(row: tuple[object, ...], change: str) -> dict[str, object]:
    question, answer = str(row[0]), row[1]
    address = str(row[2]) if len(row) > 2 and row[2] else change
    value = {"html": answer} if isinstance(answer, SafeString) else {"text": in_words(answer)}
    drawn: dict[str, object] = {"key": {"text": question}, "value": value}
    if address:
        words = str(row[3]) if len(row) > 3 else "Change"
        drawn["actions"] = {"items": [{"href": address, "text": words, "visuallyHiddenText": question}]}
    return drawn
