"""Where the pull stands: one row, changed in the transaction that stores what was pulled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from receiving_app.storage.schema import sync_state

_STATE = select(sync_state)  # built once, because every act asks for it several times


@dataclass(frozen=True, slots=True)
class SyncState:
    """`data_as_of`: the service's time when our copy was last complete; None before the first pull has ended."""

    epoch: str | None = None
    cursor: str = ""
    data_as_of: datetime | None = None
    offset_ms: int = 0


def get(connection: Connection) -> SyncState:
    """Give where the pull stands."""
    row = connection.execute(_STATE).first()
    if row is None:
        return SyncState()
    as_of = datetime.fromisoformat(row.data_as_of) if row.data_as_of else None
    return SyncState(row.epoch, row.cursor, as_of, row.offset_ms)


def put(connection: Connection, state: SyncState) -> None:
    """Keep where the pull stands."""
    values = {
        "id": 1,
        "epoch": state.epoch,
        "cursor": state.cursor,
        "data_as_of": state.data_as_of.isoformat() if state.data_as_of else None,
        "offset_ms": state.offset_ms,
    }
    statement = insert(sync_state).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))
