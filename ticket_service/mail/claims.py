"""Who has which letter in hand: every step of sending is written down before the next one is taken.

waiting → sending (claimed) → sending, doubtful (about to be handed over) → sent, bounced or failed; or waiting again.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, Row, Select, exists, false, null, or_, select, true, update

from ticket_service.mail.message import Outgoing
from ticket_service.mail.outbox import State
from ticket_service.storage.mail_tables import letters
from ticket_service.storage.store import reading, writing

#: A claim older than this belongs to somebody who was killed: handing over takes minutes at most.
LEASE = timedelta(minutes=10)
#: How long a letter is tried that the server puts off, before it counts as failed.
GIVE_UP_AFTER = timedelta(days=4)
_SHORTEST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=4)
#: So many letters are claimed at once.
_HANDFUL = 20


@dataclass(frozen=True, slots=True)
class Claimed:
    """A letter that is in our hand and in nobody else's; `claim` proves it."""

    letter: Outgoing
    claim: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of handing a letter over, in the server's words or ours.

    `doubtful`: the connection ended after the letter was begun, so that the server may have it.
    """

    state: State
    answer: str
    doubtful: bool = False


def claim(engine: Engine, now: datetime) -> list[Claimed]:
    """Take some letters that are due into our hand, in their order; none that somebody else has."""
    with reading(engine) as connection:
        if connection.execute(_due(now, 1)).first() is None:
            return []
    mark = str(uuid.uuid4())
    taken = {"state": State.SENDING.value, "claim": mark, "claimed_at": now, "attempts": letters.c.attempts + 1}
    with writing(engine) as connection:
        due = list(connection.execute(_due(now, _HANDFUL)).scalars())
        mine = update(letters).where(letters.c.number.in_(due), letters.c.state == State.WAITING.value)
        connection.execute(mine.values(taken))
        rows = connection.execute(select(letters).where(letters.c.claim == mark).order_by(letters.c.number))
        return [Claimed(_outgoing(row), mark, row.attempts) for row in rows]


def about_to_hand_over(engine: Engine, claimed: Claimed, now: datetime) -> bool:
    """Write down that the letter goes now; False: it is not ours any more."""
    return _change(engine, claimed, {"doubtful": True, "claimed_at": now})


def settle(engine: Engine, claimed: Claimed, answered: Answered, now: datetime) -> None:
    """Write down what became of a letter; one that was put off for days has failed."""
    letter, state = claimed.letter, answered.state
    if state is State.WAITING and now - letter.created_at > GIVE_UP_AFTER:
        state = State.FAILED
    ended = state is not State.WAITING
    wait = min(_SHORTEST_WAIT * 2 ** min(claimed.attempts - 1, 10), _LONGEST_WAIT)
    told: dict[str, Any] = {"state": state.value, "answer": answered.answer, "ended_at": now if ended else None}
    if state is State.SENT and claimed.letter.ticket is None:
        # Letters about an account hold links that open it; nobody needs them here any more.
        told |= {"text": "", "html": None}
    told |= {"claim": None, "doubtful": False, "next_attempt_at": now if ended else now + wait}
    _change(engine, claimed, told | ({"repeated": True} if answered.doubtful and not ended else {}))


def give_back(engine: Engine, handful: Sequence[Claimed], now: datetime, why: str) -> None:
    """Let letters wait that could not be handed over for no fault of theirs; it counts as no attempt."""
    waits: dict[str, Any] = {"state": State.WAITING.value, "claim": None, "doubtful": False, "answer": why}
    waits |= {"next_attempt_at": now + _SHORTEST_WAIT, "attempts": letters.c.attempts - 1}
    with writing(engine) as connection:
        for claimed in handful:
            connection.execute(_held(claimed).values(waits))


def take_over(engine: Engine, now: datetime) -> None:
    """Let letters wait again whose sender was killed; what may have been handed over is marked as repeated."""
    orphaned = (letters.c.state == State.SENDING.value) & (letters.c.claimed_at < now - LEASE)
    with reading(engine) as connection:
        if connection.execute(select(letters.c.number).where(orphaned).limit(1)).first() is None:
            return
    with writing(engine) as connection:
        doubted = orphaned & letters.c.doubtful.is_(true())
        connection.execute(update(letters).where(doubted).values(repeated=True))
        waits = {"state": State.WAITING.value, "claim": null(), "doubtful": false()}
        connection.execute(update(letters).where(orphaned).values(waits))


def _due(now: datetime, most: int) -> Select[Any]:
    """Select what may leave: never before an earlier letter of its ticket to the same address has ended."""
    earlier = letters.alias()
    open_ = earlier.c.state.in_([State.WAITING.value, State.SENDING.value])
    same = (earlier.c.ticket == letters.c.ticket) & (earlier.c.to == letters.c.to)
    overtaken = exists().where(same, open_, earlier.c.number < letters.c.number)
    waits = (letters.c.state == State.WAITING.value) & (letters.c.next_attempt_at <= now)
    wanted = select(letters.c.number).where(waits, or_(letters.c.ticket.is_(None), ~overtaken))
    return wanted.order_by(letters.c.number).limit(most)


def _held(claimed: Claimed) -> Any:
    ours = (letters.c.id == claimed.letter.id) & (letters.c.claim == claimed.claim)
    return update(letters).where(ours, letters.c.state == State.SENDING.value)


def _change(engine: Engine, claimed: Claimed, values: dict[str, Any]) -> bool:
    with writing(engine) as connection:
        return bool(connection.execute(_held(claimed).values(values)).rowcount)


def _outgoing(row: Row[Any]) -> Outgoing:
    return Outgoing(
        id=row.id,
        to=row.to,
        name=row.name,
        subject=row.subject,
        text=row.text,
        html=row.html,
        ticket=row.ticket,
        stop=row.stop,
        created_at=row.created_at,
    )
