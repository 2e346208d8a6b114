"""What only one station may read: encrypted with the public half of its own key (X25519, HKDF-SHA256, AES-256-GCM)."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_PURPOSE = b"receiving-station verifiers"


def is_usable(public_key: str) -> bool:
    """Say whether something can be sealed for this key (hex): some points on the curve give no secret."""
    try:
        seal(public_key, "", "", {})
    except (ValueError, InvalidKey):
        return False
    return True


def seal(public_key: str, station: str, person: str, verifiers: Mapping[str, str | None]) -> str:
    """Encrypt a person's verifiers for one station; moved to another person or station they open no more."""
    receiver = bytes.fromhex(public_key)
    passing = X25519PrivateKey.generate()
    sender = passing.public_key().public_bytes_raw()
    shared = passing.exchange(X25519PublicKey.from_public_bytes(receiver))
    key = HKDF(SHA256(), 32, salt=sender + receiver, info=_PURPOSE).derive(shared)
    # Each key encrypts one message, so the nonce may be the same.
    text = AESGCM(key).encrypt(bytes(12), json.dumps(verifiers).encode(), f"{station}\n{person}".encode())
    return base64.b64encode(sender + text).decode()
