"""The token of a form: chance, by which a form that arrives twice makes one record, and a mark that says whose form it was."""

import secrets
from typing import Any

from django.utils.crypto import constant_time_compare, salted_hmac

_MARK_LENGTH = 16


def new_token(viewer: Any) -> str:
    """A fresh token for this viewer's form: 120 bits of chance and the viewer's mark, 37 characters in all."""
    return f"{secrets.token_urlsafe(15)}.{_mark(viewer)}"


def is_token_of(viewer: Any, token: str) -> bool:
    """Whether a form with this token was shown to this viewer."""
    return constant_time_compare(token.rpartition(".")[2], _mark(viewer))


def _mark(viewer: Any) -> str:
    person = getattr(viewer, "person", None)
    return salted_hmac("sooner.form_tokens", str(person.pk) if person is not None else "").hexdigest()[:_MARK_LENGTH]
