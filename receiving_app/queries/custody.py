"""The chain of custody: what belongs together around a number that was found, and everything that happened to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Column, ColumnElement, Connection, and_, or_, select

from receiving_app.domain.authorization import Rma
from receiving_app.domain.hits import Found
from receiving_app.domain.item import Item
from receiving_app.domain.package import Package
from receiving_app.domain.shipment import Shipment
from receiving_app.domain.verdict import Decision
from receiving_app.queries.answers import TimelineEntry
from receiving_app.queries.review import told
from receiving_app.storage import items, packages, service_data, shipments
from receiving_app.storage.schema import events, other_packages, shipped_goods, verdicts
from receiving_app.storage.schema import items as items_table
from receiving_app.storage.store import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A package that another station reported."""

    lpn: str
    station: str
    decision: Decision
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Custody:
    """Everything around one thing, and its story, oldest first, what was taken back included.

    `names` gives the people's names by their ids.
    """

    rmas: tuple[Rma, ...] = ()
    packages: tuple[Package, ...] = ()
    items: tuple[Item, ...] = ()
    shipments: tuple[Shipment, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    story: tuple[TimelineEntry, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Ring:
    """The keys of what belongs together."""

    rmas: tuple[str, ...]
    lpns: tuple[str, ...]
    items: tuple[str, ...]

    @property
    def things(self) -> tuple[str, ...]:
        return (*self.lpns, *self.items)


def custody(store: Store, found: Found, key: str) -> Custody:
    """Tell everything about a thing that was found."""
    with store.reading() as connection:
        ring = _ring(connection, found, key)
        left = (
            (key,)
            if found is Found.SHIPMENT
            else _keys(connection, shipped_goods.c.shipment, shipped_goods.c.thing.in_(ring.things))
        )
        known = Custody(
            rmas=_all(connection, service_data.rma, ring.rmas),
            packages=_all(connection, packages.get, ring.lpns),
            items=_all(connection, items.get, ring.items),
            shipments=_all(connection, shipments.get, left),
            elsewhere=_elsewhere(connection, ring.rmas) if found is Found.RMA else (),
            names={each.id: each.name for each in service_data.active_people(connection)},
        )
    return replace(known, story=told(store, _about(found, ring, left)))


def _ring(connection: Connection, found: Found, key: str) -> _Ring:
    """Give what belongs to an RMA, to a box with its RMAs, to one device with its box, or to what left together."""
    match found:
        case Found.RMA:
            here = _keys(connection, items_table.c.id, items_table.c.rma_key == key)
            boxes = _keys(connection, items_table.c.lpn, items_table.c.rma_key == key)
            judged = _keys(connection, verdicts.c.lpn, verdicts.c.rma_key == key)
            return _Ring((key,), tuple(sorted({*boxes, *judged})), here)
        case Found.PACKAGE:
            here = _keys(connection, items_table.c.id, items_table.c.lpn == key)
            return _Ring(_keys(connection, verdicts.c.rma_key, verdicts.c.lpn == key), (key,), here)
        case Found.ITEM:
            lpns = _keys(connection, items_table.c.lpn, items_table.c.id == key)
            return _Ring(_keys(connection, items_table.c.rma_key, items_table.c.id == key), lpns, (key,))
        case Found.SHIPMENT:
            things = _keys(connection, shipped_goods.c.thing, shipped_goods.c.shipment == key)
            of_things = items_table.c.id.in_(things)
            here = _keys(connection, items_table.c.id, of_things)
            boxes = _keys(connection, items_table.c.lpn, of_things)
            lpns = tuple(dict.fromkeys((*(thing for thing in things if thing not in here), *boxes)))
            return _Ring(_keys(connection, items_table.c.rma_key, of_things), lpns, here)


def _about(found: Found, ring: _Ring, left: Iterable[str]) -> ColumnElement[bool]:
    """Choose the events of a story; of the boxes around single devices those that are about no other device."""
    of_devices = or_(events.c.item.in_(ring.items), events.c.shipment.in_(list(left)))
    of_boxes = events.c.lpn.in_(ring.lpns)
    if found in {Found.RMA, Found.PACKAGE}:
        return or_(of_devices, of_boxes)
    return or_(of_devices, and_(of_boxes, events.c.item.is_(None)))


def _elsewhere(connection: Connection, rma_keys: Iterable[str]) -> tuple[Elsewhere, ...]:
    query = select(other_packages).where(other_packages.c.rma_key.in_(list(rma_keys)))
    rows = connection.execute(query.order_by(other_packages.c.received_at))
    return tuple(
        Elsewhere(row.lpn, row.station, Decision(row.verdict), datetime.fromisoformat(row.received_at)) for row in rows
    )


def _keys(connection: Connection, column: Column[str], where: ColumnElement[bool]) -> tuple[str, ...]:
    """Give a column's values, each once, where this is true."""
    return tuple(dict.fromkeys(key for key in connection.execute(select(column).where(where)).scalars() if key))


def _all(connection: Connection, get: Callable[[Connection, str], T | None], keys: Iterable[str]) -> tuple[T, ...]:
    return tuple(thing for thing in (get(connection, key) for key in keys) if thing is not None)
