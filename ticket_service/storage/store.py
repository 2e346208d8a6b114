"""Opening the service's database, and the two kinds of transaction on it."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionError

from ticket_service.storage.engines import StoreError, connect, is_outside, shown
from ticket_service.storage.migrating import bring_up_to_date
from ticket_service.storage.schema import service

#: What a program from before the migrations reads as the version of a newer one, and refuses.
_AFTER_THE_OLDEST = 3


class UnavailableError(Exception):
    """The database is lost, has no room or no time: what was confirmed stands, and a later try may succeed."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which database this is: `epoch` changes when history does; the key countersigns stations' chains."""

    epoch: str
    signing_key: bytes


def open_store(database: Path | str) -> Engine:
    """Open a SQLite file or `postgresql://…`, made or brought up to date first where needed. Raises StoreError."""
    engine = connect(database)
    try:
        bring_up_to_date(engine)
        with writing(engine) as connection:
            if connection.execute(select(service.c.one)).first() is None:
                connection.execute(insert(service).values(one=1, newest_seq=0, **_new_identity()))
    except (DBAPIError, UnavailableError) as error:
        engine.dispose()
        raise StoreError(
            f"{shown(engine)} cannot be opened ({_reason(error)}); see that it can be reached and written"
        ) from error
    except StoreError:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Begin a transaction that writes: it waits for its turn at once, so it never fails half-way for want of it.

    Raises UnavailableError.
    """
    with _available(), engine.execution_options(writes=True).begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Begin a transaction that only reads: one unchanging view, in nobody's way. Raises UnavailableError."""
    with _available(), engine.begin() as connection:
        yield connection


def identity(connection: Connection) -> Identity:
    """Read which database this is."""
    row = connection.execute(select(service.c.epoch, service.c.signing_key)).one()
    return Identity(row.epoch, bytes.fromhex(row.signing_key))


def begin_new_epoch(connection: Connection) -> str:
    """Say that history is another from now on, as after a restore: stations rebuild what they keep of the service."""
    epoch = str(uuid.uuid4())
    connection.execute(update(service).values(epoch=epoch))
    return epoch


@contextmanager
def _available() -> Iterator[None]:
    try:
        yield
    except NoConnectionError as error:
        raise UnavailableError("every connection is busy") from error
    except DBAPIError as error:
        if not is_outside(error):
            raise
        raise UnavailableError(_reason(error)) from error


def _reason(error: Exception) -> str:
    """Give what the engine said, in one line."""
    return " ".join(str(error.orig if isinstance(error, DBAPIError) else error).split())


def _new_identity() -> dict[str, str | int]:
    return {
        "schema_version": _AFTER_THE_OLDEST,
        "epoch": str(uuid.uuid4()),
        "signing_key": secrets.token_hex(32),
    }
