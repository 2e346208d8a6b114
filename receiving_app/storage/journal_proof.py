"""The journal's proof: its chain checked from the first row to the last, and all of it written to a file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from sqlalchemy import Connection, select

from receiving_app.domain.events import EVENT_TYPES
from receiving_app.storage import countersigned, journal
from receiving_app.storage.forms import utc_text
from receiving_app.storage.schema import identity
from receiving_app.storage.store import Store, StoreError
from receiving_app.storage.verify_journal import FORM, FORMAT, Chain, Countersignature, Fault, Proof, What, sift

#: Events read at once: a reading that lasts keeps SQLite from tidying its log.
_AT_ONCE = 10_000

_ROWS = (
    "SELECT seq, prev_hash, hash, payload, id, type, schema, act, occurred_at, lpn, rma_key, item, with_item, shipment "
    "FROM events WHERE seq > ? ORDER BY seq LIMIT ?"
)


class _Subject(msgspec.Struct, gc=False):
    lpn: str | None
    rma: str | None


class _Side(msgspec.Struct, gc=False):
    item: str


class _Body(msgspec.Struct, gc=False):
    item: Any = None
    shipment: Any = None
    sides: list[_Side] | None = None

    def about(self) -> list[Any]:
        """Give item, the item with it and shipment as the journal files them."""
        items = [side.item for side in self.sides] if self.sides else [self.item]
        return [items[0], items[1] if len(items) == 2 else None, self.shipment]


class _Content(msgspec.Struct, gc=False):
    """What an event's content says that its row says again, to be found by."""

    station_seq: int
    prev_hash: str
    id: str
    type: str
    schema: int
    act: str | None
    occurred_at: str
    subject: _Subject
    body: _Body


#: Of these a body names no item and no shipment.
_ABOUT_THEIR_SUBJECT = frozenset(
    kind.name for kind in EVENT_TYPES if not {"item", "sides", "shipment"} & {each.name for each in fields(kind.body)}
)

_Row = tuple[Any, ...]
_CONTENT = msgspec.json.Decoder(_Content)


def prove(
    store: Store,
    asked: Sequence[Countersignature] = (),
    goes_on: Callable[[int], bool] = lambda _checked: True,
    *,
    at_once: int = _AT_ONCE,
) -> Proof | None:
    """Check every event of the station's memory, and what the ticket service has signed.

    `asked` are countersignatures besides those that are kept. `goes_on` hears after every `at_once` events how many are
    checked; where it says no, there is no proof.
    """
    with store.reading() as connection:
        station = station_of(connection)
        signed, faults = sift(station, (*countersigned.kept(connection), *asked))
    chain = Chain(frozenset(each.station_seq for each in signed), faults=faults)
    count = last = 0
    more = True
    while more:
        with _rows_after(store, last, at_once) as rows:
            taken, last = _take_all(chain, rows, station, last)
        count, more = count + taken, taken > 0
        if not goes_on(count):
            return None
    chain.compare(signed)
    unsigned = max(0, chain.seq - max((each.station_seq for each in signed), default=0))
    return Proof(station, count, tuple(dict.fromkeys(chain.named())), tuple(signed), unsigned)


def export(store: Store, path: Path, now: datetime) -> int:
    """Write the whole journal as a file that `verify_journal` checks, and give how many events it holds.

    Raise `StoreError` where it can't be written; then nothing is left behind.
    """
    partial = path.with_name(f"{path.name}.part")
    try:
        with partial.open("wb") as file:
            count = _write(store, file, now)
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise StoreError(f"{path} can't be written: {error.strerror}. Choose another place, or make room.") from error
    return count


def _write(store: Store, file: BinaryIO, now: datetime) -> int:
    with store.reading() as connection:
        station, (events, _) = station_of(connection), journal.head(connection)
        file.write(header(station, events, now, countersigned.kept(connection)))
    count = last = 0
    while last < events:
        before = last
        with _rows_after(store, last) as rows:
            for row in rows:
                if row[0] <= events:
                    file.write(line(row[2], row[3]))
                    count += 1
                last = row[0]
        if last == before:
            break
    return count


