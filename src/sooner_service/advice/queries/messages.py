"""An adult's own messages: by that adult's own right, about children they may hear about now."""

from django.db.models import QuerySet

from sooner_service.register.access import NotFound, Viewer, children_for, current
from sooner_service.register.models import AdultLink, Notice


def messages_of(viewer: Viewer) -> "QuerySet[Notice]":
    """The viewer's own messages, newest first. A right that was closed closes the messages too."""
    own = Notice.objects.filter(recipient=viewer.person, child__in=children_for(viewer, record="notice", action="see"))
    if viewer.role == "parent":
        links = AdultLink.objects.filter(current(viewer.on), person=viewer.person, may_message=True)
        own = own.filter(child__in=links.order_by().values("child_id"))
    return own.select_related("child").order_by("-at", "-pk")


def message_for(viewer: Viewer, number: int) -> Notice:
    """One of the viewer's own messages. Raises NotFound."""
    found = messages_of(viewer).filter(pk=number).first()
    if found is None:
        raise NotFound
    return found


def unread_number(viewer: Viewer) -> int:
    """How many messages the viewer has not read."""
    return messages_of(viewer).filter(read_at__isnull=True).count()
