"""Shipments as they stand now: told from the journal, kept beside it in the same commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import Connection, Select, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from receiving_app.domain.carrier import tracking_key
from receiving_app.domain.disposition import Next
from receiving_app.domain.shipment import Shipment, fold, shipment_id_of
from receiving_app.storage import items, journal
from receiving_app.storage.forms import from_json, to_json, utc_text
from receiving_app.storage.schema import rma_trackings, shipments, shipped_goods


def next_id(connection: Connection, station: str) -> str:
    """Give the next shipment's name."""
    newest = connection.execute(select(func.coalesce(func.max(shipments.c.number), 0))).scalar_one()
    return shipment_id_of(station, int(newest) + 1)


def save(connection: Connection, shipment: Shipment) -> None:
    """Keep a shipment as it stands now, what is in it, and what has left with it."""
    values = {
        "id": shipment.id,
        "tracking_key": tracking_key(shipment.tracking) if shipment.tracking else None,
        "sent_at": utc_text(shipment.sent_at) if shipment.sent_at else None,
        "state": to_json(shipment),
    }
    statement = insert(shipments).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))
    connection.execute(delete(shipped_goods).where(shipped_goods.c.shipment == shipment.id))
    rows = [{"thing": thing, "shipment": shipment.id} for thing in shipment.things]
    if rows:
        connection.execute(insert(shipped_goods), rows)
    items.set_left(connection, _returned(connection, shipment), shipment.sent_at is not None)


def tell_again(connection: Connection, shipment_id: str) -> None:
    """Tell a shipment from the journal again, after something of it was taken back."""
    shipment = fold(journal.of_shipment(connection, shipment_id))
    if shipment is not None:
        save(connection, shipment)
        return
    before = get(connection, shipment_id)
    if before is not None:
        items.set_left(connection, before.items, left=False)
    connection.execute(delete(shipped_goods).where(shipped_goods.c.shipment == shipment_id))
    gone = {"tracking_key": None, "sent_at": None, "state": ""}
    connection.execute(update(shipments).where(shipments.c.id == shipment_id).values(gone))


def get(connection: Connection, shipment_id: str) -> Shipment | None:
    """Give a shipment by its name."""
    return next(_read(connection, select(shipments.c.state).where(shipments.c.id == shipment_id)), None)


def of_thing(connection: Connection, thing: str) -> Shipment | None:
    """Give the shipment that an item or a package is in."""
    shipment_id = connection.execute(select(shipped_goods.c.shipment).where(shipped_goods.c.thing == thing)).scalar()
    return get(connection, shipment_id) if shipment_id else None


def with_tracking(connection: Connection, tracking: str) -> tuple[Shipment, ...]:
    """Give the shipments that left under a tracking number."""
    query = select(shipments.c.state).where(shipments.c.tracking_key == tracking_key(tracking))
    return tuple(_read(connection, query.order_by(shipments.c.number)))


def packed(connection: Connection) -> tuple[Shipment, ...]:
    """Give the shipments that stand here with something in them."""
    query = select(shipments.c.state).where(shipments.c.sent_at.is_(None), shipments.c.state != "")
    return tuple(each for each in _read(connection, query.order_by(shipments.c.number)) if each.things)


def sent_since(connection: Connection, moment: datetime) -> tuple[Shipment, ...]:
    """Give the shipments that left at a moment or after it."""
    query = select(shipments.c.state).where(shipments.c.sent_at >= utc_text(moment))
    return tuple(_read(connection, query.order_by(shipments.c.sent_at)))


def came_in_under(connection: Connection, tracking: str) -> bool:
    """Tell whether a tracking number stands on an RMA as that of goods on their way to us."""
    query = select(rma_trackings.c.rma_key).where(rma_trackings.c.tracking == tracking_key(tracking))
    return connection.execute(query.limit(1)).first() is not None


def _returned(connection: Connection, shipment: Shipment) -> list[str]:
    """Give the items that leave themselves; where a replacement goes, the original stays."""
    found = (items.get(connection, item_id) for item_id in shipment.items)
    return [item.id for item in found if item and item.disposition and item.disposition.next is Next.RETURN]


def _read(connection: Connection, query: Select[str]) -> Iterator[Shipment]:
    states: Iterable[str] = connection.execute(query).scalars()
    return (from_json(Shipment, state) for state in states if state)
