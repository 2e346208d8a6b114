"""What a dock worker does with goods that leave: pack them by address and payer, and hand them to a carrier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from receiving_app.acts.shipping_outcome import HandedOver, ShippingOutcome, ShippingRefusal
from receiving_app.acts.station import Act, Station
from receiving_app.acts.written import kept
from receiving_app.domain.authorization import Address, RmaState
from receiving_app.domain.carrier import recognise, same_carrier
from receiving_app.domain.events import Subject
from receiving_app.domain.item_events import ShipmentPacked, ShipmentSent, ShippingException
from receiving_app.domain.item_id import item_id_in
from receiving_app.domain.lpn import lpn_in
from receiving_app.domain.rma_number import number_key
from receiving_app.domain.roles import Actor, Right
from receiving_app.domain.shipment import Bar, Goods, GoodsKind, Shipment, address_key, shipment_id_in, step
from receiving_app.storage import goods, outbox, service_data, shipments

#: No carrier's strip has more characters.
LONGEST_TRACKING = 64


class Shipping:
    """The acts at the shipping desk of one station."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def pack(
        self, things: Sequence[str], actor: Actor, *, checked_by: str = "", address: Address | None = None
    ) -> ShippingOutcome:
        """Pack items (by label) and rejected packages (by licence plate) into one shipment; raise `NotAllowedError`.

        `checked_by` is the person who looked at dangerous goods' packing and marking; `address` is where a person
        says that goods without an address go.
        """
        with self._station.act(actor, Right.SHIP) as act:
            if not things:
                return ShippingOutcome(refusal=ShippingRefusal.NOTHING_CHOSEN)
            return _pack(act, shipments.next_id(act.connection, self._station.name), things, checked_by, address)

    def repack(
        self,
        shipment_id: str,
        things: Sequence[str],
        actor: Actor,
        *,
        checked_by: str = "",
        address: Address | None = None,
    ) -> ShippingOutcome:
        """Change what is in a shipment that still stands here; without `things` all of it is taken out again.

        Raise `NotAllowedError`.
        """
        with self._station.act(actor, Right.SHIP) as act:
            shipment = shipments.get(act.connection, shipment_id)
            refusal = _gone(shipment)
            if shipment is None or refusal is not None:
                return ShippingOutcome(shipment, refusal)
            if not things:
                empty = ShipmentPacked(shipment.id, (), shipment.send_back_to, shipment.payer)
                return ShippingOutcome(_on(act, shipment, empty))
            return _pack(act, shipment.id, things, checked_by, address)

    def sent(self, shipment_id: str, handed: HandedOver, actor: Actor) -> ShippingOutcome:
        """Write down that a shipment left with a carrier; raise `NotAllowedError`.

        What left has left: that its RMA was cancelled meanwhile is noted with it and refuses nothing.
        """
        with self._station.act(actor, Right.SHIP) as act:
            shipment = shipments.get(act.connection, shipment_id)
            refusal = _gone(shipment)
            if shipment is None or refusal is not None:
                return ShippingOutcome(shipment, refusal)
            refusal = _unsendable(act.connection, shipment, handed)
            if refusal is not None:
                return ShippingOutcome(shipment, refusal)
            return self._handed_over(act, shipment, handed)

    def _handed_over(self, act: Act, shipment: Shipment, handed: HandedOver) -> ShippingOutcome:
        known = recognise(kept(handed.tracking))
        tracking = known.number if known else kept(handed.tracking)
        barred = _barred_meanwhile(act.connection, shipment)
        if barred is not None and ShippingRefusal.BARRED not in handed.confirmed:
            return ShippingOutcome(shipment, ShippingRefusal.BARRED, barred, barred.thing, barred.bars)
        used, elsewhere = _used_before(act.connection, shipment, tracking)
        asked = _TO_CONFIRM.get(used) if used else None
        if asked is not None and asked not in handed.confirmed:
            return ShippingOutcome(shipment, asked, elsewhere=elsewhere)
        cancelled = ShippingException.RMA_CANCELLED if _is_cancelled(act.connection, shipment) else None
        against = (cancelled, ShippingException.BARRED_MEANWHILE if barred else None, used)
        body = ShipmentSent(
            shipment=shipment.id,
            carrier=known.carrier if known else kept(handed.carrier),
            tracking=tracking,
            reason=kept(handed.reason),
            by_ground=handed.by_ground,
            exceptions=tuple(each for each in against if each is not None),
        )
        return ShippingOutcome(_on(act, shipment, body), elsewhere=elsewhere, exceptions=body.exceptions)


