"""Lines that a person has settled though not all of them came: here, or at another station of the site."""

from __future__ import annotations

from sqlalchemy import Connection, select

from receiving_app.domain.events import TYPE_OF_BODY
from receiving_app.domain.exchange import LineSettled
from receiving_app.storage import journal
from receiving_app.storage.schema import events, settled_lines

_SETTLED = TYPE_OF_BODY[LineSettled].name


def of_rma(connection: Connection, rma_key: str) -> frozenset[str]:
    """Give the ids of an RMA's settled lines; what the ticket service has not heard of yet included."""
    told = connection.execute(select(settled_lines.c.line).where(settled_lines.c.rma_key == rma_key)).scalars()
    own = select(events.c.payload).where(
        events.c.rma_key == rma_key, events.c.type == _SETTLED, events.c.undone.is_(False)
    )
    bodies = (journal.read_event(payload).body for payload in connection.execute(own).scalars())
    return frozenset(told) | {body.line for body in bodies if isinstance(body, LineSettled)}
