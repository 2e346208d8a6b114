"""The search's index: the texts by which RMAs are found, and their pieces in an FTS5 table without content.

A text is kept with its RMA, in one transaction; its pieces follow later, many at once (`take_in`). Until then it is
looked through as it is. Pieces of four letters are looked up rather than SQLite's own trigrams: among digits those are
so few that each stands in every twentieth RMA (docs/decisions/0010-search.md).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from receiving_app.domain.search_text import PIECE, pieces
from receiving_app.storage.schema import search_marks, search_texts

#: More pieces than these rarest ones cost more time than they leave out.
_RAREST = 3
#: How many RMAs that have the rarest pieces are looked at; what lies beyond needs a longer part.
_MOST_LOOKED_AT = 1_000
#: Among how many of the newest RMAs a text is looked for that is shorter than a piece.
_NEWEST = 20_000
#: Enough texts to tell how common a piece is.
_SAMPLE = 1_000
#: So many texts are taken in together: page by page takes five times as long; with more, a scan waits too long for it.
_AT_ONCE = 250
_CHUNK = 500

_INSERT_TEXT = "INSERT INTO search_texts (id, rma_key, text) VALUES (?, ?, ?)"
_DELETE_TEXT = "DELETE FROM search_texts WHERE id = ?"
_INSERT_PIECES = "INSERT INTO search_pieces (rowid, pieces) VALUES (?, ?)"
_DELETE_PIECES = "INSERT INTO search_pieces (search_pieces, rowid, pieces) VALUES ('delete', ?, ?)"
_WITH_PIECES = (
    "SELECT rma_key, text FROM "
    "(SELECT rowid FROM search_pieces WHERE search_pieces MATCH ? ORDER BY rowid DESC LIMIT ?) AS likely "
    "JOIN search_texts ON search_texts.id = likely.rowid ORDER BY search_texts.id DESC"
)
_WAITING = "SELECT rma_key, text FROM search_texts WHERE id > ? AND instr(text, ?) ORDER BY id DESC LIMIT ?"
_AMONG_NEWEST = (
    "SELECT rma_key, text FROM (SELECT * FROM search_texts ORDER BY id DESC LIMIT ?) WHERE instr(text, ?) LIMIT ?"
)

_Stored = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Entries:
    """The keys of the RMAs that were found, the nearest first; not `complete` where a longer part may find more."""

    keys: tuple[str, ...]
    complete: bool


class Rarity:
    """Tells the rare pieces from the common ones, by a sample of the texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._seen = Counter(piece for text in texts for piece in set(pieces(text)))

    def rarest(self, key: str) -> list[str]:
        """Give the pieces of a key that leave out most."""
        return sorted(set(pieces(key)), key=lambda piece: (self._seen[piece], piece))[:_RAREST]


def add(connection: Connection, texts: Mapping[str, str]) -> None:
    """Let RMAs that were not stored before be found by their search texts."""
    new = [(n, *each) for n, each in enumerate(texts.items(), _last_id(connection) + 1)]
    _run(connection, _INSERT_TEXT, new)


def put(connection: Connection, texts: Mapping[str, str]) -> None:
    """Let stored RMAs be found by these search texts from now on; most of their changes leave the text as it is."""
    standing = _standing(connection, texts)
    same = {key for _, key, text in standing if texts[key] == text}
    _forget(connection, [row for row in standing if row[1] not in same])
    add(connection, {key: text for key, text in texts.items() if key not in same})


def remove(connection: Connection, keys: Iterable[str]) -> None:
    """Let RMAs no longer be found."""
    _forget(connection, _standing(connection, keys))


def clear(connection: Connection) -> None:
    """Forget everything: the RMAs are told anew."""
    connection.execute(delete(search_texts))
    connection.execute(delete(search_marks))
    connection.exec_driver_sql("INSERT INTO search_pieces (search_pieces) VALUES ('delete-all')")


