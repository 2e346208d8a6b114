"""What the read-only questions answer: frozen values for screens and terminal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from receiving_app.domain.events import Subject
from receiving_app.domain.partner_history import PartnerHistory
from receiving_app.domain.precedents import NO_PRECEDENTS, Precedents
from receiving_app.domain.roles import Actor
from receiving_app.domain.sending import Goes


@dataclass(frozen=True, slots=True)
class Backlog:
    """How the station stands with the ticket service.

    `waiting` counts events not yet confirmed, `rejected` those that the service would not take; `data_as_of` is
    when the service's data was last complete (None: never); `problem` is a sentence for people.
    """

    online: bool
    waiting: int
    rejected: int = 0
    data_as_of: datetime | None = None
    next_try_in: timedelta | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """How many packages got which verdict today, at this station."""

    accepted: int = 0
    rejected: int = 0
    held: int = 0
    ended: int = 0


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event of a package's or an item's story."""

    occurred_at: datetime
    actor: Actor
    type_name: str
    subject: Subject
    #: What it says, as plain names and values.
    said: tuple[tuple[str, str], ...]
    #: What was known of the partner, where a person decided.
    history: PartnerHistory | None = None
    #: How far a person's decision is; None of what is told as it happened.
    goes: Goes | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of a case's partner (None: nobody knows whose it is), and what was decided of others like it."""

    partner: PartnerHistory | None
    alike: Precedents


NO_PAST = Past(None, NO_PRECEDENTS)
