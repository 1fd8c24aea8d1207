"""Messages about the authority's cases that somebody must post or telephone, and the whole notice behind each."""

from django.db.models import QuerySet

from sooner_service.ehc.models import Case, CaseNotice
from sooner_service.ehc.queries.cases import cases_for
from sooner_service.register.access import NotFound, Viewer, must
from sooner_service.register.models import AdultLink, Notice


def letters_waiting(viewer: Viewer) -> "QuerySet[Notice]":
    """The letters and calls that have not been made, the oldest first."""
    return _of_the_authority(viewer).filter(sent_at__isnull=True).select_related("recipient").order_by("at", "pk")


def letter_for(viewer: Viewer, number: int) -> Notice:
    """One letter or call of the viewer's authority, made or not. Raises NotFound."""
    found = _of_the_authority(viewer).filter(pk=number).select_related("recipient", "child").first()
    if found is None:
        raise NotFound
    return found


def case_of_letter(viewer: Viewer, letter: Notice) -> Case:
    """The case that a letter is about. Raises NotFound."""
    case = cases_for(viewer).filter(reference=letter.reference).select_related("authority", "co_ordinator__person", "child").first()
    if case is None:
        raise NotFound
    return case


def notice_behind(letter: Notice) -> CaseNotice | None:
    """The statutory notice that a letter brings, None for a plain message.

    On paper nobody reads more than on their own page: an adult with limited contact gets the message without the notice.
    """
    if not _may_read_papers(letter):
        return None
    return CaseNotice.objects.filter(copies=letter).select_related("sent_by").first()


def notices_of(case: Case) -> list[CaseNotice]:
    """Every statutory notice of a case, newest first, with the copies that brought it."""
    return list(CaseNotice.objects.filter(case=case).select_related("sent_by").prefetch_related("copies__recipient"))


def address_of_recipient(letter: Notice) -> list[str]:
    """The lines of the address on the envelope: the recipient's own home, never another adult's."""
    link = AdultLink.objects.filter(child=letter.child, person=letter.recipient, until__isnull=True).first()
    written = link.home_address if link is not None else ""
    return [letter.recipient.name, *(line.strip() for line in written.replace(",", "\n").splitlines() if line.strip())]


def _may_read_papers(letter: Notice) -> bool:
    """Whether the recipient is the young person, or has parental responsibility and no limit on contact."""
    if letter.child is None or letter.child.person_id == letter.recipient_id:
        return letter.child is not None
    links = AdultLink.objects.filter(child=letter.child, person=letter.recipient, until__isnull=True)
    return links.filter(has_parental_responsibility=True, is_restricted=False).exists()


def _of_the_authority(viewer: Viewer) -> "QuerySet[Notice]":
    must(viewer, record="notice", action="see")
    return Notice.objects.filter(reference__in=cases_for(viewer).values("reference")).exclude(channel=Notice.Channel.EMAIL)
