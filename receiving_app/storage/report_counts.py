"""What reports count, kept by blocks of the journal so that a report doesn't read all of it.

A block holds for what it was counted from: as many events, as many of them taken back, by the same rules. Where one no
longer holds, it is counted anew with all that follow: events refer to earlier ones, never to later ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Connection, delete, func, insert, or_, select, text

from receiving_app.domain.events import TYPE_OF_BODY, Body, Event
from receiving_app.domain.item import fold
from receiving_app.domain.item_events import ShipmentPacked
from receiving_app.domain.report_counts import COUNTED, OF_ITEMS, OF_PACKAGES, Counts, Stories, counted, things
from receiving_app.storage import journal, service_data
from receiving_app.storage.journal import read_event
from receiving_app.storage.schema import events, report_blocks, report_counts, rmas
from receiving_app.storage.store import Store

#: So many events are counted in one go; the newest block is counted anew for each report.
BLOCK = 5_000
#: Changes whenever the same journal would be counted otherwise.
_RULES = 2
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What a block was counted from."""

    last: int
    undone: int
    rules: str


def take_in(store: Store, *, whole_only: bool = False, block: int = BLOCK) -> int:
    """Count the first block that isn't, or no longer holds; give how many are left after it.

    `whole_only` leaves the block that still grows. Reading and writing are two transactions: the dock waits for no sum.
    """
    with store.reading() as connection:
        stale = _stale(connection, block, whole_only=whole_only)
        if not stale:
            return 0
        place, stamp = stale[0]
        counts = _count(connection, (place * block, stamp.last))
    with store.transaction() as connection:
        for table in (report_counts, report_blocks):
            connection.execute(delete(table).where(table.c.block >= place))
        _write(connection, place, stamp, counts)
    return len(stale) - 1


def recount(connection: Connection) -> Counts:
    """Count the whole journal in one go, beside what is kept."""
    return _count(connection, (0, journal.head(connection)[0]))


def _stale(connection: Connection, block: int, *, whole_only: bool) -> list[tuple[int, _Stamp]]:
    """Give the blocks to count, the first one first: from the first that doesn't hold to the journal's end."""
    last, _ = journal.head(connection)
    rules = f"{_RULES} {block} {service_data.current_policy(connection).calendar.time_zone}"
    place = (events.c.seq - 1) // block
    query = select(place, func.count()).select_from(events).where(text("undone")).group_by(place)
    undone = {int(row[0]): int(row[1]) for row in connection.execute(query)}
    kept = {
        row.block: _Stamp(row.last, row.undone, row.rules) for row in connection.execute(select(report_blocks)).all()
    }
    ends = range(block, last + 1, block) if whole_only else range(block, last + block, block)
    wanted = [(number, _Stamp(min(end, last), undone.get(number, 0), rules)) for number, end in enumerate(ends)]
    first = next((number for number, stamp in wanted if kept.get(number) != stamp), len(wanted))
    return wanted[first:]


def _count(connection: Connection, stretch: tuple[int, int]) -> Counts:
    """Count the events after one up to another, with the stories that they belong to."""
    calendar = service_data.current_policy(connection).calendar
    after, last = stretch
    names = [TYPE_OF_BODY[body].name for body in COUNTED]
    within = (events.c.seq > after, events.c.seq <= last, text("NOT undone"), events.c.type.in_(names))
    found = [read_event(row.payload) for row in connection.execute(select(events.c.payload).where(*within))]
    found.sort(key=lambda event: event.seq)
    return counted(found, _stories(connection, found, last), calendar)


def _stories(connection: Connection, stretch: Sequence[Event], last: int) -> Stories:
    about = things(stretch)
    shipments = _by(_told(connection, events.c.shipment, about.shipments, (ShipmentPacked,), last), _shipment)
    packed = [event.body for told in shipments.values() for event in told if isinstance(event.body, ShipmentPacked)]
    labels = about.items.union(*(body.items for body in packed))
    items: dict[str, list[Event]] = {label: [] for label in labels}
    for event in _told(connection, events.c.item, labels, OF_ITEMS, last):
        for name in (getattr(event.body, "item", None), getattr(event.body, "with_item", None)):
            if name in items:
                items[name].append(event)
    there = [item for item in map(fold, items.values()) if item is not None]
    lpns = about.packages.union((item.lpn for item in there), *(body.packages for body in packed))
    told = _told(connection, events.c.lpn, lpns, OF_PACKAGES, last)
    partners = _partners(connection, {item.rma_key for item in there})
    return Stories(_by(told, lambda event: event.subject.lpn or ""), items, shipments, partners)


def _told(
    connection: Connection, column: Column[str], names: Iterable[str], bodies: Sequence[type[Body]], last: int
) -> list[Event]:
    """Give what is told of these things up to an event, oldest first."""
    types = [TYPE_OF_BODY[body].name for body in bodies]
    found = []
    for chunk in _chunks(sorted(names)):
        about: ColumnElement[bool] = column.in_(chunk)
        if column is events.c.item:
            about = or_(about, events.c.with_item.in_(chunk))
        # A plus keeps SQLite off the index of the types: what one thing went through is much shorter.
        these = (about, text("+seq <= :last").bindparams(last=last), text("NOT undone"))
        query = select(events.c.type, events.c.payload).where(*these)
        found += [read_event(row.payload) for row in connection.execute(query) if row.type in types]
    return sorted(found, key=lambda event: event.seq)


def _by(told: Iterable[Event], name: Callable[[Event], str]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in told:
        found.setdefault(name(event), []).append(event)
    return found


def _shipment(event: Event) -> str:
    return event.body.shipment if isinstance(event.body, ShipmentPacked) else ""


def _partners(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    found = {}
    for chunk in _chunks(sorted(keys)):
        rows = connection.execute(select(rmas.c.rma_key, rmas.c.partner).where(rmas.c.rma_key.in_(chunk)))
        found.update({row.rma_key: row.partner for row in rows})
    return found


def _write(connection: Connection, place: int, stamp: _Stamp, counts: Counts) -> None:
    if counts:
        rows = [
            {
                "block": place,
                "day": count.day.isoformat(),
                "measure": count.measure.value,
                "what": str(count.what),
                "which": str(count.which),
                "whose": count.whose,
                "amount": amount,
            }
            for count, amount in counts.items()
        ]
        connection.execute(insert(report_counts), rows)
    connection.execute(
        insert(report_blocks), {"block": place, "last": stamp.last, "undone": stamp.undone, "rules": stamp.rules}
    )


def _chunks(names: Sequence[str]) -> Iterator[Sequence[str]]:
    return (names[start : start + _CHUNK] for start in range(0, len(names), _CHUNK))
