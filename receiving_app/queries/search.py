"""The search: one text, and everything that has it in one of its numbers or in its partner's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from receiving_app.domain.authorization import Rma
from receiving_app.domain.candidates import clues_of
from receiving_app.domain.hits import By, Found, Hit, Hits
from receiving_app.domain.item import Item
from receiving_app.domain.package import Package
from receiving_app.domain.rma_number import plain
from receiving_app.domain.search_text import LONGEST, search_key
from receiving_app.storage import items, packages, search_index, service_data, shipments
from receiving_app.storage.schema import rmas
from receiving_app.storage.store import Store

#: As many as a person looks through; the screen says when there are more.
MOST_HITS = 50
#: A partner's name is looked for from this many letters on.
_SHORTEST_NAME = 2
_MOST_PARTNERS = 10

# Each is read from an index that holds nothing else, so that a hundred thousand are looked through in ten milliseconds.
_LOCAL = {
    "packages": ("lpn", "SELECT lpn FROM packages WHERE {} ORDER BY +number DESC LIMIT ?"),
    "items": ("id", "SELECT id FROM items WHERE {} ORDER BY +number DESC LIMIT ?"),
    "serials": ("serial_key", "SELECT id FROM items WHERE {} ORDER BY +number DESC LIMIT ?"),
    "replacements": ("replacement_key", "SELECT id FROM items WHERE {} ORDER BY +number DESC LIMIT ?"),
    "shipments": ("id", "SELECT id FROM shipments WHERE {} ORDER BY +number DESC LIMIT ?"),
    "trackings": ("tracking_key", "SELECT id FROM shipments WHERE {} ORDER BY +number DESC LIMIT ?"),
}
_FOUND_ON = "SELECT lpn FROM packages WHERE found_by IS NOT NULL AND instr(found_by, ?) ORDER BY +number DESC LIMIT ?"
_HAS_PART = "instr(replace(replace({}, '-', ''), ' ', ''), ?)"


class Searcher:
    """Answers search after search over one memory; made on the thread that asks, it knows which pieces are rare."""

    def __init__(self, store: Store) -> None:
        self._store = store
        with store.reading() as connection:
            self._rarity = search_index.rarity(connection)

    def find(self, text: str) -> Hits:
        """Find everything that has a text in one of its numbers, or in its partner's name."""
        key = search_key(plain(text))
        if not key or len(key) > LONGEST:
            return Hits(text, (), complete=True)
        with self._store.reading() as connection:
            listed = search_index.find(connection, key, self._rarity, MOST_HITS + 1)
            by_number = list(_rmas(connection, listed.keys, key))
            here = list(_here(connection, key))
            known = {hit.key for hit in by_number}
            by_partner = [hit for hit in _of_partners(connection, text) if hit.key not in known]
        hits = sorted((*by_number, *here), key=lambda hit: _distance(hit.matched, key)) + by_partner
        return Hits(text, tuple(hits[:MOST_HITS]), listed.complete and len(hits) <= MOST_HITS)


def _rmas(connection: Connection, keys: Sequence[str], key: str) -> Iterator[Hit]:
    for rma_key, rma in service_data.rmas_with(connection, keys).items():
        by, matched = _match(rma, key)
        yield Hit(Found.RMA, rma_key, rma.number, by, matched, rma)


def _match(rma: Rma, key: str) -> tuple[By, str]:
    """Tell which of an RMA's numbers has the key in it, the nearest one."""
    numbers = [(By.NUMBER, rma.number), (By.TICKET, rma.ticket)]
    numbers += [(By.SERIAL, line.serial) for line in rma.lines if line.serial]
    numbers += [(By.TRACKING, tracking) for tracking in rma.tracking]
    return min(numbers, key=lambda each: _distance(each[1], key))


def _distance(number: str, key: str) -> int:
    """Rank a number: it is the key, begins or ends with it, or has it inside."""
    own = search_key(number)
    if own == key:
        return 0
    if own.startswith(key) or own.endswith(key):
        return 1
    return 2 if key in own else 3


def _here(connection: Connection, key: str) -> Iterator[Hit]:
    """Give the packages, items and shipments of this station that have the key in a number."""
    for lpn in _local(connection, "packages", key):
        package = packages.get(connection, lpn)
        if package is not None:
            yield Hit(Found.PACKAGE, lpn, lpn, By.NUMBER, lpn, package)
    for lpn in connection.exec_driver_sql(_FOUND_ON, (key, MOST_HITS)).scalars().all():
        package = packages.get(connection, lpn)
        if package is not None and key not in search_key(lpn):
            by, matched = _package_match(package, key)
            yield Hit(Found.PACKAGE, lpn, lpn, by, matched, package)
    for item_id in dict.fromkeys(
        each for name in ("items", "serials", "replacements") for each in _local(connection, name, key)
    ):
        item = items.get(connection, item_id)
        if item is not None:
            by, matched = _item_match(item, key)
            yield Hit(Found.ITEM, item_id, item_id, by, matched, item)
    for name in dict.fromkeys(each for way in ("shipments", "trackings") for each in _local(connection, way, key)):
        shipment = shipments.get(connection, name)
        if shipment is not None:
            by_name = key in search_key(name)
            by, matched = (By.NUMBER, name) if by_name else (By.TRACKING, shipment.tracking or "")
            yield Hit(Found.SHIPMENT, name, name, by, matched, shipment)


def _package_match(package: Package, key: str) -> tuple[By, str]:
    """Tell what of a box that nobody could place has the key in it."""
    numbers = [(By.UNCLAIMED, package.unclaimed.number)] if package.unclaimed else []
    numbers += [(By.CLUE, clue) for clue in clues_of(package)]
    return min(numbers, key=lambda each: _distance(each[1], key))


def _item_match(item: Item, key: str) -> tuple[By, str]:
    replacement = item.inspection.replacement_serial if item.inspection else None
    numbers = [(By.NUMBER, item.id), (By.SERIAL, item.serial), (By.REPLACEMENT, replacement or "")]
    return min(numbers, key=lambda each: _distance(each[1], key))


def _local(connection: Connection, name: str, key: str) -> list[str]:
    column, query = _LOCAL[name]
    statement = query.format(_HAS_PART.format(column))
    return list(connection.exec_driver_sql(statement, (key, MOST_HITS)).scalars())


def _of_partners(connection: Connection, text: str) -> Iterator[Hit]:
    """Give the newest RMAs of the partners that have the text in their name."""
    if len(text.strip()) < _SHORTEST_NAME:
        return
    for partner in service_data.partners_named(connection, text)[:_MOST_PARTNERS]:
        newest = select(rmas.c.rma_key).where(rmas.c.partner == partner).order_by(rmas.c.receive_by.desc())
        keys = connection.execute(newest.limit(MOST_HITS + 1)).scalars().all()
        for rma_key, rma in service_data.rmas_with(connection, keys).items():
            yield Hit(Found.RMA, rma_key, rma.number, By.PARTNER, rma.partner_name, rma)
