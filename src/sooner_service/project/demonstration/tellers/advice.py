"""Advice, confidence and sharing are told through the actions at every size."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sooner.advice import articles
from sooner_service.advice.actions.grants import give_access, revoke_access
from sooner_service.advice.actions.notes import make_service_key, write_note
from sooner_service.advice.actions.pulses import give_pulse
from sooner_service.advice.actions.sharing import choose_sharing
from sooner_service.advice.models import AskedCount, CaseNote, Grant, ServiceKey
from sooner_service.advice.sealing import passphrase_key
from sooner_service.project.demonstration.blueprint import Blueprint
from sooner_service.project.demonstration.drawing import Drawing, drawing_for
from sooner_service.project.demonstration.families import RIGHTS
from sooner_service.project.demonstration.made import Made
from sooner_service.project.demonstration.school_years import at
from sooner_service.project.demonstration.sealed_words import PASSPHRASE, new_key, sealed
from sooner_service.project.demonstration.stories.advice import ADVISER, AdviceStep
from sooner_service.register.access import Viewer
from sooner_service.register.models import AdultLink, Child

DAYS_OF_QUESTIONS = 45


class AdviceTeller:
    """Tells steps around advice, one action each."""

    def __init__(self, blueprint: Blueprint, made: Made) -> None:
        self.blueprint, self.made = blueprint, made
        self._draw: Drawing = drawing_for(blueprint.seed, "sealing")
        self._key = new_key(self._draw)
        self._steps: dict[str, Callable[[Viewer, Child, AdviceStep], object]] = {
            "shared": self._shared, "opened": self._opened, "noted": self._noted, "closed": self._closed, "confident": self._confident,
        }

    def begin(self) -> None:
        """The advice service makes its key, with a passphrase that visitors are told; and questions are asked."""
        viewer = self.made.viewer(ADVISER, at(self.blueprint.begins_on + timedelta(days=4), 11))
        kept = make_service_key(viewer=viewer, passphrase=PASSPHRASE)
        salt = self._draw.randbytes(16).hex()
        wrapped = sealed(self._key.decode(), key=passphrase_key(PASSPHRASE, salt=salt), at=viewer.now, draw=self._draw)
        ServiceKey.objects.filter(pk=kept.pk).update(salt=salt, wrapped_key=wrapped)
        self._questions()

    def _questions(self) -> None:
        known = [article.key for article in articles()]
        rows = [
            AskedCount(on=self.blueprint.today - timedelta(days=ago), mode="answer", article=article, number=self._draw.between(1, 9))
            for ago in range(DAYS_OF_QUESTIONS, 0, -1)
            for article in sorted(self._draw.sample(known, 6))
        ]
        AskedCount.objects.bulk_create(rows)

    def tell(self, step: AdviceStep, place: int) -> None:
        """One step, in the evening for families."""
        viewer = self.made.viewer(step.by, at(step.day, 10 if step.what == "noted" else 19, place % 59))
        child = Child.objects.select_related("setting", "person", "authority").get(pk=self.made.children[step.child.key].pk)
        self._steps[step.what](viewer, child, step)

    def _shared(self, viewer: Viewer, child: Child, step: AdviceStep) -> None:
        person = self.made.adults[str(step.words["adult"])]
        link = AdultLink.objects.filter(child=child, person=person, until__isnull=True).first()
        if link is not None:
            choose_sharing(viewer=viewer, child=child, link=link, shares=bool(step.words["shares"]), rights=RIGHTS)

    def _opened(self, viewer: Viewer, child: Child, step: AdviceStep) -> None:
        give_access(viewer=viewer, child=child, service=self.made.organisations["advice"])

    def _closed(self, viewer: Viewer, child: Child, step: AdviceStep) -> None:
        grant = Grant.objects.select_related("access").get(access__child=child, revoked_at__isnull=True)
        revoke_access(viewer=viewer, child=child, grant=grant)

    def _noted(self, viewer: Viewer, child: Child, step: AdviceStep) -> None:
        words = str(step.words["words"])
        note = write_note(viewer=viewer, child=child, words=words, theme=str(step.words["theme"]), key=self._key.decode())
        CaseNote.objects.filter(pk=note.pk).update(sealed=sealed(words, key=self._key, at=viewer.now, draw=self._draw))

    def _confident(self, viewer: Viewer, child: Child, step: AdviceStep) -> None:
        given: Any = step.words["numbers"]
        informed, listened_to, will_help = given
        give_pulse(
            viewer=viewer, child=child, stage=str(step.words["stage"]), informed=informed, listened_to=listened_to, support_will_help=will_help,
            words=str(step.words["words"]),
        )
