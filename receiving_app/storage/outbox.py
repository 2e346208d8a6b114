"""The journal's unsent end: what the ticket service is to be told next, and what it answered."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select, update

from receiving_app.storage.journal import Delivery
from receiving_app.storage.schema import events, outbox_mark


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One element to send: a whole event, or only its hash where `payload` is None."""

    seq: int
    payload: dict[str, object] | None
    prev_hash: str
    hash: str


def due(connection: Connection, now: datetime, limit: int) -> tuple[Outgoing, ...]:
    """Give the next elements in order, starting behind what the service has confirmed.

    A decision that may still be taken back goes as a bare hash first and whole later, so that it holds up nothing.
    """
    sent = sent_up_to(connection)
    late = (
        select(events)
        .where(events.c.delivery == Delivery.WAITING.value, events.c.seq <= sent, _is_due(now))
        .order_by(events.c.seq)
        .limit(limit)
    )
    elements = [Outgoing(r.seq, _whole(r.payload, r.hash), r.prev_hash, r.hash) for r in connection.execute(late)]
    fresh = select(events).where(events.c.seq > sent).order_by(events.c.seq).limit(limit - len(elements))
    for row in connection.execute(fresh):
        bare = row.delivery != Delivery.WAITING.value or (row.next_attempt_at or "") > now.isoformat()
        elements.append(Outgoing(row.seq, None if bare else _whole(row.payload, row.hash), row.prev_hash, row.hash))
    return tuple(elements)


def settle(connection: Connection, seq: int, delivery: Delivery, problem: str | None = None) -> None:
    """Write down how the service took an event."""
    values = {
        "delivery": delivery.value,
        "problem": problem,
        "next_attempt_at": None,
        "attempts": events.c.attempts + 1,
    }
    connection.execute(update(events).where(events.c.seq == seq).values(values))


def sent_up_to(connection: Connection) -> int:
    """Give the last sequence number whose hash the service has confirmed."""
    return int(connection.execute(select(func.coalesce(func.max(outbox_mark.c.seq), 0))).scalar_one())


def advance(connection: Connection, seqs: Iterable[int]) -> None:
    """Move the mark behind the elements that the service has confirmed."""
    newest = max(seqs, default=0)
    if newest > sent_up_to(connection):
        connection.execute(outbox_mark.delete())
        connection.execute(outbox_mark.insert().values(seq=newest))


def has_due(connection: Connection, now: datetime) -> bool:
    """Tell whether anything but bare hashes is to be sent now."""
    query = select(events.c.seq).where(events.c.delivery == Delivery.WAITING.value, _is_due(now)).limit(1)
    return connection.execute(query).first() is not None


def _is_due(now: datetime) -> ColumnElement[bool]:
    return events.c.next_attempt_at.is_(None) | (events.c.next_attempt_at <= now.isoformat())


def _whole(payload: bytes, event_hash: str) -> dict[str, object]:
    event: dict[str, object] = json.loads(payload)
    return {**event, "hash": event_hash}
