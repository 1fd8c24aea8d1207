"""The opened key of the advice service on its way: sealed for one adviser of one service, carried only by that adviser's browser."""

import json

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from sooner_service.register.access import Viewer

LASTS_SECONDS = 8 * 60 * 60


def _lock() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.DATA_KEYS])


def sealed_for(viewer: Viewer, *, key: str) -> str:
    """The key as the browser carries it: unreadable there, and of no use to anybody else."""
    return _lock().encrypt(json.dumps([_holder(viewer), key]).encode()).decode()


def opened_by(viewer: Viewer, *, sealed: str) -> str:
    """The key, or nothing when it was sealed for somebody else, is older than a working day or is not ours."""
    if not sealed:
        return ""
    try:
        holder, key = json.loads(_lock().decrypt(sealed.encode(), ttl=LASTS_SECONDS))
    except (InvalidToken, ValueError):
        return ""
    return str(key) if holder == _holder(viewer) else ""


def _holder(viewer: Viewer) -> str:
    person = viewer.person.pk if viewer.person else 0
    organisation = viewer.organisation.pk if viewer.organisation else 0
    return f"{person} {organisation}"
