"""Items that other stations of the site unpacked, as the ticket service tells of them; own items are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from receiving_app.domain.authorization import serial_key
from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.rma_number import number_key
from receiving_app.domain.verdict import Decision
from receiving_app.storage.forms import from_json, to_json
from receiving_app.storage.schema import other_items

_INSERT = insert(other_items)
_UPSERT = _INSERT.on_conflict_do_update(
    index_elements=["id"],
    set_={name: _INSERT.excluded[name] for name in ("rev", "serial_key", "rma_key", "body")},
    where=_INSERT.excluded.rev > other_items.c.rev,
)


@dataclass(frozen=True, slots=True)
class OtherItem:
    """An item at another station: what it is, how it was judged, how its test ended, whether it has left."""

    id: str
    rev: int
    station: str
    lpn: str
    serial: str
    model: str
    number: str = ""
    line: str = ""
    verdict: Decision | None = None
    outcome: InspectionOutcome | None = None
    left: bool = False


def put(connection: Connection, rows: Sequence[OtherItem]) -> None:
    """Take what the ticket service tells of other stations' items; only a higher `rev` changes anything."""
    if rows:
        connection.execute(_UPSERT, [_row(each) for each in rows])


def with_serial(connection: Connection, serial: str) -> tuple[OtherItem, ...]:
    """Give every item that ever came to another station with a serial number."""
    if not serial_key(serial):
        return ()
    query = select(other_items.c.body).where(other_items.c.serial_key == serial_key(serial)).order_by(other_items.c.id)
    return tuple(from_json(OtherItem, body) for body in connection.execute(query).scalars())


def on_line(connection: Connection, rma_key: str, line: str) -> tuple[OtherItem, ...]:
    """Give the items at other stations that belong to a line of an RMA."""
    query = select(other_items.c.body).where(other_items.c.rma_key == rma_key).order_by(other_items.c.id)
    found = (from_json(OtherItem, body) for body in connection.execute(query).scalars())
    return tuple(each for each in found if each.line == line)


def _row(each: OtherItem) -> dict[str, object]:
    return {
        "id": each.id,
        "rev": each.rev,
        "serial_key": serial_key(each.serial),
        "rma_key": number_key(each.number) if each.number else "",
        "body": to_json(each),
    }
