"""The append-only journal: every event hashed onto the one before, with its delivery beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from uuid import UUID

from sqlalchemy import Connection, Select, func, insert, or_, select, update

from receiving_app.domain.events import (
    EVENT_TYPES,
    TYPE_BY_NAME,
    TYPE_OF_BODY,
    ActUndone,
    Body,
    Event,
    Nature,
    PersonSignedIn,
    PersonSignedOut,
    PinFailed,
    ScreenLocked,
    Subject,
)
from receiving_app.domain.roles import Actor
from receiving_app.storage.forms import canonical, from_plain, to_plain, utc_text
from receiving_app.storage.schema import events
from receiving_app.storage.verify_journal import GENESIS

_DECISIONS = tuple(kind.name for kind in EVENT_TYPES if kind.nature is Nature.DECISION)
#: Acts of these are not what a worker who says UNDO means.
_NOT_TAKEN_BACK = tuple(
    TYPE_OF_BODY[body].name for body in (ActUndone, PersonSignedIn, PersonSignedOut, ScreenLocked, PinFailed)
)

# What every scan asks is built once: building a statement takes longer than SQLite takes to answer it.
_APPEND = insert(events)
_HEAD = select(events.c.seq, events.c.hash).order_by(events.c.seq.desc()).limit(1)


class Delivery(StrEnum):
    """Where an event stands on its way to the ticket service."""

    #: It stays at the station; the service gets its hash alone.
    LOCAL = "local"
    WAITING = "waiting"
    APPLIED = "applied"
    #: A decision that the service would not take.
    REJECTED = "rejected"
    #: A decision that was taken back before it was sent; the service keeps its hash alone.
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Stamp:
    """When and by whom an act is written down; `act` groups what one act writes, empty for what rules add."""

    occurred_at: datetime
    offset_ms: int
    data_as_of: datetime | None
    actor: Actor
    act: str | None = None


class UnreadableEventError(Exception):
    """The journal holds an event whose type or schema this program doesn't know."""


class Journal:
    """Appends to one station's journal and reads it back."""

    def __init__(self, station: str, new_id: Callable[[], UUID]) -> None:
        self.station = station
        self._new_id = new_id

    def append(
        self,
        connection: Connection,
        body: Body,
        subject: Subject,
        stamp: Stamp,
        not_before: datetime | None = None,
    ) -> Event:
        """Write one event behind the last one; it isn't sent earlier than `not_before`."""
        kind = TYPE_OF_BODY[type(body)]
        seq, prev_hash = head(connection)
        event = Event(
            str(self._new_id()), seq + 1, subject, stamp.occurred_at, stamp.actor, self.station, body, stamp.act
        )
        payload = canonical(_envelope(event, stamp, prev_hash))
        delivery = Delivery.LOCAL if kind.nature is Nature.OBSERVATION else Delivery.WAITING
        connection.execute(
            _APPEND,
            {
                "seq": event.seq,
                "id": event.id,
                "type": kind.name,
                "schema": kind.schema,
                "lpn": subject.lpn,
                "rma_key": subject.rma,
                "item": getattr(body, "item", None),
                "with_item": getattr(body, "with_item", None),
                "shipment": getattr(body, "shipment", None),
                "act": stamp.act,
                "occurred_at": utc_text(stamp.occurred_at),
                "payload": payload,
                "prev_hash": prev_hash,
                "hash": hashlib.sha256(payload).hexdigest(),
                "undone": False,
                "delivery": delivery.value,
                "attempts": 0,
                "next_attempt_at": utc_text(not_before) if not_before else None,
                "problem": None,
            },
        )
        return event


def head(connection: Connection) -> tuple[int, str]:
    """Give the last event's sequence number and hash."""
    row = connection.execute(_HEAD).first()
    return (row.seq, row.hash) if row else (0, GENESIS)


def of_package(connection: Connection, lpn: str) -> tuple[Event, ...]:
    """Give a package's events in order, without those that were taken back."""
    query = select(events.c.payload).where(events.c.lpn == lpn, events.c.undone.is_(False)).order_by(events.c.seq)
    return tuple(read_event(row.payload) for row in connection.execute(query))


def of_item(connection: Connection, item: str) -> tuple[Event, ...]:
    """Give an item's events in order, without those that were taken back."""
    about = or_(events.c.item == item, events.c.with_item == item)
    query = select(events.c.payload).where(about, events.c.undone.is_(False)).order_by(events.c.seq)
    return tuple(read_event(row.payload) for row in connection.execute(query))


def of_shipment(connection: Connection, shipment: str) -> tuple[Event, ...]:
    """Give a shipment's events in order, without those that were taken back."""
    query = select(events.c.payload).where(events.c.shipment == shipment, events.c.undone.is_(False))
    return tuple(read_event(row.payload) for row in connection.execute(query.order_by(events.c.seq)))


