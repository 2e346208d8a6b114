"""Which items and shipments an event tells something of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Find events by the things they are about."""
    op.create_table(
        "about",
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("id", sa.String(128), nullable=False),
        sa.Column("station", sa.String(64), nullable=False),
        sa.Column("station_seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", "station", "station_seq"),
    )
    op.create_index("ix_about_event", "about", ["station", "station_seq"])
