"""Brings a station's database up to date: copied first, then one migration after the other."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, create_engine, event

_log = logging.getLogger(__name__)


def make(path: Path) -> None:
    """Make a new database; it gets its name when it is whole, so that a crash leaves none half made."""
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.unlink(missing_ok=True)
    _migrate(unfinished)
    unfinished.replace(path)
    _log.info("database made")


def upgrade(path: Path, revision: str) -> None:
    """Copy the database, which stands at `revision`, then migrate it: wholly or not at all."""
    _copy(path, path.with_name(f"{path.stem}.before-{revision}{path.suffix}"))
    _migrate(path)
    _log.info("database brought from %s to the newest form", revision)


def _migrate(path: Path) -> None:
    config = Config()
    # The option is a template, in which a folder's per cent sign would begin a name.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"isolation_level": None})
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()


def _begin(connection: Connection) -> None:
    """Begin what Python's driver doesn't begin before it changes tables."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _copy(source: Path, target: Path) -> None:
    """Copy a database with everything that its write-ahead log still holds."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
