"""From a case's events to its duties: which event answers which, and whether each duty was met."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import chain
from typing import NamedTuple

from sooner.clocks.case import PROPOSALS, Case, Event, in_order
from sooner.clocks.counting import last_day, months_after
from sooner.clocks.deadline import Deadline, Status
from sooner.clocks.exemptions import closures_of, ground_for
from sooner.clocks.sums import SUMS
from sooner.clocks.working_days import is_working_day, school_days, service_day
from sooner.law.england_2014.duties import Duty, duties
from sooner.law.proposals_2026.duties import proposed_duties

ONE_DAY = timedelta(days=1)


class Started(NamedTuple):
    """A trigger with the limit it starts."""

    trigger: Event
    limit_on: date
    served_on: date | None


@cache
def _by_trigger(pack: str) -> Mapping[str, tuple[tuple[int, Duty], ...]]:
    """The duties that each event starts, with their place in the rulebook."""
    found: dict[str, list[tuple[int, Duty]]] = {}
    for place, duty in enumerate((*duties(), *(proposed_duties() if pack == PROPOSALS else ()))):
        for name in duty.counts_from:
            found.setdefault(name, []).append((place, duty))
    return {name: tuple(started) for name, started in found.items()}


def rows(case: Case) -> list[Deadline]:
    """Every row that the events of a case start, by limit and then by rule."""
    by_trigger = _by_trigger(case.pack)
    started = dict(each for name in case.by_name if name in by_trigger for each in by_trigger[name])
    found = [row for duty in started.values() for row in rows_of(duty, case)]
    found.sort(key=lambda row: (row.limit_on, row.law.id, row.for_.key))
    return found


def rows_of(duty: Duty, case: Case) -> list[Deadline]:
    """The rows of one duty: one for each event that starts it."""
    started = [each for trigger in _events(duty.counts_from, case.by_name) if (each := _started(duty, trigger, case)) is not None]
    answers = _happened(_events(duty.met_by, case.by_name), case.today)
    closings = _happened(_events(duty.closed_by, case.by_name), case.today)
    found = []
    for place, each in enumerate(started, start=1):
        trigger = each.trigger
        later = None if duty.is_renewed else _next(duty, started, place)
        own = [answer for answer in answers if _is_of(answer, trigger, started)] if duty.is_by_id else answers
        since = trigger.key if trigger.event != "phase_transfer" else _since(duty, trigger)
        done = _first(own, since, later, is_after=duty.is_renewed) if own else None
        closed = _first(closings, since, later, is_after=False) if closings else None
        found.append(_row(duty, case, each, done, closed))
    return found


def _events(names: Sequence[str], by_name: Mapping[str, list[Event]]) -> list[Event]:
    found = [events for name in names if (events := by_name.get(name))]
    if len(found) < 2:
        return found[0] if found else []
    return sorted(chain.from_iterable(found), key=in_order)


def _happened(events: list[Event], today: date) -> list[Event]:
    if not events or events[-1].on <= today:
        return events
    return [event for event in events if event.on <= today]


def _started(duty: Duty, trigger: Event, case: Case) -> Started | None:
    if duty.worked_out:
        limit = SUMS[duty.worked_out](duty, trigger, case)
        return None if limit is None else Started(trigger, limit, None)
    start, served_on = trigger.on, None
    if duty.clock == "service":
        start = served_on = service_day(trigger.on, str(trigger.fields.get("method", "email")), case.first_class_days)
    elif duty.clock:
        named = trigger.fields[duty.clock]
        assert isinstance(named, date)
        start = named
    if duty.span is not None:
        limit = start + duty.span
    else:
        limit = last_day(duty, start, school_days(closures_of(case, "school")) if duty.unit == "school_days" else is_working_day)
    if case.is_inclusive and duty.is_early_warned:
        limit -= ONE_DAY
    return Started(trigger, limit, served_on)


def _next(duty: Duty, started: Sequence[Started], place: int) -> Event | None:
    """The trigger from `place` on that takes over from the one before it: for a duty with ids, the next with the same id."""
    if place == len(started):
        return None
    if not duty.is_by_id:
        return started[place].trigger
    identifier = started[place - 1].trigger.id
    return next((later.trigger for later in started[place:] if later.trigger.id == identifier), None)


def _is_of(answer: Event, trigger: Event, started: Sequence[Started]) -> bool:
    if answer.id == trigger.id:
        return True
    return len(started) == 1 and (answer.id is None or trigger.id is None)


def _since(duty: Duty, trigger: Event) -> tuple[date, int]:
    """From when an event can answer a phase transfer: from September of the school year before, whenever the move was recorded."""
    starts_on = trigger.fields.get("starts_on")
    if duty.worked_out == "five_months_before" and isinstance(starts_on, date):
        return min(trigger.key, (months_after(starts_on, -12), 0))
    return min(trigger.key, (date(int(str(trigger.fields["year"])) - 1, 9, 1), 0))


def _first(events: Sequence[Event], since: tuple[date, int], later: Event | None, *, is_after: bool) -> Event | None:
    for event in events:
        key = event.key
        if key < since or (is_after and key == since):
            continue
        return event if later is None or key < later.key else None
    return None


def _row(duty: Duty, case: Case, started: Started, done: Event | None, closed: Event | None) -> Deadline:
    trigger, limit = started.trigger, started.limit_on
    exemption = ground_for(case, duty, trigger, limit) if duty.exempt and "exemption" in case.by_name else None
    if done is not None and closed is not None and closed.key < done.key:
        done = None
    status = _status(duty, limit, case.today, done, closed, exemption)
    days_late = ((done.on if done else case.today) - limit).days if status == "late" else None
    is_early = case.is_inclusive and duty.is_early_warned
    return Deadline(duty, trigger, limit, status, done.on if done else None, days_late, exemption, started.served_on, is_early)


def _status(duty: Duty, limit: date, today: date, done: Event | None, closed: Event | None, exemption: Event | None) -> Status:
    if done is not None and done.on <= limit:
        return "met"
    if done is None and closed is not None:
        return "not_applicable"
    if duty.owner == "family":
        return "ended" if done is not None or today > limit else "open"
    if exemption is not None:
        return "disapplied"
    return "late" if done is not None or today > limit else "open"
