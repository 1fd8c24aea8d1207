"""Reads a case's facts strictly: the contract's schema, one sentence for anything it does not allow."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sooner.clocks.vocabulary import DATE, EVENTS, FLAG, NAME, RANK, RULES, YEAR, EventKind, Holds

PROPOSALS = "proposals_2026"
PACKS = ("england_2014", PROPOSALS)
COUNTINGS = ("exclusive", "inclusive")
FIELDS = ("pack", "counting", "today", "first_class_days", "events")
FIRST_YEAR, LAST_YEAR = 1900, 2999
LONGEST_AMENDMENT = timedelta(weeks=12)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Refused(ValueError):
    """The facts cannot be answered as they stand. The message is one sentence with the value, its place and the remedy."""


class Event(NamedTuple):
    """Something that happened on a day. `value` is its decision or kind, or kind/step of an order's step."""

    on: date
    rank: int
    event: str
    id: str | int | None
    value: str | None
    fields: Mapping[str, object]

    @property
    def key(self) -> tuple[date, int]:
        """Where it stands in the order of the case."""
        return self.on, self.rank

    def __hash__(self) -> int:
        """Equal events hash alike; the fields beyond the value are left out."""
        return hash((self.on, self.rank, self.id, self.value))


class Case(NamedTuple):
    """A case's facts, read. `events` are in the order that counts; `by_name` finds them by name, and by `name=value`."""

    pack: str
    is_inclusive: bool
    today: date
    first_class_days: int
    events: tuple[Event, ...]
    by_name: Mapping[str, list[Event]]

    def named(self, name: str) -> list[Event]:
        """The events of this name, or of this `name=value`, in order."""
        return self.by_name.get(name, [])

    def happened(self, name: str) -> list[Event]:
        """The same without those planned for after today."""
        return [event for event in self.by_name.get(name, []) if event.on <= self.today]


def read_case(facts: object) -> Case:
    """The case in the contract's input. Raises Refused."""
    if not isinstance(facts, Mapping):
        raise Refused(f"A case is an object with pack, today and events, but this is {shown(facts)}.")
    for name in facts:
        if name not in FIELDS:
            raise Refused(f"The case has an unknown field {shown(name)}; use only {', '.join(FIELDS)}.")
    for name in ("pack", "today"):
        if name not in facts:
            raise Refused(f"The case has no '{name}', which every case needs; add it.")
    listed = facts.get("events", [])
    if isinstance(listed, str | Mapping) or not hasattr(listed, "__iter__"):
        raise Refused(f"'events' is {shown(listed)}; write a list of events, in square brackets.")
    pack = _choice(facts["pack"], PACKS, "'pack'")
    inclusive = _choice(facts.get("counting", "exclusive"), COUNTINGS, "'counting'") == "inclusive"
    first_class = facts.get("first_class_days", 2)
    if type(first_class) is not int or first_class not in (1, 2):
        raise Refused(f"'first_class_days' is {shown(first_class)}; write 2 or 1.")
    today = day_of(facts["today"], "'today'")
    events = sorted((_event(item, number) for number, item in enumerate(listed, start=1)), key=_order)
    return Case(str(pack), inclusive, today, first_class, tuple(events), _indexed(events))


def _order(event: Event) -> tuple[date, int, str, str]:
    return event.on, event.rank, str(event.id), str(event.value)


def _event(item: object, number: int) -> Event:
    where = f"event {number}"
    if not isinstance(item, Mapping):
        raise Refused(f"In {where}, {shown(item)} is not an event; write an object with 'event' and 'on'.")
    name = item.get("event")
    kind = EVENTS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise Refused(f"In {where}, {shown(name)} is not an event that is known here; see the list of events in the rulebook.")
    assert isinstance(name, str)
    where = f"event {number} ({name})"
    if "on" not in item:
        raise Refused(f"In {where}, 'on' is missing; add the day it happened.")
    on = day_of(item["on"], f"In {where}, 'on'")
    if len(item) == 2 and not kind.needs:
        return Event(on, RANK[name], name, None, None, _NOTHING)
    fields = _fields(item, kind, where)
    if name == "phase_transfer" and fields["kind"] == "post16_to_post16" and "starts_on" not in fields:
        raise Refused(f"In {where}, 'starts_on' is missing for post16_to_post16; add the day the new course starts.")
    value = fields.get("decision") or fields.get("kind")
    if name == "order_step_done":
        value = f"{value}/{fields['step']}"
    identifier = fields.get("id")
    assert identifier is None or isinstance(identifier, str | int)
    return Event(on, RANK[name], name, identifier, str(value) if value is not None else None, fields)


