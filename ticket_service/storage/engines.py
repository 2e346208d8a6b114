"""The two engines: how a database is named, reached, and how a transaction on it begins."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

#: What writers of one PostgreSQL database queue at: "SWTS".
_WRITERS = 0x53575453
_PATIENCE_MS = 10_000


class StoreError(Exception):
    """A database this program cannot use; the message says what to do. Nothing was changed in it."""


def connect(database: Path | str) -> Engine:
    """Reach a database by its file, or by its address `postgresql://…`. Raises StoreError."""
    if isinstance(database, str) and database.startswith(("postgresql:", "postgresql+", "postgres:")):
        return _postgresql(database)
    return _sqlite(Path(database))


def keep_log(engine: Engine) -> None:
    """Let SQLite write changes into a log beside the file, so that readers never wait; the file remembers it."""
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA journal_mode = WAL")


def shown(engine: Engine) -> str:
    """Name a database for people: no password."""
    return str(engine.url.database) if engine.dialect.name == "sqlite" else engine.url.render_as_string()


def is_outside(error: DBAPIError) -> bool:
    """Tell whether a database failed for reasons outside this program: lost, full, locked, shut down."""
    if isinstance(error.orig, sqlite3.Error):
        # Its plain error code is that of a wrong statement.
        code = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return isinstance(error, OperationalError) and code & 0xFF != sqlite3.SQLITE_ERROR
    return isinstance(error, OperationalError) or error.connection_invalidated


def _without_nul(
    _connection: Connection, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool
) -> tuple[str, Any]:
    """Write the sign for what cannot be read in place of NUL, which PostgreSQL takes in no text.

    JSON is not touched: it spells the character out.
    """
    return statement, [_cleaned(row) for row in parameters] if isinstance(parameters, list) else _cleaned(parameters)


def _cleaned(row: Any) -> Any:
    values = row.values() if isinstance(row, Mapping) else row
    if not any(isinstance(value, str) and "\0" in value for value in values):
        return row
    if isinstance(row, Mapping):
        return {name: _readable(value) for name, value in row.items()}
    return tuple(_readable(value) for value in row)


def _readable(value: Any) -> Any:
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def _sqlite(path: Path) -> Engine:
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error as error:
        raise StoreError(f"{path} cannot be opened as a database ({error}); name another file") from error
    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "before_cursor_execute", _without_nul, retval=True)
    return engine


def _configure(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # BEGIN is ours, see _begin_sqlite
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")


def _begin_sqlite(connection: Connection) -> None:
    if connection.get_execution_options().get("migrates", False):
        # A table is changed by making it anew; the old one may go though rows of others name its own.
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _postgresql(address: str) -> Engine:
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
        engine = create_engine(
            url,
            connect_args={
                "connect_timeout": 10,
                "application_name": "ticket-service",
                "options": f"-c lock_timeout={_PATIENCE_MS} -c idle_in_transaction_session_timeout=60s",
            },
            pool_pre_ping=True,  # the server may have been started again since the last request
            pool_size=10,
            max_overflow=5,  # six processes of 15 stay below the 100 connections that a server has by default
            pool_timeout=_PATIENCE_MS / 1000,
        )
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            "This database's address cannot be read; write it as postgresql://user:password@host/name"
        ) from error
    except ModuleNotFoundError as error:
        raise StoreError("For PostgreSQL this needs psycopg: pip install 'receiving-app[postgresql]'") from error
    event.listen(engine, "begin", _begin_postgresql)
    event.listen(engine, "before_cursor_execute", _without_nul, retval=True)
    return engine


def _begin_postgresql(connection: Connection) -> None:
    """Let writers come one by one, as on SQLite, and let readers see one unchanging view.

    What is written depends on what was read: an item's counts, an RMA's state, a role. With one writer at a time no
    such decision rests on what another is just changing, nothing fails half-way to be tried again, and the order of
    commits is that of the change counter. A writer waits before its first look and so sees all that was committed.
    """
    if _writes(connection):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writes", False))
