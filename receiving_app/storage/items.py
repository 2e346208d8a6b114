"""Items as they stand now: told from the journal, kept beside it in the same commit."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, bindparam, func, select, update
from sqlalchemy.dialects.sqlite import insert

from receiving_app.domain.authorization import serial_key
from receiving_app.domain.cases import handed_to
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import Mark
from receiving_app.domain.item_id import item_id_of
from receiving_app.domain.item_review import LEAVES, asked_since, question
from receiving_app.storage import precedents
from receiving_app.storage.forms import from_json, to_json, utc_text
from receiving_app.storage.schema import items, rmas

#: SQLite takes 32,766 values a statement.
_CHUNK = 5_000
_COUNTED = (
    select(items.c.rma_key, items.c.line, func.count().label("many"))
    .where(items.c.rma_key.in_(bindparam("keys", expanding=True)))
    .group_by(items.c.rma_key, items.c.line)
)


def next_id(connection: Connection, station: str) -> str:
    """Give the next item label of this station."""
    newest = connection.execute(select(func.coalesce(func.max(items.c.number), 0))).scalar_one()
    return item_id_of(station, int(newest) + 1)


def save(connection: Connection, item: Item) -> None:
    """Keep an item as it stands now."""
    judgement, inspection, disposition = item.judgement, item.inspection, item.disposition
    asked = question(item)
    values = {
        "id": item.id,
        "lpn": item.lpn,
        "serial_key": serial_key(item.serial),
        "model": item.model,
        "rma_key": item.rma_key,
        "line": item.line,
        "decision": judgement.decision.value if judgement else None,
        "outcome": inspection.outcome.value if inspection and inspection.outcome else None,
        "replacement_key": _replacement_key(item),
        "state": to_json(item),
        "next": disposition.next.value if disposition else None,
        "question": asked.value if asked else None,
        "asked_since": utc_text(asked_since(item, asked)) if asked else None,
        "serial": item.serial,
        "rma_number": item.number,
        "danger": Mark.HAZARD in item.marks,
        "codes": " ".join(judgement.verdict.codes) if judgement else "",
        "extras": len(item.extras),
        "rests_until": item.put_off.until.isoformat() if item.put_off and item.put_off.until else None,
        "handed_to": handed_to(item.put_off),
    }
    owner = select(rmas.c.partner).where(rmas.c.rma_key == item.rma_key).scalar_subquery()
    # Whether it has left is told by its shipment.
    statement = insert(items).values({**values, "left": False, "partner": owner})
    # While the service's data is pulled anew nobody knows whose it is, and it stays whose it was.
    whose = func.coalesce(statement.excluded.partner, items.c.partner)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_={**values, "partner": whose}))
    precedents.keep_of_item(connection, item)


def take_back(connection: Connection, item_id: str) -> None:
    """Keep the label of an item whose finding was taken back, and nothing else of it."""
    gone: dict[str, str | None] = {
        "lpn": "",
        "serial_key": "",
        "rma_key": "",
        "line": "",
        "decision": None,
        "outcome": None,
    }
    gone |= {"next": None, "question": None, "asked_since": None, "serial": "", "rma_number": "", "partner": None}
    empty = {"replacement_key": None, "extras": None, "state": ""}
    connection.execute(update(items).where(items.c.id == item_id).values(**gone, **empty))
    precedents.drop(connection, item_id)


def get(connection: Connection, item_id: str) -> Item | None:
    """Give an item by its label."""
    state = connection.execute(select(items.c.state).where(items.c.id == item_id)).scalar()
    return from_json(Item, state) if state else None


def of_package(connection: Connection, lpn: str) -> tuple[Item, ...]:
    """Give a package's items in the order in which they were found."""
    return _those(connection, items.c.lpn == lpn)


def of_rma(connection: Connection, rma_key: str) -> tuple[Item, ...]:
    """Give the items that were found to belong to an RMA, in the order in which they were found."""
    return _those(connection, items.c.rma_key == rma_key) if rma_key else ()


def undecided(connection: Connection) -> tuple[Item, ...]:
    """Give the items in the building that no person has decided on."""
    return tuple(each for each in _those(connection, items.c.left.is_(False)) if not each.decided)


def asked_about(connection: Connection, *which: ColumnElement[bool]) -> tuple[Item, ...]:
    """Give the items in the building of which a supervisor is asked something, whatever went out meanwhile."""
    return _those(connection, items.c.question.is_not(None), items.c.left.is_(False), *which)


def to_leave(connection: Connection, *which: ColumnElement[bool]) -> tuple[Item, ...]:
    """Give the items that are decided to leave, or whose replacement is, and that are still here."""
    return _those(connection, items.c.next.in_([each.value for each in LEAVES]), items.c.left.is_(False), *which)


def with_serial(connection: Connection, serial: str) -> tuple[Item, ...]:
    """Give the items in the building with a serial number."""
    return _those(connection, items.c.serial_key == serial_key(serial), items.c.left.is_(False))


def on_line(connection: Connection, rma_key: str, line: str) -> tuple[Item, ...]:
    """Give the items that were found to belong to a line of an RMA."""
    return _those(connection, items.c.rma_key == rma_key, items.c.line == line)


def counted(connection: Connection, rma_keys: Sequence[str]) -> dict[tuple[str, str], int]:
    """Count the devices that belong to these RMAs, by the RMA's key and the line."""
    found: dict[tuple[str, str], int] = {}
    for start in range(0, len(rma_keys), _CHUNK):
        rows = connection.execute(_COUNTED, {"keys": list(rma_keys[start : start + _CHUNK])})
        found.update({(row.rma_key, row.line): row.many for row in rows})
    return found


def replaced_by(connection: Connection, serial: str) -> tuple[Item, ...]:
    """Give the items in whose place a unit with this serial number was given out."""
    return _those(connection, items.c.replacement_key == serial_key(serial))


def history(connection: Connection, serial: str) -> tuple[Item, ...]:
    """Give every item that ever came with a serial number, those that left again included."""
    return _those(connection, items.c.serial_key == serial_key(serial))


def set_left(connection: Connection, ids: Sequence[str], left: bool) -> None:
    """Keep whether items have left the building."""
    connection.execute(update(items).where(items.c.id.in_(ids)).values(left=left))


def _those(connection: Connection, *which: ColumnElement[bool]) -> tuple[Item, ...]:
    """Give items in the order in which they were found; of one whose finding was taken back nothing is left."""
    query = select(items.c.state).where(*which, items.c.state != "").order_by(items.c.number)
    return tuple(from_json(Item, row.state) for row in connection.execute(query))


def _replacement_key(item: Item) -> str | None:
    return serial_key(item.replacement_serial) if item.replacement_serial else None
