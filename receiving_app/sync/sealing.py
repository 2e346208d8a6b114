"""What the ticket service encrypted for this station alone (X25519, HKDF-SHA256, AES-256-GCM)."""

from __future__ import annotations

import base64
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import BaseModel

_PURPOSE = b"receiving-station verifiers"
_KEY_BYTES = 32


class Verifiers(BaseModel):
    """The hashes by which a person is known at this station; None where they have no badge or no PIN."""

    badge_sha256: str | None
    pin_argon2: str | None


class SealingKey:
    """The station's own key; `private` is its secret half in hex."""

    def __init__(self, private: str) -> None:
        self._private = X25519PrivateKey.from_private_bytes(bytes.fromhex(private))
        self.public = self._private.public_key().public_bytes_raw()

    @classmethod
    def generate(cls) -> Self:
        """Make a new key."""
        return cls(X25519PrivateKey.generate().private_bytes_raw().hex())

    @property
    def private(self) -> str:
        """Give the secret half, in hex, for the station's own file."""
        return self._private.private_bytes_raw().hex()

    def open(self, sealed: str, station: str, person: str) -> Verifiers:
        """Open what was sealed of a person for this station. Raise `ValueError` for anything else."""
        content = base64.b64decode(sealed, validate=True)
        sender, text = content[:_KEY_BYTES], content[_KEY_BYTES:]
        shared = self._private.exchange(X25519PublicKey.from_public_bytes(sender))
        key = HKDF(SHA256(), 32, salt=sender + self.public, info=_PURPOSE).derive(shared)
        try:
            plain = AESGCM(key).decrypt(bytes(12), text, f"{station}\n{person}".encode())
        except InvalidTag as error:
            raise ValueError(f"what is sealed for {person} was not sealed for this station's key") from error
        return Verifiers.model_validate_json(plain)
