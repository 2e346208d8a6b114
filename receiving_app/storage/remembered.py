"""What this station knows again after a restart: small values by name, such as how its screens were left."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from receiving_app.storage.forms import from_json, to_json
from receiving_app.storage.schema import remembered

T = TypeVar("T")


def put(connection: Connection, name: str, value: object) -> None:
    """Keep a frozen value under a name, in place of the one before."""
    kept = {"value": to_json(value)}
    statement = insert(remembered).values(name=name, **kept)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_=kept))


def get(connection: Connection, name: str, usual: T) -> T:
    """Give what was kept under a name; `usual` where nothing was, or what another version can't read."""
    text = connection.execute(select(remembered.c.value).where(remembered.c.name == name)).scalar()
    if text is None:
        return usual
    try:
        return from_json(type(usual), text)
    except ValueError:
        return usual
