"""What a person asks for in a review, and why it may be turned down: frozen values for screens and acts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from receiving_app.domain.events import Choice
from receiving_app.domain.exchange import Exchange


@dataclass(frozen=True, slots=True)
class Decided:
    """A person's choice for one verdict; `judged` is the id of the event that the person was looking at."""

    lpn: str
    key: str
    judged: str
    choice: Choice
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CrossedOrNot:
    """A person's word on the exchange that they were looking at."""

    exchange: Exchange
    crossed: bool
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class NotReturned:
    """A person's word that what these lines of an RMA still await will not come."""

    rma_key: str
    lines: tuple[str, ...]
    reason: str
    note: str = ""


class Objection(StrEnum):
    """Why a decision is not written down; `words` has the sentence."""

    REASON_MISSING = "reason-missing"
    NOTE_MISSING = "note-missing"
    JUDGED_AGAIN = "judged-again"
    ALREADY_DECIDED = "already-decided"
    STILL_AWAITED = "still-awaited"
