"""The steps from one form of the database to the next, on both engines."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade(connection: Connection, revision: str | None, to: str = "head") -> None:
    """Migrate a database, which stands at `revision`, inside the caller's transaction."""
    config = Config()
    # The option is a template, in which a folder's per cent sign would begin a name.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    if revision is not None:
        command.stamp(config, revision)
    command.upgrade(config, to)
