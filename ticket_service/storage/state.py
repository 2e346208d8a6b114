"""What the service tells stations: full-state rows in commit order; one that changes moves to the end."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update

from ticket_service.rules.rma_number import look_up_key
from ticket_service.storage.schema import service, state

_INSERT = insert(state)
_UPDATE = (
    update(state)
    .where(state.c.kind == bindparam("key_kind"), state.c.id == bindparam("key_id"))
    .values({name: bindparam(name) for name in ("seq", "rev", "deleted", "look_up", "data")})
)


@dataclass(frozen=True, slots=True)
class StateRow:
    """The full state of one thing; `data` as it goes out."""

    kind: str
    id: str
    data: Mapping[str, Any]
    deleted: bool = False

    @property
    def look_up(self) -> str | None:
        """What it is found by besides its id: an RMA by its number, an item by its RMA's."""
        number = {"rma": self.id, "item": self.data.get("rma")}.get(self.kind)
        return look_up_key(number) if number else None


def put(connection: Connection, rows: Sequence[StateRow]) -> None:
    """Store the rows in their order, each with a higher rev and seq than before; a row that says nothing new stays."""
    known = {(old.kind, old.id): old for old in connection.execute(_known_of(rows))}
    changed = [(row, text) for row in rows if _differs(known.get((row.kind, row.id)), row, text := as_text(row.data))]
    new, old = [], []
    for seq, (row, text) in enumerate(changed, start=_reserve(connection, len(changed))):
        before = known.get((row.kind, row.id))
        values = {"seq": seq, "deleted": row.deleted, "look_up": row.look_up, "data": text}
        if before is None:
            new.append(values | {"kind": row.kind, "id": row.id, "rev": 1})
        else:
            old.append(values | {"key_kind": row.kind, "key_id": row.id, "rev": before.rev + 1})
    if new:
        connection.execute(_INSERT, new)
    if old:
        connection.execute(_UPDATE, old)


def get(connection: Connection, kind: str, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Read the data of these things, by id; what is unknown or deleted is left out."""
    wanted = select(state.c.id, state.c.data).where(
        state.c.kind == kind, state.c.id.in_(list(ids)), state.c.deleted.is_(False)
    )
    return {row.id: json.loads(row.data) for row in connection.execute(wanted)}


def rmas_by_key(connection: Connection, keys: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Read RMAs by the letters and digits of their numbers."""
    wanted = select(state.c.look_up, state.c.data).where(
        state.c.kind == "rma", state.c.look_up.in_(list(keys)), state.c.deleted.is_(False)
    )
    return {row.look_up: json.loads(row.data) for row in connection.execute(wanted)}


def items_of_rma(connection: Connection, key: str) -> list[dict[str, Any]]:
    """Read the items of an RMA by the letters and digits of its number, in the order in which they last changed."""
    wanted = select(state.c.data).where(state.c.kind == "item", state.c.look_up == key, state.c.deleted.is_(False))
    return [json.loads(data) for data in connection.execute(wanted.order_by(state.c.seq)).scalars()]


def outgoing() -> Select[Any]:
    """Select rows as `row_text` wants them."""
    return select(state.c.seq, state.c.kind, state.c.id, state.c.rev, state.c.deleted, state.c.data)


def row_text(row: Row[Any]) -> str:
    """Write one row as JSON around its ready-made data: 100,000 rows are not parsed to be written again."""
    deleted = "true" if row.deleted else "false"
    start = f'{{"seq":{row.seq},"kind":"{row.kind}","id":{json.dumps(row.id)},"rev":{row.rev},"deleted":{deleted}'
    return f'{start},"data":{row.data}}}'


def as_text(data: Mapping[str, Any]) -> str:
    """Write data as the compact JSON that is stored and sent."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _known_of(rows: Sequence[StateRow]) -> Select[Any]:
    kinds = {row.kind for row in rows}
    known = select(state.c.kind, state.c.id, state.c.rev, state.c.deleted, state.c.data).where(state.c.kind.in_(kinds))
    # SQLite takes at most 32,766 values; beyond a batch it is quicker to read the kind whole.
    return known.where(state.c.id.in_({row.id for row in rows})) if len(rows) <= 1000 else known


def _differs(before: Row[Any] | None, row: StateRow, text: str) -> bool:
    return before is None or before.data != text or before.deleted != row.deleted


def _reserve(connection: Connection, count: int) -> int:
    """Take `count` numbers of the one counter row and return the first: its lock makes seq order commit order."""
    taken = update(service).values(newest_seq=service.c.newest_seq + count).returning(service.c.newest_seq)
    newest: int = connection.execute(taken).scalar_one()
    return newest - count + 1
