"""One ticket as a page: read once, shown to its partner and to support, each with what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from fastapi.responses import Response
from sqlalchemy import Connection

from ticket_service.mail import outbox
from ticket_service.mail.updates import Kind, of_ticket
from ticket_service.portal import ticket_words
from ticket_service.portal.forms import Form
from ticket_service.portal.page import page
from ticket_service.portal.visit import Visit
from ticket_service.rules.rma_number import look_up_key
from ticket_service.rules.rma_states import RmaState, state_of
from ticket_service.rules.ticket_states import TicketHappening, can
from ticket_service.storage.state import items_of_rma
from ticket_service.storage.store import reading
from ticket_service.tickets.labelling import address_lines
from ticket_service.tickets.progress import Step, steps_done
from ticket_service.tickets.rights import is_ours
from ticket_service.tickets.rma_acts import Replacement, replacements_of
from ticket_service.tickets.shipments import shipments_of
from ticket_service.tickets.site import DOCK
from ticket_service.tickets.ticket import Ticket, find, names_of


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that was said on a ticket: `side` is who said it, `note` where partners don't see it."""

    at: datetime
    side: str
    head: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownRma:
    """An RMA with how far it is."""

    number: str
    state: RmaState
    kind: str
    receive_by: date
    done: int
    tracking: tuple[str, ...]
    sent_back: tuple[dict[str, Any], ...]
    replacements: tuple[Replacement, ...]
    send_back_to: tuple[str, ...]
    lines: tuple[dict[str, Any], ...]


def show(visit: Visit, id_: str, form: Form | None = None, status: int = 200) -> Response:
    """Show a ticket; `form` is one that needs another look. Raises UnknownError."""
    with reading(visit.ground.engine) as connection:
        ticket = find(connection, visit.person, id_)
        shown = [_rma(connection, rma) for rma in ticket.rmas]
        said = _said(connection, visit, ticket)
        letters = outbox.of_ticket(connection, ticket.id)
    return page(
        visit,
        "ticket.html",
        status,
        ticket=ticket,
        rmas=shown,
        said=said,
        lost=[letter for letter in letters if letter.state in outbox.UNDELIVERED],
        doubled=[letter for letter in letters if letter.repeated and is_ours(visit.person)],
        words=ticket_words,
        steps=list(Step),
        dock=DOCK,
        ours=is_ours(visit.person),
        may_issue=can(ticket.state, TicketHappening.RMA_ISSUED),
        may_solve=can(ticket.state, TicketHappening.SOLVED_REMOTELY),
        form=form or Form(),
    )


def shown_rmas(connection: Connection, ticket: Ticket) -> list[ShownRma]:
    """Give the RMAs of a ticket with how far each is."""
    return [_rma(connection, rma) for rma in ticket.rmas]


def _rma(connection: Connection, rma: dict[str, Any]) -> ShownRma:
    number = rma["number"]
    items = items_of_rma(connection, look_up_key(number))
    return ShownRma(
        number=number,
        state=state_of(rma),
        kind=rma["kind"],
        receive_by=date.fromisoformat(rma["receive_by"]),
        done=steps_done(rma, items),
        tracking=tuple(rma["tracking"]),
        sent_back=shipments_of(connection, [item["id"] for item in items if item["left"]]),
        replacements=tuple(replacements_of(connection, [number]).get(number, ())),
        send_back_to=tuple(address_lines(rma["send_back_to"])) if rma["send_back_to"] else (),
        lines=tuple(rma["lines"]),
    )


def _said(connection: Connection, visit: Visit, ticket: Ticket) -> list[Entry]:
    """Give updates, messages and, for support, notes in the order in which they were written."""
    updates = of_ticket(connection, ticket.id)
    names = names_of(connection, [*(update.by for update in updates), *(note.by for note in ticket.notes)])
    said = [
        Entry(
            update.at,
            _side(visit, update.by),
            ticket_words.UPDATES[update.kind] if update.kind is not Kind.MESSAGE else names.get(update.by or "", ""),
            update.text,
        )
        for update in updates
    ]
    said += [Entry(note.at, "note", names.get(note.by or "", ""), note.text) for note in ticket.notes]
    return sorted(said, key=lambda entry: entry.at)


def _side(visit: Visit, by: str | None) -> str:
    if by is None:
        return "service"
    return "own" if by == visit.person.user else "other"
