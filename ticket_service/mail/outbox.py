"""Letters that wait to be sent: put here in the transaction that gives the reason for them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, insert, select, true, update

from ticket_service.accounts.caller import Caller, Role
from ticket_service.accounts.refusals import InvalidError, NotAllowedError, UnknownError
from ticket_service.accounts.users import normal_email
from ticket_service.storage.mail_tables import letters


class State(StrEnum):
    """How far a letter has come; all but the first two are ends. LEFT: it reached nobody, and support knows."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    BOUNCED = "bounced"
    FAILED = "failed"
    LEFT = "left"


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


@dataclass(frozen=True, slots=True)
class Kept:
    """A letter as it stands; `answer` is what the mail server said last, `repeated`: it may have come twice.

    `forgotten`: what it said is not kept any more, so that it cannot be sent again.
    """

    id: str
    ticket: str | None
    to: str
    subject: str
    state: State
    created_at: datetime
    ended_at: datetime | None
    attempts: int
    answer: str | None
    repeated: bool
    forgotten: bool


#: These reached nobody; support decides what becomes of them.
UNDELIVERED = frozenset({State.BOUNCED, State.FAILED})


def of_ticket(connection: Connection, ticket: str) -> list[Kept]:
    """Give the letters about a ticket, oldest first."""
    return _kept(connection, select(letters).where(letters.c.ticket == ticket).order_by(letters.c.number))


def undelivered(connection: Connection, caller: Caller, most: int = 200) -> list[Kept]:
    """Give the letters that reached nobody, the newest first. Raise `NotAllowedError`."""
    _check(caller)
    wanted = (
        select(letters)
        .where(letters.c.state.in_([state.value for state in UNDELIVERED]))
        .order_by(letters.c.number.desc())
    )
    return _kept(connection, wanted.limit(most))


def send_again(connection: Connection, caller: Caller, id_: str, to: str, now: datetime) -> None:
    """Let a letter wait that reached nobody, to an address that may be another one.

    Raise `NotAllowedError`, `InvalidError`, or `UnknownError` where it is none of those any more, or forgotten.
    """
    _check(caller)
    address = normal_email(to)
    if address is None:
        raise InvalidError({"to": f"{to} is no e-mail address; write it as name@company.example."})
    waits = {"state": State.WAITING.value, "to": address, "created_at": now, "next_attempt_at": now}
    _change(connection, id_, waits | {"ended_at": None, "attempts": 0}, letters.c.text != "")


def leave(connection: Connection, caller: Caller, id_: str, now: datetime) -> None:
    """Let a letter be that reached nobody. Raise `NotAllowedError`, or `UnknownError` as above."""
    _check(caller)
    _change(connection, id_, {"state": State.LEFT.value, "ended_at": now}, true())


def _change(connection: Connection, id_: str, values: dict[str, Any], only: ColumnElement[bool]) -> None:
    lost = (letters.c.id == id_) & letters.c.state.in_([state.value for state in UNDELIVERED]) & only
    if not connection.execute(update(letters).where(lost).values(values)).rowcount:
        raise UnknownError("This letter does not wait for you any more.")


def _check(caller: Caller) -> None:
    if caller.role not in {Role.SUPPORT, Role.ADMIN}:
        raise NotAllowedError("Only support looks after letters that reached nobody.")


def doubt_open(connection: Connection) -> int:
    """Say of all letters that wait that they may have left before, as after a restore; give how many there are."""
    open_ = letters.c.state.in_([State.WAITING.value, State.SENDING.value])
    return connection.execute(update(letters).where(open_).values(repeated=True)).rowcount


def bounced(connection: Connection, id_: str, said: str, now: datetime) -> bool:
    """Note that a letter came back, and what the servers on its way said; False: no such letter."""
    values = {"state": State.BOUNCED.value, "answer": said, "ended_at": now, "claim": None, "doubtful": False}
    return bool(connection.execute(update(letters).where(letters.c.id == id_).values(values)).rowcount)


def _kept(connection: Connection, wanted: Select[Any]) -> list[Kept]:
    return [
        Kept(
            id=row.id,
            ticket=row.ticket,
            to=row.to,
            subject=row.subject,
            state=State(row.state),
            created_at=row.created_at,
            ended_at=row.ended_at,
            attempts=row.attempts,
            answer=row.answer,
            repeated=row.repeated,
            forgotten=not row.text,
        )
        for row in connection.execute(wanted)
    ]
