"""An adult has read their own messages."""

from collections.abc import Iterable

from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting
from sooner_service.register.models import Notice


def mark_read(*, viewer: Viewer, notice: Notice) -> Notice:
    """Keep that the recipient has read one message; a second time changes nothing. Raises Refused for anybody else's."""
    child = notice.child if viewer.person is not None and notice.recipient_id == viewer.person.pk else None
    with acting(viewer, record="notice", action="mark_read", child=child) as act:
        if notice.read_at is None:
            notice.read_at = viewer.now
            notice.save(update_fields=["read_at"])
        act.made = notice
        return notice


def mark_all_read(*, viewer: Viewer, notices: Iterable[Notice]) -> int:
    """Keep that the recipient has read these messages. Returns how many were new."""
    unread = [notice for notice in notices if notice.read_at is None]
    for notice in unread:
        mark_read(viewer=viewer, notice=notice)
    return len(unread)
