"""A case's dates, computed by the policy from what happened, and the small index of what is due next."""

from datetime import date

from sooner.clocks import Answer, Deadline, answer
from sooner_service.ehc.models import Case, CaseEvent

STATED = ("decision", "body", "id", "ground", "impractical", "until", "rules", "method", "kind", "year", "starts_on", "notice", "step")


def case_as_facts(case: Case, events: list[CaseEvent], *, on: date) -> dict[str, object]:
    """The case in the contract of the clocks: what happened and when, without anybody's words."""
    return {
        "pack": "england_2014",
        "today": on.isoformat(),
        "events": [
            {"event": event.event, "on": event.on.isoformat(), **{key: value for key, value in event.fields.items() if key in STATED}}
            for event in events
            if not event.withdrawn_because
        ],
    }


def dates_of(case: Case, *, on: date, events: list[CaseEvent] | None = None) -> Answer:
    """Every duty of the case on a day. Raises sooner.clocks.Refused for a history that cannot be."""
    return answer(case_as_facts(case, events if events is not None else list(case.events.all()), on=on))


def next_due(deadlines: tuple[Deadline, ...]) -> Deadline | None:
    """The earliest duty that still has to be done: a late one before an open one with a later date."""
    waiting = [each for each in deadlines if each.status in {"open", "late"} and each.done_on is None and each.limit_on is not None]
    duties = [each for each in waiting if each.owner != "family"]
    return min(duties, key=lambda each: (each.limit_on, each.rule), default=None)


def keep_index(case: Case, *, on: date) -> None:
    """Write the index of what is due next from the facts. It can be rebuilt at will."""
    due = next_due(dates_of(case, on=on).deadlines)
    case.next_rule = due.rule if due else ""
    case.next_limit_on = due.limit_on if due else None
    case.next_act_by = due.act_by if due else None
    case.save(update_fields=["next_rule", "next_limit_on", "next_act_by"])
