"""What is to leave: inspected items, their replacements and rejected packages, with all that still bars them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial

from sqlalchemy import Connection, select

from receiving_app.domain.authorization import Address, Rma
from receiving_app.domain.disposition import Next, Payer, destination
from receiving_app.domain.events import TYPE_OF_BODY, Choice
from receiving_app.domain.expected import media_of
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import FreightCredited, Mark, Medium
from receiving_app.domain.package import Package
from receiving_app.domain.shipment import Bar, Goods, GoodsKind, SaidBy, bars_of_item
from receiving_app.domain.verdict import Decision
from receiving_app.storage import items, packages, service_data, shipments
from receiving_app.storage.forms import from_json
from receiving_app.storage.schema import events, shipped_goods, verdicts
from receiving_app.storage.schema import items as items_table
from receiving_app.storage.schema import packages as packages_table
from receiving_app.storage.service_data import Model

#: Where our own dock is: nothing is ever sent back to it.
OUR_DOCK = Address("SmartWitness USA, LLC", "1016 Lunt Avenue", "Schaumburg", "IL", "60193")


class _Known:
    """What is asked about many goods at once, read once each."""

    def __init__(self, connection: Connection) -> None:
        self.rma = cache(partial(service_data.rma, connection))
        self.package = cache(partial(packages.get, connection))
        self.model = cache(partial(service_data.model, connection))
        self.partner = cache(partial(service_data.partner, connection))


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
    return _destination(service_data.rma(connection, rma_key), packages.get(connection, lpn))


def waiting(connection: Connection) -> tuple[Goods, ...]:
    """Give everything that is decided to leave and isn't packed yet, with what still bars it."""
    unpacked = shipped_goods.c.thing.is_(None)
    rejected = (
        select(packages_table.c.state)
        .outerjoin(shipped_goods, shipped_goods.c.thing == packages_table.c.lpn)
        .join(verdicts, verdicts.c.lpn == packages_table.c.lpn)
        .where(packages_table.c.decision == Decision.REJECT.value, packages_table.c.counts.is_(True), unpacked)
        .where(verdicts.c.reviewed.is_(True))
        .distinct()
        .order_by(packages_table.c.number)
    )
    packed = select(shipped_goods.c.thing).where(shipped_goods.c.thing == items_table.c.id).exists()
    boxes = (from_json(Package, row.state) for row in connection.execute(rejected).all())
    known = _Known(connection)
    found = [
        *(_of_item(known, item) for item in items.to_leave(connection, ~packed)),
        *(_of_package(known, box) for box in boxes),
    ]
    return tuple(each for each in found if Bar.NOT_DECIDED not in each.bars)


def named(connection: Connection, thing: str, said: Address | None = None) -> Goods | None:
    """Give one item or package as goods, with everything that bars it; None where nothing here has that name.

    `said` is where a person sends what has no address of its own.
    """
    known = _Known(connection)
    item, package = items.get(connection, thing), known.package(thing)
    if item is not None:
        found = _of_item(known, item)
    elif package is not None:
        found = _of_package(known, package)
    else:
        return None
    found = replace(found, bars=(*_shipped(connection, thing), *found.bars))
    address = destination(None, said, OUR_DOCK)
    if found.send_back_to is not None or address is None:
        return found
    bars = tuple(bar for bar in found.bars if bar is not Bar.ADDRESS_MISSING)
    return replace(found, send_back_to=address, bars=bars, said_by=SaidBy.PERSON)


def _of_item(known: _Known, item: Item) -> Goods:
    disposition = item.disposition
    replacing = disposition is not None and disposition.next is Next.SEND_REPLACEMENT
    rma, package = known.rma(item.rma_key), known.package(item.lpn)
    ticket = rma or _accepted(known, package)
    where = _destination(ticket, package)
    out = rma is not None and rma.replacement_shipped
    bars = bars_of_item(item, disposition, _media(item, rma, known.model(item.model)), replacement_out=out)
    return Goods(
        thing=item.id,
        kind=GoodsKind.REPLACEMENT if replacing else GoodsKind.RETURN,
        serial=(item.replacement_serial or "") if replacing else item.serial,
        model=item.model,
        rma_key=item.rma_key,
        number=item.number,
        send_back_to=where,
        payer=disposition.payer if disposition else None,
        bars=bars if where else (*bars, Bar.ADDRESS_MISSING),
        dangerous=not replacing and (Mark.HAZARD in item.marks or (package is not None and package.hazard)),
        disposition=disposition,
        said_by=_said_by(ticket, where, package),
        since=item.disposed_at,
    )


def _accepted(known: _Known, package: Package | None) -> Rma | None:
    """Give the RMA under which a box was opened: a stray in it came from the same partner."""
    keys = (judgement.key for judgement in package.accepted) if package else iter(())
    return next(filter(None, map(known.rma, keys)), None)


def _of_package(known: _Known, package: Package) -> Goods:
    upheld = package.counts and package.decision is Decision.REJECT
    upheld = upheld and all(each.review and each.review.choice is Choice.UPHOLD for each in package.judgements)
    kept = package.unclaimed
    abandoned = kept is not None and kept.becomes is not None
    agreed = package.identified is not None or (kept is not None and kept.agreed is not None)
    rmas = ((each.key, known.rma(each.key)) for each in package.judgements)
    key, rma = next(((key, rma) for key, rma in rmas if rma is not None), ("", None))
    where = _destination(rma, package) or _partners(known, package)
    bars = [] if upheld and not abandoned else [Bar.NOT_DECIDED]
    bars += [] if rma or agreed else [Bar.UNCLAIMED]
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
        said_by=_said_by(rma, where, package),
        since=max((each.review.decided_at for each in package.judgements if each.review), default=None),
    )


def _shipped(connection: Connection, thing: str) -> tuple[Bar, ...]:
    shipment = shipments.of_thing(connection, thing)
    if shipment is None:
        return ()
    return (Bar.SENT if shipment.sent_at else Bar.PACKED,)


def _said_by(rma: Rma | None, where: Address | None, package: Package | None) -> SaidBy | None:
    if where is None:
        return None
    if rma is not None and where == rma.send_back_to:
        return SaidBy.TICKET
    return SaidBy.LABEL if package is not None and where == package.return_address else SaidBy.PARTNER


def _partners(known: _Known, package: Package) -> Address | None:
    """Give the address of the partner that a person says a box is of."""
    partner = known.partner(package.identified.partner) if package.identified else None
    return destination(None, next(iter(partner.addresses), None), OUR_DOCK) if partner else None


def _destination(rma: Rma | None, package: Package | None) -> Address | None:
    return destination(rma.send_back_to if rma else None, package.return_address if package else None, OUR_DOCK)


def _media(item: Item, rma: Rma | None, model: Model | None) -> tuple[Medium, ...]:
    """Say where an item's video may be: its line's parts tell it, else its model's."""
    line = next((line for line in rma.lines if line.id == item.line), None) if rma else None
    return media_of((line.parts if line else ()) or (model.parts if model else ()))
