"""What was done about one child, in plain words for the staff of the setting: from the journal, without anybody's own casework."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from sooner.evidence.supports import catalogue
from sooner_service.journal.models import Entry
from sooner_service.register.models import Child, Person
from sooner_service.register.permissions import ROLES

WORDS: Mapping[str, str] = {
    "roll.register": "put the child on the roll",
    "adult_link.add": "linked an adult to the child",
    "adult_link.edit": "changed what an adult may see",
    "concern.note": "noted a concern",
    "concern.acknowledge": "answered a concern",
    "concern.close": "closed a concern",
    "baseline.complete": "filled in a baseline",
    "baseline.sign": "signed the baseline",
    "baseline.ask_area": "asked the area service to sign the baseline",
    "support.start": "started support",
    "support.stop": "stopped support",
    "views.add": "added views",
    "views.ask": "asked the family a question",
    "child_words.add": "added words of their own",
    "plan.edit": "wrote in the plan",
    "plan.share": "shared the plan with the family",
    "plan.respond": "answered about the plan",
    "plan.write_down_answer": "wrote down the family's answer about the plan",
    "plan.finalise": "made the plan final",
    "progress.set_goal": "set a goal",
    "decision.decide": "decided about the support",
    "ehc_request.make": "asked for an EHC needs assessment",
}
FAMILY_ROLES = frozenset({"parent", "young_person"})


@dataclass(frozen=True)
class Happening:
    """One thing that somebody did: when, who as far as staff may know, and what."""

    at: datetime
    who: str
    words: str


def entries_about(child: Child) -> "QuerySet[Entry]":
    """The journal's entries that staff of the setting may read, newest first: what was done, never who looked."""
    done = Entry.objects.filter(child_id=child.pk, kind=Entry.Kind.ACTION, name__in=WORDS, is_withheld=False)
    return done.order_by("-at", "-pk")


def in_plain_words(entries: "list[Entry]") -> list[Happening]:
    """The entries as sentences. Staff are named; family members are named by their role only. One query."""
    staff = {entry.person_id for entry in entries if entry.role not in FAMILY_ROLES and entry.person_id is not None}
    names = dict(Person.objects.filter(pk__in=staff).values_list("pk", "name"))
    return [Happening(entry.at, _who(entry, names), _what(entry)) for entry in entries]


def _who(entry: Entry, names: Mapping[int, str]) -> str:
    role = ROLES.get(entry.role, "Somebody")
    name = names.get(entry.person_id or 0)
    return f"{name}, {role}" if name else role


def _what(entry: Entry) -> str:
    words = WORDS[entry.name]
    code = str(entry.details.get("code", ""))
    name = next((each.name for each in catalogue().supports if each.code == code), "")
    return f"{words}: {name}" if name else words
