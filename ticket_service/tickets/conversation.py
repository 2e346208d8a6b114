"""What people write on a ticket: to each other, or support for itself; and the end of one that needs no RMA."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import Connection, insert, update

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import InvalidError, RefusalError
from ticket_service.mail import updates
from ticket_service.rules.ticket_states import TicketHappening, can
from ticket_service.storage.ticket_tables import notes, tickets
from ticket_service.tickets import words
from ticket_service.tickets.rights import Act, is_ours, require
from ticket_service.tickets.ticket import Seen, find, happened

LONGEST_TEXT = 10_000


def write(connection: Connection, caller: Caller, id_: str, text: str, now: datetime) -> None:
    """Write to the other side; a partner who writes opens a resolved ticket again.

    Raises InvalidError, UnknownError.
    """
    require(caller, Act.WRITE)
    ticket = find(connection, caller, id_)
    said = _text(text)
    updates.add(connection, id_, updates.Kind.MESSAGE, said, now, by=caller.user)
    words.remember(connection, ticket.ordinal, ticket.partner, said)
    answer = TicketHappening.SUPPORT_ANSWERED if is_ours(caller) else TicketHappening.PARTNER_WROTE
    happened(connection, ticket, answer, now)


def note(connection: Connection, caller: Caller, id_: str, text: str, now: datetime) -> None:
    """Keep a note that partners never see. Raises InvalidError, UnknownError."""
    require(caller, Act.NOTE)
    find(connection, caller, id_)
    keep_note(connection, id_, _text(text), now, by=caller.user)


def keep_note(connection: Connection, id_: str, text: str, now: datetime, *, by: str) -> None:
    """Keep beside a ticket why something was done."""
    connection.execute(insert(notes).values(id=str(uuid.uuid4()), ticket=id_, at=now, by=by, text=text))


def solve(connection: Connection, caller: Caller, seen: Seen, resolution: str, now: datetime) -> None:
    """Resolve a ticket that needs no RMA; the partner reads the resolution.

    Raises ChangedMeanwhileError, InvalidError, RefusalError, UnknownError.
    """
    require(caller, Act.SOLVE)
    ticket = find(connection, caller, seen.ticket)
    said = _text(resolution)
    happened(connection, ticket, TicketHappening.SOLVED_REMOTELY, now, rev=seen.rev)
    if not can(ticket.state, TicketHappening.SOLVED_REMOTELY):
        raise RefusalError(f"A ticket that is {ticket.state} cannot be resolved from afar.")
    connection.execute(update(tickets).where(tickets.c.id == ticket.id).values(resolution=said))
    words.remember(connection, ticket.ordinal, ticket.partner, said)
    updates.add(connection, ticket.id, updates.Kind.RESOLVED, said, now, by=caller.user)


def _text(text: str) -> str:
    said = text.strip()
    if not said:
        raise InvalidError({"text": "Write something first."})
    if len(said) > LONGEST_TEXT:
        raise InvalidError({"text": f"Use at most {LONGEST_TEXT} characters; this has {len(said)}."})
    return said
