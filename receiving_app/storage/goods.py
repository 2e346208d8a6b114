"""What is to leave: inspected items, their replacements and rejected packages, with all that still bars them."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, select

from receiving_app.domain.authorization import Address
from receiving_app.domain.disposition import Next, Payer, destination
from receiving_app.domain.events import TYPE_OF_BODY, Choice
from receiving_app.domain.expected import media_of
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import FreightCredited, Mark, Medium
from receiving_app.domain.package import Package
from receiving_app.domain.shipment import Bar, Goods, GoodsKind, bars_of_item
from receiving_app.domain.verdict import Decision
from receiving_app.storage import items, packages, service_data, shipments
from receiving_app.storage.forms import from_json
from receiving_app.storage.schema import events, shipped_goods, verdicts
from receiving_app.storage.schema import items as items_table
from receiving_app.storage.schema import packages as packages_table

#: Where our own dock is: nothing is ever sent back to it.
OUR_DOCK = Address("SmartWitness USA, LLC", "1016 Lunt Avenue", "Schaumburg", "IL", "60193")


def is_credited(connection: Connection, lpn: str, rma_key: str) -> bool:
    """Tell whether the freight of a package's RMA to us was credited already."""
    query = select(events.c.seq).where(
        events.c.lpn == lpn,
        events.c.rma_key == rma_key,
        events.c.type == TYPE_OF_BODY[FreightCredited].name,
        events.c.undone.is_(False),
    )
    return connection.execute(query.limit(1)).first() is not None


def destination_of(connection: Connection, rma_key: str, lpn: str) -> Address | None:
    """Give where goods of an RMA in a package go: the ticket's address, else the label's; never our own dock."""
    rma = service_data.rma(connection, rma_key)
    package = packages.get(connection, lpn)
    return destination(rma.send_back_to if rma else None, package.return_address if package else None, OUR_DOCK)


def waiting(connection: Connection) -> tuple[Goods, ...]:
    """Give everything that is decided to leave and isn't packed yet, with what still bars it."""
    unpacked = shipped_goods.c.thing.is_(None)
    ended = (
        select(items_table.c.state)
        .outerjoin(shipped_goods, shipped_goods.c.thing == items_table.c.id)
        .where(items_table.c.outcome.is_not(None), items_table.c.left.is_(False), unpacked)
        .order_by(items_table.c.number)
    )
    rejected = (
        select(packages_table.c.state)
        .outerjoin(shipped_goods, shipped_goods.c.thing == packages_table.c.lpn)
        .join(verdicts, verdicts.c.lpn == packages_table.c.lpn)
        .where(packages_table.c.decision == Decision.REJECT.value, packages_table.c.counts.is_(True), unpacked)
        .where(verdicts.c.reviewed.is_(True))
        .distinct()
        .order_by(packages_table.c.number)
    )
    inspected = (from_json(Item, row.state) for row in connection.execute(ended).all())
    boxes = (from_json(Package, row.state) for row in connection.execute(rejected).all())
    found = [*(_of_item(connection, item) for item in inspected), *(_of_package(connection, box) for box in boxes)]
    return tuple(each for each in found if Bar.NOT_DECIDED not in each.bars)


def named(connection: Connection, thing: str, said: Address | None = None) -> Goods | None:
    """Give one item or package as goods, with everything that bars it; None where nothing here has that name.

    `said` is where a person sends what has no address of its own.
    """
    item, package = items.get(connection, thing), packages.get(connection, thing)
    if item is not None:
        found = _of_item(connection, item)
    elif package is not None:
        found = _of_package(connection, package)
    else:
        return None
    address = destination(None, said, OUR_DOCK)
    if found.send_back_to is not None or address is None:
        return found
    bars = tuple(bar for bar in found.bars if bar is not Bar.ADDRESS_MISSING)
    return replace(found, send_back_to=address, bars=bars)


def _of_item(connection: Connection, item: Item) -> Goods:
    inspection = item.inspection
    disposition = inspection.disposition if inspection else None
    replacing = disposition is not None and disposition.next is Next.SEND_REPLACEMENT
    where = destination_of(connection, item.rma_key, item.lpn)
    rma = service_data.rma(connection, item.rma_key)
    out = rma is not None and rma.replacement_shipped
    own = bars_of_item(item, disposition, _media(connection, item), replacement_out=out)
    bars = (*_shipped(connection, item.id), *own)
    package = packages.get(connection, item.lpn)
    return Goods(
        thing=item.id,
        kind=GoodsKind.REPLACEMENT if replacing else GoodsKind.RETURN,
        serial=(inspection.replacement_serial or "") if inspection and replacing else item.serial,
        model=item.model,
        rma_key=item.rma_key,
        number=item.number,
        send_back_to=where,
        payer=disposition.payer if disposition else None,
        bars=bars if where else (*bars, Bar.ADDRESS_MISSING),
        dangerous=not replacing and (Mark.HAZARD in item.marks or (package is not None and package.hazard)),
    )


def _of_package(connection: Connection, package: Package) -> Goods:
    upheld = package.counts and package.decision is Decision.REJECT
    upheld = upheld and all(each.review and each.review.choice is Choice.UPHOLD for each in package.judgements)
    known = [(each, service_data.rma(connection, each.key)) for each in package.judgements]
    judgement, rma = next(((each, rma) for each, rma in known if rma is not None), (None, None))
    key = judgement.key if judgement else ""
    where = destination_of(connection, key, package.lpn)
    bars = [*_shipped(connection, package.lpn)]
    bars += [] if upheld else [Bar.NOT_DECIDED]
    bars += [] if rma else [Bar.UNCLAIMED]
    return Goods(
        thing=package.lpn,
        kind=GoodsKind.REJECTED,
        serial="",
        model="",
        rma_key=key,
        number=rma.number if rma else "",
        send_back_to=where,
        payer=Payer.PARTNER,
        bars=tuple(bars) if where else (*bars, Bar.ADDRESS_MISSING),
        dangerous=package.hazard,
    )


def _shipped(connection: Connection, thing: str) -> tuple[Bar, ...]:
    shipment = shipments.of_thing(connection, thing)
    if shipment is None:
        return ()
    return (Bar.SENT if shipment.sent_at else Bar.PACKED,)


def _media(connection: Connection, item: Item) -> tuple[Medium, ...]:
    """Say where an item's video may be: its line's parts tell it, else its model's."""
    rma, model = service_data.rma(connection, item.rma_key), service_data.model(connection, item.model)
    line = next((line for line in rma.lines if line.id == item.line), None) if rma else None
    return media_of((line.parts if line else ()) or (model.parts if model else ()))
