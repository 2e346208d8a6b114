"""What the unpacking screen asks: what should be in a box, what was found, and what is still awaited."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from receiving_app.domain.authorization import Address
from receiving_app.domain.expected import ExpectedLine, Unsettled, parts_of, unsettled
from receiving_app.domain.item import Item
from receiving_app.domain.package import Package
from receiving_app.storage import items, packages, service_data
from receiving_app.storage.expected import expected
from receiving_app.storage.forms import from_json
from receiving_app.storage.schema import packages as packages_table
from receiving_app.storage.store import Store

_DONE = "$.unpacking.done"


@dataclass(frozen=True, slots=True)
class Box:
    """A package with the lines of its accepted RMAs and everything that was found in it.

    `strays` are the things that belong to none of its lines; `unsettled` what nobody has looked for yet;
    `addresses` those of its partners, to choose a return address from.
    """

    package: Package
    lines: tuple[ExpectedLine, ...]
    items: tuple[Item, ...]
    unsettled: tuple[Unsettled, ...]
    addresses: tuple[Address, ...] = ()

    @property
    def strays(self) -> tuple[Item, ...]:
        """Give the things that belong to none of its lines."""
        known = {(each.rma_key, each.line.id) for each in self.lines}
        return tuple(item for item in self.items if (item.rma_key, item.line) not in known)

    @property
    def awaited(self) -> tuple[ExpectedLine, ...]:
        """Give the lines of which something is still to come."""
        return tuple(each for each in self.lines if each.awaited)


def box(store: Store, lpn: str) -> Box | None:
    """Give a package as it is being unpacked."""
    with store.reading() as connection:
        package = packages.get(connection, lpn)
        if package is None:
            return None
        lines = expected(connection, package)
        found = items.of_package(connection, lpn)
        rmas = [service_data.rma(connection, judgement.key) for judgement in package.accepted]
        partners = dict.fromkeys(rma.partner for rma in rmas if rma)
        known = [service_data.partner(connection, partner) for partner in partners]
    missing = (unsettled(item, parts_of(item, lines)) for item in found)
    addresses = tuple(address for partner in known if partner for address in partner.addresses)
    return Box(package, lines, found, tuple(filter(None, missing)), addresses)


def half_done(store: Store) -> tuple[Package, ...]:
    """Give the boxes whose unpacking has begun and not ended, the oldest first."""
    with store.reading() as connection:
        query = (
            select(packages_table.c.state)
            .where(packages_table.c.counts.is_(True), func.json_extract(packages_table.c.state, _DONE).is_(False))
            .order_by(packages_table.c.number)
        )
        return tuple(from_json(Package, state) for state in connection.execute(query).scalars())
