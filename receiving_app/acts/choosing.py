"""Which goods may go into the box on the packing table, and why another may not."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from receiving_app.acts.packing_outcome import Ask, Code, PackingOutcome, PackingTable, table_of
from receiving_app.acts.shipping_outcome import ShippingRefusal
from receiving_app.domain.authorization import serial_key
from receiving_app.domain.serials import LONGEST_SERIAL
from receiving_app.domain.shipment import Bar, Goods, Shipment, address_key
from receiving_app.storage import goods, items, shipments


def choose(connection: Connection, thing: str, table: PackingTable) -> PackingOutcome:
    """Put goods into the box on the table, if they may go with what is in it."""
    within = shipments.of_thing(connection, thing)
    if within is not None and (within.sent_at is not None or within.id != table.shipment):
        return _in_a_shipment(thing, within, table)
    lying = tuple(filter(None, (goods.named(connection, each, table.address) for each in table.chosen)))
    found = _named(connection, thing, table, lying)
    if found is None:
        return PackingOutcome(Code.REFUSED, table, ShippingRefusal.NOT_HERE, text=thing)
    if thing in table.chosen:
        return PackingOutcome(Code.ALREADY_CHOSEN, replace(table, in_hand=thing), goods=found, text=thing)
    against = _against(found, lying)
    if against is not None:
        bars = _bars(found, lying) if against is ShippingRefusal.BARRED else ()
        return PackingOutcome(Code.REFUSED, table, against, goods=found, bars=bars, text=thing)
    asks = Ask.ADDRESS if Bar.ADDRESS_MISSING in found.bars else None
    after = replace(table, chosen=(*table.chosen, thing), in_hand=thing, handed=None, asks=asks)
    return PackingOutcome(Code.CHOSEN, after, goods=found, text=thing)


def chosen_by_serial(connection: Connection, serial: str, table: PackingTable) -> PackingOutcome | None:
    """Choose goods by the serial number of what leaves; None where no device that is or was here has it."""
    if len(serial) > LONGEST_SERIAL:
        return None
    found = {item.id: item for item in (*items.history(connection, serial), *items.replaced_by(connection, serial))}
    named = [each for each in (goods.named(connection, thing) for thing in found) if each is not None]
    leaving = [each for each in named if serial_key(each.serial) == serial_key(serial)]
    if len(leaving) > 1:
        leaving = [each for each in leaving if Bar.SENT not in each.bars] or leaving[-1:]
    if len(leaving) == 1:
        return choose(connection, leaving[0].thing, table)
    if leaving:
        things = tuple(each.thing for each in leaving)
        return PackingOutcome(Code.SEVERAL_DEVICES, table, text=serial, numbers=things)
    if named:
        return PackingOutcome(Code.ORIGINAL_STAYS, table, goods=named[0], text=serial)
    return None


def _in_a_shipment(thing: str, within: Shipment, table: PackingTable) -> PackingOutcome:
    """Say that goods have left, or stand in another box; that box comes onto a table that is free."""
    if within.sent_at is not None:
        return PackingOutcome(Code.ALREADY_LEFT, table, shipment=within, text=thing)
    if not table.is_empty:
        return PackingOutcome(Code.PACKED_ELSEWHERE, table, shipment=within, text=thing)
    return PackingOutcome(Code.OPENED, replace(table_of(within), in_hand=thing), shipment=within, text=thing)


def _named(connection: Connection, thing: str, table: PackingTable, lying: tuple[Goods, ...]) -> Goods | None:
    """Give goods; what a person said of an address holds for goods of the same RMA, and for no other's."""
    found = goods.named(connection, thing)
    if found is None or found.send_back_to is not None or found.rma_key not in {each.rma_key for each in lying}:
        return found
    return goods.named(connection, thing, table.address)


def _bars(found: Goods, lying: tuple[Goods, ...]) -> tuple[Bar, ...]:
    """Give what keeps goods out of the box; an address can still be said for all of one RMA."""
    askable = all(each.send_back_to is None and each.rma_key == found.rma_key for each in lying)
    passed = {Bar.PACKED, Bar.ADDRESS_MISSING} if askable else {Bar.PACKED}
    return tuple(bar for bar in found.bars if bar not in passed)


def _against(found: Goods, lying: tuple[Goods, ...]) -> ShippingRefusal | None:
    if _bars(found, lying):
        return ShippingRefusal.BARRED
    if not lying:
        return None
    first = lying[0]
    if _place(found) != _place(first):
        return ShippingRefusal.ADDRESSES_DIFFER
    return None if found.payer is first.payer else ShippingRefusal.PAYERS_DIFFER


def _place(each: Goods) -> str:
    return address_key(each.send_back_to) if each.send_back_to else ""
