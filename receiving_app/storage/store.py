"""Opens the station's SQLite file and hands out transactions; a file it can't serve is refused untouched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, select
from sqlalchemy.exc import DatabaseError, OperationalError

from receiving_app.storage.clips import ClipFiles
from receiving_app.storage.photos import Photos
from receiving_app.storage.schema import identity

DATABASE = "station.sqlite3"
#: What `PRAGMA application_id` holds in a station's database: "SWRS".
APPLICATION_ID = 0x53575253
#: The newest migration that this program knows; `migrations/versions` ends with it.
REVISION = "0006"

_HEADER = b"SQLite format 3\x00"


class StoreError(Exception):
    """The station's memory can't be used; the message says what to do."""


class NotADatabaseError(StoreError):
    """The file is no station database."""


class NewerDatabaseError(StoreError):
    """The file was written by a newer version of the program."""


class NotRecordedError(StoreError):
    """The disk took nothing of a transaction; all is as it was before."""


class DamagedDatabaseError(StoreError):
    """The file no longer holds what was written to it."""


class WrongStationError(StoreError):
    """The data folder belongs to another station, or holds another kind of data."""


class Store:
    """The station's memory: short transactions on one SQLite file, and photos and clips beside it."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine = engine
        self.folder = folder
        self.photos = Photos(folder / "photos")
        self.clips = ClipFiles(folder / "clips")

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Give a connection that writes all or nothing; it waits for its turn before the first read."""
        full = NotRecordedError("This could not be recorded. Is the disk full? Make room, then do it again.")
        with _failing_as(full), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the memory and writes nothing."""
        gone = StoreError(f"{self.folder} can't be read. Is its disk still there? Then try again.")
        with _failing_as(gone), self.engine.connect().execution_options(reads_only=True) as connection:
            yield connection

    def claim(self, station: str, data_kind: str) -> None:
        """Bind the memory to a station and a kind of data, or check that it is; raise `WrongStationError`."""
        with self.transaction() as connection:
            row = connection.execute(select(identity.c.station, identity.c.data_kind)).first()
            if row is None:
                connection.execute(insert(identity), {"id": 1, "station": station, "data_kind": data_kind})
            elif tuple(row) != (station, data_kind):
                raise WrongStationError(
                    f"{self.folder} holds the {row.data_kind} data of {row.station}, not {data_kind} data of "
                    f"{station}. Choose another data folder, or set station and data_kind to these."
                )

    def close(self) -> None:
        """Give the file back."""
        self.engine.dispose()


@contextmanager
def _failing_as(failure: StoreError) -> Iterator[None]:
    """Raise the failure where the disk fails us, and say so where the file is damaged; our own faults pass."""
    try:
        yield
    except OperationalError as error:
        raise failure from error
    except DatabaseError as error:
        if type(error.orig) is not sqlite3.DatabaseError:
            raise
        raise DamagedDatabaseError(
            "The station's database is damaged. Stop, keep the data folder as it is, and call support."
        ) from error


def open_store(folder: Path) -> Store:
    """Open a data folder's memory, made or brought up to date first where needed; raise `StoreError`."""
    path = folder / DATABASE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        revision = _revision(path)
        if revision != REVISION:
            _bring_up_to_date(path, revision)
    except OSError as error:
        raise StoreError(
            f"{folder} can't be used as the data folder: {error.strerror}. Choose another, or mend this one."
        ) from error
    return Store(_engine(path), folder)


def _bring_up_to_date(path: Path, revision: str | None) -> None:
    from receiving_app.storage.migrations import make, upgrade  # noqa: PLC0415 - Alembic is slow and rarely needed

    try:
        if revision is None:
            make(path)
        else:
            upgrade(path, revision)
    except (OperationalError, sqlite3.OperationalError) as error:
        raise StoreError(
            f"{path} could not be brought to this version's form ({error.args[0]}). "
            "Is the disk full? Make room and start again; nothing was changed."
        ) from error


def _revision(path: Path) -> str | None:
    """Read which migration a file stands at, without changing it; None: there is nothing yet."""
    log = path.with_name(f"{path.name}-wal")
    if not path.exists() and log.exists() and log.stat().st_size:
        raise NotADatabaseError(
            f"{path} is gone, but {log.name} beside it may hold what was never sent. "
            "Put the database back, or move both away."
        )
    if not path.exists():
        return None
    with path.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            raise NotADatabaseError(_not_ours(path))
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise NotADatabaseError(_not_ours(path)) from error
    if application != APPLICATION_ID or row is None:
        raise NotADatabaseError(_not_ours(path))
    if row[0] > REVISION:
        raise NewerDatabaseError(
            f"{path} was written by a newer version of this program. "
            "Install that version, or choose another data folder; the file was left as it is."
        )
    return str(row[0])


def _not_ours(path: Path) -> str:
    return (
        f"{path} is not a station's database. Move it away or choose another data folder; the file was left as it is."
    )


def _engine(path: Path) -> Engine:
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": 10.0, "isolation_level": None})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-32768"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    reads_only = connection.get_execution_options().get("reads_only", False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")
