"""The review reads short rows: what its list shows of a case, and what people decided before of cases like it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

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
        unpacked = said.unpacked IS 1,
        rests_until = json_extract(said.judgement, '$.put_off.until'),
        handed_to = coalesce(json_extract(said.judgement, '$.put_off.to'), ''),
        codes = coalesce((SELECT group_concat(value, ' ') FROM json_each(said.judgement, '$.verdict.codes')), '')
    FROM (
        SELECT packages.lpn, opened_at, json_extract(state, '$.hazard') AS hazard,
            json_extract(state, '$.unpacking.done') AS unpacked, each.value AS judgement
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
_AUTHORIZED = """
    SELECT lpn, json_extract(each.value, '$.key'), json_extract(each.value, '$.facts.rma.lines')
    FROM packages, json_each(state, '$.judgements') AS each
    WHERE state != '' AND json_extract(each.value, '$.facts.rma') IS NOT NULL
"""
_OF_CASE = ("thing", "part", "rma_key", "number", "grounds", "partner")
_OF_DECISION = ("choice", "reason", "note", "person", "decided_at")
_ASKED_OF_PARTNER = ("ask", "quote")


def upgrade() -> None:
    """Keep beside packages and devices what the list shows of them, and by itself what was decided of them."""
    _list_cases()
    _keep_decisions()


def _list_cases() -> None:
    for name in ("since", "number", "partner"):
        op.add_column("verdicts", sa.Column(name, sa.String(), nullable=False, server_default=""))
    for name in ("danger", "unpacked"):
        op.add_column("verdicts", sa.Column(name, sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("verdicts", sa.Column("rests_until", sa.String(), nullable=True))
    for name in ("handed_to", "units", "codes"):
        op.add_column("verdicts", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("packages", sa.Column("found_empty", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("packages", sa.Column("unclaimed", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("packages", sa.Column("found_by", sa.Text(), nullable=True))
    op.add_column("items", sa.Column("asked_since", sa.String(), nullable=True))
    for name in ("serial", "rma_number"):
        op.add_column("items", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("items", sa.Column("danger", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("items", sa.Column("codes", sa.String(), nullable=False, server_default=""))
    op.add_column("items", sa.Column("rests_until", sa.String(), nullable=True))
    op.add_column("items", sa.Column("handed_to", sa.String(), nullable=False, server_default=""))
    for name in ("station", "person"):
        op.add_column("settled_lines", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("settled_lines", sa.Column("settled_at", sa.String(), nullable=True))
    for fill in (_LISTED, _EMPTY, _DEVICES):
        op.execute(fill)
    _say_since_when()
    _say_what_is_at_stake()
    op.create_index(
        "ix_packages_found_empty", "packages", ["number"], unique=False, sqlite_where=sa.text("found_empty IS 1")
    )
    op.create_index(
        "ix_packages_unclaimed", "packages", ["number"], unique=False, sqlite_where=sa.text("unclaimed IS 1")
    )
    op.create_index(
        "ix_packages_found_by", "packages", ["found_by"], unique=False, sqlite_where=sa.text("found_by IS NOT NULL")
    )
    op.create_index(
        "ix_items_asked",
        "items",
        [
            *("asked_since", "id", "question", "decision", "serial", "rma_number", "danger", "codes", "rma_key"),
            *("model", "rests_until", "handed_to"),
        ],
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


def _say_what_is_at_stake() -> None:
    """Keep the devices, by model, that an RMA still awaited when its package was judged."""
    connection = op.get_bind()
    for lpn, key, told in connection.exec_driver_sql(_AUTHORIZED).all():
        units: dict[str, int] = {}
        for line in json.loads(told):
            awaited = line["quantity"] - line["received"]
            if awaited > 0:
                units[line["model"]] = units.get(line["model"], 0) + awaited
        written = json.dumps(list(units.items()), separators=(",", ":"), ensure_ascii=False) if units else ""
        connection.exec_driver_sql("UPDATE verdicts SET units = ? WHERE lpn = ? AND rma_key = ?", (written, lpn, key))


def _keep_decisions() -> None:
    op.add_column("items", sa.Column("partner", sa.String(), nullable=True))
    op.add_column("items", sa.Column("extras", sa.Integer(), nullable=True))
    op.create_index("ix_items_partner", "items", ["partner", "outcome", "extras"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("thing", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("rma_key", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("grounds", sa.String(), nullable=False),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("choice", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("decided_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("thing", "part", name=op.f("pk_decisions")),
    )
    op.create_index("ix_decisions_grounds", "decisions", ["grounds", "decided_at"], unique=False)
    op.create_index("ix_decisions_choice", "decisions", ["grounds", "choice"], unique=False)
    op.create_index("ix_decisions_partner", "decisions", ["partner", "grounds", "decided_at", "choice"], unique=False)
    op.execute(
        "UPDATE items SET extras = json_array_length(state, '$.extras'), "
        "partner = (SELECT partner FROM rmas WHERE rmas.rma_key = items.rma_key) WHERE state != ''"
    )
    connection = op.get_bind()
    columns = (*_OF_CASE, *_OF_DECISION)
    table = sa.table("decisions", *map(sa.column, columns))
    for rows in (_of_packages(connection), _of_items(connection)):
        for row in rows:
            op.execute(table.insert().values(**dict(zip(columns, row, strict=True))))


def _of_packages(connection: sa.Connection) -> Iterator[tuple[Any, ...]]:
    """Give what was decided of packages; a review is written into a package's state with its verdict."""
    states = connection.execute(sa.text("SELECT state FROM packages WHERE instr(state, '\"review\":{') > 0"))
    for (state,) in states.all():
        package = json.loads(state)
        for judged in package["judgements"]:
            if judged.get("review"):
                rma = judged["facts"].get("rma")
                row = _row(judged["review"], "package", judged["verdict"]["codes"], rma["partner"] if rma else "")
                yield package["lpn"], judged["key"], judged["key"], judged["number"], *row


def _of_items(connection: sa.Connection) -> Iterator[tuple[Any, ...]]:
    """Give what was decided of items' verdicts and outcomes; a question to the partner decides nothing."""
    states = connection.execute(
        sa.text("SELECT state, coalesce(partner, '') FROM items WHERE instr(state, '\"review\":{') > 0")
    )
    for state, partner in states.all():
        item = json.loads(state)
        judged, tested = item.get("judgement") or {}, item.get("inspection") or {}
        outcome = [tested["outcome"]] if tested.get("outcome") else []
        about = [("device", judged, (judged.get("verdict") or {}).get("codes")), ("tested", tested, outcome)]
        for part, of, codes in about:
            review = of.get("review")
            if review and review["choice"] not in _ASKED_OF_PARTNER and (codes or part == "device"):
                row = _row(review, part, codes or [], partner)
                yield item["id"], part, item.get("rma_key", ""), item.get("number", ""), *row


def _row(review: dict[str, Any], kind: str, codes: list[str], partner: str) -> tuple[Any, ...]:
    at = datetime.fromisoformat(review["decided_at"]).astimezone(UTC).isoformat()
    grounds = f"{kind}:{','.join(sorted(codes))}"
    return grounds, partner, review["choice"], review["reason"], review["note"], review.get("person"), at
