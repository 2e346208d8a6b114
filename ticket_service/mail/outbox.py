"""Letters that wait to be sent: put here in the transaction that gives the reason for them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, insert

from ticket_service.storage.mail_tables import letters


class State(StrEnum):
    """How far a letter has come; the last three are ends."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    BOUNCED = "bounced"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one address; without `html` it is plain text.

    `ticket` is where it is shown if it bounces, `stop` the secret of the link that ends such letters.
    """

    to: str
    subject: str
    text: str
    name: str = ""
    html: str | None = None
    ticket: str | None = None
    posting: str | None = None
    stop: str | None = None


def put(connection: Connection, letter: Letter, now: datetime) -> str:
    """Put a letter into the outbox, and give its id; it leaves once the transaction is committed."""
    id_ = str(uuid.uuid4())
    connection.execute(
        insert(letters).values(
            id=id_,
            posting=letter.posting,
            ticket=letter.ticket,
            to=letter.to,
            name=letter.name,
            subject=letter.subject,
            text=letter.text,
            html=letter.html,
            stop=letter.stop,
            created_at=now,
            state=State.WAITING.value,
            attempts=0,
            next_attempt_at=now,
            doubtful=False,
            repeated=False,
        )
    )
    return id_
