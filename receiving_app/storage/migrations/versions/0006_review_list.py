"""The review's list is read from short rows: what it shows of a case stands beside what was judged."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_LISTED = """
    UPDATE verdicts SET
        since = said.opened_at,
        number = json_extract(said.judgement, '$.number'),
        partner = coalesce(json_extract(said.judgement, '$.facts.rma.partner_name'), ''),
        danger = said.hazard OR json_extract(said.judgement, '$.verdict.headline') IS 'hazard',
        rests_until = json_extract(said.judgement, '$.put_off.until'),
        handed_to = coalesce(json_extract(said.judgement, '$.put_off.to'), '')
    FROM (
        SELECT packages.lpn, opened_at, json_extract(state, '$.hazard') AS hazard, each.value AS judgement
        FROM packages, json_each(state, '$.judgements') AS each WHERE state != ''
    ) AS said
    WHERE said.lpn = verdicts.lpn AND json_extract(said.judgement, '$.key') = verdicts.rma_key
"""
_EMPTY = """
    UPDATE packages SET found_empty = 1
    WHERE state != '' AND json_extract(state, '$.unpacking.condition') = 'empty'
        AND json_extract(state, '$.unpacking.reviewed') IS NOT 1
"""
_ASKED = """
    SELECT id, coalesce(json_extract(told, '$.review.decided_at'), json_extract(told, '$.judged_at'),
        json_extract(told, '$.decided_at'))
    FROM (
        SELECT id, json_extract(state, iif(question = 'verdict', '$.judgement', '$.inspection')) AS told
        FROM items WHERE state != '' AND question IS NOT NULL
    )
"""
_DEVICES = """
    UPDATE items SET
        serial = json_extract(state, '$.serial'),
        rma_number = json_extract(state, '$.number'),
        danger = instr(json_extract(state, '$.marks'), '"hazard"') > 0,
        codes = coalesce((SELECT group_concat(value, ' ') FROM json_each(state, '$.judgement.verdict.codes')), '')
    WHERE state != ''
"""


def upgrade() -> None:
    """Keep beside packages and devices what the list shows of them."""
    for name in ("since", "number", "partner"):
        op.add_column("verdicts", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("verdicts", sa.Column("danger", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("verdicts", sa.Column("rests_until", sa.String(), nullable=True))
    op.add_column("verdicts", sa.Column("handed_to", sa.String(), nullable=False, server_default=""))
    op.add_column("packages", sa.Column("found_empty", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("items", sa.Column("asked_since", sa.String(), nullable=True))
    for name in ("serial", "rma_number"):
        op.add_column("items", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("items", sa.Column("danger", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("items", sa.Column("codes", sa.String(), nullable=False, server_default=""))
    for fill in (_LISTED, _EMPTY, _DEVICES):
        op.execute(fill)
    _say_since_when()
    op.create_index(
        "ix_packages_found_empty", "packages", ["number"], unique=False, sqlite_where=sa.text("found_empty IS 1")
    )
    op.create_index(
        "ix_items_asked",
        "items",
        ["asked_since", "id", "question", "decision", "serial", "rma_number", "danger", "codes", "rma_key"],
        unique=False,
        sqlite_where=sa.text('question IS NOT NULL AND "left" IS 0'),
    )


def _say_since_when() -> None:
    """Keep since when something is asked of a device, in UTC, so that it can be ordered as text."""
    connection = op.get_bind()
    asked = connection.exec_driver_sql(_ASKED).all()
    since = [(datetime.fromisoformat(told).astimezone(UTC).isoformat(), item) for item, told in asked]
    if since:
        connection.exec_driver_sql("UPDATE items SET asked_since = ? WHERE id = ?", since)
