"""One ticket as its people see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import ChangedMeanwhileError, UnknownError
from ticket_service.rules.ticket_states import ANSWERS, AWAITS_SUPPORT, TicketHappening, TicketState, moved
from ticket_service.storage.account_tables import users
from ticket_service.storage.state import get
from ticket_service.storage.ticket_tables import notes, rmas, ticket_photos, ticket_products, tickets
from ticket_service.tickets.rights import Act, is_ours, require, sees
from ticket_service.tickets.site import partner_names


@dataclass(frozen=True, slots=True)
class Seen:
    """A ticket as somebody saw it when they decided."""

    ticket: str
    rev: int


@dataclass(frozen=True, slots=True)
class Product:
    """A product on a ticket; `model` is None until our records or support name it."""

    line: int
    serial: str
    serial_key: str
    model: str | None
    problem: str
    purchased_on: date | None
    defective_on_receipt: bool
    remark: str


@dataclass(frozen=True, slots=True)
class Note:
    """What support wrote for itself."""

    at: datetime
    by: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo on a ticket, by the hash of its content."""

    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket with its products and RMAs; notes are empty for partners. `rmas` are rows as stations read them."""

    id: str
    ordinal: int
    rev: int
    partner: str
    partner_name: str
    state: TicketState
    waits_since: datetime | None
    channel: str
    problem: str
    contact_name: str
    contact_email: str | None
    end_customer: str | None
    resolution: str | None
    opened_at: datetime
    products: tuple[Product, ...]
    rmas: tuple[dict[str, Any], ...]
    photos: tuple[Photo, ...]
    notes: tuple[Note, ...]


def find(connection: Connection, caller: Caller, id_: str) -> Ticket:
    """Read a ticket that the person may see. Raises UnknownError."""
    require(caller, Act.READ)
    row = connection.execute(select(tickets).where(tickets.c.id == id_)).first()
    if row is None or not sees(caller, row.partner):
        raise UnknownError("There is no such ticket.")
    numbers = list(connection.execute(select(rmas.c.number).where(rmas.c.ticket == id_)).scalars())
    told = get(connection, "rma", numbers)
    return Ticket(
        **{name: getattr(row, name) for name in _OWN},
        state=TicketState(row.state),
        partner_name=partner_names(connection, [row.partner])[row.partner],
        products=_products(connection, id_),
        rmas=tuple(told[number] for number in sorted(numbers) if number in told),
        photos=_photos(connection, id_),
        notes=_notes(connection, id_) if is_ours(caller) else (),
    )


#: What a ticket's row says under the same name.
_OWN = (
    "id",
    "ordinal",
    "rev",
    "partner",
    "waits_since",
    "channel",
    "problem",
    "contact_name",
    "contact_email",
    "end_customer",
    "resolution",
    "opened_at",
)


def happened(
    connection: Connection, ticket: Ticket, happening: TicketHappening | None, now: datetime, *, rev: int | None = None
) -> None:
    """Move a ticket by the table, None where it stays, and count its rev on.

    `rev` is what the person saw. Raises ChangedMeanwhileError where that is not the newest.
    """
    waits: dict[str, datetime | None] = {}
    if happening in AWAITS_SUPPORT:
        waits = {"waits_since": ticket.waits_since or now}
    elif happening in ANSWERS:
        waits = {"waits_since": None}
    state = ticket.state if happening is None else moved(ticket.state, happening)
    change = (
        update(tickets)
        .where(tickets.c.id == ticket.id, tickets.c.rev == (ticket.rev if rev is None else rev))
        .values(rev=tickets.c.rev + 1, state=state.value, changed_at=now, **waits)
    )
    if connection.execute(change).rowcount == 0:
        raise ChangedMeanwhileError("Somebody changed this ticket meanwhile. See how it stands now, then decide again.")


def names_of(connection: Connection, ids: Iterable[str | None]) -> dict[str, str]:
    """Give the names of people by the ids of their accounts."""
    wanted = select(users.c.id, users.c.name).where(users.c.id.in_(sorted({id_ for id_ in ids if id_})))
    return {row.id: row.name for row in connection.execute(wanted)}


def _products(connection: Connection, id_: str) -> tuple[Product, ...]:
    wanted = select(ticket_products).where(ticket_products.c.ticket == id_).order_by(ticket_products.c.line)
    return tuple(map(_product, connection.execute(wanted)))


def _product(row: Row[Any]) -> Product:
    return Product(
        row.line,
        row.serial,
        row.serial_key,
        row.model,
        row.problem,
        row.purchased_on,
        row.defective_on_receipt,
        row.remark,
    )


def _photos(connection: Connection, id_: str) -> tuple[Photo, ...]:
    wanted = select(ticket_photos).where(ticket_photos.c.ticket == id_).order_by(ticket_photos.c.added_at)
    return tuple(Photo(row.sha256, row.name) for row in connection.execute(wanted))


def _notes(connection: Connection, id_: str) -> tuple[Note, ...]:
    wanted = select(notes).where(notes.c.ticket == id_).order_by(notes.c.at, notes.c.id)
    return tuple(Note(row.at, row.by, row.text) for row in connection.execute(wanted))


def products_by_line(ticket: Ticket, lines: Sequence[int]) -> list[Product]:
    """Give the products on these lines. Raises UnknownError where one does not exist."""
    by_line = {product.line: product for product in ticket.products}
    if not set(lines) <= by_line.keys():
        raise UnknownError("The ticket has no such product.")
    return [by_line[line] for line in dict.fromkeys(lines)]
