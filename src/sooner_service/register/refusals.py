"""A refusal is kept too: who tried which address, never why they thought they might."""

from sooner_service.journal.models import Entry
from sooner_service.register.access import Viewer
from sooner_service.register.acting import write_entry


def note_refusal(viewer: Viewer, *, name: str) -> None:
    """One entry for a refused page."""
    write_entry(viewer, kind=Entry.Kind.REFUSED, name=name[:60])
