"""Items beside the packages they came in, the shipments they leave in, and what is to be printed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

#: What an event says is written once; its delivery and what is derived from later events stand beside it.
_WRITTEN_ONCE = (
    "seq, id, type, schema, lpn, rma_key, item, with_item, shipment, act, occurred_at, payload, prev_hash, hash"
)


def upgrade() -> None:
    """Find events by item and shipment and keep both; queue what is to be printed; remember who is signed in."""
    op.add_column("events", sa.Column("item", sa.String(), nullable=True))
    op.create_index("ix_events_item", "events", ["item"], unique=False)
    op.add_column("events", sa.Column("shipment", sa.String(), nullable=True))
    op.create_index("ix_events_shipment", "events", ["shipment"], unique=False)
    op.add_column("events", sa.Column("with_item", sa.String(), nullable=True))
    op.create_index("ix_events_with_item", "events", ["with_item"], unique=False)
    op.execute("DROP TRIGGER events_stand")
    op.execute(
        f"CREATE TRIGGER events_stand BEFORE UPDATE OF {_WRITTEN_ONCE} ON events "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    )
    op.create_index("ix_packages_decision", "packages", ["decision", "counts"], unique=False)
    op.create_table(
        "items",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("lpn", sa.String(), nullable=False),
        sa.Column("serial_key", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("rma_key", sa.String(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("replacement_key", sa.String(), nullable=True),
        sa.Column("left", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("next", sa.String(), nullable=True),
        sa.Column("question", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_items")),
        sa.UniqueConstraint("id", name=op.f("uq_items_id")),
    )
    op.create_index("ix_items_lpn", "items", ["lpn"], unique=False)
    op.create_index("ix_items_rma_key", "items", ["rma_key", "line"], unique=False)
    op.create_index("ix_items_serial_key", "items", ["serial_key"], unique=False)
    op.create_index("ix_items_next", "items", ["next", "left"], unique=False)
    op.create_index("ix_items_question", "items", ["question", "left"], unique=False)
    op.create_index("ix_items_outcome", "items", ["outcome"], unique=False)
    op.create_index("ix_items_replacement_key", "items", ["replacement_key"], unique=False)
    op.create_table(
        "shipments",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tracking_key", sa.String(), nullable=True),
        sa.Column("sent_at", sa.String(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_shipments")),
        sa.UniqueConstraint("id", name=op.f("uq_shipments_id")),
    )
    op.create_index("ix_shipments_tracking_key", "shipments", ["tracking_key"], unique=False)
    op.create_index("ix_shipments_sent_at", "shipments", ["sent_at"], unique=False)
    op.create_table(
        "shipped_goods",
        sa.Column("thing", sa.String(), nullable=False),
        sa.Column("shipment", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("thing", name=op.f("pk_shipped_goods")),
    )
    op.create_index("ix_shipped_goods_shipment", "shipped_goods", ["shipment"], unique=False)
    op.create_table(
        "print_jobs",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("is_copy", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("queued_at", sa.String(), nullable=False),
        sa.Column("thing", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_print_jobs")),
    )
    op.create_index("ix_print_jobs_state", "print_jobs", ["state"], unique=False)
    op.create_index("ix_print_jobs_thing", "print_jobs", ["thing"], unique=False)
    _add_plates()
    op.create_table(
        "other_items",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("serial_key", sa.String(), nullable=False),
        sa.Column("rma_key", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_other_items")),
    )
    op.create_index("ix_other_items_serial_key", "other_items", ["serial_key"], unique=False)
    op.create_index("ix_other_items_rma_key", "other_items", ["rma_key"], unique=False)
    op.create_table(
        "settled_lines",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("rma_key", sa.String(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settled_lines")),
    )
    op.create_index("ix_settled_lines_rma_key", "settled_lines", ["rma_key"], unique=False)
    op.create_table(
        "countersigned",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("station_seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("received_at", sa.String(), nullable=False),
        sa.Column("countersigned", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_countersigned")),
    )
    op.create_table(
        "session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
    )
    op.create_table(
        "failed_pins",
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_failed_pins")),
    )


def _add_plates() -> None:
    """Go on counting plates, and leave unprinted what was done before anything could be printed."""
    op.create_table(
        "papers_told",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers_told")),
    )
    op.execute("INSERT INTO papers_told (id, seq) SELECT 1, max(seq) FROM events HAVING max(seq) IS NOT NULL")
    op.create_table(
        "plate_rolls",
        sa.Column("first", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("first", name=op.f("pk_plate_rolls")),
    )
    op.create_table(
        "plates_given",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plates_given")),
    )
    op.execute("INSERT INTO plates_given (id, last) SELECT 1, max(number) FROM packages HAVING max(number) IS NOT NULL")
