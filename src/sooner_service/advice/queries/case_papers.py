"""The papers of an EHC case that its family may read: the council's letters, and the plan that was sent to them."""

from dataclasses import dataclass
from datetime import date, datetime

from sooner_service.advice.queries.my_case import latest_case
from sooner_service.ehc.actions.documents import SECTIONS
from sooner_service.ehc.models import CaseDocument, CaseNotice
from sooner_service.register.access import NotFound, Viewer, may
from sooner_service.register.models import Child


@dataclass(frozen=True)
class Letter:
    """A letter that the law prescribes, as it was sent."""

    number: int
    title: str
    sent_on: date
    appeal_by: date | None
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SentPlan:
    """The newest draft or final EHC plan that was sent: its sections in order."""

    is_final: bool
    sent_at: datetime
    sections: tuple[tuple[str, str, str], ...]


def papers_of(viewer: Viewer, child: Child) -> dict[str, object]:
    """The letters and the plan of the newest case, for a page about the case; nothing for those who see only its stage."""
    if not may(viewer, record="ehc_papers", action="see", child=child).is_allowed:
        return {}
    return {"letters": letters_of(viewer, child), "plan": sent_plan(viewer, child)}


def letters_of(viewer: Viewer, child: Child) -> list[Letter]:
    """The council's letters in the newest case, newest first. Raises NotFound for those who may not read its papers."""
    _must_see(viewer, child)
    notices = CaseNotice.objects.filter(case=latest_case(child)).order_by("-sent_at", "-pk")
    return [
        Letter(
            each.pk, each.get_kind_display(), each.sent_on, each.appeal_by,
            tuple((part.get("title", ""), part.get("words", "")) for part in each.parts),
        )
        for each in notices
    ]


def letter_for(viewer: Viewer, child: Child, number: int) -> Letter:
    """One letter. Raises NotFound."""
    found = next((letter for letter in letters_of(viewer, child) if letter.number == number), None)
    if found is None:
        raise NotFound
    return found


def sent_plan(viewer: Viewer, child: Child) -> SentPlan | None:
    """The newest EHC plan that was sent to the family, draft or final; None before that. What is still being written is nobody's to read."""
    _must_see(viewer, child)
    document = CaseDocument.objects.filter(case=latest_case(child), locked_at__isnull=False).order_by("-number").first()
    if document is None or document.locked_at is None:
        return None
    sections = tuple((key, title, document.sections.get(key, "")) for key, title in SECTIONS.items() if document.sections.get(key))
    return SentPlan(document.kind == "final", document.locked_at, sections)


def _must_see(viewer: Viewer, child: Child) -> None:
    if not may(viewer, record="ehc_papers", action="see", child=child).is_allowed:
        raise NotFound
