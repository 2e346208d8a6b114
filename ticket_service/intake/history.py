"""The journal read back: a station's chain, events by what they are about, and what was taken back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, select, update

from ticket_service.contract.wire import Event
from ticket_service.intake.chain import Place
from ticket_service.storage.schema import about, journal


@dataclass(frozen=True, slots=True)
class Authored:
    """Who wrote an event, and when it happened."""

    person: str
    at: datetime


def head_of(connection: Connection, station: str) -> Place | None:
    """Give the station's last element."""
    last = _places(station).order_by(journal.c.station_seq.desc()).limit(1)
    row = connection.execute(last).first()
    return None if row is None else Place(row.station_seq, row.hash, row.received_at)


def places(connection: Connection, station: str, seqs: Iterable[int]) -> list[Place]:
    """Give some of a station's elements, in order; those that never came are left out."""
    wanted = _places(station).where(journal.c.station_seq.in_(list(seqs))).order_by(journal.c.station_seq)
    return [Place(row.station_seq, row.hash, row.received_at) for row in connection.execute(wanted)]


def _places(station: str) -> Select[Any]:
    kept = select(journal.c.station_seq, journal.c.hash, journal.c.received_at)
    return kept.where(journal.c.station == station)


def known_ids(connection: Connection, ids: Iterable[UUID]) -> set[str]:
    """Tell which of these ids events have already."""
    wanted = select(journal.c.event).where(journal.c.event.in_({str(id_) for id_ in ids}))
    return {id_ for id_ in connection.execute(wanted).scalars() if id_ is not None}


def events_of_package(connection: Connection, lpn: str) -> list[Event]:
    """Give what was told of a package and still holds, oldest first."""
    return _events(connection, _standing().where(journal.c.lpn == lpn))


def events_about(connection: Connection, kind: str, id_: str) -> list[Event]:
    """Give what was told of an item or a shipment and still holds, oldest first."""
    here = (about.c.station == journal.c.station) & (about.c.station_seq == journal.c.station_seq)
    return _events(connection, _standing().join(about, here).where(about.c.kind == kind, about.c.id == id_))


def event_of(connection: Connection, id_: str) -> Event | None:
    """Give an event by its id, if it still holds."""
    found = _events(connection, _standing().where(journal.c.event == id_))
    return found[0] if found else None


def shipments_with(connection: Connection, items: Iterable[str]) -> list[tuple[str, str]]:
    """Give items beside the shipments that they left with, oldest first; some of these may have been taken back."""
    item, shipment = about.alias(), about.alias()
    told = (item.c.station == shipment.c.station) & (item.c.station_seq == shipment.c.station_seq)
    wanted = select(item.c.id.label("item"), shipment.c.id.label("shipment")).join(shipment, told)
    wanted = wanted.where(item.c.kind == "item", item.c.id.in_(list(items)), shipment.c.kind == "shipment")
    rows = connection.execute(wanted.order_by(item.c.station, item.c.station_seq))
    return [(row.item, row.shipment) for row in rows]


def things_about(connection: Connection, station: str, seqs: Iterable[int]) -> list[tuple[str, str]]:
    """Name the items and shipments that some of a station's events are about."""
    wanted = select(about.c.kind, about.c.id).where(about.c.station == station, about.c.station_seq.in_(list(seqs)))
    return [(row.kind, row.id) for row in connection.execute(wanted.distinct().order_by(about.c.kind, about.c.id))]


def authors_of(connection: Connection, ids: Iterable[str]) -> dict[str, Authored]:
    """Tell which of these events persons wrote."""
    wanted = select(journal.c.hash, journal.c.content).where(
        journal.c.event.in_(list(ids)), journal.c.result != "rejected"
    )
    events = _events(connection, wanted)
    return {str(event.id): author for event in events if (author := author_of(event)) is not None}


def author_of(event: Event) -> Authored | None:
    """Tell who wrote an event; a rule and a device are nobody."""
    person = event.actor.person if event.actor.kind == "person" else None
    return None if person is None else Authored(person, event.occurred_at)


def take_back(connection: Connection, station: str, ids: set[str]) -> list[Row[Any]]:
    """Mark the station's own events as undone and give them; an observation that stayed there is not among them."""
    mark = update(journal).where(journal.c.station == station, journal.c.event.in_(ids)).values(undone=True)
    told = mark.returning(journal.c.event, journal.c.station_seq, journal.c.lpn, journal.c.result)
    return list(connection.execute(told)) if ids else []


def _standing() -> Select[Any]:
    wanted = select(journal.c.hash, journal.c.content)
    return wanted.where(journal.c.undone.is_(False), journal.c.result != "rejected").order_by(
        journal.c.received_at, journal.c.station, journal.c.station_seq
    )


def _events(connection: Connection, wanted: Select[Any]) -> list[Event]:
    rows = connection.execute(wanted)
    return [Event.model_validate(json.loads(row.content) | {"hash": row.hash}) for row in rows]