def take_in(connection: Connection) -> bool:
    """Take the next texts into the index, once enough of them wait; tell whether more may."""
    query = select(search_texts.c.id, search_texts.c.text).where(search_texts.c.id > _indexed(connection))
    waiting = connection.execute(query.order_by(search_texts.c.id).limit(_AT_ONCE)).all()
    if len(waiting) < _AT_ONCE:
        return False
    _run(connection, _INSERT_PIECES, [(row.id, _told(row.text)) for row in waiting])
    last = waiting[-1].id
    mark = insert(search_marks).values(id=1, indexed=last)
    connection.execute(mark.on_conflict_do_update(index_elements=["id"], set_={"indexed": last}))
    return True


def rarity(connection: Connection) -> Rarity:
    """Look at some of the texts, the same ones every time."""
    last = _last_id(connection)
    ids = random.Random(0).sample(range(1, last + 1), min(_SAMPLE, last))  # noqa: S311 - guards nothing
    rows = (connection.execute(select(search_texts.c.text).where(search_texts.c.id == n)).scalar() for n in ids)
    return Rarity(text for text in rows if text)


def find(connection: Connection, key: str, rarity: Rarity, most: int) -> Entries:
    """Find the RMAs of which a number has the key in it; among equally near ones the newest comes first."""
    if not key:
        return Entries((), complete=True)
    if len(key) < PIECE:
        rows = connection.exec_driver_sql(_AMONG_NEWEST, (_NEWEST, key, _MOST_LOOKED_AT)).all()
        complete = len(rows) < _MOST_LOOKED_AT and _last_id(connection) <= _NEWEST
    else:
        waiting = connection.exec_driver_sql(_WAITING, (_indexed(connection), key, _MOST_LOOKED_AT)).all()
        match = " AND ".join(f'"{piece}"' for piece in rarity.rarest(key))
        likely = connection.exec_driver_sql(_WITH_PIECES, (match, _MOST_LOOKED_AT)).all()
        rows = [*waiting, *(row for row in likely if key in row.text)]
        complete = max(len(waiting), len(likely)) < _MOST_LOOKED_AT
    nearest = sorted(rows, key=lambda row: _distance(row.text, key))
    return Entries(tuple(row.rma_key for row in nearest[:most]), complete and len(rows) <= most)


def _distance(text: str, key: str) -> int:
    """Rank a text: one of its numbers is the key, begins or ends with it, or has it inside."""
    words = f" {text} "
    if f" {key} " in words:
        return 0
    return 1 if f" {key}" in words or f"{key} " in words else 2


def _standing(connection: Connection, rma_keys: Iterable[str]) -> list[_Stored]:
    """Give id, key and text of the RMAs among these that can be found."""
    keys = list(rma_keys)
    found: list[_Stored] = []
    for start in range(0, len(keys), _CHUNK):
        rows = connection.execute(select(search_texts).where(search_texts.c.rma_key.in_(keys[start : start + _CHUNK])))
        found.extend((row.id, row.rma_key, row.text) for row in rows)
    return found


def _forget(connection: Connection, rows: Sequence[_Stored]) -> None:
    indexed = _indexed(connection)
    _run(connection, _DELETE_PIECES, [(n, _told(text)) for n, _, text in rows if n <= indexed])
    _run(connection, _DELETE_TEXT, [(n,) for n, _, _ in rows])


def _told(text: str) -> str:
    """Give a text's pieces as the index is told them, and told again to forget them."""
    return " ".join(pieces(text))


def _indexed(connection: Connection) -> int:
    """Give the last id whose pieces are in the index."""
    return int(connection.execute(select(search_marks.c.indexed)).scalar() or 0)


def _last_id(connection: Connection) -> int:
    """Give the last id that was given; one is given again only after its pieces were forgotten."""
    return int(connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM search_texts").scalar_one())


def _run(connection: Connection, statement: str, values: Sequence[tuple[str | int, ...]]) -> None:
    if values:
        connection.exec_driver_sql(statement, list(values))
