"""What `sooner check` looks at: the database, the journal, the settings and the safety of the demonstration."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.core.checks import run_checks
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from sooner_service.journal.models import Entry
from sooner_service.register.models import Organisation, Person
from sooner_service.register.permissions import table


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    name: str
    is_well: bool
    sentence: str


def findings() -> Iterator[Finding]:
    """Everything checked, in order. A database that cannot be reached ends the list."""
    try:
        connection.ensure_connection()
    except DatabaseError as problem:
        yield Finding("database", False, f"The database cannot be reached: {problem}. Check DATABASE_URL.")
        return
    yield Finding("database", True, f"Connected to {connection.vendor}.")
    yield _migrations()
    yield _framework()
    yield _permissions()
    yield from _invented()
    yield _journal()


def has_people() -> bool:
    """Whether anybody is in this service yet."""
    return Person.objects.exists()


def _migrations() -> Finding:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return Finding("migrations", not waiting, f"{len(waiting)} schema changes are waiting. Run ./run --setup." if waiting else "Up to date.")


def _framework() -> Finding:
    serious = [each for each in run_checks() if each.is_serious() and not each.is_silenced()]
    if serious:
        return Finding("framework", False, f"Django's own check found: {'; '.join(each.msg for each in serious)}.")
    return Finding("framework", True, "Django's own checks pass.")


def _permissions() -> Finding:
    return Finding("permissions", True, f"The permission table reads well: {len(table())} rows.")


def _invented() -> Iterator[Finding]:
    real = Organisation.objects.filter(is_invented=False).count()
    invented = Organisation.objects.filter(is_invented=True).count() + Person.objects.filter(is_invented=True).count()
    if settings.DEMONSTRATION and real:
        yield Finding("invented", False, f"{real} organisations are not marked invented. The demonstration refuses to start with real ones.")
    elif settings.PRODUCTION and invented:
        yield Finding("invented", False, f"{invented} records are marked invented. Production refuses to start with invented ones.")
    else:
        yield Finding("invented", True, "Real and invented records are not mixed.")


def _journal() -> Finding:
    acted = Entry.objects.filter(kind=Entry.Kind.ACTION)
    nameless = acted.filter(name="").count()
    unknown = set(acted.exclude(record="").values_list("record", flat=True).distinct()) - _known_records()
    is_well = not nameless and not unknown
    return Finding("journal", is_well, f"{Entry.objects.count()} entries." if is_well else f"{nameless} entries without a name; unknown records: {sorted(unknown)}.")


def _known_records() -> set[str]:
    return {model._meta.label_lower for model in apps.get_models()} | {row.record for row in table()} | {"public"}
