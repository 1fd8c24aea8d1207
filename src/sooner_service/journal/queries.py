"""Reading the journal: who has looked at one child's record, grouped by day, without anything that must stay withheld."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypedDict

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncDate

from sooner_service.journal.models import Entry

LOOKS = (Entry.Kind.OPENED, Entry.Kind.EXPORTED)


class LookRow(TypedDict):
    """A look as the database tells it."""

    on: date
    role: str
    organisation_id: int | None
    organisation_name: str
    record: str
    kind: str
    times: int


@dataclass(frozen=True)
class Look:
    """One role at one organisation that looked at one part of the record on a day, and how many times."""

    on: date
    role: str
    organisation_id: int | None
    organisation_name: str
    record: str
    kind: str
    times: int


def looks_at(*, child_id: int, leaving_out_roles: Collection[str]) -> "QuerySet[Entry, LookRow]":
    """Every opening and export of a child's record by day, role, organisation and part, newest day first.

    Reads withheld by a named decision are left out, and so are the roles named: a family never sees what its other members looked at.
    """
    looks = Entry.objects.filter(child_id=child_id, kind__in=LOOKS, is_withheld=False).exclude(role__in=leaving_out_roles)
    by_day = looks.annotate(on=TruncDate("at")).values("on", "role", "organisation_id", "organisation_name", "record", "kind")
    return by_day.annotate(times=Count("pk")).order_by("-on", "organisation_name", "role", "record", "kind")


def days_of(rows: Iterable[LookRow]) -> list[tuple[date, list[Look]]]:
    """The rows of `looks_at` in groups of one day each, in the order they come."""
    looks = [Look(**row) for row in rows]
    return [(day, list(group)) for day, group in groupby(looks, key=lambda look: look.on)]
