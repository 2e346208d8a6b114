"""What the reports ask: the sums of a period, told from the journal, and what waits now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select, text

from receiving_app.domain.disposition import WAITING
from receiving_app.domain.item_review import LEAVES
from receiving_app.domain.period import Period
from receiving_app.domain.report import Age, Backlog, Names, Report, Waits, age_of
from receiving_app.domain.report_counts import Measure
from receiving_app.domain.verdict import Decision
from receiving_app.storage.schema import items, packages, partners, people, report_counts, verdicts
from receiving_app.storage.store import Store

_BY_DAY = (Measure.ARRIVED, Measure.VERDICT, Measure.OUTCOME, Measure.GOODS_SENT)
_C = report_counts.c


def report(store: Store, period: Period, now: datetime) -> Report:
    """Give the report of a period, from what of the journal is counted so far."""
    within = (_C.day >= period.first.isoformat(), _C.day <= period.last.isoformat())
    with store.reading() as connection:
        sums = _sums(connection, within)
        whose = {names[2] for of in sums.values() for names in of}
        return Report(
            period=period,
            sums=sums,
            by_day=_by_day(connection, within),
            backlog=_backlog(connection, now),
            partners=_names(connection, select(partners.c.id, partners.c.name), whose),
            people=_names(connection, select(people.c.id, func.json_extract(people.c.body, "$.name")), whose),
        )


def _sums(connection: Connection, within: Iterable[ColumnElement[bool]]) -> Mapping[Measure, Mapping[Names, int]]:
    names = (_C.measure, _C.what, _C.which, _C.whose)
    query = select(*names, func.sum(_C.amount)).where(*within).group_by(*names)
    sums: dict[Measure, dict[Names, int]] = {}
    for measure, what, which, whose, amount in connection.execute(query):
        if amount:
            sums.setdefault(Measure(measure), {})[what, which, whose] = int(amount)
    return sums


def _by_day(connection: Connection, within: Iterable[ColumnElement[bool]]) -> Mapping[tuple[date, Measure, str], int]:
    names = (_C.day, _C.measure, _C.what)
    shown = _C.measure.in_([measure.value for measure in _BY_DAY])
    query = select(*names, func.sum(_C.amount)).where(*within, shown).group_by(*names)
    return {
        (date.fromisoformat(day), Measure(measure), what): int(amount)
        for day, measure, what, amount in connection.execute(query)
    }


def _backlog(connection: Connection, now: datetime) -> Backlog:
    waiting: Counter[tuple[Waits, Age]] = Counter()
    for waits, query in _WAITING.items():
        for since in connection.execute(query).scalars():
            waiting[waits, age_of(datetime.fromisoformat(since), now)] += 1
    return Backlog(waiting)


def _items(*which: ColumnElement[bool]) -> Select[str]:
    """Ask when the boxes of these devices came, of those that are here."""
    here = (items.c.left.is_(False), items.c.state != "")
    joined = select(packages.c.received_at).join_from(items, packages, packages.c.lpn == items.c.lpn)
    return joined.where(*here, *which)


_ACCEPTED = Decision.ACCEPT.value
_WAITING: Mapping[Waits, Select[str]] = {
    Waits.REVIEW: select(packages.c.received_at)
    .join_from(verdicts, packages, packages.c.lpn == verdicts.c.lpn)
    .where(verdicts.c.reviewed.is_(False), verdicts.c.decision != _ACCEPTED),
    Waits.UNPACKING: select(packages.c.received_at).where(
        packages.c.decision == _ACCEPTED,
        packages.c.counts.is_(True),
        ~exists().where(items.c.lpn == packages.c.lpn),
        func.coalesce(func.json_extract(packages.c.state, "$.unpacking.done"), 0) == 0,
    ),
    Waits.BENCH: _items(
        items.c.decision == _ACCEPTED,
        or_(items.c.outcome.is_(None), items.c.outcome.in_([outcome.value for outcome in WAITING])),
    ),
    Waits.DECISION: _items(items.c.question.is_not(None)),
    Waits.SHIPPING: _items(
        items.c.next.in_([each.value for each in LEAVES]),
        items.c.question.is_(None),
    ),
    Waits.CLAIM: select(packages.c.received_at).where(text("unclaimed IS 1")),
}


def _names(connection: Connection, query: Select[Any], wanted: Iterable[str]) -> Mapping[str, str]:
    known = {str(row[0]): str(row[1]) for row in connection.execute(query)}
    return {each: known[each] for each in wanted if each in known}
