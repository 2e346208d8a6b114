"""RMAs that never came whole: their last day is over, what came was unpacked, and something is still awaited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import BindParameter, Connection, bindparam, exists, func, select

from receiving_app.domain.authorization import RmaState, units_of
from receiving_app.domain.cases import CaseKind, Head, Unread, handed_to
from receiving_app.domain.exchange_cases import IncompleteCase
from receiving_app.domain.putting_off import PutOff
from receiving_app.domain.verdict import Decision
from receiving_app.storage import items, packages, put_offs, service_data, settled_lines
from receiving_app.storage.expected import lines_of_rma
from receiving_app.storage.schema import packages as boxes
from receiving_app.storage.schema import partners, rmas, verdicts
from receiving_app.storage.store import Store

#: SQLite takes 32,766 values a statement.
_CHUNK = 5_000
_CLOSED = verdicts.alias("closed")
_CAME = (
    select(verdicts.c.rma_key, verdicts.c.lpn)
    .select_from(verdicts.join(rmas, rmas.c.rma_key == verdicts.c.rma_key).join(boxes, boxes.c.lpn == verdicts.c.lpn))
    .where(
        verdicts.c.effective == Decision.ACCEPT.value,
        verdicts.c.unpacked.is_(True),
        # What stands on the table or was never opened may still hold it.
        ~exists().where(
            _CLOSED.c.rma_key == verdicts.c.rma_key,
            _CLOSED.c.effective == Decision.ACCEPT.value,
            _CLOSED.c.unpacked.is_(False),
        ),
        rmas.c.state == RmaState.OPEN.value,
        rmas.c.receive_by < bindparam("today"),
        rmas.c.awaited > 0,
    )
    .order_by(boxes.c.number)
)
_KEYS: BindParameter[Any] = bindparam("keys", expanding=True)
_RMAS = (
    select(
        rmas.c.rma_key, rmas.c.number, rmas.c.receive_by, rmas.c.body, func.coalesce(partners.c.name, rmas.c.partner)
    )
    .select_from(rmas.outerjoin(partners, partners.c.id == rmas.c.partner))
    .where(rmas.c.rma_key.in_(_KEYS))
)


class _Line(msgspec.Struct, gc=False):
    id: str
    model: str
    quantity: int = 1
    received: int = 0


class _Body(msgspec.Struct, gc=False):
    """What of an RMA says how much of it is awaited; to read it whole takes twenty times as long."""

    lines: list[_Line] = []


_BODY = msgspec.json.Decoder(_Body)


def incomplete_cases(store: Store, now: datetime) -> tuple[IncompleteCase, ...]:
    """Give every such RMA whole, the one first whose last day was first."""
    with store.reading() as connection:
        found = (_read(connection, unread.head) for unread in _rows(connection, now))
        return tuple(filter(None, found))


def incomplete_rows(store: Store, now: datetime) -> tuple[Unread, ...]:
    """Give of every such RMA what the list shows."""
    with store.reading() as connection:
        return _rows(connection, now)


def incomplete_case(connection: Connection, unread: Unread) -> IncompleteCase | None:
    """Give all of one; None where nothing of it is awaited any more."""
    return _read(connection, unread.head)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is known of RMAs besides what the ticket service says."""

    last_box: Mapping[str, str]
    counted: Mapping[tuple[str, str], int]
    settled: set[tuple[str, str]]
    waits: Mapping[str, PutOff]
    zone: ZoneInfo


def _rows(connection: Connection, now: datetime) -> tuple[Unread, ...]:
    calendar = service_data.current_policy(connection).calendar
    today = calendar.local(now).date().isoformat()
    # In the order in which they came: the last box of each stays.
    came = {row.rma_key: row.lpn for row in connection.execute(_CAME, {"today": today})}
    keys = list(came)
    if not keys:
        return ()
    beside = _Beside(
        last_box=came,
        counted=items.counted(connection, keys),
        settled=settled_lines.of_rmas(connection, frozenset(keys)),
        waits=put_offs.of_rmas(connection, keys),
        zone=ZoneInfo(calendar.time_zone),
    )
    rows = (_row(row, beside) for row in _said(connection, keys))
    return tuple(sorted(filter(None, rows), key=lambda unread: unread.head.since))


def _row(row: tuple[str, str, str, str, str], beside: _Beside) -> Unread | None:
    key, number, receive_by, body, partner = row
    units = units_of(
        (line.model, max(0, line.quantity - max(line.received, beside.counted.get((key, line.id), 0))))
        for line in _BODY.decode(body).lines
        if (key, line.id) not in beside.settled
    )
    if not units:
        return None
    put_off = beside.waits.get(key)
    head = Head(
        kind=CaseKind.INCOMPLETE_RMA,
        key=(key,),
        since=_ended(date.fromisoformat(receive_by), beside.zone),
        decision=None,
        number=number,
        partner=partner,
        thing=beside.last_box[key],
        units=units,
        rests_until=put_off.until if put_off else None,
        handed_to=handed_to(put_off),
    )
    return Unread(head)


def _read(connection: Connection, head: Head) -> IncompleteCase | None:
    (key,) = head.key
    rma = service_data.rma(connection, key)
    awaited = tuple(each for each in lines_of_rma(connection, key) if each.awaited)
    if rma is None or rma.state is not RmaState.OPEN or not awaited:
        return None
    came = [packages.get(connection, sibling.lpn) for sibling in packages.siblings(connection, key, "")]
    own = [box for box in came if box is not None and any(each.key == key for each in box.accepted)]
    if not all(box.unpacking is not None and box.unpacking.done for box in own):
        return None
    zone = ZoneInfo(service_data.current_policy(connection).calendar.time_zone)
    put_off = put_offs.of_rmas(connection, [key]).get(key)
    return IncompleteCase(key, rma, awaited, tuple(box.lpn for box in own), _ended(rma.receive_by, zone), put_off)


def _ended(last_day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(last_day + timedelta(days=1), time(), zone)


def _said(connection: Connection, keys: Sequence[str]) -> Iterator[Any]:
    for start in range(0, len(keys), _CHUNK):
        yield from connection.execute(_RMAS, {"keys": keys[start : start + _CHUNK]}).all()
