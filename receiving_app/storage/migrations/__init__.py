"""Brings a station's database up to date: copied first, then one migration after the other."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

_log = logging.getLogger(__name__)


def upgrade(path: Path, revision: str | None) -> None:
    """Make or migrate the database at `path`; `revision` is where it stands, None for a new one."""
    if revision is not None:
        _copy(path, path.with_name(f"{path.stem}.before-{revision}{path.suffix}"))
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    engine = create_engine(f"sqlite:///{path}")
    try:
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()
    _log.info("database brought from %s to the newest form", revision or "nothing")


def _copy(source: Path, target: Path) -> None:
    """Copy a database with everything that its write-ahead log still holds."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
