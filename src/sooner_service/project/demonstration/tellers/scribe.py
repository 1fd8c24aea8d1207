"""How the bulk teller writes what an action leaves behind besides its own rows: the journal entry and the notices."""

from collections.abc import Mapping
from datetime import date

from django.db import models

from sooner_service.journal.models import Entry
from sooner_service.project.demonstration.blueprint import Blueprint
from sooner_service.project.demonstration.happenings import Happening
from sooner_service.project.demonstration.made import Gathered, Made
from sooner_service.register.access import Viewer
from sooner_service.register.models import AdultLink, Child, Notice, Person

LABELS: dict[type[models.Model], str] = {}
CHOSEN = frozenset({AdultLink.AfterOwnRights.YOUNG_PERSON_AGREES, AdultLink.AfterOwnRights.BEST_INTERESTS})


class Scribe:
    """The rows so far, and who is writing."""

    def __init__(self, blueprint: Blueprint, made: Made, rows: Gathered) -> None:
        self.blueprint, self.made, self.rows = blueprint, made, rows

    def who(self, it: Happening) -> Viewer:
        """Who did it."""
        return self.made.viewer(it.by, it.at)

    def child(self, it: Happening) -> Child:
        """The child it is about."""
        return self.made.children[it.child]

    def enter(
        self, viewer: Viewer, name: str, *, made: models.Model, child: Child | None = None, details: Mapping[str, object] | None = None
    ) -> None:
        """The action's one line in the journal."""
        self.rows.keep(
            Entry(
                at=viewer.now, kind="action", name=name, person_id=viewer.person.pk if viewer.person else None, role=viewer.role,
                organisation_id=viewer.organisation.pk if viewer.organisation else None, organisation_name=viewer.organisation_name,
                child_id=child.pk if child else None, record=_label(type(made)), record_id=made.pk, details=details or {},
            )
        )

    def tell_family(self, viewer: Viewer, *, child: Child, step: str, subject: str, body: str) -> None:
        """A notice to each adult who is entitled to it, in the order of their links."""
        for person in self._entitled(child, viewer.on):
            channel = person.contact_by if person.email else Notice.Channel.PAPER
            self.rows.keep(
                Notice(
                    child_id=child.pk, recipient_id=person.pk, channel=str(channel), step=step, reference=child.reference, subject=subject, body=body,
                    at=viewer.now, sent_at=viewer.now if channel == Notice.Channel.EMAIL else None,
                )
            )

    def _entitled(self, child: Child, on: date) -> list[Person]:
        is_own = child.own_rights_from <= on
        links = [
            link
            for link in self.made.links.get(child.reference, ())
            if link.may_message and link.starts_on <= on and (not is_own or link.after_own_rights in CHOSEN)
        ]
        people = [link.person for link in links]
        return [child.person, *people] if child.person is not None and is_own else people


def _label(kind: type[models.Model]) -> str:
    if kind not in LABELS:
        LABELS[kind] = kind._meta.label_lower
    return LABELS[kind]
