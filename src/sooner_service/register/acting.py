"""How every write happens: checked against the table, in one transaction, with exactly one journal entry."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import models, transaction

from sooner_service.journal.models import Entry
from sooner_service.register.access import Viewer, forget, must
from sooner_service.register.models import Child


@dataclass
class Act:
    """What an action says about itself for the journal: which record it made or changed, and details without a child's text."""

    made: models.Model | None = None
    child: Child | None = None
    details: dict[str, object] = field(default_factory=dict)
    kind: str = Entry.Kind.ACTION


@contextmanager
def acting(
    viewer: Viewer, *, record: str, action: str, child: Child | None = None, organisation_id: int | None = None,
    facts: Mapping[str, bool] | None = None,
) -> Iterator[Act]:
    """Check, open a transaction, let the caller write, keep one journal entry. Raises Refused with a sentence."""
    forget(viewer)
    must(viewer, record=record, action=action, child=child, organisation_id=organisation_id, facts=facts)
    try:
        with transaction.atomic():
            act = Act(child=child)
            yield act
            write_entry(viewer, kind=act.kind, name=f"{record}.{action}", child=act.child, made=act.made, details=act.details)
    finally:
        forget(viewer)


@contextmanager
def acting_openly(viewer: Viewer, *, name: str) -> Iterator[Act]:
    """The same for the few public actions that anybody may do, such as asking for an EHC needs assessment."""
    with transaction.atomic():
        act = Act()
        yield act
        write_entry(viewer, kind=Entry.Kind.ACTION, name=name, child=act.child, made=act.made, details=act.details)


def hold(record: models.Model) -> None:
    """Within an action: lock this row until the end and read it again, so that whoever comes second sees what the first one did."""
    record.refresh_from_db(from_queryset=type(record)._default_manager.select_for_update())


def write_entry(
    viewer: Viewer, *, kind: str, name: str, child: Child | None = None, made: models.Model | None = None,
    details: Mapping[str, object] | None = None, count: int | None = None,
) -> Entry:
    """One line in the journal for what this viewer did."""
    entry = Entry(
        at=viewer.now,
        kind=kind,
        name=name,
        person_id=viewer.person.pk if viewer.person else None,
        role=viewer.role,
        organisation_id=viewer.organisation.pk if viewer.organisation else None,
        organisation_name=viewer.organisation_name,
        child_id=child.pk if child else None,
        record=made._meta.label_lower if made is not None else name.split(".")[0],
        record_id=made.pk if made is not None else None,
        purpose=viewer.purpose,
        count=count,
        details=dict(details or {}),
    )
    entry.save()
    return entry


def opened(viewer: Viewer, *, child: Child, record: str) -> None:
    """Keep that the viewer opened this child's record. The family sees it."""
    write_entry(viewer, kind=Entry.Kind.OPENED, name=f"{record}.see", child=child)


def listed(viewer: Viewer, *, record: str, count: int, query: Mapping[str, object] | None = None) -> None:
    """Keep that the viewer saw a list: how many, and by which filter, as one entry."""
    write_entry(viewer, kind=Entry.Kind.LISTED, name=f"{record}.list", details=query, count=count)
