"""Return shipments as their events tell them, and what may go into one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from receiving_app.domain.authorization import Address
from receiving_app.domain.disposition import Disposition, InspectionOutcome, Next, Payer
from receiving_app.domain.events import Event
from receiving_app.domain.inspection import may_leave
from receiving_app.domain.item import Inspection, Item
from receiving_app.domain.item_events import Fate, Medium, ShipmentPacked, ShipmentSent, ShippingException
from receiving_app.domain.rma_number import mod_11_10, plain

_SHIPMENT = re.compile(r"SHP-[A-Z0-9]{1,16}(?:-[A-Z0-9]{1,16})*-([0-9]{6,})([0-9])")


def shipment_id_of(station: str, number: int) -> str:
    """Make the name of the `number`-th shipment of a station."""
    digits = f"{number:06d}"
    return f"SHP-{station.upper()}-{digits}{mod_11_10(digits)}"


def shipment_id_in(text: str) -> str | None:
    """Give the shipment's name that a text is, if its form and check digit are right."""
    word = plain(text).replace(" ", "")
    match = _SHIPMENT.fullmatch(word)
    return word if match and mod_11_10(match[1]) == match[2] else None


class GoodsKind(StrEnum):
    """What leaves: the item itself, another one in its place, or a rejected package as it came."""

    RETURN = "return"
    REPLACEMENT = "replacement"
    REJECTED = "rejected"


class Bar(StrEnum):
    """Why something may not leave yet."""

    SENT = "sent"
    PACKED = "packed"
    #: Nothing was decided of it that sends it away.
    NOT_DECIDED = "not-decided"
    FINAL_TEST = "final-test"
    #: What became of the client's video isn't settled.
    CUSTODY = "custody"
    #: The replacement went out after this was decided: a supervisor decides anew.
    REPLACEMENT_OUT = "replacement-out"
    #: A supervisor says who pays.
    PAYER_OPEN = "payer-open"
    #: Nobody has agreed to take it back: it has no RMA.
    UNCLAIMED = "unclaimed"
    ADDRESS_MISSING = "address-missing"
    #: The ticket or a person says another address, or another payer, than when it was packed.
    ADDRESS_CHANGED = "address-changed"
    PAYER_CHANGED = "payer-changed"


class SaidBy(StrEnum):
    """Who says where goods go."""

    TICKET = "ticket"
    #: The return address on the label of their box.
    LABEL = "label"
    #: The service's list of the partner's addresses.
    PARTNER = "partner"
    #: The worker who packs them.
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Goods:
    """One thing that is to leave: `thing` is an item's label or a package's licence plate.

    `serial` is what is sent: the replacement's where one goes. `dangerous`: a person checks packing and marking.
    `disposition` tells why that payer pays, `said_by` whose word the address is, `since` when it was decided that
    it leaves.
    """

    thing: str
    kind: GoodsKind
    serial: str
    model: str
    rma_key: str
    number: str
    send_back_to: Address | None
    payer: Payer | None
    bars: tuple[Bar, ...]
    dangerous: bool = False
    disposition: Disposition | None = None
    said_by: SaidBy | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """What may leave together: one address, one payer."""

    send_back_to: Address
    payer: Payer
    goods: tuple[Goods, ...]


@dataclass(frozen=True, slots=True)
class Shipment:
    """Goods packed for one address; `tracking` is None while it stands here."""

    id: str
    items: tuple[str, ...]
    packages: tuple[str, ...]
    send_back_to: Address
    payer: Payer
    packed_at: datetime
    packed_by: str | None
    checked_by: str | None = None
    carrier: str | None = None
    tracking: str | None = None
    sent_at: datetime | None = None
    sent_by: str | None = None
    by_ground: bool = False
    exceptions: tuple[ShippingException, ...] = ()

    @property
    def things(self) -> tuple[str, ...]:
        """Everything in it."""
        return (*self.items, *self.packages)


def fold(events: Iterable[Event]) -> Shipment | None:
    """Tell a shipment from its events, oldest first; None where its packing was taken back."""
    shipment: Shipment | None = None
    for event in events:
        shipment = step(shipment, event)
    return shipment


def step(shipment: Shipment | None, event: Event) -> Shipment | None:
    """Give the shipment after one more event."""
    body = event.body
    if isinstance(body, ShipmentPacked):
        return Shipment(
            id=body.shipment,
            items=body.items,
            packages=body.packages,
            send_back_to=body.send_back_to,
            payer=body.payer,
            packed_at=event.occurred_at,
            packed_by=event.actor.person,
            checked_by=body.checked_by,
        )
    if shipment is not None and isinstance(body, ShipmentSent):
        return replace(
            shipment,
            carrier=body.carrier,
            tracking=body.tracking,
            sent_at=event.occurred_at,
            sent_by=event.actor.person,
            by_ground=body.by_ground,
            exceptions=body.exceptions,
        )
    return shipment


def address_key(address: Address) -> str:
    """Give what addresses are grouped by: case, spaces and dots make no other address."""
    words = (address.name, address.street, address.city, address.postal_code[:5], address.country)
    return "|".join("".join(filter(str.isalnum, word.upper())) for word in words)


def grouped(goods: Iterable[Goods]) -> tuple[Group, ...]:
    """Put together what may leave together, in the order in which it was given."""
    groups: dict[tuple[str, Payer], Group] = {}
    for each in goods:
        if each.bars or each.send_back_to is None or each.payer is None:
            continue
        key = (address_key(each.send_back_to), each.payer)
        group = groups.get(key) or Group(each.send_back_to, each.payer, ())
        groups[key] = replace(group, goods=(*group.goods, each))
    return tuple(groups.values())


def bars_of_item(
    item: Item, disposition: Disposition | None, media: Iterable[Medium], *, replacement_out: bool = False
) -> tuple[Bar, ...]:
    """Say what keeps an item, or its replacement, from leaving; `media` are where its video may be."""
    if disposition is None or disposition.next not in {Next.RETURN, Next.SEND_REPLACEMENT}:
        return (Bar.NOT_DECIDED,)
    bars = []
    if disposition.next is Next.RETURN and not _sent_as_it_is(item) and not _passed(item.inspection):
        bars.append(Bar.FINAL_TEST)
    if not custody_settled(item, media):
        bars.append(Bar.CUSTODY)
    review = item.inspection.review if item.inspection else None
    if replacement_out and item.inspection and not (review and review.replacement_out):
        bars.append(Bar.REPLACEMENT_OUT)
    if disposition.payer in {None, Payer.SUPERVISOR}:
        bars.append(Bar.PAYER_OPEN)
    return tuple(bars)


def _sent_as_it_is(item: Item) -> bool:
    """Tell whether a person sends it back unrepaired: what was not accepted, or has a fault that stays."""
    inspection = item.inspection
    return inspection is None or inspection.outcome in {InspectionOutcome.NOT_COVERED, InspectionOutcome.UNREPAIRABLE}


def _passed(inspection: Inspection | None) -> bool:
    template = inspection.template if inspection else None
    return inspection is not None and template is not None and may_leave(template, inspection.results)


def custody_settled(item: Item, media: Iterable[Medium]) -> bool:
    """Tell whether everything is known of the client's video: looked for, and what was found has its fate."""
    recorded = {custody.medium for custody in item.custody}
    undecided = {None, Fate.AWAITING_ANSWER}
    return set(media) <= recorded and not any(each.present and each.fate in undecided for each in item.custody)
