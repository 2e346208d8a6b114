"""What the shipping desk asks: what may leave together, what is still barred, what stands packed, what has left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

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
