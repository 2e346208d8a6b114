"""The acts over the packing table: choose goods, pack them, answer what is asked, hand them to a carrier."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from receiving_app.acts.choosing import choose
from receiving_app.acts.packing_outcome import Ask, Code, PackingOutcome, PackingTable, Settling, table_of
from receiving_app.acts.printing import Printing
from receiving_app.acts.shipping import Shipping
from receiving_app.acts.shipping_outcome import HandedOver, ShippingOutcome, ShippingRefusal
from receiving_app.acts.station import Station
from receiving_app.acts.written import kept
from receiving_app.domain.authorization import Address
from receiving_app.domain.disposition import destination
from receiving_app.domain.roles import Actor, Right, require
from receiving_app.domain.settling import open_units
from receiving_app.domain.shipment import Bar, Shipment
from receiving_app.storage import goods, items, service_data, settled_lines, shipments

#: What a refused hand-over or packing waits for.
_ASKS = {
    ShippingRefusal.CHECK_MISSING: Ask.CHECKER,
    ShippingRefusal.CARRIER_MISSING: Ask.CARRIER,
    ShippingRefusal.CARRIER_REASON_MISSING: Ask.REASON,
    ShippingRefusal.GROUND_ONLY: Ask.GROUND,
    ShippingRefusal.BARRED: Ask.CONFIRM,
    ShippingRefusal.TRACKING_ELSEWHERE: Ask.CONFIRM,
    ShippingRefusal.TRACKING_INBOUND: Ask.CONFIRM,
}


class PackingActs:
    """The acts over the packing table; each takes the table, answers with it anew, and raises `NotAllowedError`."""

    def __init__(self, station: Station, shipping: Shipping) -> None:
        self._station = station
        self._shipping = shipping

    def standing(self, table: PackingTable) -> PackingOutcome:
        """Say how the table stands, for a screen that shows it (again)."""
        if table.shipment is None or not table.is_packed:
            return PackingOutcome(Code.READY, table)
        with self._station.store.reading() as connection:
            shipment = shipments.get(connection, table.shipment)
        if shipment is None or shipment.sent_at is not None or shipment.things != table.packed:
            # Somebody has taken it back, packed it anew or sent it meanwhile.
            return PackingOutcome(Code.READY, PackingTable())
        return PackingOutcome(Code.OPENED, table, shipment=shipment)

    def choose(self, thing: str, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Choose an item by its label, or a package by its licence plate, for the box on the table."""
        require(actor, Right.SHIP)
        with self._station.store.reading() as connection:
            return choose(connection, thing, table)

    def open(self, shipment_id: str, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Take a shipment that stands packed onto the table."""
        require(actor, Right.SHIP)
        with self._station.store.reading() as connection:
            shipment = shipments.get(connection, shipment_id)
        if shipment is None:
            return refused(table, ShippingRefusal.NO_SUCH_SHIPMENT, text=shipment_id)
        if shipment.sent_at is not None:
            return PackingOutcome(Code.ALREADY_LEFT, table, shipment=shipment, text=shipment_id)
        if not shipment.things:
            return refused(table, ShippingRefusal.NO_SUCH_SHIPMENT, text=shipment_id)
        return PackingOutcome(Code.OPENED, table_of(shipment), shipment=shipment)

    def take_out(self, thing: str | None, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Take one thing out of the box; what stands packed changes when it is packed anew."""
        require(actor, Right.SHIP)
        if thing is None or thing not in table.chosen:
            return PackingOutcome(Code.NOTHING_ON_TABLE, table)
        left = tuple(each for each in table.chosen if each != thing)
        with self._station.store.reading() as connection:
            found = goods.named(connection, thing, table.address)
        if not left and table.shipment is None:
            return PackingOutcome(Code.TAKEN_OUT, PackingTable(), goods=found, text=thing)
        after = replace(table, chosen=left, in_hand=left[-1] if left else None, handed=None, asks=None)
        return PackingOutcome(Code.TAKEN_OUT, after, goods=found, text=thing)

    def take_all_out(self, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Take everything out of the box."""
        require(actor, Right.SHIP)
        if table.is_empty:
            return PackingOutcome(Code.NOTHING_ON_TABLE, table)
        if table.shipment is None:
            return PackingOutcome(Code.ALL_OUT, PackingTable())
        outcome = self._shipping.repack(table.shipment, (), actor)
        if outcome.refusal is not None:
            return _from(outcome, table)
        return PackingOutcome(Code.ALL_OUT, PackingTable(), shipment=outcome.shipment)

    def pack(self, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Pack what is chosen into one shipment."""
        if not table.chosen and table.shipment is not None:
            return self.take_all_out(table, actor)
        outcome = self._packed(table, actor)
        if outcome.refusal is not None or outcome.shipment is None:
            return _from(outcome, table)
        after = replace(table_of(outcome.shipment), in_hand=table.in_hand, by_ground=table.by_ground)
        return PackingOutcome(Code.PACKED, after, shipment=outcome.shipment, exceptions=outcome.exceptions)

    def hand_over(self, handed: HandedOver, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Write down that the shipment on the table left with a carrier."""
        if table.shipment is None or not table.is_packed:
            return PackingOutcome(Code.OPEN_FIRST if table.is_empty else Code.PACK_FIRST, table, text=handed.tracking)
        outcome = self._shipping.sent(table.shipment, handed, actor)
        if outcome.refusal is not None or outcome.shipment is None:
            return _from(outcome, replace(table, handed=handed))
        with self._station.store.reading() as connection:
            settled = _settling(connection, outcome.shipment)
        return PackingOutcome(
            Code.LEFT,
            PackingTable(),
            shipment=outcome.shipment,
            exceptions=outcome.exceptions,
            elsewhere=outcome.elsewhere,
            settled=settled,
        )

    def say_carrier(self, carrier: str, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Name the carrier of a number that nobody knows, and hand over with it."""
        if table.handed is None:
            return PackingOutcome(Code.NOTHING_ASKED, table)
        return self.hand_over(replace(table.handed, carrier=kept(carrier)), table, actor)

    def say_reason(self, reason: str, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Say why a number without a known form is right, and hand over with it."""
        if table.handed is None:
            return PackingOutcome(Code.NOTHING_ASKED, table)
        return self.hand_over(replace(table.handed, reason=kept(reason)), table, actor)

    def by_ground(self, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Say that the service chosen flies nothing."""
        if table.is_empty:
            return PackingOutcome(Code.NOTHING_ON_TABLE, table)
        table = replace(table, by_ground=True)
        if table.handed is None:
            return PackingOutcome(Code.BY_GROUND, table)
        return self.hand_over(replace(table.handed, by_ground=True), table, actor)

    def confirm(self, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Say that a hand-over is right all the same, having seen what speaks against it."""
        if table.asks is Ask.GROUND:
            return refused(table, ShippingRefusal.GROUND_ONLY)
        if table.handed is None or table.to_confirm is None:
            return PackingOutcome(Code.NOTHING_ASKED, table)
        confirmed = table.handed.confirmed | {table.to_confirm}
        return self.hand_over(replace(table.handed, confirmed=confirmed), table, actor)

    def say_address(self, address: Address, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Say where goods without an address of their own go; never our own dock."""
        require(actor, Right.SHIP)
        said = Address(**{name: kept(getattr(address, name)) for name in Address.__dataclass_fields__})
        if table.is_empty:
            return PackingOutcome(Code.NOTHING_ON_TABLE, table)
        if not (said.name and said.street and said.city):
            return PackingOutcome(Code.ADDRESS_MISSING, table)
        if destination(None, said, goods.OUR_DOCK) is None:
            return PackingOutcome(Code.ADDRESS_OURS, table)
        asks = None if table.asks is Ask.ADDRESS else table.asks
        return PackingOutcome(Code.ADDRESS_TAKEN, replace(table, address=said, asks=asks))

    def say_checker(self, name: str, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Name the person, by id or name, who looked at the packing and marking of dangerous goods."""
        require(actor, Right.SHIP)
        with self._station.store.reading() as connection:
            person = service_data.person_named(connection, kept(name))
        if person is None:
            return PackingOutcome(Code.CHECKER_UNKNOWN, replace(table, asks=Ask.CHECKER), text=kept(name))
        return self.checked(person.id, table, actor)

    def drivers_lists(self, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Show what left today, and print a list for each carrier's driver to sign."""
        Printing(self._station).drivers_lists(actor)
        return PackingOutcome(Code.DRIVERS_LIST, table)

    def checked(self, person: str, table: PackingTable, actor: Actor) -> PackingOutcome:
        """Pack with the check, and go on with a hand-over that waited for it."""
        handed = table.handed
        outcome = self.pack(replace(table, checked_by=person, asks=None), actor)
        if outcome.code is Code.PACKED and handed is not None:
            return self.hand_over(handed, outcome.table, actor)
        return outcome

    def _packed(self, table: PackingTable, actor: Actor) -> ShippingOutcome:
        said = table.checked_by, table.address
        if table.shipment is None:
            return self._shipping.pack(table.chosen, actor, checked_by=said[0], address=said[1])
        return self._shipping.repack(table.shipment, table.chosen, actor, checked_by=said[0], address=said[1])


def _from(outcome: ShippingOutcome, table: PackingTable) -> PackingOutcome:
    """Say why something was refused, and what the table waits for now."""
    refusal = outcome.refusal
    asks = _ASKS.get(refusal) if refusal else None
    waits = table.handed is not None
    if refusal is ShippingRefusal.BARRED and not waits:
        asks = Ask.ADDRESS if outcome.bars == (Bar.ADDRESS_MISSING,) else None
    return PackingOutcome(
        Code.REFUSED,
        replace(
            table,
            asks=asks,
            to_confirm=refusal if asks is Ask.CONFIRM else None,
            handed=table.handed if asks else None,
        ),
        refusal=refusal,
        shipment=outcome.shipment,
        goods=outcome.goods,
        bars=outcome.bars,
        elsewhere=outcome.elsewhere,
        text=table.handed.tracking if table.handed else outcome.thing,
    )


def refused(table: PackingTable, refusal: ShippingRefusal, text: str = "") -> PackingOutcome:
    return PackingOutcome(Code.REFUSED, table, refusal, text=text)


def _settling(connection: Connection, shipment: Shipment) -> tuple[Settling, ...]:
    """Say how the RMAs of a shipment's items stand now that it has left."""
    within = (items.get(connection, item) for item in shipment.items)
    told = []
    for key in dict.fromkeys(item.rma_key for item in within if item is not None and item.rma_key):
        rma = service_data.rma(connection, key)
        if rma is None:
            continue
        found = [item for line in rma.lines for item in items.on_line(connection, key, line.id)]
        gone = {item.id for item in found if _is_gone(connection, item.id)}
        closed = settled_lines.of_rma(connection, key)
        told.append(Settling(rma.number, open_units(rma, found, gone, closed)))
    return tuple(told)


def _is_gone(connection: Connection, thing: str) -> bool:
    shipment = shipments.of_thing(connection, thing)
    return shipment is not None and shipment.sent_at is not None
