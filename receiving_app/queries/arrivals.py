"""What the arrivals page asks: the open RMAs of which something is still to come, by how urgent they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, and_, func, literal_column, select

from receiving_app.domain.arrivals import Arrival, Due, DueDays, arrival, due_days
from receiving_app.domain.authorization import RmaState
from receiving_app.domain.policy import Policy
from receiving_app.domain.verdict import Decision
from receiving_app.storage import items, service_data
from receiving_app.storage.schema import rmas, verdicts
from receiving_app.storage.store import Store

#: As many as a person reads; the page says when there are more.
MOST_ARRIVALS = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which arrivals are asked for: how urgent (None: all that are still in time), or those whose replacement is out.

    `partner` is a part of the partner's name.
    """

    due: Due | None = None
    replaced: bool = False
    partner: str = ""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The arrivals asked for: the nearest last day first, of what is overdue the latest.

    `total` is how many fit what was asked for; `counts` counts all of them by how urgent they are, and `replaced` those
    whose replacement is out, whatever was asked for; `owed` devices are still to come for these.
    """

    rows: tuple[Arrival, ...]
    total: int
    counts: Mapping[Due, int]
    replaced: int
    owed: int


def arrivals(store: Store, now: datetime, wanted: Wanted) -> Arrivals:
    """Give what is still to come, of what is asked for."""
    with store.reading() as connection:
        policy = service_data.current_policy(connection)
        days = due_days(now, policy.calendar)
        here = _here(connection)
        begun = tuple(_begun(connection, here, now, policy))
        partners = service_data.partners_named(connection, wanted.partner) if wanted.partner.strip() else None
        asked = tuple(_asked(wanted, partners, days))
        fitting = [each for each in begun if _fits(each, wanted, partners)]
        rows = [*fitting, *_untouched(connection, now, policy, asked, latest_first=wanted.due is Due.OVERDUE)]
        rows.sort(key=lambda each: each.rma.receive_by, reverse=wanted.due is Due.OVERDUE)
        counts = _counts(connection, days, here.values(), begun)
        by_day_alone = partners is None and not wanted.replaced
        return Arrivals(
            rows=tuple(rows[:MOST_ARRIVALS]),
            total=_counted(counts, wanted.due) if by_day_alone else _count(connection, *asked) + len(fitting),
            counts={due: counts[due] for due in Due},
            replaced=_count(connection, *_REPLACED, _NOT_HERE) + sum(each.replaced for each in begun),
            owed=_owed(connection) + sum(each.awaited for each in begun if each.replaced),
        )


_EXPECTED = (rmas.c.state == RmaState.OPEN.value, rmas.c.awaited > 0)
#: Not by the index of the state: SQLite would go through all that are open where few are looked for.
_OPEN = literal_column("+rmas.state") == RmaState.OPEN.value
#: In the words of the index of these few.
_REPLACED: tuple[ColumnElement[bool], ...] = (literal_column("rmas.replacement_shipped"), _OPEN)
#: Nothing of it has been accepted at this station.
_NOT_HERE = and_(
    rmas.c.awaited > 0,
    ~select(verdicts.c.lpn)
    .where(verdicts.c.rma_key == rmas.c.rma_key, verdicts.c.effective == Decision.ACCEPT.value)
    .exists(),
)


def _asked(wanted: Wanted, partners: Sequence[str] | None, days: DueDays) -> Iterator[ColumnElement[bool]]:
    yield _NOT_HERE
    yield from _REPLACED if wanted.replaced else _EXPECTED
    if wanted.due is not None:
        first, last = days.span(wanted.due)
        yield rmas.c.receive_by.between(first.isoformat(), last.isoformat())
    elif not wanted.replaced:
        yield rmas.c.receive_by >= days.today.isoformat()
    if partners is not None:
        yield rmas.c.partner.in_(partners)


def _fits(each: Arrival, wanted: Wanted, partners: Sequence[str] | None) -> bool:
    if partners is not None and each.rma.partner not in partners:
        return False
    if wanted.replaced and not each.replaced:
        return False
    if wanted.due is None:
        return wanted.replaced or each.due is not Due.OVERDUE
    return each.due is wanted.due


def _untouched(
    connection: Connection, now: datetime, policy: Policy, asked: Sequence[ColumnElement[bool]], *, latest_first: bool
) -> Iterator[Arrival]:
    """Give the RMAs asked for of which nothing was accepted here."""
    order = rmas.c.receive_by.desc() if latest_first else rmas.c.receive_by
    query = select(rmas.c.rma_key).where(*asked).order_by(order).limit(MOST_ARRIVALS)
    keys = connection.execute(query).scalars().all()
    for rma in service_data.rmas_with(connection, keys).values():
        found = arrival(rma, {}, now, policy.calendar)
        if found is not None:
            yield found


@dataclass(frozen=True, slots=True)
class _Touched:
    """An RMA of which boxes were accepted here while the service awaits more; `done`: all of them were opened."""

    receive_by: date
    done: bool


def _here(connection: Connection) -> dict[str, _Touched]:
    """Give by their keys the open RMAs of which boxes were accepted here."""
    query = (
        select(verdicts.c.rma_key, rmas.c.receive_by, func.min(verdicts.c.unpacked))
        .join_from(verdicts, rmas, rmas.c.rma_key == verdicts.c.rma_key)
        .where(verdicts.c.effective == Decision.ACCEPT.value, _OPEN, rmas.c.awaited > 0)
        .group_by(verdicts.c.rma_key)
    )
    # Of a box that is still closed everything may have come.
    rows = connection.execute(query).all()
    return {key: _Touched(date.fromisoformat(receive_by), bool(done)) for key, receive_by, done in rows}


def _begun(connection: Connection, here: Mapping[str, _Touched], now: datetime, policy: Policy) -> Iterator[Arrival]:
    """Give those whose boxes were all opened, with what these lacked."""
    keys = [key for key, touched in here.items() if touched.done]
    counted = items.counted(connection, keys)
    for key, rma in service_data.rmas_with(connection, keys).items():
        came = {line.id: counted[key, line.id] for line in rma.lines if (key, line.id) in counted}
        rest = arrival(rma, came, now, policy.calendar)
        if rest is not None:
            yield rest


def _counts(connection: Connection, days: DueDays, here: Iterable[_Touched], begun: Iterable[Arrival]) -> Counter[Due]:
    """Count all that is expected, from an index alone; of what is here only what its boxes lacked."""
    query = select(rmas.c.receive_by, func.count().label("many")).where(*_EXPECTED).group_by(rmas.c.receive_by)
    counts: Counter[Due] = Counter()
    for row in connection.execute(query):
        counts[days.of(date.fromisoformat(row.receive_by))] += row.many
    counts.subtract(days.of(touched.receive_by) for touched in here)
    counts.update(each.due for each in begun)
    return counts


def _counted(counts: Counter[Due], due: Due | None) -> int:
    """Give how many are of an urgency; of none in particular: all that are still in time."""
    return counts[due] if due is not None else sum(counts[each] for each in Due if each is not Due.OVERDUE)


def _owed(connection: Connection) -> int:
    query = select(func.coalesce(func.sum(rmas.c.awaited), 0)).where(*_REPLACED, _NOT_HERE)
    return int(connection.execute(query).scalar_one())


def _count(connection: Connection, *where: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count()).select_from(rmas).where(*where)).scalar_one())
