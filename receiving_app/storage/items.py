"""Items as they stand now: told from the journal, kept beside it in the same commit."""

from __future__ import annotations

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.sqlite import insert

from receiving_app.domain.authorization import serial_key
from receiving_app.domain.item import Item
from receiving_app.domain.item_id import item_id_of
from receiving_app.storage.forms import from_json, to_json
from receiving_app.storage.schema import items


def next_id(connection: Connection, station: str) -> str:
    """Give the next item label of this station."""
    newest = connection.execute(select(func.coalesce(func.max(items.c.number), 0))).scalar_one()
    return item_id_of(station, int(newest) + 1)


def save(connection: Connection, item: Item) -> None:
    """Keep an item as it stands now."""
    judgement, inspection = item.judgement, item.inspection
    values = {
        "id": item.id,
        "lpn": item.lpn,
        "serial_key": serial_key(item.serial),
        "model": item.model,
        "rma_key": item.rma_key,
        "line": item.line,
        "decision": judgement.verdict.decision.value if judgement else None,
        "outcome": inspection.outcome.value if inspection and inspection.outcome else None,
        "left": False,
        "state": to_json(item),
    }
    statement = insert(items).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


def take_back(connection: Connection, item_id: str) -> None:
    """Keep the label of an item whose finding was taken back, and nothing else of it."""
    gone = {"lpn": "", "serial_key": "", "rma_key": "", "line": "", "decision": None, "outcome": None, "state": ""}
    connection.execute(update(items).where(items.c.id == item_id).values(**gone))


def get(connection: Connection, item_id: str) -> Item | None:
    """Give an item by its label."""
    state = connection.execute(select(items.c.state).where(items.c.id == item_id)).scalar()
    return from_json(Item, state) if state else None


def of_package(connection: Connection, lpn: str) -> tuple[Item, ...]:
    """Give a package's items in the order in which they were found."""
    query = select(items.c.state).where(items.c.lpn == lpn).order_by(items.c.number)
    return tuple(from_json(Item, row.state) for row in connection.execute(query))


def with_serial(connection: Connection, serial: str) -> tuple[Item, ...]:
    """Give the items in the building with a serial number."""
    query = select(items.c.state).where(items.c.serial_key == serial_key(serial), items.c.left.is_(False))
    return tuple(from_json(Item, row.state) for row in connection.execute(query.order_by(items.c.number)))


def on_line(connection: Connection, rma_key: str, line: str) -> tuple[Item, ...]:
    """Give the items that were found to belong to a line of an RMA."""
    query = select(items.c.state).where(items.c.rma_key == rma_key, items.c.line == line)
    return tuple(from_json(Item, row.state) for row in connection.execute(query.order_by(items.c.number)))
