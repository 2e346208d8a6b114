"""What partners read of their tickets: said in the transaction that makes it true, in order, told by letter later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select

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


def add(connection: Connection, ticket: str, kind: Kind, text: str, now: datetime, *, by: str | None = None) -> int:
    """Say something to the partner of a ticket, and give its number; a letter tells it before long."""
    said = insert(updates).values(ticket=ticket, at=now, kind=kind.value, text=text, by=by, stands=True)
    number: int = connection.execute(said.returning(updates.c.id)).scalar_one()
    return number


def of_ticket(connection: Connection, ticket: str) -> list[Update]:
    """Give everything that was said of a ticket, oldest first."""
    wanted: Select[Any] = select(updates).where(updates.c.ticket == ticket).order_by(updates.c.id)
    return [read(row) for row in connection.execute(wanted)]


def read(row: Row[Any]) -> Update:
    """Read an update from its row."""
    return Update(row.id, row.ticket, row.at, Kind(row.kind), row.text, row.by, row.posting)