_NOTHING: Mapping[str, object] = {}


def _fields(item: Mapping[str, object], kind: EventKind, where: str) -> Mapping[str, object]:
    read: dict[str, object] = {}
    for name, value in item.items():
        if name in ("event", "on"):
            continue
        holds = kind.fields.get(name)
        if holds is None:
            allowed = ", ".join(("event", "on", *kind.fields))
            raise Refused(f"In {where}, {shown(name)} is not a field of this event; use only {allowed}.")
        if value is None and name not in kind.needs:
            continue
        read[name] = _held(value, holds, f"In {where}, '{name}'")
    for name in kind.needs:
        if name not in read:
            raise Refused(f"In {where}, '{name}' is missing; add it.")
    return read


def _held(value: object, holds: Holds, where: str) -> object:
    if isinstance(holds, tuple):
        return _choice(value, holds, where)
    if holds == DATE:
        return day_of(value, where)
    good = {
        NAME: type(value) in (str, int),
        FLAG: type(value) is bool,
        YEAR: type(value) is int and FIRST_YEAR <= int(str(value)) <= LAST_YEAR,
        RULES: isinstance(value, list | tuple) and all(type(rule) is str for rule in value),
    }
    if not good[holds]:
        raise Refused(f"{where} is {shown(value)}; write {_WANTED[holds]}.")
    return value


_WANTED = {
    NAME: "text in quotes, or a whole number",
    FLAG: "true or false",
    YEAR: "a year as a whole number, such as 2027",
    RULES: "a list of rule names, such as [\"EHC-17\"]",
}


def _choice(value: object, options: tuple[str, ...], where: str) -> object:
    if not isinstance(value, str) or value not in options:
        raise Refused(f"{where} is {shown(value)}; write one of {', '.join(options)}.")
    return value


def day_of(value: object, where: str) -> date:
    """A day from `YYYY-MM-DD` text or a date. Raises Refused for anything else, and for a date that does not exist."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise Refused(f'{where} is "{value}", a date that does not exist; correct it.') from None
    elif isinstance(value, date) and not isinstance(value, datetime):
        day = value
    else:
        raise Refused(f"{where} is {shown(value)}, which is not a date; write the day as YYYY-MM-DD, such as 2026-01-12.")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Refused(f'{where} is "{day}", outside the years {FIRST_YEAR} to {LAST_YEAR} that can be counted here; correct it.')
    return day


def shown(value: object) -> str:
    """A refused value as it stood in the input, on one line."""
    if isinstance(value, str):
        return '"' + " ".join(value.encode(errors="backslashreplace").decode().split()) + '"'
    return json.dumps(value, default=str, ensure_ascii=False)


def _indexed(events: list[Event]) -> Mapping[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[event.event].append(event)
        if event.value is not None:
            found[f"{event.event}={event.value}"].append(event)
    if "review_decision" in found or "first_review_after_transfer" in found:
        found["review_ended"] = _reviews_ended(events)
    return dict(found)


def _reviews_ended(events: list[Event]) -> list[Event]:
    """The events that end a review. A decision not to change the plan after all, soon after a notice of changes, ends no review (AR-10)."""
    ended: list[Event] = []
    notice: Event | None = None
    for event in events:
        if event.event == "amendment_notice":
            notice = event
        elif event.event in ("review_meeting", "amended_plan_final"):
            notice = None
        elif event.event == "first_review_after_transfer" or (event.event == "review_decision" and not _takes_back(event, notice)):
            ended.append(event)
    return ended


def _takes_back(decision: Event, notice: Event | None) -> bool:
    return notice is not None and decision.value == "maintain" and decision.on <= notice.on + LONGEST_AMENDMENT
