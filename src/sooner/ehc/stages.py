"""The one line of stages that staff, families and the tracker see: request, decide, gather advice, draft, final, review."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from sooner.clocks.case import Event, read_case
from sooner.clocks.deadline import Deadline

StageState = Literal["done", "current", "late", "paused", "ahead"]

REQUEST, DECIDE, ADVICE, DRAFT, FINAL, REVIEW = "Request", "Decide", "Gather advice", "Draft plan", "Final plan", "Review"
STARTS = ("request_received", "became_responsible")
EXCEPTION = "Exception: the time limit does not apply for now"
CLOSED_WORDS = {
    "request_withdrawn": "The request was taken back",
    "decision_assess=no": "The council decided not to assess",
    "decision_issue=no": "The council decided not to make a plan",
    "plan_ceased": "The plan has ended",
}


@dataclass(frozen=True)
class Stage:
    """One stage: when it was done or is due, and the same in words, so that colour never stands alone."""

    name: str
    state: StageState
    done_on: date | None
    limit_on: date | None
    status_words: str


def stages(events: Sequence[Mapping[str, object]], deadlines: Sequence[Deadline]) -> tuple[Stage, ...]:
    """The six stages of the case's latest request, from its events and its answer. Raises Refused for events outside the contract."""
    happened = _latest(read_case({"pack": "england_2014", "today": "2999-12-31", "events": list(events)}).events)
    rows = {name: _rows(deadlines, rule, happened) for name, rule in _RULES.items()}
    built = [_stage(name, happened, rows[name]) for name in (REQUEST, DECIDE, ADVICE, DRAFT, FINAL, REVIEW)]
    if any(row.status == "disapplied" for row in rows[FINAL]):
        built = [_with_final(stage) for stage in built]
    return tuple(_lined_up(_passed(built), _closed(happened)))


_RULES = {REQUEST: "", DECIDE: "EHC-04", ADVICE: "EHC-06", DRAFT: "EHC-09", FINAL: "EHC-17", REVIEW: "AR-01"}
_DONE_BY = {DECIDE: "decision_assess", DRAFT: "draft_served", FINAL: "plan_finalised"}


def _latest(events: Sequence[Event]) -> list[Event]:
    starts = [place for place, event in enumerate(events) if event.event in STARTS]
    return list(events[starts[-1] :]) if starts else list(events)


def _rows(deadlines: Sequence[Deadline], rule: str, happened: Sequence[Event]) -> list[Deadline]:
    since = happened[0].on if happened else date.max
    return [row for row in deadlines if row.rule == rule and row.for_.on >= since]


def _stage(name: str, happened: Sequence[Event], rows: Sequence[Deadline]) -> Stage:
    done_on = _done_on(name, happened)
    if name == REVIEW:
        rows = rows[-1:]
        done_on = None
    row = max(rows, key=_most_pressing, default=None)
    limit_on = row.limit_on if row is not None else None
    if done_on is not None:
        return Stage(name, "done", done_on, limit_on, _done_words(done_on, row))
    if row is None or row.status == "not_applicable":
        return Stage(name, "ahead", None, None, "Not started")
    if row.family_status == "late":
        days = (row.days_late or 0) - row.margin
        return Stage(name, "late", None, limit_on, f"Late by {_days(days)}" if row.standing != "derived" else "Later than it should be")
    if row.status == "disapplied":
        return Stage(name, "paused", None, limit_on, EXCEPTION)
    return Stage(name, "ahead", None, limit_on, "Not started")


def _with_final(stage: Stage) -> Stage:
    """The last day for the draft is worked out from the final plan's limit, so an exception from that limit reaches it too."""
    is_draft = stage.name == DRAFT and stage.state in ("ahead", "late") and stage.limit_on is not None
    return replace(stage, state="paused", status_words=EXCEPTION) if is_draft else stage


def _most_pressing(row: Deadline) -> tuple[bool, bool, date]:
    is_waiting = row.done_on is None and row.status != "not_applicable"
    return is_waiting, is_waiting and row.family_status == "late", row.limit_on


def _done_on(name: str, happened: Sequence[Event]) -> date | None:
    if name == REQUEST:
        return next((event.on for event in happened if event.event in STARTS), None)
    if name == ADVICE:
        asked = [event for event in happened if event.event == "advice_requested"]
        answers = [event for event in happened if event.event == "advice_received"]
        is_whole = bool(asked) and {event.id for event in asked} <= {event.id for event in answers}
        return answers[-1].on if is_whole else None
    return next((event.on for event in happened if event.event == _DONE_BY.get(name)), None)


def _done_words(done_on: date, row: Deadline | None) -> str:
    if row is None or row.standing == "derived" or done_on <= row.limit_on + timedelta(days=row.margin):
        return "Done"
    if row.status == "disapplied":
        return "Done, with an exception from the time limit"
    return f"Done {_days((done_on - row.limit_on).days - row.margin)} late"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _passed(built: Sequence[Stage]) -> list[Stage]:
    """A stage that is not recorded as done, though a later one is, is shown as passed rather than as waiting."""
    last = max((place for place, stage in enumerate(built) if stage.state == "done"), default=-1)
    return [
        replace(stage, state="done", status_words="Passed; no day is recorded") if place < last and stage.state != "done" else stage
        for place, stage in enumerate(built)
    ]


def _closed(happened: Sequence[Event]) -> str:
    for event in reversed(happened):
        words = CLOSED_WORDS.get(event.event) or CLOSED_WORDS.get(f"{event.event}={event.value}")
        if words:
            return words
        if event.event in ("order", "concession", "draft_served", "plan_finalised") or event.value == "yes":
            return ""
    return ""


def _lined_up(built: Sequence[Stage], closed: str) -> list[Stage]:
    """Marks the first stage that is waiting as the current one; where the case has ended there is none."""
    first = next((place for place, stage in enumerate(built) if stage.state != "done"), len(built))
    if closed:
        return [stage if place < first else replace(stage, state="ahead", limit_on=None, status_words=closed) for place, stage in enumerate(built)]
    return [
        replace(stage, state="current", status_words="Now") if place == first and stage.state == "ahead" else stage
        for place, stage in enumerate(built)
    ]
