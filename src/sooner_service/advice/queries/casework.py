"""What the family sees of access, and what the advice service sees of its families."""

from dataclasses import dataclass

from django.db.models import Max, QuerySet

from sooner_service.advice.models import CaseNote, Grant, ServiceKey
from sooner_service.advice.sealing import WrongPassphrase, unseal
from sooner_service.register.access import NotFound, Viewer, children_for, may
from sooner_service.register.models import Child, Organisation


@dataclass(frozen=True)
class OpenedNote:
    """A note as its own service reads it; `words` is None when the key does not open it."""

    note: CaseNote
    words: str | None


def advice_services() -> list[Organisation]:
    """The advice services a family may choose."""
    return list(Organisation.objects.filter(kind=Organisation.Kind.ADVICE_SERVICE, until__isnull=True))


def grants_of(viewer: Viewer, child: Child) -> list[Grant]:
    """Every opening of this child's record to an advice service, newest first."""
    grants = Grant.objects.filter(access__child=child).select_related("access__organisation", "given_by", "revoked_by")
    return list(grants.order_by("-given_at"))


def grant_for(viewer: Viewer, child: Child, number: int) -> Grant:
    """One grant of this child. Raises NotFound."""
    grant = Grant.objects.filter(access__child=child, pk=number).select_related("access").first()
    if grant is None:
        raise NotFound
    return grant


def families_of(viewer: Viewer) -> "QuerySet[Child]":
    """The children whose families opened the record to the viewer's service."""
    return children_for(viewer).select_related("setting").annotate(last_note_at=Max("case_notes__written_at")).order_by("reference")


def notes_of(viewer: Viewer, child: Child, *, key: str) -> list[OpenedNote]:
    """The service's notes about a child, opened with its key. Only the service's own, and only while the family's grant lasts."""
    if not may(viewer, record="case_note", action="see", child=child).is_allowed:
        raise NotFound
    notes = CaseNote.objects.filter(child=child, organisation=viewer.organisation).select_related("written_by")
    return [OpenedNote(note, _opened(note, key)) for note in notes]


def _opened(note: CaseNote, key: str) -> str | None:
    try:
        return unseal(note.sealed, key=key) if key else None
    except WrongPassphrase:
        return None


def service_key_of(viewer: Viewer) -> ServiceKey | None:
    """The viewer's service's wrapped key."""
    return ServiceKey.objects.filter(organisation=viewer.organisation).first()
