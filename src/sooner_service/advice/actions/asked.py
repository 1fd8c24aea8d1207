"""Counting which article a question led to. The question itself is never kept."""

from django.db import transaction
from django.db.models import F

from sooner_service.advice.models import AskedCount
from sooner_service.register.access import Viewer


def count_question(*, viewer: Viewer, mode: str, article: str) -> None:
    """One more question of this kind today."""
    with transaction.atomic():
        AskedCount.objects.get_or_create(on=viewer.on, mode=mode, article=article)
        AskedCount.objects.filter(on=viewer.on, mode=mode, article=article).update(number=F("number") + 1)
