"""What partners read of their tickets: said in the transaction that makes it true, in order, told by letter later."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from ticket_service.mail import wording
from ticket_service.storage.mail_tables import updates


class Kind(StrEnum):
    """What an update is about; the portal may show each with a sign of its own."""

    OPENED = "opened"
    MESSAGE = "message"
    RMA_ISSUED = "rma-issued"
    RMA_EXTENDED = "rma-extended"
    RMA_CANCELLED = "rma-cancelled"
    REPLACEMENT_SENT = "replacement-sent"
    RECEIVED = "received"
    REJECTED = "rejected"
    QUESTION = "question"
    INSPECTED = "inspected"
    DECIDED = "decided"
    NOT_RETURNED = "not-returned"
    SENT_BACK = "sent-back"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Update:
    """One thing that a partner reads of a ticket; `by` is the id of who wrote it, None where the service did.

    `posting` names the letters that told it, None while it waits for its letter.
    """

    id: int
    ticket: str
    at: datetime
    kind: Kind
    text: str
    by: str | None
    posting: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """What holds of something that stations report, as the partner of a ticket reads it."""

    ticket: str
    kind: Kind
    text: str


#: What a statement is of: a thing, such as `item/ITM-1`, and one aspect of it, such as `received`.
Aspect = tuple[str, str]


def add(connection: Connection, ticket: str, kind: Kind, text: str, now: datetime, *, by: str | None = None) -> int:
    """Say something to the partner of a ticket, and give its number; a letter tells it before long."""
    said = insert(updates).values(ticket=ticket, at=now, kind=kind.value, text=text, by=by, stands=True)
    number: int = connection.execute(said.returning(updates.c.id)).scalar_one()
    return number


def of_ticket(connection: Connection, ticket: str) -> list[Update]:
    """Give everything that was said of a ticket, oldest first."""
    wanted: Select[Any] = select(updates).where(updates.c.ticket == ticket).order_by(updates.c.id)
    return [read(row) for row in connection.execute(wanted)]


def tell(
    connection: Connection,
    said: Mapping[Aspect, Statement | None],
    now: datetime,
    told_again: Collection[str] = (),
) -> None:
    """Say what stations report: what is said of an aspect follows what was said of it before; None: nothing holds now.

    What no letter has told yet is replaced, so that what was taken back in time never was. What was told is
    corrected. The things in `told_again` were told anew from their events: of them, only what is said here holds.
    """
    standing = _standing(connection, {thing for thing, _ in said} | set(told_again))
    gone = {aspect: None for aspect in standing if aspect[0] in told_again and aspect not in said}
    rows = []
    for aspect, statement in {**gone, **said}.items():
        before = standing.get(aspect)
        if before is None:
            rows += [] if statement is None else [_row(aspect, statement, now)]
        elif statement is None or not _says(before, statement):
            rows += _followed(connection, before, statement, aspect, now, again=aspect[0] in told_again)
    if rows:
        connection.execute(insert(updates), rows)


def _followed(
    connection: Connection, before: Row[Any], statement: Statement | None, aspect: Aspect, now: datetime, *, again: bool
) -> list[dict[str, Any]]:
    """Take back what was said of an aspect, and give what is said in its place."""
    untold = delete(updates).where(updates.c.id == before.id, updates.c.posting.is_(None))
    if connection.execute(untold).rowcount:
        return [] if statement is None else [_row(aspect, statement, now)]
    connection.execute(update(updates).where(updates.c.id == before.id).values(stands=False))
    if statement is None:
        return [_withdrawal(before, aspect, now)]
    if statement.ticket != before.ticket:
        return [_withdrawal(before, aspect, now), _row(aspect, statement, now)]
    return [_row(aspect, statement, now) | ({"text": wording.corrected(statement.text)} if again else {})]


def _standing(connection: Connection, things: Collection[str]) -> dict[Aspect, Row[Any]]:
    if not things:
        return {}
    last: Select[Any] = select(updates).where(updates.c.thing.in_(things), updates.c.stands)
    return {(row.thing, row.aspect): row for row in connection.execute(last)}


def _says(row: Row[Any], statement: Statement) -> bool:
    same = row.text in {statement.text, wording.corrected(statement.text)}
    return same and row.ticket == statement.ticket


def _row(aspect: Aspect, statement: Statement, now: datetime) -> dict[str, Any]:
    thing, of_it = aspect
    said = {"ticket": statement.ticket, "kind": statement.kind.value, "text": statement.text}
    return said | {"at": now, "thing": thing, "aspect": of_it, "stands": True}


def _withdrawal(before: Row[Any], aspect: Aspect, now: datetime) -> dict[str, Any]:
    """Say that what was told does not hold; nothing stands of the aspect then."""
    resolved = before.kind == Kind.RESOLVED
    text = wording.reopened(before.thing.partition("/")[2]) if resolved else wording.withdrawn(before.text)
    kind = Kind.REOPENED if resolved else Kind.CORRECTION
    return _row(aspect, Statement(before.ticket, kind, text), now) | {"stands": False}


def read(row: Row[Any]) -> Update:
    """Read an update from its row."""
    return Update(row.id, row.ticket, row.at, Kind(row.kind), row.text, row.by, row.posting)
