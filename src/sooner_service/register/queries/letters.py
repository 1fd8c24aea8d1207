"""What a setting has to post or say by telephone: notices about its children to adults who do not use e-mail."""

from django.db.models import F, QuerySet

from sooner_service.register.access import NotFound, Viewer, children_for, current
from sooner_service.register.models import AdultLink, Notice


def letters_of_setting(viewer: Viewer) -> "QuerySet[Notice]":
    """Those that wait, the oldest first. Letters about an EHC case carry its own reference and are the authority's to send."""
    children = children_for(viewer, record="letter", action="send")
    waiting = Notice.objects.filter(child__in=children, sent_at__isnull=True, reference=F("child__reference"))
    return waiting.select_related("recipient", "child").order_by("at", "pk")


def letter_of_setting(viewer: Viewer, number: int) -> Notice:
    """One that waits. Raises NotFound."""
    letter = letters_of_setting(viewer).filter(pk=number).first()
    if letter is None:
        raise NotFound
    return letter


def envelope_of(viewer: Viewer, letter: Notice) -> list[str]:
    """The name and address for the envelope, from the adult's own link to the child; the name alone where no address is kept."""
    link = AdultLink.objects.filter(current(viewer.on), child=letter.child, person=letter.recipient).first()
    address = link.home_address if link is not None else ""
    return [letter.recipient.name, *(line.strip() for line in address.split(",") if line.strip())]
