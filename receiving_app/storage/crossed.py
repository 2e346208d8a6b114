"""Devices that came in another RMA's box, with the lines that list them; exchanges are proposed from these."""

from __future__ import annotations

from sqlalchemy import Connection, select

from receiving_app.domain.authorization import serial_key
from receiving_app.domain.exchange import Exchange, Home, Stray, exchanges
from receiving_app.domain.item import Item
from receiving_app.domain.unpacking import ItemRule
from receiving_app.domain.verdict import Decision
from receiving_app.storage import packages, service_data
from receiving_app.storage.expected import lines_of_rma
from receiving_app.storage.forms import from_json
from receiving_app.storage.schema import items


def proposals(connection: Connection) -> tuple[Exchange, ...]:
    """Propose exchanges among everything that nobody has decided, the device first that was found first."""
    query = (
        select(items.c.state)
        .where(
            items.c.decision == Decision.REJECT.value,
            items.c.left.is_(False),
            items.c.outcome.is_(None),
            items.c.codes.contains(ItemRule.NOT_ON_RMA.value),
        )
        .order_by(items.c.number)
    )
    rejected = [from_json(Item, state) for state in connection.execute(query).scalars()]
    strays = (_stray(connection, item) for item in rejected if not item.decided)
    return exchanges(stray for stray in strays if stray is not None and stray.homes)


def proposal_with(connection: Connection, item: str) -> Exchange | None:
    """Give the proposed exchange that a device is part of."""
    found = proposals(connection)
    return next((each for each in found if any(side.stray.item == item for side in each.sides)), None)


def _stray(connection: Connection, item: Item) -> Stray | None:
    judgement = item.judgement
    if judgement is None or ItemRule.NOT_ON_RMA not in judgement.verdict.codes:
        return None
    package = packages.get(connection, item.lpn)
    if package is None:
        return None
    accepted = package.accepted
    here = tuple(each.key for each in accepted)
    numbers = tuple(each.number for each in accepted)
    homes = _homes(connection, item, numbers)
    return Stray(item.id, item.serial, item.model, item.lpn, judgement.event, here, numbers, homes)


def _homes(connection: Connection, item: Item, here: tuple[str, ...]) -> tuple[Home, ...]:
    """Give the lines of other open RMAs that list a device and still await it."""
    lines = (
        each
        for key, number in service_data.listing(connection, item.serial)
        if number not in here
        for each in lines_of_rma(connection, key)
    )
    return tuple(
        Home(each.rma_key, each.number, each.line.id, each.line.model)
        for each in lines
        if each.awaited and serial_key(each.line.serial or "") == serial_key(item.serial)
        if not item.model or serial_key(item.model) == serial_key(each.line.model)
    )