def header(
    station: str, events: int, now: datetime, signed: Iterable[Countersignature], *, excerpt: bool = False
) -> bytes:
    """Give the first line of an exported journal."""
    told = {
        "format": FORMAT,
        "form": FORM,
        "station": station,
        "events": events,
        "excerpt": excerpt,
        "exported_at": utc_text(now),
        "countersigned": [asdict(each) for each in signed],
    }
    return json.dumps(told, ensure_ascii=False).encode() + b"\n"


def line(hash_: str, payload: bytes) -> bytes:
    """Give the line of one event: its bytes as they were hashed, behind their hash."""
    return b'{"hash":"%s","event":%s}\n' % (hash_.encode(), payload)


def station_of(connection: Connection) -> str:
    """Give the name that the memory is bound to."""
    return connection.execute(select(identity.c.station)).scalar() or ""


@contextmanager
def _rows_after(store: Store, seq: int, at_once: int = _AT_ONCE) -> Iterator[Iterator[_Row]]:
    """Give the next events' rows; they are read as they are taken."""
    with store.reading() as connection:
        # Five million rows: the bare cursor is twice as fast as rows with names.
        cursor: Any = connection.connection.cursor()
        cursor.execute(_ROWS, (seq, at_once))
        yield cursor
        cursor.close()


def _take_all(chain: Chain, rows: Iterable[_Row], station: str, last: int) -> tuple[int, int]:
    """Take rows after the one `last`; give how many they were, and the last of them.

    Nearly everything is as it should be, and is seen to be so without reading its JSON: its keys are sorted, so a
    content ends with what its row says again. All else is read.
    """
    sha256, watched, count = hashlib.sha256, chain.watched, 0
    before, hash_before, named = chain.seq, chain.hash, json.dumps(station, ensure_ascii=False)
    for row in rows:
        last, prev_hash, hash_, payload, id_, kind, schema, act, occurred_at, lpn, rma, item, with_item, shipment = row
        count += 1
        box = "null" if lpn is None else f'"{lpn}"'
        number = "null" if rma is None else f'"{rma}"'
        end = (
            f',"id":"{id_}","occurred_at":"{occurred_at}","prev_hash":"{prev_hash}","schema":{schema},'
            f'"station":{named},"station_seq":{last},"subject":{{"lpn":{box},"rma":{number}}},"type":"{kind}"}}'
        )
        begin = '{"act":null,' if act is None else f'{{"act":"{act}",'
        if (
            type(payload) is bytes
            and last == before + 1
            and prev_hash == hash_before
            and payload.endswith(end.encode())
            and payload.startswith(begin.encode())
            and sha256(payload).hexdigest() == hash_
            and kind in _ABOUT_THEIR_SUBJECT
            and item is with_item is shipment is None
            and last not in watched
        ):
            before, hash_before = last, hash_
        else:
            chain.seq, chain.hash = before, hash_before
            _take(chain, row)
            before, hash_before = chain.seq, chain.hash
    chain.seq, chain.hash = before, hash_before
    return count, last


def _take(chain: Chain, row: _Row) -> None:
    """Take one row of which something is wrong or rare, and name what is wrong."""
    seq, prev_hash, hash_, payload, *filed = row
    if not isinstance(payload, bytes):
        chain.skip()
        return
    chain.take(seq, prev_hash, hash_, payload)
    try:
        said = _CONTENT.decode(payload)
    except ValueError:
        chain.note(Fault(What.MISFILED, seq))
        return
    occurred_at = said.occurred_at if said.occurred_at == filed[4] else _in_utc(said.occurred_at)
    subject = said.subject
    named = [said.id, said.type, said.schema, said.act, occurred_at, subject.lpn, subject.rma]
    if (said.station_seq, said.prev_hash) != (seq, prev_hash) or [*named, *said.body.about()] != filed:
        chain.note(Fault(What.MISFILED, seq))


def _in_utc(text: str) -> str:
    try:
        return utc_text(datetime.fromisoformat(text))
    except ValueError:
        return ""
