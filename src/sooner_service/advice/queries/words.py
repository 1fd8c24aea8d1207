"""What a family and a child have said, as this family member may read it."""

from dataclasses import dataclass
from datetime import datetime

from sooner_service.assessment.models import View, ViewRequest
from sooner_service.register.access import NotFound, Viewer, may
from sooner_service.register.models import Child

READERS = {"staff": "staff at the school who help", "family": "the family", "authority": "the council"}


@dataclass(frozen=True)
class Said:
    """Words as they were written, who said them, and who may read them."""

    words: str
    is_childs: bool
    by_me: bool
    at: datetime
    readers: str
    topic: str


def said_in(viewer: Viewer, child: Child) -> list[Said]:
    """The viewer's own words, and the child's words where the child chose that the family may read them, newest first.

    One adult never reads another's words here, nor words that staff wrote down for an adult they do not name. Words of harm are on no family page, whoever wrote them.
    """
    shown = View.objects.filter(child=child, goes_to_safeguarding=False)
    family = [_said(viewer, view) for view in shown.filter(given_by=viewer.person, speaker=View.Speaker.FAMILY)]
    childs = [_said(viewer, view) for view in shown.filter(speaker=View.Speaker.CHILD) if _may_read(viewer, child, view)]
    return sorted([*family, *childs], key=lambda said: said.at, reverse=True)


def views_for_adviser(viewer: Viewer, child: Child) -> list[Said]:
    """What the family has said, for the adviser the family chose. The child's own words are not the adviser's to read."""
    shown = View.objects.filter(child=child, goes_to_safeguarding=False, speaker=View.Speaker.FAMILY)
    return [_said(viewer, view) for view in shown]


def _may_read(viewer: Viewer, child: Child, view: View) -> bool:
    facts = {f"child_shares_with_{reader}": True for reader in view.readers}
    return may(viewer, record="child_words", action="see", child=child, facts=facts).is_allowed


def _said(viewer: Viewer, view: View) -> Said:
    me = viewer.person.pk if viewer.person else None
    chosen = [words for reader, words in READERS.items() if reader in view.readers]
    return Said(
        words=view.words, is_childs=view.speaker == View.Speaker.CHILD, by_me=view.given_by_id == me, at=view.at,
        readers=" and ".join(chosen), topic=view.topic,
    )


def questions_to(viewer: Viewer, child: Child) -> list[ViewRequest]:
    """The questions to the family that nobody has answered yet, oldest first."""
    return list(ViewRequest.objects.filter(child=child, answer__isnull=True).order_by("asked_at"))


def question_for(viewer: Viewer, child: Child, number: int) -> ViewRequest:
    """One open question to the family. Raises NotFound when it was answered or is not about this child."""
    found = next((each for each in questions_to(viewer, child) if each.pk == number), None)
    if found is None:
        raise NotFound
    return found
