"""How far a person's decision is on its way to the ticket service, and so to the client."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Sending(StrEnum):
    """Where a decision stands."""

    #: It can still be taken back.
    HELD = "held"
    WAITING = "waiting"
    SENT = "sent"
    REFUSED = "refused"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True, slots=True)
class Goes:
    """How far a decision is; while it is held, `at` is when it goes."""

    sending: Sending
    at: datetime | None = None
