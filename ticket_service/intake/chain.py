"""A station's chain of hashes: the canonical form that is hashed, and elements read from a batch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import ValidationError

from ticket_service.contract.problems import first_fault
from ticket_service.contract.wire import Event, Link

#: The `prev_hash` of a station's first event.
GENESIS = "0" * 64

_LINK_ONLY = frozenset(Link.model_fields)


@dataclass(frozen=True, slots=True)
class Place:
    """One element of a station's chain as the service holds it, and when it last came."""

    station_seq: int
    hash: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a batch; `event` is absent from a bare link and where `fault` says what is wrong with it."""

    link: Link
    event: Event | None = None
    fault: str | None = None
    content: str | None = None

    @property
    def bare(self) -> bool:
        """Whether it is a hash alone: an observation, or a decision that may still be taken back."""
        return self.event is None and self.fault is None

    @property
    def genuine(self) -> bool:
        """Whether the hash is that of the content."""
        return self.content is not None and hashlib.sha256(self.content.encode()).hexdigest() == self.link.hash


def parse(raw: bytes) -> Any:
    """Read JSON so that fractions cannot pass for whole numbers in `canonical`. Raises ValueError."""
    try:
        return json.loads(raw, parse_float=Decimal, parse_constant=Decimal)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def canonical(event: Mapping[str, Any]) -> str:
    """Write an event, without its hash, in the one form that is hashed. Raises ValueError."""
    try:
        content = json.dumps(
            {key: value for key, value in event.items() if key != "hash"},
            ensure_ascii=False,
            sort_keys=True,
            separators=(",", ":"),
        )
        content.encode()
    except TypeError as error:
        raise ValueError("an event has whole numbers only; write a fraction as text.") from error
    except RecursionError as error:
        raise ValueError("an event is not nested that deeply.") from error
    except UnicodeEncodeError as error:
        raise ValueError("the text holds half a character (a lone surrogate).") from error
    return content


def element_of(link: Link, raw: Mapping[str, Any]) -> Element:
    """Read one element; never raises, what is wrong is in `fault`."""
    if raw.keys() == _LINK_ONLY:
        return Element(link)
    try:
        content = canonical(raw)
    except ValueError as error:
        return Element(link, fault=str(error), content=_as_evidence(raw))
    try:
        return Element(link, Event.model_validate(raw), content=content)
    except ValidationError as error:
        return Element(link, fault=first_fault(error.errors()), content=content)


def countersigned(key: bytes, station: str, place: Place) -> dict[str, Any]:
    """Sign that the service has an element of a station's chain, and since when: anybody can check it (Ed25519)."""
    signer = Ed25519PrivateKey.from_private_bytes(key)
    received_at = place.received_at.astimezone(UTC).isoformat()
    statement = "\n".join(("receiving-station journal", station, str(place.station_seq), place.hash, received_at))
    return {
        "station_seq": place.station_seq,
        "hash": place.hash,
        "received_at": received_at,
        "countersigned": signer.sign(statement.encode()).hex(),
        "key": signer.public_key().public_bytes_raw().hex(),
    }


def public_key(key: bytes) -> str:
    """Give the public half of the service's key, in hex."""
    return Ed25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw().hex()


def _as_evidence(raw: Mapping[str, Any]) -> str | None:
    try:
        return json.dumps(raw, default=str)
    except RecursionError:
        return None
