"""Tracker codes: shown or posted once, kept only as a hash."""

import hashlib

from sooner_service.register import chance

_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_CODE_LENGTH = 24


def tracker_hash(code: str) -> str:
    """What is kept of a tracker code. 24 letters of 31 are 118 bits, so a plain hash is enough (ASVS 6.5.2)."""
    return hashlib.sha256("".join(code.upper().split()).replace("-", "").encode()).hexdigest()


def new_code() -> str:
    """A fresh code in groups of four letters and digits that are hard to misread."""
    letters = chance.letters(_CODE_LENGTH, of=_ALPHABET)
    return "-".join(letters[place : place + 4] for place in range(0, _CODE_LENGTH, 4))
