"""Everything that is known of one serial number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from ticket_service.accounts.caller import Caller
from ticket_service.rules.rma_states import RmaState, state_of
from ticket_service.rules.serial_list import serial_key
from ticket_service.storage.state import get
from ticket_service.storage.ticket_tables import (
    devices,
    item_serials,
    replacements,
    rma_serials,
    ticket_products,
    tickets,
)
from ticket_service.tickets.rights import Act, require
from ticket_service.tickets.shipments import shipments_of
from ticket_service.tickets.site import partner_names

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sale:
    """That we sold the device."""

    model: str
    partner_name: str
    sold_on: date | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A ticket that names it."""

    ticket: str
    opened_at: datetime
    problem: str


@dataclass(frozen=True, slots=True)
class SerialHistory:
    """What is known of a serial number; items and shipments as stations told them, RMAs as they stand."""

    serial: str
    sales: tuple[Sale, ...]
    tickets: tuple[Asked, ...]
    rmas: tuple[tuple[Data, RmaState], ...]
    replaces: tuple[str, ...]
    items: tuple[Data, ...]
    shipments: tuple[Data, ...]


def history(connection: Connection, caller: Caller, serial: str) -> SerialHistory:
    """Gather what is known of a serial number; empty where nothing is."""
    require(caller, Act.FOLLOW_SERIAL)
    key = serial_key(serial)
    on = select(rma_serials.c.number).where(rma_serials.c.serial_key == key).distinct()
    ahead = select(replacements.c.number).where(replacements.c.serial_key == key)
    found = select(item_serials.c.item).where(item_serials.c.serial_key == key)
    numbers = list(connection.execute(on).scalars())
    items = list(connection.execute(found).scalars())
    return SerialHistory(
        serial=key,
        sales=_sales(connection, key),
        tickets=_tickets(connection, key),
        rmas=tuple((rma, state_of(rma)) for rma in _ordered(get(connection, "rma", numbers), numbers)),
        replaces=tuple(connection.execute(ahead).scalars()),
        items=tuple(_ordered(get(connection, "item", items), items)),
        shipments=shipments_of(connection, items),
    )


def _sales(connection: Connection, key: str) -> tuple[Sale, ...]:
    rows = connection.execute(select(devices).where(devices.c.serial_key == key)).all()
    names = partner_names(connection, {row.partner for row in rows})
    return tuple(Sale(row.model, names[row.partner], row.sold_on) for row in rows)


def _tickets(connection: Connection, key: str) -> tuple[Asked, ...]:
    wanted = (
        select(tickets.c.id, tickets.c.opened_at, ticket_products.c.problem, tickets.c.problem.label("all"))
        .join(ticket_products, ticket_products.c.ticket == tickets.c.id)
        .where(ticket_products.c.serial_key == key)
        .order_by(tickets.c.ordinal)
    )
    return tuple(Asked(row.id, row.opened_at, row.problem or row.all) for row in connection.execute(wanted))


def _ordered(found: dict[str, Data], ids: Sequence[str]) -> list[Data]:
    return [found[id_] for id_ in sorted(ids) if id_ in found]
