"""Lines that a person has settled though not all of them came: here, or at another station of the site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from receiving_app.domain.events import TYPE_OF_BODY
from receiving_app.domain.exchange import LineSettled
from receiving_app.domain.rma_number import number_key
from receiving_app.storage import journal
from receiving_app.storage.schema import events, settled_lines

_INSERT = insert(settled_lines)
_UPSERT = _INSERT.on_conflict_do_update(
    index_elements=["id"],
    set_={name: _INSERT.excluded[name] for name in ("rev", "rma_key", "line")},
    where=_INSERT.excluded.rev > settled_lines.c.rev,
)
_SETTLED = TYPE_OF_BODY[LineSettled].name


@dataclass(frozen=True, slots=True)
class SettledLine:
    """A line that the ticket service has as settled."""

    id: str
    rev: int
    number: str
    line: str


def put(connection: Connection, rows: Sequence[SettledLine]) -> None:
    """Take the lines that the ticket service has as settled."""
    if rows:
        values = [{"id": r.id, "rev": r.rev, "rma_key": number_key(r.number), "line": r.line} for r in rows]
        connection.execute(_UPSERT, values)


def of_rma(connection: Connection, rma_key: str) -> frozenset[str]:
    """Give the ids of an RMA's settled lines; what the ticket service has not heard of yet included."""
    told = connection.execute(select(settled_lines.c.line).where(settled_lines.c.rma_key == rma_key)).scalars()
    own = select(events.c.payload).where(
        events.c.rma_key == rma_key, events.c.type == _SETTLED, events.c.undone.is_(False)
    )
    bodies = (journal.read_event(payload).body for payload in connection.execute(own).scalars())
    return frozenset(told) | {body.line for body in bodies if isinstance(body, LineSettled)}
