"""A text field that is encrypted in the database with the service's data keys."""

import json
from typing import TYPE_CHECKING, Any

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    _Text = models.TextField[object, Any]
else:
    _Text = models.TextField


def _cipher() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.DATA_KEYS])


class EncryptedJSONField(_Text):
    """JSON that only the service can read. It can be neither searched nor sorted."""

    def from_db_value(self, value: str | None, expression: object, connection: object) -> object:
        """The value as it was saved."""
        return None if value is None else json.loads(_cipher().decrypt(value.encode()))

    def get_prep_value(self, value: object) -> str | None:
        """The value encrypted with the first data key."""
        return None if value is None else _cipher().encrypt(json.dumps(value).encode()).decode()

    def to_python(self, value: object) -> object:
        """Values in memory are plain."""
        return value
