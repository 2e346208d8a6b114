"""From here on migrations lead from one form of the database to the next."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Let programs from before refuse the database: they know versions up to 2."""
    op.execute("UPDATE service SET schema_version = 3")
