"""Notes of the invented adviser, sealed like every note, but the same for the same seed.

Sealing draws a random start value, which is right for real notes. Here the token is put together by the published Fernet format (version,
time, start value, AES-128-CBC, HMAC-SHA256) with a start value of the seed, so that the area has one content hash.
"""

import base64
import struct
from datetime import datetime

from cryptography.hazmat.primitives import hashes, hmac, padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from sooner_service.project.demonstration.drawing import Drawing

PASSPHRASE = "wren nest in the old beech"  # noqa: S105  (printed for visitors of the invented area; it guards nothing real)
HALF, WHOLE = 16, 32


def sealed(words: str, *, key: bytes, at: datetime, draw: Drawing) -> str:
    """The words as a Fernet token under a key."""
    secret = base64.urlsafe_b64decode(key)
    start = draw.randbytes(HALF)
    padder = padding.PKCS7(HALF * 8).padder()
    padded = padder.update(words.encode()) + padder.finalize()
    encryptor = Cipher(algorithms.AES(secret[HALF:]), modes.CBC(start)).encryptor()
    body = b"\x80" + struct.pack(">Q", int(at.timestamp())) + start + encryptor.update(padded) + encryptor.finalize()
    signer = hmac.HMAC(secret[:HALF], hashes.SHA256())
    signer.update(body)
    return base64.urlsafe_b64encode(body + signer.finalize()).decode()


def new_key(draw: Drawing) -> bytes:
    """A data key of the seed."""
    return base64.urlsafe_b64encode(draw.randbytes(WHOLE))