_TO_CONFIRM = {
    ShippingException.TRACKING_ELSEWHERE: ShippingRefusal.TRACKING_ELSEWHERE,
    ShippingException.TRACKING_INBOUND: ShippingRefusal.TRACKING_INBOUND,
}


def _pack(
    act: Act, shipment_id: str, things: Sequence[str], checked_by: str, address: Address | None
) -> ShippingOutcome:
    chosen: list[Goods] = []
    for thing in dict.fromkeys(things):
        found = goods.named(act.connection, thing, address)
        if found is None:
            return ShippingOutcome(refusal=ShippingRefusal.NOT_HERE, thing=thing)
        within = shipments.of_thing(act.connection, thing)
        chosen.append(_without(Bar.PACKED, found) if within and within.id == shipment_id else found)
    checker = _person(act.connection, checked_by)
    refused = _unpackable(chosen, checker)
    if refused is not None:
        return refused
    shipment = _on(act, None, _packing(shipment_id, chosen, checker))
    cancelled = (ShippingException.RMA_CANCELLED,) if _is_cancelled(act.connection, shipment) else ()
    return ShippingOutcome(shipment, exceptions=cancelled)


def _packing(shipment_id: str, chosen: Sequence[Goods], checker: str | None) -> ShipmentPacked:
    """Say what is packed: goods with one address and one payer."""
    first = chosen[0]
    if first.send_back_to is None or first.payer is None:
        raise AssertionError("goods without address or payer are barred")
    return ShipmentPacked(
        shipment=shipment_id,
        items=tuple(each.thing for each in chosen if each.kind is not GoodsKind.REJECTED),
        send_back_to=first.send_back_to,
        payer=first.payer,
        packages=tuple(each.thing for each in chosen if each.kind is GoodsKind.REJECTED),
        checked_by=checker if any(each.dangerous for each in chosen) else None,
    )


def _gone(shipment: Shipment | None) -> ShippingRefusal | None:
    """Say why nothing can be done any more with a shipment."""
    if shipment is None:
        return ShippingRefusal.NO_SUCH_SHIPMENT
    return ShippingRefusal.ALREADY_SENT if shipment.sent_at is not None else None


def _without(bar: Bar, each: Goods) -> Goods:
    return replace(each, bars=tuple(other for other in each.bars if other is not bar))


def _unpackable(chosen: Sequence[Goods], checker: str | None) -> ShippingOutcome | None:
    """Say why goods can't be packed together; None: they can."""
    for each in chosen:
        if each.bars:
            return ShippingOutcome(refusal=ShippingRefusal.BARRED, goods=each, thing=each.thing, bars=each.bars)
    first = chosen[0]
    for each in chosen:
        if _place(each) != _place(first):
            return ShippingOutcome(refusal=ShippingRefusal.ADDRESSES_DIFFER, goods=each, thing=each.thing)
        if each.payer is not first.payer:
            return ShippingOutcome(refusal=ShippingRefusal.PAYERS_DIFFER, goods=each, thing=each.thing)
        if each.dangerous and checker is None:
            return ShippingOutcome(refusal=ShippingRefusal.CHECK_MISSING, goods=each, thing=each.thing)
    return None


