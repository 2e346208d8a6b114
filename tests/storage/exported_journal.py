"""Journals as a station exports them, made from made-up events, and a ticket service's key to sign them with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from receiving_app.storage.verify_journal import FORM, FORMAT, GENESIS, Countersignature, statement

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
STATION = "DOCK-1"
AT = "2026-11-23T15:00:00+00:00"

Line = tuple[str, bytes]


def event(seq: int, prev_hash: str, note: str = "") -> Line:
    """Make an event's line: its hash and its content."""
    told = {
        "body": {"note": note},
        "id": str(seq),
        "prev_hash": prev_hash,
        "schema": 1,
        "station_seq": seq,
        "type": "x",
    }
    content = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return hashlib.sha256(content).hexdigest(), content


def chain(notes: Iterable[str]) -> list[Line]:
    """Make a journal of one event a note."""
    lines: list[Line] = []
    for seq, note in enumerate(notes, start=1):
        lines.append(event(seq, lines[-1][0] if lines else GENESIS, note))
    return lines


def signature(seq: int, hash_: str, key: Ed25519PrivateKey = KEY, station: str = STATION) -> Countersignature:
    """Sign as a ticket service does."""
    signed = key.sign(statement(station, seq, hash_, AT)).hex()
    return Countersignature(seq, hash_, AT, signed, key.public_key().public_bytes_raw().hex())


def write(
    path: Path,
    lines: Sequence[Line],
    signed: Sequence[Countersignature] = (),
    events: int | None = None,
    station: str = STATION,
    *,
    excerpt: bool = False,
) -> Path:
    """Write an export; `events` is how many its header speaks of."""
    header = {
        "format": FORMAT,
        "form": FORM,
        "station": station,
        "events": len(lines) if events is None else events,
        "excerpt": excerpt,
        "countersigned": [asdict(each) for each in signed],
    }
    written = [b'{"hash":"%s","event":%s}' % (hash_.encode(), content) for hash_, content in lines]
    path.write_bytes(b"\n".join([json.dumps(header).encode(), *written]) + b"\n")
    return path
