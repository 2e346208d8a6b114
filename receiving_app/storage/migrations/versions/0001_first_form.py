"""The first form of a station's memory."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

#: What an event says is written once; its delivery and what is derived from later events stand beside it.
_WRITTEN_ONCE = "seq, id, type, schema, lpn, rma_key, act, occurred_at, payload, prev_hash, hash"


def upgrade() -> None:
    """Make the tables of an empty file and mark it as a station's."""
    op.execute("PRAGMA application_id = 1398231635")
    op.create_table(
        "events",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("lpn", sa.String(), nullable=True),
        sa.Column("rma_key", sa.String(), nullable=True),
        sa.Column("act", sa.String(), nullable=True),
        sa.Column("occurred_at", sa.String(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("prev_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("delivery", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", sa.String(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_events")),
        sa.UniqueConstraint("id", name=op.f("uq_events_id")),
    )
    op.create_index("ix_events_act", "events", ["act"], unique=False)
    op.create_index("ix_events_delivery", "events", ["delivery", "seq"], unique=False)
    op.create_index("ix_events_lpn", "events", ["lpn"], unique=False)
    op.create_index("ix_events_type", "events", ["type"], unique=False)
    for name, deed in (("events_stay", "DELETE"), ("events_stand", f"UPDATE OF {_WRITTEN_ONCE}")):
        refuse = "SELECT RAISE(ABORT, 'the journal is append-only');"
        op.execute(f"CREATE TRIGGER {name} BEFORE {deed} ON events BEGIN {refuse} END")
    op.create_table(
        "identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("station", sa.String(), nullable=False),
        sa.Column("data_kind", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity")),
    )
    op.create_table(
        "models",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_models")),
    )
    op.create_table(
        "other_packages",
        sa.Column("lpn", sa.String(), nullable=False),
        sa.Column("rma_key", sa.String(), nullable=False),
        sa.Column("station", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("received_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("lpn", "rma_key", name=op.f("pk_other_packages")),
    )
    op.create_index("ix_other_packages_rma_key", "other_packages", ["rma_key"], unique=False)
    op.create_table(
        "outbox_mark",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_outbox_mark")),
    )
    op.create_table(
        "packages",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("lpn", sa.String(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("received_at", sa.String(), nullable=False),
        sa.Column("opened_at", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_packages")),
        sa.UniqueConstraint("lpn", name=op.f("uq_packages_lpn")),
    )
    op.create_index("ix_packages_is_open", "packages", ["is_open"], unique=False)
    op.create_index("ix_packages_opened_at", "packages", ["opened_at"], unique=False)
    op.create_table(
        "partners",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partners")),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("badge_sha256", sa.String(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )
    op.create_index("ix_people_badge_sha256", "people", ["badge_sha256"], unique=False)
    op.create_table(
        "policies",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_policies")),
    )
    op.create_table(
        "rma_serials",
        sa.Column("serial", sa.String(), nullable=False),
        sa.Column("rma_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("serial", "rma_key", name=op.f("pk_rma_serials")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_rma_serials_rma_key", "rma_serials", ["rma_key"], unique=False)
    op.create_table(
        "rma_trackings",
        sa.Column("tracking", sa.String(), nullable=False),
        sa.Column("rma_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("tracking", "rma_key", name=op.f("pk_rma_trackings")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_rma_trackings_rma_key", "rma_trackings", ["rma_key"], unique=False)
    op.create_table(
        "rmas",
        sa.Column("rma_key", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("rma_key", name=op.f("pk_rmas")),
    )
    op.create_table(
        "sync_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.String(), nullable=True),
        sa.Column("cursor", sa.String(), nullable=False),
        sa.Column("data_as_of", sa.String(), nullable=True),
        sa.Column("offset_ms", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sync_state")),
    )
    op.create_table(
        "verdicts",
        sa.Column("lpn", sa.String(), nullable=False),
        sa.Column("rma_key", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("effective", sa.String(), nullable=False),
        sa.Column("reviewed", sa.Boolean(), nullable=False),
        sa.Column("rma_rev", sa.Integer(), nullable=True),
        sa.Column("doubts_data", sa.Boolean(), nullable=False),
        sa.Column("judged_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("lpn", "rma_key", name=op.f("pk_verdicts")),
    )
    op.create_index("ix_verdicts_open", "verdicts", ["reviewed", "decision"], unique=False)
    op.create_index("ix_verdicts_rma_key", "verdicts", ["rma_key"], unique=False)
