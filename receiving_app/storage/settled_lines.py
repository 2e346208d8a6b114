"""Lines that a person has settled though not all of them came: here, or at another station of the site."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from receiving_app.domain.events import TYPE_OF_BODY
from receiving_app.domain.exchange import LineSettled
from receiving_app.domain.rma_number import number_key
from receiving_app.storage import journal
from receiving_app.storage.forms import utc_text
from receiving_app.storage.schema import events, settled_lines

_INSERT = insert(settled_lines)
_UPSERT = _INSERT.on_conflict_do_update(
    index_elements=["id"],
    set_={name: _INSERT.excluded[name] for name in ("rev", "rma_key", "line", "station", "person", "settled_at")},
    where=_INSERT.excluded.rev > settled_lines.c.rev,
)
_SETTLED = TYPE_OF_BODY[LineSettled].name


@dataclass(frozen=True, slots=True)
class SettledLine:
    """A line that the ticket service has as settled: where, by whom (an id) and when, as far as it says."""

    id: str
    rev: int
    number: str
    line: str
    station: str = ""
    person: str = ""
    settled_at: datetime | None = None


def put(connection: Connection, rows: Sequence[SettledLine]) -> None:
    """Take the lines that the ticket service has as settled."""
    if rows:
        connection.execute(_UPSERT, [_row(each) for each in rows])


def last_of_rma(connection: Connection, rma_key: str) -> SettledLine | None:
    """Give what the ticket service has as settled last of an RMA."""
    query = select(settled_lines).where(settled_lines.c.rma_key == rma_key, settled_lines.c.settled_at.is_not(None))
    row = connection.execute(query.order_by(settled_lines.c.settled_at.desc()).limit(1)).first()
    if row is None:
        return None
    at = datetime.fromisoformat(row.settled_at)
    return SettledLine(row.id, row.rev, row.rma_key, row.line, row.station, row.person, at)


def of_rma(connection: Connection, rma_key: str) -> frozenset[str]:
    """Give the ids of an RMA's settled lines; what the ticket service has not heard of yet included."""
    told = connection.execute(select(settled_lines.c.line).where(settled_lines.c.rma_key == rma_key)).scalars()
    own = select(events.c.payload).where(
        events.c.rma_key == rma_key, events.c.type == _SETTLED, events.c.undone.is_(False)
    )
    bodies = (journal.read_event(payload).body for payload in connection.execute(own).scalars())
    return frozenset(told) | {body.line for body in bodies if isinstance(body, LineSettled)}


def of_rmas(connection: Connection, rma_keys: Collection[str]) -> set[tuple[str, str]]:
    """Give the settled lines of RMAs, each by its RMA's key and its id."""
    told = connection.execute(select(settled_lines.c.rma_key, settled_lines.c.line))
    found = {(key, line) for key, line in told if key in rma_keys}
    own = select(events.c.rma_key, events.c.payload).where(events.c.type == _SETTLED, events.c.undone.is_(False))
    for key, payload in connection.execute(own):
        body = journal.read_event(payload).body
        if key in rma_keys and isinstance(body, LineSettled):
            found.add((key, body.line))
    return found


def _row(each: SettledLine) -> dict[str, object]:
    return {
        "id": each.id,
        "rev": each.rev,
        "rma_key": number_key(each.number),
        "line": each.line,
        "station": each.station,
        "person": each.person,
        "settled_at": utc_text(each.settled_at) if each.settled_at else None,
    }