def _unsendable(connection: Connection, shipment: Shipment, handed: HandedOver) -> ShippingRefusal | None:
    """Say what is wrong with what is said of a hand-over; None: nothing."""
    tracking, carrier = kept(handed.tracking), kept(handed.carrier)
    if not shipment.things:
        return ShippingRefusal.NOTHING_CHOSEN
    if not tracking:
        return ShippingRefusal.TRACKING_MISSING
    if len(tracking) > LONGEST_TRACKING:
        return ShippingRefusal.TRACKING_TOO_LONG
    if _is_ours(connection, tracking):
        return ShippingRefusal.TRACKING_OURS
    known = recognise(tracking)
    if known is None and not carrier:
        return ShippingRefusal.CARRIER_MISSING
    if known is None and not handed.reason.strip():
        return ShippingRefusal.CARRIER_REASON_MISSING
    if known is not None and carrier and not same_carrier(carrier, known.carrier):
        return ShippingRefusal.CARRIER_DIFFERS
    if shipment.checked_by is None and _is_dangerous(connection, shipment):
        return ShippingRefusal.CHECK_MISSING
    if shipment.checked_by is not None and not handed.by_ground:
        return ShippingRefusal.GROUND_ONLY
    return None


def _is_dangerous(connection: Connection, shipment: Shipment) -> bool:
    """Tell whether anything in a shipment is known to be dangerous by now."""
    found = (goods.named(connection, thing) for thing in shipment.things)
    return any(each is not None and each.dangerous for each in found)


def _barred_meanwhile(connection: Connection, shipment: Shipment) -> Goods | None:
    """Give the first of a shipment's goods that should stay by now, with its bars."""
    for thing in shipment.things:
        found = goods.named(connection, thing, shipment.send_back_to)
        if found is None:
            continue
        bars = [bar for bar in found.bars if bar is not Bar.PACKED]
        bars += [] if _place(found) == address_key(shipment.send_back_to) else [Bar.ADDRESS_CHANGED]
        bars += [] if found.payer is shipment.payer else [Bar.PAYER_CHANGED]
        if bars:
            return replace(found, bars=tuple(bars))
    return None


def _is_ours(connection: Connection, text: str) -> bool:
    ours = item_id_in(text) or lpn_in(text) or shipment_id_in(text)
    return ours is not None or service_data.rma(connection, number_key(text)) is not None


def _used_before(
    connection: Connection, shipment: Shipment, tracking: str
) -> tuple[ShippingException | None, Shipment | None]:
    """Say where a tracking number was used before, and on which shipment; another address weighs most."""
    others = [each for each in shipments.with_tracking(connection, tracking) if each.id != shipment.id]
    here = address_key(shipment.send_back_to)
    for other in others:
        if address_key(other.send_back_to) != here:
            return ShippingException.TRACKING_ELSEWHERE, other
    if others:
        return ShippingException.TRACKING_AGAIN, others[0]
    if shipments.came_in_under(connection, tracking):
        return ShippingException.TRACKING_INBOUND, None
    return None, None


def _is_cancelled(connection: Connection, shipment: Shipment) -> bool:
    return any(
        rma is not None and rma.state is RmaState.CANCELLED
        for rma in (service_data.rma(connection, key) for key in _rma_keys(connection, shipment.things))
    )


def _rma_keys(connection: Connection, things: Sequence[str]) -> tuple[str, ...]:
    """Give the RMAs that things belong to."""
    found = (goods.named(connection, thing) for thing in things)
    return tuple(dict.fromkeys(each.rma_key for each in found if each is not None and each.rma_key))


def _person(connection: Connection, said: str) -> str | None:
    """Give the person who is named, by id or name."""
    person = service_data.person_named(connection, kept(said)) if said.strip() else None
    return person.id if person else None


def _place(each: Goods) -> str:
    return address_key(each.send_back_to) if each.send_back_to else ""


def _on(act: Act, shipment: Shipment | None, body: ShipmentPacked | ShipmentSent) -> Shipment:
    """Write one event about a shipment, and keep the shipment after it."""
    things = body.items + body.packages if isinstance(body, ShipmentPacked) else shipment.things if shipment else ()
    keys = _rma_keys(act.connection, things)
    subject = Subject(None, keys[0] if len(keys) == 1 else None)
    # The service takes no decision about goods that have left: those that may still be taken back go before.
    after = step(shipment, act.write(body, subject, outbox.held_until(act.connection)))
    if after is None:
        raise AssertionError("packing makes a shipment")
    shipments.save(act.connection, after)
    return after
