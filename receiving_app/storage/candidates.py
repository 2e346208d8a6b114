"""Whose a box may be, as far as the station's memory tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from receiving_app.domain.authorization import RmaState
from receiving_app.domain.candidates import Candidate, Keys, Sender, candidates, keys_of
from receiving_app.domain.unclaimed_events import GroundKind
from receiving_app.storage import service_data
from receiving_app.storage.schema import rma_serials, rma_trackings, rmas

#: So many open RMAs of a partner are looked at, the newest first.
_MOST_OF_A_PARTNER = 20
#: So many candidates a person looks through.
MOST = 30


def for_clues(connection: Connection, clues: Sequence[str]) -> tuple[Candidate, ...]:
    """Give the RMAs and partners that clues point to, the likeliest first."""
    fmt = service_data.current_policy(connection).number_format
    senders = [Sender(each.id, each.name, each.addresses) for each in service_data.every_partner(connection)]
    pointed = candidates(clues, (), senders, fmt)
    keys = _named_by(connection, [keys_of(clue, fmt) for clue in clues])
    keys += [key for each in pointed for key in _open_of(connection, each.partner)]
    known = service_data.rmas_with(connection, list(dict.fromkeys(keys)))
    return candidates(clues, known.values(), senders, fmt)[:MOST]


def certain(connection: Connection, clues: Sequence[str]) -> tuple[Candidate, ...]:
    """Give the open RMAs of which a clue is a number, a serial number or an announced tracking number."""
    fmt = service_data.current_policy(connection).number_format
    keys = _named_by(connection, [keys_of(clue, fmt) for clue in clues], nearly=False)
    known = service_data.rmas_with(connection, keys)
    opened = [rma for rma in known.values() if rma.state is RmaState.OPEN]
    found = candidates(clues, opened, (), fmt)
    return tuple(each for each in found if any(ground.kind in _CERTAIN for ground in each.grounds))


_CERTAIN = frozenset({GroundKind.NUMBER, GroundKind.SERIAL, GroundKind.TRACKING})


def _named_by(connection: Connection, keyed: Iterable[Keys], *, nearly: bool = True) -> list[str]:
    """Give the keys of the RMAs that bear one of these numbers."""
    found: dict[str, None] = {}
    for keys in keyed:
        numbers: ColumnElement[bool] = rmas.c.rma_key.in_(list(keys.numbers))
        if nearly:
            is_open = rmas.c.state == RmaState.OPEN.value
            numbers = or_(numbers, and_(rmas.c.rma_key.in_(list(keys.near)), is_open))
        for query in (
            select(rmas.c.rma_key).where(numbers),
            select(rma_serials.c.rma_key).where(rma_serials.c.serial == keys.serial),
            select(rma_trackings.c.rma_key).where(rma_trackings.c.tracking == keys.tracking),
        ):
            found |= dict.fromkeys(connection.execute(query).scalars())
    return list(found)


def _open_of(connection: Connection, partner: str) -> Sequence[str]:
    """Give the newest open RMAs of a partner of which something is awaited."""
    query = select(rmas.c.rma_key).where(
        rmas.c.partner == partner, rmas.c.state == RmaState.OPEN.value, rmas.c.awaited > 0
    )
    return connection.execute(query.order_by(rmas.c.receive_by.desc()).limit(_MOST_OF_A_PARTNER)).scalars().all()
