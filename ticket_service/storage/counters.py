"""Numbers drawn one by one: none is given twice, however many draw at once."""

from __future__ import annotations

from sqlalchemy import Connection, insert, update
from sqlalchemy.exc import IntegrityError

from ticket_service.storage.ticket_tables import counters


def draw(connection: Connection, name: str) -> int:
    """Draw the next number under a name; who draws it holds the counter until the transaction ends."""
    number = _next(connection, name)
    if number is not None:
        return number
    try:
        with connection.begin_nested():
            connection.execute(insert(counters).values(name=name, newest=1))
    except IntegrityError:  # somebody else drew the first one meanwhile
        return draw(connection, name)
    return 1


def _next(connection: Connection, name: str) -> int | None:
    taken = update(counters).where(counters.c.name == name).values(newest=counters.c.newest + 1)
    return connection.execute(taken.returning(counters.c.newest)).scalar_one_or_none()
