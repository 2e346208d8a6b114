"""Everything can be found by a part of its numbers, and RMAs by when they are due."""

from __future__ import annotations

import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_AT_ONCE = 1_000
_LONGEST = 64
_FROM_BODY = (
    "UPDATE rmas SET receive_by = json_extract(body, '$.receive_by'), "
    "replacement_shipped = json_extract(body, '$.replacement_shipped'), "
    "awaited = (SELECT coalesce(sum(max(0, json_extract(value, '$.quantity') - json_extract(value, '$.received'))), 0) "
    "FROM json_each(body, '$.lines'))"
)


def upgrade() -> None:
    """Make the search's index of what the service said so far; keep beside an RMA's body what arrivals ask for."""
    op.create_table(
        "search_texts",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rma_key", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_texts")),
        sa.UniqueConstraint("rma_key", name=op.f("uq_search_texts_rma_key")),
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_pieces USING fts5(pieces, tokenize='ascii', content='', columnsize=0, detail=none)"
    )
    op.create_table(
        "search_marks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indexed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_marks")),
    )
    op.add_column("rmas", sa.Column("receive_by", sa.String(), nullable=True))
    op.add_column("rmas", sa.Column("replacement_shipped", sa.Boolean(), nullable=True))
    op.add_column("rmas", sa.Column("awaited", sa.Integer(), nullable=True))
    op.execute(_FROM_BODY)
    op.create_index("ix_rmas_due", "rmas", ["state", "receive_by", "awaited"], unique=False)
    op.create_index("ix_rmas_partner", "rmas", ["partner", "receive_by"], unique=False)
    op.create_index(
        "ix_rmas_replaced", "rmas", ["receive_by"], unique=False, sqlite_where=sa.text("replacement_shipped")
    )
    _write_texts()


def _write_texts() -> None:
    """Write by what the RMAs are found; the station takes their pieces into the index while it works."""
    connection = op.get_bind()
    rows = connection.exec_driver_sql("SELECT rma_key, body FROM rmas ORDER BY rowid")
    first = 1
    while some := rows.fetchmany(_AT_ONCE):
        texts = [(n, key, " ".join(dict.fromkeys(_keys(body)))) for n, (key, body) in enumerate(some, first)]
        connection.exec_driver_sql("INSERT INTO search_texts (id, rma_key, text) VALUES (?, ?, ?)", texts)
        first += len(some)


def _keys(body: str) -> Iterator[str]:
    """Give an RMA's numbers as the search compared them when this migration was written."""
    rma = json.loads(body)
    serials = (line.get("serial") or "" for line in rma.get("lines", ()))
    for number in (rma["number"], rma.get("ticket", ""), *serials, *rma.get("tracking", ())):
        key = "".join(filter(str.isalnum, number.upper()))[:_LONGEST]
        if key:
            yield key
