"""Finding tickets: lists, filters and words; each page reads about as little of a million tickets as of ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from ticket_service.accounts.caller import Caller
from ticket_service.rules.ticket_states import TicketState
from ticket_service.storage.ticket_tables import rmas, ticket_products, ticket_words, tickets
from ticket_service.tickets.rights import Act, is_ours, require
from ticket_service.tickets.site import partner_names
from ticket_service.tickets.words import asked_words

PAGE = 50
#: How many tickets a page looks at before it asks whether to look further back.
MOST_LOOKED_AT = 20_000
#: Measured: for two words of 20,000 tickets each that never meet, parts of 1,000 take half as long as those of 500.
_CHUNK = 1000
_SHOWN_OF_PROBLEM = 140


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody looks for; `text` holds words and numbers of all kinds, `before` goes on from an earlier page."""

    text: str = ""
    partner: str | None = None
    state: TicketState | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A ticket in a list."""

    id: str
    partner: str
    partner_name: str
    state: TicketState
    problem: str
    opened_at: datetime
    waits_since: datetime | None
    products: int
    rmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of tickets, newest first; `before` is where older ones follow, None at the end."""

    tickets: tuple[Listed, ...]
    before: int | None


def search(connection: Connection, caller: Caller, wanted: Search) -> Page:
    """Find the tickets that the person may see."""
    require(caller, Act.READ)
    partner = wanted.partner if is_ours(caller) else caller.partner or ""
    criteria = [_by_word(word, partner) for word in asked_words(wanted.text)]
    if wanted.state is not None or not criteria:
        criteria.append(_by_state(wanted.state, partner))
    ordinals, before = _walk(connection, criteria, wanted.before)
    return Page(_listed(connection, _rows(connection, tickets.c.ordinal.in_(ordinals))), before)


def queue(connection: Connection, caller: Caller) -> tuple[Listed, ...]:
    """List what waits for support, the longest waiting first."""
    require(caller, Act.NOTE)
    waiting = select(tickets).where(tickets.c.waits_since.is_not(None)).order_by(tickets.c.waits_since).limit(PAGE * 4)
    return _listed(connection, connection.execute(waiting).all())


def _by_word(word: str, partner: str | None) -> Select[Any]:
    having = select(ticket_words.c.ordinal).where(ticket_words.c.word == word)
    return having if partner is None else having.where(ticket_words.c.partner == partner)


def _by_state(state: TicketState | None, partner: str | None) -> Select[Any]:
    wanted = select(tickets.c.ordinal)
    if state is not None:
        wanted = wanted.where(tickets.c.state == state.value)
    return wanted if partner is None else wanted.where(tickets.c.partner == partner)


def _walk(connection: Connection, criteria: Sequence[Select[Any]], before: int | None) -> tuple[list[int], int | None]:
    """Walk back along the rarest criterion and keep what meets the others, until a page is full."""
    rarest, *others = sorted(criteria, key=lambda each: _count(connection, each)) if len(criteria) > 1 else criteria
    found: list[int] = []
    for _ in range(MOST_LOOKED_AT // _CHUNK):
        column = rarest.selected_columns[0]
        part = rarest if before is None else rarest.where(column < before)
        limit = PAGE + 1 if not others else _CHUNK
        chunk = list(connection.execute(part.order_by(column.desc()).limit(limit)).scalars())
        found += _meeting(connection, chunk, others)
        if len(found) > PAGE:
            return found[:PAGE], found[PAGE - 1]
        if len(chunk) < limit:
            return found, None
        before = chunk[-1]
    return found, before


def _count(connection: Connection, criterion: Select[Any]) -> int:
    """Count what meets a criterion, no further than it matters."""
    some = criterion.limit(MOST_LOOKED_AT).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def _meeting(connection: Connection, ordinals: list[int], criteria: Sequence[Select[Any]]) -> list[int]:
    for criterion in criteria:
        column = criterion.selected_columns[0]
        ordinals = list(connection.execute(criterion.where(column.in_(ordinals)).order_by(column.desc())).scalars())
    return ordinals


def _rows(connection: Connection, which: ColumnElement[bool]) -> Sequence[Row[Any]]:
    return connection.execute(select(tickets).where(which).order_by(tickets.c.ordinal.desc())).all()


def _listed(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Listed, ...]:
    ids = [row.id for row in rows]
    counted = select(ticket_products.c.ticket, func.count().label("products")).group_by(ticket_products.c.ticket)
    products = {
        row.ticket: row.products for row in connection.execute(counted.where(ticket_products.c.ticket.in_(ids)))
    }
    numbers: dict[str, list[str]] = {}
    of_tickets = select(rmas.c.ticket, rmas.c.number).where(rmas.c.ticket.in_(ids)).order_by(rmas.c.number)
    for row in connection.execute(of_tickets):
        numbers.setdefault(row.ticket, []).append(row.number)
    names = partner_names(connection, {row.partner for row in rows})
    return tuple(
        Listed(
            id=row.id,
            partner=row.partner,
            partner_name=names[row.partner],
            state=TicketState(row.state),
            problem=row.problem[:_SHOWN_OF_PROBLEM],
            opened_at=row.opened_at,
            waits_since=row.waits_since,
            products=products.get(row.id, 0),
            rmas=tuple(numbers.get(row.id, ())),
        )
        for row in rows
    )
