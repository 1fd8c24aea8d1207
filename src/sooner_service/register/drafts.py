"""Unfinished work: kept encrypted for one holder, found again after a lost session, thrown away when it is done."""

from collections.abc import Mapping

from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.http import QueryDict

from sooner_service.register.access import Viewer
from sooner_service.register.models import Draft

Answers = dict[str, dict[str, list[str]]]


def holder_of(viewer: Viewer, session: SessionBase) -> str:
    """Whose draft this is: a person's, or that of one visit without an account."""
    if viewer.person is not None:
        return f"person:{viewer.person.pk}"
    if session.session_key is None:
        session.create()
    return f"visit:{session.session_key}"


def draft_answers(*, holder: str, journey: str, about: str = "") -> Answers:
    """What the holder has answered so far, by step and field; empty when nothing is kept."""
    draft = Draft.objects.filter(holder=holder, journey=journey, about=about).first()
    return dict(draft.answers) if draft else {}


def as_typed(answers: Mapping[str, list[str]]) -> QueryDict:
    """Kept answers of one form as if they had just been sent, for the form to be filled in again."""
    typed = QueryDict(mutable=True)
    for name, values in answers.items():
        typed.setlist(name, values)
    return typed


def keep_answers(*, viewer: Viewer, holder: str, journey: str, about: str, step: str, answers: Mapping[str, list[str]]) -> None:
    """Keep one step's answers beside the others."""
    with transaction.atomic():
        draft = Draft.objects.select_for_update().filter(holder=holder, journey=journey, about=about).first()
        draft = draft or Draft(holder=holder, journey=journey, about=about, answers={})
        draft.answers = {**draft.answers, step: dict(answers)}
        draft.updated_at = viewer.now
        draft.save()


def discard_draft(*, holder: str, journey: str, about: str = "") -> None:
    """Throw the draft away once its work is done."""
    Draft.objects.filter(holder=holder, journey=journey, about=about).delete()


def drafts_of(holder: str) -> list[Draft]:
    """Everything the holder has not finished, newest first."""
    return list(Draft.objects.filter(holder=holder).order_by("-updated_at"))
