"""Fills in the papers that an event calls for, from what the station knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from receiving_app.domain.events import Event, PackageEnded
from receiving_app.domain.package import Judgement, Package
from receiving_app.domain.papers import Paper, PaperKind
from receiving_app.domain.shipment import Goods
from receiving_app.domain.verdict import Decision
from receiving_app.printing import filled
from receiving_app.printing.documents import AddressLabel, Document, LpnLabel, PackingSlip, RejectionSlip
from receiving_app.storage import goods, items, packages, plates, print_queue, service_data, shipments


@dataclass(frozen=True, slots=True)
class Filled:
    """A document, and the package, item or shipment that it is about."""

    thing: str
    document: Document


def fill(connection: Connection, paper: Paper, event: Event) -> tuple[Filled, ...]:
    """Give a paper as it reads now; nothing where what it is about is gone or needs none."""
    calendar = service_data.current_policy(connection).calendar
    thing, when = paper.thing, event.occurred_at
    document: Document | None
    match paper.kind:
        case PaperKind.LPN_LABEL:
            document = _plate(connection, thing)
        case PaperKind.ITEM_LABEL:
            return tuple(_item_labels(connection, thing))
        case PaperKind.QUARANTINE_LABEL:
            item = items.get(connection, thing)
            document = filled.quarantine_label(item, when, calendar) if item else None
        case PaperKind.HAZARD_LABEL:
            document = filled.hazard_label(thing, _name(connection, event), when, calendar)
        case PaperKind.UNCLAIMED_LABEL:
            package = packages.get(connection, thing)
            kept = package.unclaimed if package else None
            policy = service_data.current_policy(connection)
            document = filled.unclaimed_label(package, kept, policy) if package and kept else None
        case PaperKind.REFUSAL_SLIP:
            package, ended = packages.get(connection, thing), event.body
            if package is None or not isinstance(ended, PackageEnded):
                return ()
            document = filled.refusal_slip(package, ended, _name(connection, event), when, calendar)
        case PaperKind.REJECTION_SLIP:
            document = _rejection_slip(connection, thing, event)
        case PaperKind.PACKING_SLIP:
            document = _packing_slip(connection, thing)
        case PaperKind.ADDRESS_LABEL:
            document = _address_label(connection, thing)
        case _:
            raise ValueError(f"no event calls for {paper.kind}")
    return () if document is None else (Filled(thing, document),)


def _plate(connection: Connection, lpn: str) -> LpnLabel | None:
    """Give the plate of a box; one that carries a plate printed ahead, or is no return, gets none."""
    package = packages.get(connection, lpn)
    if package is None or not package.counts or plates.is_of_roll(connection, lpn):
        return None
    return filled.lpn_label(package, service_data.current_policy(connection).calendar)


def _item_labels(connection: Connection, lpn: str) -> Iterator[Filled]:
    """Give the label of each item of a box; a quarantine or hazard label names its item already."""
    for item in items.of_package(connection, lpn):
        yield from fill_item(connection, item.id)


def fill_item(connection: Connection, item_id: str) -> tuple[Filled, ...]:
    """Give an item's own label, with its place once its box is done; none where another label names it already."""
    item = items.get(connection, item_id)
    apart = (PaperKind.QUARANTINE_LABEL, PaperKind.HAZARD_LABEL)
    if item is None or any(print_queue.of_thing(connection, kind, item_id) for kind in apart):
        return ()
    package = packages.get(connection, item.lpn)
    place = package.unpacking.place if package and package.unpacking else ""
    return (Filled(item_id, filled.item_label(item, place)),)


def _rejection_slip(connection: Connection, lpn: str, event: Event) -> RejectionSlip | None:
    package = packages.get(connection, lpn)
    if package is None:
        return None
    judgement = _rejected(package)
    rma = service_data.rma(connection, judgement.key) if judgement and judgement.key else None
    known = package.identified.partner_name if package.identified else ""
    partner = rma.partner_name if rma else known
    policy = service_data.current_policy(connection)
    return filled.rejection_slip(package, judgement, partner, policy, event.occurred_at)


def _rejected(package: Package) -> Judgement | None:
    """Give the verdict that a package goes back for."""
    rejected = [each for each in package.judgements if each.decision is Decision.REJECT]
    return next(iter(rejected or package.judgements), None)


def _packing_slip(connection: Connection, shipment_id: str) -> PackingSlip | None:
    shipment = shipments.get(connection, shipment_id)
    if shipment is None:
        return None
    found = (goods.named(connection, thing, shipment.send_back_to) for thing in shipment.things)
    packed: list[Goods] = [each for each in found if each is not None]
    within = {each.id: each for each in (items.get(connection, item) for item in shipment.items) if each is not None}
    calendar = service_data.current_policy(connection).calendar
    return filled.packing_slip(shipment, packed, within, calendar)


def _address_label(connection: Connection, shipment_id: str) -> AddressLabel | None:
    shipment = shipments.get(connection, shipment_id)
    return filled.address_label(shipment) if shipment else None


def _name(connection: Connection, event: Event) -> str:
    """Name who did it, as people know them."""
    who = event.actor.person
    person = service_data.person(connection, who) if who else None
    return person.name if person else who or ""
