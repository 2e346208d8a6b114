"""Bringing a database to this program's form: its migrations, in one transaction, on either engine."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from ticket_service.storage.engines import StoreError, keep_log, shown

_FOLDER = Path(__file__).parent / "migrations"
_log = logging.getLogger(__name__)


@cache
def newest() -> str:
    """Name the newest migration that this program knows: its file begins with it."""
    return max(file.name[:4] for file in (_FOLDER / "versions").glob("[0-9]*.py"))


def bring_up_to_date(engine: Engine) -> None:
    """Run what a database lacks; of processes that open it at once one does. Raises StoreError, changing nothing."""
    with engine.begin() as connection:
        revision = _revision(connection)
    if revision != newest():
        from ticket_service.storage.migrations import upgrade  # noqa: PLC0415 - Alembic is slow and rarely needed

        keep_log(engine)
        with engine.execution_options(writes=True, migrates=True).begin() as connection:
            upgrade(connection, _revision(connection))
        engine.dispose()  # its connections are set up for migrating
        _log.info("database brought from %s to %s", revision, newest())


def _revision(connection: Connection) -> str | None:
    """Read at which migration a database stands; None: it is empty."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    where = shown(connection.engine)
    if "service" not in tables:
        raise StoreError(f"{where} is a database of another program; give this service one of its own")
    if "alembic_version" in tables:
        revision = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    else:  # made before there were migrations
        version = connection.execute(text("SELECT schema_version FROM service")).scalar_one()
        revision = f"{version:04}"
    if revision > newest():
        raise StoreError(f"{where} was written by a newer ticket service (version {revision}); update this program")
    return revision
