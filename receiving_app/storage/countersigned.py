"""The ticket service's word for what it has of this station's journal: the newest one of each of its keys."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from receiving_app.storage.schema import countersigned
from receiving_app.storage.verify_journal import Countersignature


def put(connection: Connection, signed: Countersignature) -> None:
    """Keep a countersignature, unless the one that is kept is of a later event."""
    values = {
        "station_seq": signed.station_seq,
        "hash": signed.hash,
        "received_at": signed.received_at,
        "countersigned": signed.countersigned,
    }
    statement = insert(countersigned).values(key=signed.key, **values)
    newer = countersigned.c.station_seq <= signed.station_seq
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=values, where=newer))


def kept(connection: Connection) -> tuple[Countersignature, ...]:
    """Give what is kept, the one of the latest event last."""
    rows = connection.execute(select(countersigned).order_by(countersigned.c.station_seq))
    return tuple(
        Countersignature(row.station_seq, row.hash, row.received_at, row.countersigned, row.key) for row in rows
    )
