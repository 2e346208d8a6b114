"""What the review asks when a case waits no longer, or again: who decided it, and why the service would not have it."""

from __future__ import annotations

import json

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from receiving_app.domain.authorization import RmaState
from receiving_app.domain.became import Became, Refused, Said, Word, choice_of
from receiving_app.domain.cases import Case, CaseKind
from receiving_app.domain.events import TYPE_OF_BODY, Event, ReviewDecided
from receiving_app.domain.exchange import ExchangeDecided, LineSettled
from receiving_app.domain.item_events import EmptyBoxReviewed, ItemDecided
from receiving_app.domain.rma_number import number_key
from receiving_app.storage import journal, service_data, settled_lines
from receiving_app.storage.journal import Delivery
from receiving_app.storage.schema import events
from receiving_app.storage.store import Store

_DECIDES = tuple(
    TYPE_OF_BODY[body].name for body in (ReviewDecided, ItemDecided, EmptyBoxReviewed, ExchangeDecided, LineSettled)
)


def became(store: Store, case: Case) -> Became:
    """Tell why a case waits no longer."""
    with store.reading() as connection:
        event = _last(connection, case, events.c.undone.is_(False))
        # What was decided before it came up again is not what became of it.
        word = _word(event) if event is not None and event.occurred_at >= case.head.since else None
        word = word or _settled_elsewhere(connection, case)
        rma = service_data.rma(connection, number_key(case.head.number)) if case.head.number else None
        return Became(word, rma.state if rma is not None else RmaState.OPEN)


def refused(store: Store, case: Case) -> Refused | None:
    """Give the last decision on a case as it stands that the ticket service would not take; None where none was."""
    with store.reading() as connection:
        query = _about(case, events.c.delivery == Delivery.REJECTED.value)
        row = connection.execute(select(events.c.payload, events.c.problem).where(query).order_by(_NEWEST)).first()
    if row is None:
        return None
    event = journal.read_event(row.payload)
    if getattr(event.body, "judged", case.judged) != case.judged:
        return None
    problem = json.loads(row.problem or "{}")
    return Refused(_word(event), str(problem.get("type", "")), str(problem.get("detail", "")))


_NEWEST = events.c.seq.desc()


def _last(connection: Connection, case: Case, *which: ColumnElement[bool]) -> Event | None:
    payload = connection.execute(select(events.c.payload).where(_about(case, *which)).order_by(_NEWEST)).scalar()
    return journal.read_event(payload) if payload is not None else None


def _about(case: Case, *which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Choose the decisions on what a case is about."""
    head = case.head
    match head.kind:
        case CaseKind.PACKAGE:
            lpn, key = head.key
            about = and_(events.c.lpn == lpn, events.c.rma_key.is_not_distinct_from(key or None))
        case CaseKind.ITEM | CaseKind.OUTCOME:
            about = or_(events.c.item == head.thing, events.c.with_item == head.thing)
        case CaseKind.EXCHANGE:
            ids = head.key[0].split("+")
            about = or_(events.c.item.in_(ids), events.c.with_item.in_(ids))
        case CaseKind.INCOMPLETE_RMA:
            about = and_(events.c.rma_key == head.key[0], events.c.lpn.is_(None))
        case _:
            about = events.c.lpn == head.thing
    return and_(about, events.c.type.in_(_DECIDES), *which)


def _settled_elsewhere(connection: Connection, case: Case) -> Word | None:
    if case.head.kind is not CaseKind.INCOMPLETE_RMA:
        return None
    settled = settled_lines.last_of_rma(connection, case.head.key[0])
    if settled is None or settled.settled_at is None:
        return None
    return Word(settled.person, settled.settled_at, settled.station, Said.NOT_RETURNED.value)


def _word(event: Event) -> Word:
    note = str(getattr(event.body, "note", ""))
    return Word(event.actor.person or "", event.occurred_at, event.station, choice_of(event.body), note)
