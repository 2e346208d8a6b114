"""The journal's unsent end: what the ticket service is to be told next, and what it answered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from sqlalchemy import ColumnElement, Connection, bindparam, func, select, update

from receiving_app.storage.forms import utc_text
from receiving_app.storage.journal import Delivery
from receiving_app.storage.schema import events, outbox_mark

#: The service takes 8 MiB at once; the hashes and the JSON around the events need little beside it.
MOST_BYTES = 4 * 1024 * 1024

# Built once: a batch settles 500 events, and building it takes longer than SQLite takes to write.
_SETTLE = (
    update(events)
    .where(events.c.seq == bindparam("event"))
    .values(delivery=bindparam("stage"), problem=bindparam("why"), next_attempt_at=None, attempts=events.c.attempts + 1)
)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One element to send: a whole event, or only its hash where `payload` is None."""

    seq: int
    payload: dict[str, object] | None
    prev_hash: str
    hash: str


def due(connection: Connection, now: datetime, limit: int, most_bytes: int = MOST_BYTES) -> tuple[Outgoing, ...]:
    """Give the next elements in order, starting behind what the service has confirmed; at least one, if any is due.

    A decision that may still be taken back goes as a bare hash first and whole later, so that it holds up nothing.
    """
    sent = sent_up_to(connection)
    waits = events.c.delivery == Delivery.WAITING.value
    late = select(events).where(waits, events.c.seq <= sent, _is_due(now)).order_by(events.c.seq).limit(limit)
    rows = [*connection.execute(late)]
    fresh = select(events).where(events.c.seq > sent).order_by(events.c.seq).limit(limit - len(rows))
    elements: list[Outgoing] = []
    for row in chain(rows, connection.execute(fresh)):
        bare = row.delivery != Delivery.WAITING.value or (row.next_attempt_at or "") > utc_text(now)
        most_bytes -= 0 if bare else len(row.payload)
        if most_bytes < 0 and elements:
            break
        elements.append(Outgoing(row.seq, None if bare else _whole(row.payload, row.hash), row.prev_hash, row.hash))
    return tuple(elements)


def held_until(connection: Connection, ids: Sequence[str] | None = None) -> datetime | None:
    """Give until when what waits is held back, at the longest: any of it, or of the events with these ids."""
    longest = select(func.max(events.c.next_attempt_at)).where(events.c.delivery == Delivery.WAITING.value)
    until = connection.execute(longest if ids is None else longest.where(events.c.id.in_(ids))).scalar()
    return datetime.fromisoformat(until) if until else None


def settle(connection: Connection, seq: int, delivery: Delivery, problem: str | None = None) -> None:
    """Write down how the service took an event."""
    connection.execute(_SETTLE, {"event": seq, "stage": delivery.value, "why": problem})


def sent_up_to(connection: Connection) -> int:
    """Give the last sequence number whose hash the service has confirmed."""
    return int(connection.execute(select(func.coalesce(func.max(outbox_mark.c.seq), 0))).scalar_one())


def advance(connection: Connection, seqs: Iterable[int]) -> None:
    """Move the mark behind the elements that the service has confirmed."""
    newest = max(seqs, default=0)
    if newest > sent_up_to(connection):
        connection.execute(outbox_mark.delete())
        connection.execute(outbox_mark.insert().values(seq=newest))


def hash_at(connection: Connection, seq: int) -> str | None:
    """Give the hash of the event with a sequence number, if there is one."""
    return connection.execute(select(events.c.hash).where(events.c.seq == seq)).scalar()


def rewind(connection: Connection, seq: int) -> None:
    """Send again what comes after the last element that the service still has; a mark before it stays."""
    if seq >= sent_up_to(connection):
        return
    connection.execute(outbox_mark.delete())
    connection.execute(outbox_mark.insert().values(seq=seq))
    lost = (events.c.seq > seq, events.c.delivery == Delivery.APPLIED.value)
    connection.execute(update(events).where(*lost).values(delivery=Delivery.WAITING.value, problem=None))


def _is_due(now: datetime) -> ColumnElement[bool]:
    return events.c.next_attempt_at.is_(None) | (events.c.next_attempt_at <= utc_text(now))


def _whole(payload: bytes, event_hash: str) -> dict[str, object]:
    event: dict[str, object] = json.loads(payload)
    return {**event, "hash": event_hash}
