"""Notices to adults, each by that adult's own right. A notice names a step and a reference, never a child, and no one else's words."""

import re

from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q, QuerySet

from sooner_service.register.access import Viewer, current
from sooner_service.register.models import AdultLink, Child, Notice, Person

_WORDS = re.compile(r"[^\W\d_]+")
_BEGINNINGS = frozenset(
    ["a", "an", "and", "at", "before", "call", "each", "ehc", "extra", "for", "help", "if", "in", "it", "no", "nothing", "on", "say", "see", "send", "sign", "somebody", "sooner", "the", "there", "they", "this", "we", "what", "when", "you", "your"]
)
"""Words with which our own sentences begin. Some are names too: a child called An or You must not stop every notice."""


class NamesAChild(ValueError):
    """The words of a notice contain a child's name. The message says which notice."""


class WrongRecipient(ValueError):
    """Somebody who is not entitled to this notice was named as its recipient."""


def entitled_people(child: Child, *, viewer: Viewer) -> list[Person]:
    """The adults to whom news of this child goes, and the young person when the rights are theirs."""
    links = AdultLink.objects.filter(current(viewer.on), child=child, may_message=True).select_related("person").order_by("pk")
    if child.own_rights_from <= viewer.on:
        chosen = [AdultLink.AfterOwnRights.YOUNG_PERSON_AGREES, AdultLink.AfterOwnRights.BEST_INTERESTS]
        links = links.filter(Q(after_own_rights__in=chosen))
    people = [link.person for link in links]
    if child.person is not None and child.own_rights_from <= viewer.on:
        people.insert(0, child.person)
    return people


def tell_family(viewer: Viewer, *, child: Child, step: str, reference: str, subject: str, body: str) -> list[Notice]:
    """One notice to each entitled adult: at once by e-mail, else as a letter or call for staff to make.

    Raises NamesAChild when the words contain the child's name.
    """
    return [
        tell_person(viewer, person=person, child=child, step=step, reference=reference, subject=subject, body=body)
        for person in entitled_people(child, viewer=viewer)
    ]


def tell_person(viewer: Viewer, *, person: Person, child: Child, step: str, reference: str, subject: str, body: str) -> Notice:
    """One notice to one entitled person. Raises WrongRecipient or NamesAChild; nothing is sent then."""
    if person.pk not in {entitled.pk for entitled in entitled_people(child, viewer=viewer)}:
        raise WrongRecipient(f"{person} may not be told about {reference}. Check the adults linked to the child.")
    _must_not_name(child, f"{subject} {body}", reference)
    channel = person.contact_by if person.email else Notice.Channel.PAPER
    notice = Notice.objects.create(
        child=child, recipient=person, channel=channel, step=step, reference=reference, subject=subject, body=body, at=viewer.now,
        sent_at=viewer.now if channel == Notice.Channel.EMAIL else None,
    )
    if channel == Notice.Channel.EMAIL:
        words = f"{body}\n\nSign in to Sooner to see it. This message does not name anyone, so that it is safe if others see it."
        transaction.on_commit(lambda: send_mail(f"{reference}: {subject}", words, None, [str(person.email)]), robust=True)
    return notice


def _must_not_name(child: Child, words: str, reference: str) -> None:
    # Only words with a capital count: a child called Will is not named by "the council will". "Maya's" and one half of "Ali-Reed" do.
    capitals = {word.lower() for word in _WORDS.findall(words) if word[0].isupper()} - _BEGINNINGS
    names = {part.lower() for name in (child.given_name, child.family_name, child.known_as) for part in _WORDS.findall(name) if len(part) > 1}
    if names & capitals:
        raise NamesAChild(f"The notice about {reference} names a child. Say what happened and the reference only.")


def notices_for(viewer: Viewer) -> list[Notice]:
    """The viewer's own notices, newest first."""
    return list(Notice.objects.filter(recipient=viewer.person).select_related("child").order_by("-at", "-pk"))


def letters_to_send(viewer: Viewer, *, children: QuerySet[Child]) -> list[Notice]:
    """Notices about these children that somebody must post or telephone."""
    return list(Notice.objects.filter(child__in=children, sent_at__isnull=True).select_related("recipient", "child").order_by("at"))
