"""Reads a case's facts strictly: the contract's schema, one sentence for anything it does not allow."""

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import NamedTuple

from sooner.clocks.vocabulary import DATE, EVENTS, FLAG, NAME, RANK, RULES, YEAR, EventKind, Holds

PROPOSALS = "proposals_2026"
PACKS = ("england_2014", PROPOSALS)
COUNTINGS = ("exclusive", "inclusive")
FIELDS = ("pack", "counting", "today", "first_class_days", "events")
FIRST_YEAR, LAST_YEAR = 1900, 2999
LONGEST_AMENDMENT = timedelta(weeks=12)
_DAY_LENGTH = len("2026-01-12")


# Which event of the list a value stands in, and its name; nothing for the case itself.
Where = tuple[int, str] | None


class Refused(ValueError):
    """The facts cannot be answered as they stand. The message is one sentence with the value, its place and the remedy."""


class Event(NamedTuple):
    """Something that happened on a day. `key` is where it stands in the order of the case: its day, then its place in the vocabulary.

    `value` is its decision or kind, or kind/step of an order's step.
    """

    key: tuple[date, int]
    on: date
    event: str
    id: str | int | None
    value: str | None
    fields: Mapping[str, object]

    def __hash__(self) -> int:
        """Equal events hash alike; the fields beyond the value are left out."""
        return hash((self.key, self.id, self.value))


in_order = attrgetter("key")


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
    today = day_of(facts["today"], None, "today")
    events = _ordered([_event(item, number) for number, item in enumerate(listed, start=1)])
    return Case(str(pack), inclusive, today, first_class, tuple(events), _indexed(events))


def _ordered(events: list[Event]) -> list[Event]:
    """In the order that counts. Events alike in day and name are put in order of id and value, so that the list's own order never matters."""
    events.sort(key=in_order)
    if len({event.key for event in events}) < len(events):
        events.sort(key=lambda event: (event.key, str(event.id), str(event.value), str(event.fields)))
    return events


def _event(item: object, number: int) -> Event:
    if type(item) is not dict and not isinstance(item, Mapping):
        raise Refused(f"In event {number}, {shown(item)} is not an event; write an object with 'event' and 'on'.")
    name = item.get("event")
    kind = EVENTS.get(name) if isinstance(name, str) else None
    if kind is None or not isinstance(name, str):
        raise Refused(f"In event {number}, {shown(name)} is not an event that is known here; see the list of events in the rulebook.")
    where = number, name
    if "on" not in item:
        raise Refused(f"{_in(where)}, 'on' is missing; add the day it happened.")
    on = day_of(item["on"], where)
    if len(item) == 2 and not kind.needs:
        return Event((on, RANK[name]), on, name, None, None, _NOTHING)
    fields = _fields(item, kind, where)
    identifier, value = fields.get("id"), fields.get("decision") or fields.get("kind")
    assert identifier is None or isinstance(identifier, str | int)
    if name == "phase_transfer" and value == "post16_to_post16" and "starts_on" not in fields:
        raise Refused(f"{_in(where)}, 'starts_on' is missing for post16_to_post16; add the day the new course starts.")
    if name == "order_step_done":
        value = f"{value}/{fields['step']}"
    return Event((on, RANK[name]), on, name, identifier, value if value is None else str(value), fields)


_NOTHING: Mapping[str, object] = {}


def _in(where: Where) -> str:
    return f"In event {where[0]} ({where[1]})" if where else "In the case"


def _fields(item: Mapping[str, object], kind: EventKind, where: Where) -> Mapping[str, object]:
    read: dict[str, object] = {}
    for name, value in item.items():
        if name in ("event", "on"):
            continue
        holds = kind.fields.get(name)
        if holds is None:
            allowed = ", ".join(("event", "on", *kind.fields))
            raise Refused(f"{_in(where)}, {shown(name)} is not a field of this event; use only {allowed}.")
        if value is None and name not in kind.needs:
            continue
        read[name] = value if type(holds) is tuple and value in holds else _held(value, holds, where, name)
    for name in kind.needs:
        if name not in read:
            raise Refused(f"{_in(where)}, '{name}' is missing; add it.")
    return read


def _held(value: object, holds: Holds, where: Where, name: str) -> object:
    if isinstance(holds, tuple):
        return _choice(value, holds, f"{_in(where)}, '{name}'")
    if holds == DATE:
        return day_of(value, where, name)
    if holds == NAME and type(value) is str:
        return value
    good = {
        NAME: type(value) is int,
        FLAG: type(value) is bool,
        YEAR: type(value) is int and FIRST_YEAR <= value <= LAST_YEAR,
        RULES: isinstance(value, list | tuple) and all(type(rule) is str for rule in value),
    }
    if not good[holds]:
        raise Refused(f"{_in(where)}, '{name}' is {shown(value)}; write {_WANTED[holds]}.")
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


def day_of(value: object, where: Where, name: str = "on") -> date:
    """A day from `YYYY-MM-DD` text or a date. Raises Refused for anything else, and for a date that does not exist."""
    if type(value) is str and len(value) == _DAY_LENGTH and value[4] == value[7] == "-":
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise Refused(f'{_in(where)}, \'{name}\' is {shown(value)}, a date that does not exist; correct it.') from None
    elif isinstance(value, date) and not isinstance(value, datetime):
        day = value
    else:
        raise Refused(f"{_in(where)}, '{name}' is {shown(value)}, which is not a date; write the day as YYYY-MM-DD, such as 2026-01-12.")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Refused(f"{_in(where)}, '{name}' is {shown(str(day))}, outside the years {FIRST_YEAR} to {LAST_YEAR} counted here; correct it.")
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
    if not found.keys().isdisjoint(_OF_REVIEWS):
        _index_reviews(events, found)
    return dict(found)


_OF_REVIEWS = frozenset({"review_decision", "first_review_after_transfer", "amendment_notice"})


def _index_reviews(events: list[Event], found: dict[str, list[Event]]) -> None:
    """Adds three names for what a review's events are to each other.

    `review_ended`: what ends a review. A decision not to change the plan after all, soon after a notice of changes, ends none (AR-10).
    `notice_of_review` and `notice_alone`: whether a notice of changes follows a review meeting whose review had not come to its end.
    """
    meeting: Event | None = None
    notice: Event | None = None
    for event in events:
        name = event.event
        if name == "review_meeting":
            meeting, notice = event, None
        elif name == "amendment_notice":
            notice = event
            found["notice_of_review" if meeting is not None else "notice_alone"].append(event)
        elif name == "first_review_after_transfer" or (name == "review_decision" and not _takes_back(event, notice)):
            found["review_ended"].append(event)
        if name in ("amended_plan_final", "plan_ceased"):
            meeting = notice = None
        elif name == "review_decision" and event.value != "amend":
            meeting = None


def _takes_back(decision: Event, notice: Event | None) -> bool:
    return notice is not None and decision.value == "maintain" and decision.on <= notice.on + LONGEST_AMENDMENT