def of_act(connection: Connection, act: str) -> tuple[Event, ...]:
    """Give what one act wrote."""
    query = select(events.c.payload).where(events.c.act == act).order_by(events.c.seq)
    return tuple(read_event(row.payload) for row in connection.execute(query))


def since(connection: Connection, seq: int, bodies: Iterable[type[Body]]) -> tuple[Event, ...]:
    """Give the events of these types after one, in order, without those that were taken back."""
    names = [TYPE_OF_BODY[body].name for body in bodies]
    later = (events.c.seq > seq, events.c.type.in_(names), events.c.undone.is_(False))
    query = select(events.c.payload).where(*later).order_by(events.c.seq)
    return tuple(read_event(row.payload) for row in connection.execute(query))


def last_of_types(connection: Connection, bodies: Iterable[type[Body]]) -> Event | None:
    """Give the newest event of these types that wasn't taken back."""
    row = connection.execute(_last_of(tuple(TYPE_OF_BODY[body].name for body in bodies))).first()
    return read_event(row.payload) if row else None


@cache
def _last_of(types: tuple[str, ...]) -> Select[bytes]:
    """Ask for each type's newest event through the index, and take the newer one: the types' history is not read."""
    newest = (
        select(func.max(events.c.seq)).where(events.c.type == name, events.c.undone.is_(False)).scalar_subquery()
        for name in types
    )
    return select(events.c.payload).where(events.c.seq.in_(list(newest))).order_by(events.c.seq.desc()).limit(1)


def last_act(connection: Connection, since: datetime) -> str | None:
    """Give the newest act younger than `since` that can still be taken back."""
    query = (
        select(events.c.act, events.c.occurred_at)
        .where(events.c.act.is_not(None), events.c.undone.is_(False), events.c.type.not_in(_NOT_TAKEN_BACK))
        .order_by(events.c.seq.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    if row is None or datetime.fromisoformat(row.occurred_at) <= since:
        return None
    return str(row.act)


def mark_undone(connection: Connection, ids: Sequence[str]) -> None:
    """Mark events as taken back: they stay in the journal; facts are still delivered, unsent decisions never."""
    these = events.c.id.in_(ids)
    connection.execute(update(events).where(these).values(undone=True))
    unsent = (events.c.type.in_(_DECISIONS), events.c.delivery == Delivery.WAITING.value)
    connection.execute(update(events).where(these, *unsent).values(delivery=Delivery.WITHDRAWN.value))


def mark_refused(connection: Connection, seqs: Iterable[int]) -> tuple[Event, ...]:
    """Mark decisions that the service would not take as taken back; give them."""
    refused = (events.c.seq.in_(list(seqs)), events.c.type.in_(_DECISIONS))
    payloads = connection.execute(select(events.c.payload).where(*refused).order_by(events.c.seq)).scalars().all()
    connection.execute(update(events).where(*refused).values(undone=True))
    return tuple(read_event(payload) for payload in payloads)


def refused(connection: Connection) -> tuple[int, ...]:
    """Give the decisions that the service would not take and that stand here as if it had."""
    standing = (events.c.delivery == Delivery.REJECTED.value, events.c.type.in_(_DECISIONS), events.c.undone.is_(False))
    return tuple(connection.execute(select(events.c.seq).where(*standing).order_by(events.c.seq)).scalars())


def count(connection: Connection, delivery: Delivery) -> int:
    """Count the events at one stage of their delivery."""
    return int(connection.execute(select(func.count()).where(events.c.delivery == delivery.value)).scalar_one())


def read_event(payload: bytes) -> Event:
    """Read an event from its stored bytes; raise `UnreadableEventError` for a type this program doesn't know."""
    envelope = json.loads(payload)
    kind = TYPE_BY_NAME.get((envelope["type"], envelope["schema"]))
    if kind is None:
        raise UnreadableEventError(f"unknown event type {envelope['type']} schema {envelope['schema']}")
    return Event(
        id=envelope["id"],
        seq=envelope["station_seq"],
        subject=from_plain(Subject, envelope["subject"]),
        occurred_at=datetime.fromisoformat(envelope["occurred_at"]),
        actor=from_plain(Actor, envelope["actor"]),
        station=envelope["station"],
        body=from_plain(kind.body, envelope["body"]),
        act=envelope["act"],
    )


def _envelope(event: Event, stamp: Stamp, prev_hash: str) -> dict[str, object]:
    kind = TYPE_OF_BODY[type(event.body)]
    return {
        "id": event.id,
        "station_seq": event.seq,
        "type": kind.name,
        "schema": kind.schema,
        "subject": to_plain(event.subject),
        "occurred_at": event.occurred_at.isoformat(),
        "clock_offset_ms": stamp.offset_ms,
        "data_as_of": stamp.data_as_of.isoformat() if stamp.data_as_of else None,
        "actor": to_plain(event.actor),
        "station": event.station,
        "act": event.act,
        "body": to_plain(event.body),
        "prev_hash": prev_hash,
    }
