"""Tickets that were opened elsewhere, taken in with their RMAs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from ticket_service.rules.rma_number import look_up_key
from ticket_service.rules.rma_states import RmaState, state_of
from ticket_service.rules.serial_list import serial_key
from ticket_service.rules.ticket_states import TicketState
from ticket_service.storage.ticket_tables import counters, rma_serials, rmas, ticket_products, tickets
from ticket_service.tickets import words
from ticket_service.tickets.checks import Remark
from ticket_service.tickets.drawing import TICKETS, draw
from ticket_service.tickets.following import follow_rmas, move_tickets
from ticket_service.tickets.opening import Channel

Data = Mapping[str, Any]

_ID = re.compile(r"T-([1-9][0-9]{0,17})")


def take_in(connection: Connection, told: Sequence[Data], now: datetime) -> None:
    """Make the tickets of these RMAs where they are not known; new ones are numbered after them."""
    ids = {rma["ticket"]: rma for rma in told if _ID.fullmatch(rma["ticket"])}
    known = set(connection.execute(select(tickets.c.id).where(tickets.c.id.in_(sorted(ids)))).scalars())
    for id_, rma in ids.items():
        if id_ not in known:
            _take_in(connection, id_, rma)
    _number_after(connection)
    _take_in_rmas(connection, told)
    follow_rmas(connection, [dict(rma) for rma in told], now)
    move_tickets(connection, ids.keys() - known, now)


def _take_in(connection: Connection, id_: str, rma: Data) -> None:
    match = _ID.fullmatch(id_)
    ordinal = int(match[1]) if match else 0
    opened_at = datetime.fromisoformat(rma["created_at"])
    problem = "; ".join(dict.fromkeys(line["fault"] for line in rma["lines"] if line["fault"])) or rma["number"]
    connection.execute(
        insert(tickets).values(
            id=id_,
            ordinal=ordinal,
            rev=1,
            partner=rma["partner"],
            # Nobody is known to wait for an answer; what its goods do decides from here on.
            state=(TicketState.RESOLVED if state_of(rma) is RmaState.CANCELLED else TicketState.AUTHORIZED).value,
            channel=Channel.PORTAL.value,
            problem=problem,
            contact_name="",
            end_customer=rma["end_customer"],
            opened_at=opened_at,
            changed_at=opened_at,
        )
    )
    lines = [_product(id_, place, line) for place, line in enumerate(rma["lines"], start=1) if line["serial"]]
    if lines:
        connection.execute(insert(ticket_products), lines)
    serials = " ".join(_serials(rma["lines"]))
    words.remember(connection, ordinal, rma["partner"], id_, problem, rma["number"], serials, *rma["tracking"])


def _product(id_: str, place: int, line: Data) -> dict[str, Any]:
    return {
        "ticket": id_,
        "line": place,
        "serial": line["serial"],
        "serial_key": serial_key(line["serial"]),
        "model": line["model"],
        "problem": line["fault"],
        "purchased_on": None,
        "defective_on_receipt": line["defective_on_receipt"],
        "remark": Remark.SOLD.value,
    }


def _take_in_rmas(connection: Connection, told: Sequence[Data]) -> None:
    numbers = sorted(rma["number"] for rma in told)
    known = set(connection.execute(select(rmas.c.number).where(rmas.c.number.in_(numbers))).scalars())
    new = [rma for rma in told if rma["number"] not in known]
    serials = [
        {"number": rma["number"], "line": line["id"], "serial_key": serial_key(line["serial"])}
        for rma in new
        for line in rma["lines"]
        if line.get("serial")
    ]
    if new:
        connection.execute(insert(rmas), [_rma(rma) for rma in new])
    if serials:
        connection.execute(insert(rma_serials), serials)


def _rma(rma: Data) -> dict[str, Any]:
    return {
        "number": rma["number"],
        "key": look_up_key(rma["number"]),
        "ticket": rma["ticket"],
        "partner": rma["partner"],
        "state": state_of(rma).value,
        "kind": rma["kind"],
        "kind_by_rule": None,
        "reason": None,
        "issued_at": datetime.fromisoformat(rma["created_at"]),
        "issued_by": None,
    }


def _serials(lines: Iterable[Data]) -> list[str]:
    return [line["serial"] for line in lines if line["serial"]]


def _number_after(connection: Connection) -> None:
    newest = connection.execute(select(func.max(tickets.c.ordinal))).scalar_one() or 0
    if draw(connection, TICKETS) < newest:
        connection.execute(update(counters).where(counters.c.name == TICKETS).values(newest=newest))
