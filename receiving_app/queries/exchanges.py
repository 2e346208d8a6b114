"""What the review asks besides single verdicts: crossed boxes, RMAs that never came whole, and empty boxes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from receiving_app.domain.authorization import Rma
from receiving_app.domain.exchange import Exchange
from receiving_app.domain.exchange_cases import EmptyBoxCase, ExchangeCase
from receiving_app.domain.package import Package
from receiving_app.storage import crossed, items, packages, service_data
from receiving_app.storage.schema import events
from receiving_app.storage.store import Store


def exchange_cases(store: Store) -> tuple[ExchangeCase, ...]:
    """Give the exchanges that nobody has decided, the device first that was found first."""
    with store.reading() as connection:
        return tuple(_exchange_case(connection, exchange) for exchange in crossed.proposals(connection))


def empty_boxes(store: Store) -> tuple[EmptyBoxCase, ...]:
    """Give the boxes in which nothing was and that no supervisor has looked at, the oldest first."""
    with store.reading() as connection:
        return tuple(EmptyBoxCase(box, _rmas(connection, box)) for box in packages.found_empty(connection))


def _rmas(connection: Connection, box: Package) -> tuple[Rma, ...]:
    known = (service_data.rma(connection, judgement.key) for judgement in box.accepted)
    return tuple(rma for rma in known if rma is not None)


def _exchange_case(connection: Connection, exchange: Exchange) -> ExchangeCase:
    first = exchange.sides[0].stray
    judged = connection.execute(select(events.c.occurred_at).where(events.c.id == first.judged)).scalar_one()
    owners = (service_data.rma(connection, side.home.rma_key) for side in exchange.sides)
    partners = tuple(dict.fromkeys(rma.partner_name for rma in owners if rma is not None))
    item = items.get(connection, first.item)
    return ExchangeCase(exchange, datetime.fromisoformat(judged), partners, item.put_off if item else None)
