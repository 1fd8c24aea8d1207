"""The schools and colleges consulted about a draft, when each must answer, and what each said."""

from dataclasses import dataclass
from datetime import date

from sooner_service.ehc.dates import dates_of, limit_of
from sooner_service.ehc.models import Case
from sooner_service.ehc.queries.cases import events_with_authors
from sooner_service.register.access import Viewer


@dataclass(frozen=True)
class Consulted:
    """One consultation. `mark` names it in addresses."""

    mark: str
    name: str
    sent_on: date
    due_on: date | None
    replied_on: date | None
    words: str


def settings_consulted(viewer: Viewer, case: Case) -> list[Consulted]:
    """Every consultation of the case, in order."""
    events = events_with_authors(case)
    rows = dates_of(case, on=viewer.on, events=events).deadlines
    replies = {str(each.fields.get("id")): each for each in events if each.event == "setting_replied"}
    found = []
    for each in events:
        if each.event == "setting_consulted":
            mark = str(each.fields.get("id"))
            reply = replies.get(mark)
            name = str(each.fields.get("name", "A setting"))
            due_on = limit_of(rows, "EHC-13", mark)
            found.append(Consulted(mark, name, each.on, due_on, reply.on if reply else None, reply.reasons if reply else ""))
    return found
