"""Who is entitled to a notice in a case today, and how each is told: what staff check before anything leaves."""

from dataclasses import dataclass

from sooner_service.ehc.models import Case
from sooner_service.register.access import Viewer, current
from sooner_service.register.models import AdultLink
from sooner_service.register.notices import entitled_people


@dataclass(frozen=True)
class Recipient:
    """One person, with the words that let somebody check them."""

    person_id: int
    words: str


def recipients_of(viewer: Viewer, case: Case) -> list[Recipient]:
    """Everybody entitled, in order. None while the request is not matched to a child."""
    if case.child is None:
        return []
    links = {link.person_id: link for link in AdultLink.objects.filter(current(viewer.on), child=case.child)}
    found = []
    for person in entitled_people(case.child, viewer=viewer):
        link = links.get(person.pk)
        relation = link.relation if link is not None else "the young person"
        is_by_mail = person.contact_by == "email" and person.email
        how = f"by e-mail to {person.email}" if is_by_mail else f"{'by telephone' if person.contact_by == 'phone' else 'by letter'}"
        note = " (contact is restricted: check the court order)" if link is not None and link.is_restricted else ""
        found.append(Recipient(person.pk, f"{person.name}, {relation}, {how}{note}"))
    return found
