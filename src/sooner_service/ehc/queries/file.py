"""One case as a whole: what happened, every date with its reason, the stages, and what is due next."""

from collections.abc import Mapping
from dataclasses import dataclass

from sooner.clocks import Deadline
from sooner.ehc import Stage, stages
from sooner_service.ehc.dates import as_events, dates_of, next_due, next_step
from sooner_service.ehc.models import AdviceRequest, Case, CaseEvent
from sooner_service.ehc.queries.cases import events_with_authors
from sooner_service.ehc.queries.trays import OWNERS
from sooner_service.register.access import Viewer

UNVERIFIED = "R"
NO_LAW = frozenset({"derived", "practice", "proposed"})
"""What has a date but is not a limit in law, so that nobody is late by it."""
BODIES: Mapping[object, str] = dict(AdviceRequest.Body.choices)
STATUS_KINDS: Mapping[str, str] = {
    "open": "open", "met": "done", "late": "late", "disapplied": "paused", "not_applicable": "ended", "ended": "ended",
}


@dataclass(frozen=True)
class CaseFile:
    """A case on a day, as the policy reads it."""

    case: Case
    events: list[CaseEvent]
    deadlines: tuple[Deadline, ...]
    warnings: tuple[str, ...]
    stages: tuple[Stage, ...]
    next_duty: Deadline | None
    next_step: Deadline | None


@dataclass(frozen=True)
class DateRow:
    """One date in words for a page: what, who, by when, how it stands and why."""

    deadline: Deadline
    owner: str
    status_words: str
    kind: str
    is_verified: bool


def file_of(viewer: Viewer, case: Case) -> CaseFile:
    """Everything about the dates of a case that the viewer has in hand, today."""
    events = events_with_authors(case)
    answer = dates_of(case, on=viewer.on, events=events)
    return CaseFile(
        case=case,
        events=events,
        deadlines=answer.deadlines,
        warnings=tuple(answer.warnings),
        stages=tuple(stages(as_events(events), answer.deadlines)),
        next_duty=next_due(answer.deadlines),
        next_step=next_step(answer.deadlines),
    )


def date_rows(deadlines: tuple[Deadline, ...]) -> list[DateRow]:
    """Each dated duty in words, in the order of the limits."""
    return [date_row(each) for each in deadlines]


def date_row(deadline: Deadline) -> DateRow:
    """One duty in words."""
    return DateRow(
        deadline=deadline,
        owner=BODIES.get(deadline.for_.fields.get("body")) or owner_words(deadline.owner),
        status_words=_status_words(deadline),
        kind="due_soon" if deadline.status == "late" and deadline.standing in NO_LAW else STATUS_KINDS.get(deadline.status, "neutral"),
        is_verified=deadline.checked != UNVERIFIED,
    )


def owner_words(owner: str) -> str:
    """Whose duty it is, in words."""
    return OWNERS.get(owner, owner.replace("_", " ").capitalize())


def _status_words(deadline: Deadline) -> str:
    days = deadline.days_late or 0
    if deadline.status == "late" and deadline.standing in NO_LAW:
        return "Done after this day" if deadline.done_on else "Past this day, which is not itself a limit in law"
    late = f"{days} day{'s' if days != 1 else ''}"
    if deadline.status == "late":
        return f"Done late, by {late}" if deadline.done_on else f"Late by {late}"
    return {
        "open": "Open",
        "met": "Done in time",
        "disapplied": "Limit does not apply: exemption",
        "not_applicable": "No longer needed",
        "ended": "Time has run out",
    }.get(deadline.status, deadline.status)
