"""A case's dates, computed by the policy from what happened, and the small index of what is due next."""

from collections.abc import Iterable, Sequence
from datetime import date

from sooner.clocks import Answer, Deadline, answer
from sooner.clocks.vocabulary import EVENTS
from sooner_service.ehc.models import Case, CaseEvent

PACK = "england_2014"
INDEX = ("next_rule", "next_limit_on", "next_act_by", "next_owner", "next_duty", "review_due_on")
REVIEWS = frozenset({"AR-01", "MV-04"})
"""The review of a plan: each year, or the first one after a move, which is never the earlier of the two (MV-04)."""


def as_events(events: Iterable[CaseEvent]) -> list[dict[str, object]]:
    """The events in the contract of the clocks: what happened and when, without anybody's words; those taken back are left out."""
    return [
        {"event": each.event, "on": each.on.isoformat(), **{key: value for key, value in each.fields.items() if key in EVENTS[each.event].fields}}
        for each in events
        if not each.withdrawn_because
    ]


def events_of(case: Case) -> list[dict[str, object]]:
    """This case's events in the contract of the clocks, read afresh."""
    return as_events(CaseEvent.objects.filter(case=case))


def case_as_facts(case: Case, events: Iterable[CaseEvent], *, on: date) -> dict[str, object]:
    """The case as the clocks take it."""
    return {"pack": PACK, "today": on.isoformat(), "events": as_events(events)}


def dates_of(case: Case, *, on: date, events: Iterable[CaseEvent] | None = None) -> Answer:
    """Every duty of the case on a day. Raises sooner.clocks.Refused for a history that cannot be."""
    return answer(case_as_facts(case, events if events is not None else CaseEvent.objects.filter(case=case), on=on))


def next_due(deadlines: Iterable[Deadline]) -> Deadline | None:
    """The earliest duty that still has to be done, the late ones first. A family's right is not a duty."""
    return min(_waiting(deadlines, {"open", "late"}), key=lambda each: (each.limit_on, each.rule), default=None)


def next_step(deadlines: Iterable[Deadline]) -> Deadline | None:
    """What staff must do next: as `next_due`, but a duty whose limit an exemption disapplies is still to be done, as soon as practicable."""
    return min(_waiting(deadlines, {"open", "late", "disapplied"}), key=lambda each: (each.limit_on, each.rule), default=None)


def _waiting(deadlines: Iterable[Deadline], statuses: set[str]) -> list[Deadline]:
    return [each for each in standing_dates(deadlines) if each.status in statuses and each.done_on is None and each.owner != "family"]


def standing_dates(deadlines: Iterable[Deadline]) -> list[Deadline]:
    """The dates without a day worked out from the final plan's limit while an exemption disapplies that limit (law C-11, EHC-09)."""
    rows = list(deadlines)
    is_final_exempt = any(each.rule == "EHC-17" and each.status == "disapplied" for each in rows)
    return [each for each in rows if not (is_final_exempt and each.rule == "EHC-09" and each.done_on is None)]


def limit_of(deadlines: Iterable[Deadline], rule: str, mark: str = "") -> date | None:
    """The last limit of a rule, or of its row for the event with this id."""
    found = [each.limit_on for each in deadlines if each.rule == rule and mark in {"", started_by(each)}]
    return max(found, default=None)


def keep_index(case: Case, *, on: date) -> None:
    """Write the state and the index of what is due next from the facts. It can be rebuilt at will."""
    write_index(case, dates_of(case, on=on).deadlines)
    case.save(update_fields=["state", *INDEX])


def write_index(case: Case, deadlines: Sequence[Deadline]) -> None:
    """Set what is due next, and when the plan's review is due, without saving."""
    due = next_step(deadlines)
    is_exempt = due is not None and due.status == "disapplied"
    case.next_rule = due.rule if due else ""
    case.next_limit_on = due.limit_on if due and not is_exempt else None
    case.next_act_by = case.planned_on if is_exempt else due.act_by if due else None
    case.next_owner = due.owner if due else ""
    case.next_duty = due.duty[:200] if due else ""
    reviews = [each.limit_on for each in deadlines if each.rule in REVIEWS and each.status in {"open", "late"} and each.done_on is None]
    case.review_due_on = max(reviews, default=None)


def started_by(deadline: Deadline) -> str:
    """The id of the event that a row hangs on, empty where it has none."""
    return str(deadline.for_.id or "")
