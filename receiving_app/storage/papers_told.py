"""How far the journal was read for what is to be printed."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from receiving_app.storage.schema import papers_told


def get(connection: Connection) -> int:
    """Give the number of the last event that was read; 0: none."""
    return connection.execute(select(papers_told.c.seq)).scalar() or 0


def put(connection: Connection, seq: int) -> None:
    """Keep the number of the last event that was read."""
    statement = insert(papers_told).values(id=1, seq=seq)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_={"seq": seq}))
