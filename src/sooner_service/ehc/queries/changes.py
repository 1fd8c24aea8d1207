"""What one more event would change in a case's dates, before anybody keeps it: what it starts, answers, ends or moves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sooner.clocks import Deadline, answer
from sooner.clocks import Refused as ImpossibleHistory
from sooner.ehc import allowed_events, state_after, state_words
from sooner_service.design.words import lower_first
from sooner_service.ehc.dates import PACK, events_of
from sooner_service.ehc.models import Case


@dataclass(frozen=True)
class Changes:
    """The dates that start, those that are answered or no longer apply, those that move, and any sentence that refuses it all."""

    problem: str = ""
    started: tuple[Deadline, ...] = ()
    answered: tuple[Deadline, ...] = ()
    moved: tuple[Deadline, ...] = ()
    state: str = ""
    warnings: tuple[str, ...] = ()


def changes_by(case: Case, event: str, *, on: date, fields: Mapping[str, object], today: date) -> Changes:
    """What this event would do to the case as it stands today. Nothing is kept."""
    if event not in allowed_events(case.state):
        return Changes(f"This does not fit the case as it stands: {lower_first(state_words(case.state))}. Look at the case's history.")
    now = events_of(case)
    more = [*now, {"event": event, "on": on.isoformat(), **fields}]
    try:
        before = answer({"pack": PACK, "today": today, "events": now})
        after = answer({"pack": PACK, "today": today, "events": more})
        state = state_after(more)
    except ImpossibleHistory as problem:
        return Changes(f"{problem} Check the dates in the case's history.")
    known = {_key(row): row for row in before.deadlines}
    waiting = [row for row in after.deadlines if row.status in {"open", "late", "disapplied"} and row.done_on is None]
    return Changes(
        started=tuple(row for row in waiting if _key(row) not in known),
        answered=tuple(row for row in after.deadlines if _key(row) in known and _is_settled(row) and not _is_settled(known[_key(row)])),
        moved=tuple(row for row in waiting if _key(row) in known and row.limit_on != known[_key(row)].limit_on),
        state=state_words(state),
        warnings=tuple(each for each in after.warnings if each not in before.warnings),
    )


def _is_settled(row: Deadline) -> bool:
    return row.done_on is not None or row.status == "not_applicable"


def _key(row: Deadline) -> tuple[str, str, str, date, str]:
    return row.rule, row.step or "", row.for_.event, row.for_.on, str(row.for_.id or row.for_.value or "")
