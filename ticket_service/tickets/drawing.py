"""Numbers drawn one by one: none is given twice, however many draw at once."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from ticket_service.accounts.refusals import RefusalError
from ticket_service.rules.rma_number import Numbering, look_up_key
from ticket_service.storage.schema import state
from ticket_service.storage.ticket_tables import counters, tickets

TICKETS, RMAS = "ticket", "rma"


def draw(connection: Connection, name: str) -> int:
    """Draw the next number under a name; who draws it holds the counter until the transaction ends."""
    taken = update(counters).where(counters.c.name == name).values(newest=counters.c.newest + 1)
    number = connection.execute(taken.returning(counters.c.newest)).scalar_one_or_none()
    if number is None:
        connection.execute(insert(counters).values(name=name, newest=1))
        return 1
    return int(number)


def draw_ticket(connection: Connection) -> tuple[str, int]:
    """Draw a ticket's id and its ordinal, past any that were brought along."""
    while True:
        ordinal = draw(connection, TICKETS)
        if connection.execute(select(tickets.c.id).where(tickets.c.ordinal == ordinal)).first() is None:
            return f"T-{ordinal}", ordinal


def draw_rma(connection: Connection, numbers: Numbering) -> str:
    """Draw an RMA number that was never given, not even to an RMA that is deleted. Raises RefusalError."""
    while True:
        try:
            number = numbers.number(draw(connection, RMAS))
        except ValueError as error:
            raise RefusalError(f"No RMA number is left: {error}. An administrator sets a longer pattern.") from error
        known = select(state.c.id).where(state.c.kind == "rma", state.c.look_up == look_up_key(number))
        if connection.execute(known).first() is None:
            return number
