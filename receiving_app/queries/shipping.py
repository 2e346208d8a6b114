"""What the shipping desk asks: what may leave together, what is still barred, what stands packed, what has left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from receiving_app.domain.authorization import Address
from receiving_app.domain.shipment import Goods, Group, Shipment, grouped
from receiving_app.storage import goods, service_data, shipments
from receiving_app.storage.store import Store


@dataclass(frozen=True, slots=True)
class Leaving:
    """What may leave, grouped by address and payer, and what is decided to leave but barred still."""

    groups: tuple[Group, ...]
    barred: tuple[Goods, ...]


@dataclass(frozen=True, slots=True)
class HandOver:
    """What a carrier's driver took or takes today."""

    carrier: str
    shipments: tuple[Shipment, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything the shipping screen shows: what waits, and what lies on the packing table.

    `chosen` are the goods on the table, in their order; `addresses` those of their partners, to send goods to that
    have none; `people` the names of those who may have checked dangerous goods.
    """

    leaving: Leaving
    packed: tuple[Shipment, ...]
    chosen: tuple[Goods, ...] = ()
    addresses: tuple[Address, ...] = ()
    people: tuple[str, ...] = ()


def shelf(store: Store, chosen: Sequence[str] = (), said: Address | None = None) -> Shelf:
    """Say what waits to leave and what is on the table; `said` is the address that a person gave for it."""
    with store.reading() as connection:
        found = goods.waiting(connection)
        on_table = tuple(filter(None, (goods.named(connection, thing, said) for thing in chosen)))
        rmas = (service_data.rma(connection, each.rma_key) for each in on_table)
        partners = dict.fromkeys(rma.partner for rma in rmas if rma is not None)
        known = filter(None, (service_data.partner(connection, partner) for partner in partners))
        return Shelf(
            Leaving(grouped(found), tuple(each for each in found if each.bars)),
            shipments.packed(connection),
            on_table,
            tuple(address for partner in known for address in partner.addresses),
            tuple(person.name for person in service_data.active_people(connection)),
        )


def leaving(store: Store) -> Leaving:
    """Say what may leave, and what keeps the rest."""
    with store.reading() as connection:
        found = goods.waiting(connection)
    return Leaving(grouped(found), tuple(each for each in found if each.bars))


def packed(store: Store) -> tuple[Shipment, ...]:
    """Give the shipments that stand packed and wait for a carrier."""
    with store.reading() as connection:
        return shipments.packed(connection)


def contents(store: Store, shipment: Shipment) -> tuple[Goods, ...]:
    """Give what is in a shipment, for its packing slip."""
    with store.reading() as connection:
        found = (goods.named(connection, thing, shipment.send_back_to) for thing in shipment.things)
        return tuple(each for each in found if each is not None)


def shipment(store: Store, shipment_id: str) -> Shipment | None:
    """Give a shipment as it stands."""
    with store.reading() as connection:
        return shipments.get(connection, shipment_id)


def handed_over(store: Store, now: datetime) -> tuple[HandOver, ...]:
    """Give what left on the site's day, by carrier: the list that the driver signs."""
    with store.reading() as connection:
        calendar = service_data.current_policy(connection).calendar
        midnight = datetime.combine(calendar.local(now).date(), time(), calendar.local(now).tzinfo)
        left = shipments.sent_since(connection, midnight)
    carriers = dict.fromkeys(each.carrier or "" for each in left)
    return tuple(
        HandOver(carrier, tuple(each for each in left if (each.carrier or "") == carrier)) for carrier in carriers
    )
