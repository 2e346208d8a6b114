"""What reports count is kept by blocks of the journal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make room for the counts; the station counts its journal when a report is first asked for."""
    op.create_index("ix_events_undone", "events", ["seq"], unique=False, sqlite_where=sa.text("undone"))
    op.create_table(
        "report_counts",
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("which", sa.String(), nullable=False),
        sa.Column("whose", sa.String(), nullable=False),
        sa.Column("block", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "measure", "what", "which", "whose", "block", name=op.f("pk_report_counts")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_report_counts_block", "report_counts", ["block"], unique=False)
    op.create_table(
        "report_blocks",
        sa.Column("block", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("undone", sa.Integer(), nullable=False),
        sa.Column("rules", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("block", name=op.f("pk_report_blocks")),
    )
