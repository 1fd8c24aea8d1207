"""What has been made so far, by the keys of the blueprint, and how rows are kept: one by one, or gathered and written in bulk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeVar

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models

from sooner_service.project.demonstration.writing import write_rows
from sooner_service.register.access import Viewer
from sooner_service.register.models import AdultLink, Child, ClassStaff, Organisation, Person, Registration, RoleHeld, SchoolClass

Row = TypeVar("Row", bound=models.Model)
BATCH = 2000


class Keeper(Protocol):
    """Keeps rows that no action of the service makes."""

    def keep(self, row: Row) -> Row:
        """Keep a new row; it has its number afterwards."""

    def changed(self, row: models.Model, *names: str) -> None:
        """Keep changed columns of a row."""


class OneByOne:
    """Writes each row at once."""

    def keep(self, row: Row) -> Row:
        """Insert it."""
        row.save(force_insert=True)
        return row

    def changed(self, row: models.Model, *names: str) -> None:
        """Update its columns."""
        row.save(update_fields=names)


class Gathered:
    """Gives each row its number and writes all of them at the end. Rows that never change again are written as they fill a batch."""

    def __init__(self, *, final: Sequence[type[models.Model]] = ()) -> None:
        self._rows: dict[type[models.Model], list[models.Model]] = {}
        self._numbers: dict[type[models.Model], int] = {}
        self._final = frozenset(final)
        self.count = 0

    def keep(self, row: Row) -> Row:
        """Number it and hold it."""
        kind = type(row)
        number = self._numbers.get(kind, 0) + 1
        self._numbers[kind] = number
        row.pk = number
        held = self._rows.setdefault(kind, [])
        held.append(row)
        if kind in self._final and len(held) >= BATCH:
            self._write(kind)
        return row

    def changed(self, row: models.Model, *names: str) -> None:
        """It is still held, and is written as it is at the end."""

    def write_all(self) -> None:
        """Write what is held. Constraints between tables are checked at the end of the transaction."""
        for kind in list(self._rows):
            self._write(kind)

    def _write(self, kind: type[models.Model]) -> None:
        rows = self._rows.pop(kind, [])
        write_rows(kind, rows)
        self.count += len(rows)


@dataclass
class Made:
    """Rows by key. A role is a `RoleHeld` with its person and organisation at hand."""

    organisations: dict[str, Organisation] = field(default_factory=dict)
    classes: dict[str, SchoolClass] = field(default_factory=dict)
    roles: dict[str, RoleHeld] = field(default_factory=dict)
    class_staff: dict[str, list[ClassStaff]] = field(default_factory=dict)
    children: dict[str, Child] = field(default_factory=dict)
    registrations: dict[str, Registration] = field(default_factory=dict)
    adults: dict[str, Person] = field(default_factory=dict)
    links: dict[str, list[AdultLink]] = field(default_factory=dict)
    things: dict[str, models.Model] = field(default_factory=dict)

    def viewer(self, by: str, at: datetime) -> Viewer:
        """Somebody acting at a moment: a role's key, `adult:` and an adult's key, or `self:` and a child's key."""
        on: date = at.date()
        kind, _, key = by.partition(":")
        if kind == "adult":
            return Viewer(person=self.adults[key], role="parent", organisation=None, role_held=None, now=at, on=on)
        if kind == "self":
            return Viewer(person=self.children[key].person, role="young_person", organisation=None, role_held=None, now=at, on=on)
        held = self.roles[by]
        return Viewer(person=held.person, role=held.role, organisation=held.organisation, role_held=held, now=at, on=on)


def set_sequences_right() -> None:
    """Let the database number new rows after those written with numbers of our own, or from one where a table is empty."""
    from_here = [model for model in all_models() if model._meta.auto_field is not None]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), from_here):
            cursor.execute(statement)


def all_models() -> Iterator[type[models.Model]]:
    """Every model of the service's own apps."""
    for app in ("register", "journal", "training", "attendance", "plans", "assessment", "ehc", "advice"):
        yield from apps.get_app_config(app).get_models(include_auto_created=True)
