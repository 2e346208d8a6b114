"""Opening the service's database, and the two kinds of transaction on it."""

from __future__ import annotations

import secrets
import sqlite3
import uuid
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, select, update

from ticket_service.storage import account_tables, mail_tables, site_tables, ticket_tables
from ticket_service.storage.schema import SCHEMA_VERSION, metadata, service

#: Subjects with a file of their own: importing each brings its tables to the metadata.
SUBJECTS = (account_tables, mail_tables, site_tables, ticket_tables)


class StoreError(Exception):
    """A database this program cannot use; the message says what to do. The file was not touched."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which database this is: `epoch` changes when history does; the key countersigns stations' chains."""

    epoch: str
    signing_key: bytes


def open_store(path: Path) -> Engine:
    """Open the SQLite database at `path`, creating it when there is none. Raises StoreError."""
    _check_file(path)
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    with writing(engine) as connection:
        metadata.create_all(connection)
        if connection.execute(select(service.c.one)).first() is None:
            connection.execute(
                insert(service).values(
                    one=1,
                    schema_version=SCHEMA_VERSION,
                    epoch=str(uuid.uuid4()),
                    signing_key=secrets.token_hex(32),
                    newest_seq=0,
                )
            )
        # New tables have been added by now; an older program would not keep them true.
        connection.execute(update(service).values(schema_version=SCHEMA_VERSION))
    return engine


def writing(engine: Engine) -> AbstractContextManager[Connection]:
    """Begin a transaction that writes: it takes the write lock at once, so it never fails half-way for want of it."""
    return engine.execution_options(writes=True).begin()


def reading(engine: Engine) -> AbstractContextManager[Connection]:
    """Begin a transaction that only reads: one unchanging view, in nobody's way."""
    return engine.begin()


def identity(engine: Engine) -> Identity:
    """Read which database this is."""
    with reading(engine) as connection:
        row = connection.execute(select(service.c.epoch, service.c.signing_key)).one()
    return Identity(row.epoch, bytes.fromhex(row.signing_key))


def _check_file(path: Path) -> None:
    try:
        with closing(sqlite3.connect(path)) as connection:
            names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if names and "service" not in names:
                raise StoreError(f"{path} is a database of another program; give this service a file of its own")
            if names:
                _check_version(path, connection.execute("SELECT schema_version FROM service").fetchone()[0])
            # Kept in the file; readers then never wait for the writer.
            connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error as error:
        raise StoreError(f"{path} cannot be opened as a database ({error}); name another file") from error


def _check_version(path: Path, version: int) -> None:
    if version > SCHEMA_VERSION:
        raise StoreError(f"{path} was written by a newer ticket service (version {version}); update this program")


def _configure(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # BEGIN is ours, see _begin
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA busy_timeout = 10000")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
