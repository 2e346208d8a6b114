"""What stations are told, what they told, and their tokens."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "service",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("schema_version", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.String(36), nullable=False),
        sa.Column("signing_key", sa.String(64), nullable=False),
        sa.Column("newest_seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("one"),
    )
    op.create_table(
        "state",
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("id", sa.String(128), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("look_up", sa.String(64), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id"),
        sa.UniqueConstraint("seq"),
    )
    op.create_index("ix_state_look_up", "state", ["look_up"])
    op.create_table(
        "journal",
        sa.Column("station", sa.String(64), nullable=False),
        sa.Column("station_seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("event", sa.String(36), nullable=True),
        sa.Column("lpn", sa.String(128), nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("result", sa.String(32), nullable=False),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("received_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("station", "station_seq"),
        sa.UniqueConstraint("event"),
    )
    op.create_index("ix_journal_lpn", "journal", ["lpn"])
    op.create_table(
        "tokens",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("station", sa.String(64), nullable=False),
        sa.Column("issued_at", sa.String(32), nullable=False),
        sa.Column("revoked_at", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_index("ix_tokens_station", "tokens", ["station"])
