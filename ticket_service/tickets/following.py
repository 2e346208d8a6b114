"""What tickets and their search follow when the rows that stations read have changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from ticket_service.rules.rma_states import RmaState, state_of
from ticket_service.rules.serial_list import serial_key
from ticket_service.rules.ticket_states import ANSWERS, AWAITS_SUPPORT, TicketHappening, TicketState, moved
from ticket_service.storage.state import StateRow
from ticket_service.storage.ticket_tables import item_serials, rmas, tickets

Data = dict[str, Any]


def follow(connection: Connection, rows: Sequence[StateRow], now: datetime) -> None:
    """Let tickets go on with their RMAs, and serial numbers be found on the RMAs and items in these rows."""
    follow_rmas(connection, [dict(row.data) for row in rows if row.kind == "rma" and not row.deleted], now)
    found = {(serial_key(row.data["serial"]), row.id) for row in rows if row.kind == "item" and not row.deleted}
    _find_items(connection, {(key, item) for key, item in found if 0 < len(key) <= 64})


def follow_rmas(connection: Connection, told: Sequence[Data], now: datetime) -> None:
    """Let tickets go on with these RMAs; one that no ticket here knows is passed over."""
    by_number = {rma["number"]: rma for rma in told}
    known = select(rmas.c.number, rmas.c.state).where(rmas.c.number.in_(sorted(by_number)))
    states = {row.number: row.state for row in connection.execute(known)}
    changed = [by_number[number] for number, state in states.items() if state != state_of(by_number[number]).value]
    for rma in changed:
        now_is = update(rmas).where(rmas.c.number == rma["number"]).values(state=state_of(rma).value)
        connection.execute(now_is)
    move_tickets(connection, {rma["ticket"] for rma in changed}, now)


def move_tickets(connection: Connection, ids: Iterable[str], now: datetime) -> None:
    """Move tickets to where their RMAs stand."""
    wanted = sorted(ids)
    own: dict[str, list[RmaState]] = {id_: [] for id_ in wanted}
    for row in connection.execute(select(rmas.c.ticket, rmas.c.state).where(rmas.c.ticket.in_(wanted))):
        own[row.ticket].append(RmaState(row.state))
    for ticket in connection.execute(select(tickets).where(tickets.c.id.in_(wanted))).all():
        if own[ticket.id]:
            _move(connection, ticket, _happening(own[ticket.id]), now)


def _happening(states: Sequence[RmaState]) -> TicketHappening:
    live = [state for state in states if state is not RmaState.CANCELLED]
    if not live:
        return TicketHappening.NO_RMA_LEFT
    settled = all(state is RmaState.RESOLVED for state in live)
    return TicketHappening.GOODS_SETTLED if settled else TicketHappening.GOODS_UNSETTLED


def _move(connection: Connection, ticket: Row[Any], happening: TicketHappening, now: datetime) -> None:
    before = TicketState(ticket.state)
    after = moved(before, happening)
    if after is before:
        return
    waits_since = now if happening in AWAITS_SUPPORT else None if happening in ANSWERS else ticket.waits_since
    connection.execute(
        update(tickets)
        .where(tickets.c.id == ticket.id)
        .values(state=after.value, waits_since=waits_since, rev=tickets.c.rev + 1, changed_at=now)
    )


def _find_items(connection: Connection, found: set[tuple[str, str]]) -> None:
    items = sorted({item for _, item in found})
    known = select(item_serials.c.serial_key, item_serials.c.item).where(item_serials.c.item.in_(items))
    new = found.difference((row.serial_key, row.item) for row in connection.execute(known)) if items else set()
    if new:
        connection.execute(insert(item_serials), [{"serial_key": key, "item": item} for key, item in sorted(new)])
