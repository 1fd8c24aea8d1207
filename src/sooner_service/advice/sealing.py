"""The advice service's own key. It is wrapped by a passphrase, opened in an adviser's browser visit, and never kept by the host.

The opened key travels in a cookie of the adviser's browser, sealed with the service's secret, so the database alone never opens a note.
"""

import base64
import hashlib
import secrets

from cryptography.fernet import Fernet, InvalidToken

_COST = {"n": 2**14, "r": 8, "p": 1}


class WrongPassphrase(Exception):
    """The passphrase does not open the key."""


def passphrase_key(passphrase: str, *, salt: str) -> bytes:
    """The key that a passphrase makes with a salt: slow on purpose, so that nobody can try many passphrases."""
    return base64.urlsafe_b64encode(hashlib.scrypt(passphrase.encode(), salt=bytes.fromhex(salt), dklen=32, **_COST))


def _lock(passphrase: str, salt: str) -> Fernet:
    return Fernet(passphrase_key(passphrase, salt=salt))


def new_wrapped_key(passphrase: str, *, salt: str = "", key: bytes | None = None) -> tuple[str, str]:
    """A new data key wrapped by the passphrase: its salt and the wrapped key."""
    salt = salt or secrets.token_hex(16)
    return salt, _lock(passphrase, salt).encrypt(key or Fernet.generate_key()).decode()


def open_key(passphrase: str, *, salt: str, wrapped: str) -> str:
    """The data key. Raises WrongPassphrase."""
    try:
        return _lock(passphrase, salt).decrypt(wrapped.encode()).decode()
    except InvalidToken as wrong:
        raise WrongPassphrase from wrong


def seal(words: str, *, key: str) -> str:
    """Words only the key opens."""
    return Fernet(key.encode()).encrypt(words.encode()).decode()


def unseal(sealed: str, *, key: str) -> str:
    """The words. Raises WrongPassphrase for another key."""
    try:
        return Fernet(key.encode()).decrypt(sealed.encode()).decode()
    except InvalidToken as wrong:
        raise WrongPassphrase from wrong
