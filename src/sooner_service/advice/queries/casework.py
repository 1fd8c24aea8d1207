"""What the advice service sees: the families that opened their record to it, and its own sealed notes."""

from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet

from sooner_service.advice.actions.notes import THEMES
from sooner_service.advice.models import CaseNote, ServiceKey
from sooner_service.advice.sealing import WrongPassphrase, unseal
from sooner_service.register.access import NotFound, Viewer, children_for, may
from sooner_service.register.models import Child


@dataclass(frozen=True)
class OpenedNote:
    """A note as its own service reads it; `words` is None when the key does not open it."""

    note: CaseNote
    words: str | None
    theme: str


def families_of(viewer: Viewer, *, search: str = "") -> "QuerySet[Child]":
    """The children whose families opened the record to the viewer's service, with their last note. `search` looks in names and references."""
    own = Q(case_notes__organisation=viewer.organisation)
    children = children_for(viewer).select_related("setting")
    for word in search.split():
        children = children.filter(Q(given_name__icontains=word) | Q(family_name__icontains=word) | Q(reference__iexact=word))
    return children.annotate(last_note_at=Max("case_notes__written_at", filter=own)).order_by("family_name", "given_name", "pk")


def notes_of(viewer: Viewer, child: Child, *, key: str) -> list[OpenedNote]:
    """The service's notes about a child, opened with its key. Only the service's own, and only while the family's grant lasts."""
    if not may(viewer, record="case_note", action="see", child=child).is_allowed:
        raise NotFound
    notes = CaseNote.objects.filter(child=child, organisation=viewer.organisation).select_related("written_by")
    themes = dict(THEMES)
    return [OpenedNote(note, _opened(note, key), themes.get(note.theme, note.theme)) for note in notes]


def _opened(note: CaseNote, key: str) -> str | None:
    try:
        return unseal(note.sealed, key=key) if key else None
    except WrongPassphrase:
        return None


def service_key_of(viewer: Viewer) -> ServiceKey | None:
    """The viewer's service's wrapped key."""
    return ServiceKey.objects.filter(organisation=viewer.organisation).first()


def themes_counted(viewer: Viewer) -> list[tuple[str, int]]:
    """How many notes the viewer's service has written by theme, most first: counts only, never words or children."""
    words = dict(THEMES)
    counted = CaseNote.objects.filter(organisation=viewer.organisation).values("theme").annotate(number=Count("pk")).order_by("-number", "theme")
    return [(words.get(row["theme"], row["theme"]), row["number"]) for row in counted]
