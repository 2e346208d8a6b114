"""Opening a ticket: by a partner in the portal, or by support for somebody who called or wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection, insert

from ticket_service.accounts.caller import Caller, Role
from ticket_service.accounts.refusals import InvalidError, NotAllowedError
from ticket_service.mail import updates
from ticket_service.rules.serial_list import ListedProduct
from ticket_service.rules.ticket_states import TicketState
from ticket_service.storage.ticket_tables import ticket_products, tickets
from ticket_service.tickets import words
from ticket_service.tickets.checks import check
from ticket_service.tickets.drawing import draw_ticket
from ticket_service.tickets.products import date_fault, faults_of, row_of, words_of_products
from ticket_service.tickets.rights import Act, is_ours, require
from ticket_service.tickets.site import partners, site_days

LONGEST_PROBLEM = 10_000
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class Channel(StrEnum):
    """How a ticket came."""

    PORTAL = "portal"
    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Opening:
    """What a new ticket says; `purchased_on` and `defective_on_receipt` hold for lines that say nothing themselves."""

    problem: str
    products: Sequence[ListedProduct]
    purchased_on: date | None = None
    defective_on_receipt: bool = False
    end_customer: str = ""
    end_customer_email: str = ""


@dataclass(frozen=True, slots=True)
class Caught:
    """For whom support opens a ticket, and how they reached us."""

    partner: str
    channel: Channel
    contact_name: str
    contact_email: str


def open_ticket(connection: Connection, caller: Caller, opening: Opening, now: datetime) -> str:
    """Open a partner's own ticket and give its id. Raises InvalidError with a sentence for each field."""
    require(caller, Act.OPEN)
    if caller.role is not Role.PARTNER or caller.partner is None:
        raise NotAllowedError("Only a partner's account opens tickets of its own.")
    caught = Caught(caller.partner, Channel.PORTAL, caller.name, "")
    return _open(connection, caller, caught, opening, now)


def open_for_partner(connection: Connection, caller: Caller, caught: Caught, opening: Opening, now: datetime) -> str:
    """Open a ticket for a partner who called or wrote, and give its id. Raises InvalidError."""
    require(caller, Act.OPEN_FOR_PARTNER)
    return _open(connection, caller, caught, opening, now)


def _open(connection: Connection, caller: Caller, caught: Caught, opening: Opening, now: datetime) -> str:
    faults = _faults(caught, opening, site_days(connection).today(now))
    if is_ours(caller):
        faults |= _faults_of_caught(connection, caught)
    checked = check(connection, caught.partner, opening.products)
    faults |= faults_of(opening.products, checked, site_days(connection).today(now))
    if faults:
        raise InvalidError(faults)
    id_, ordinal = draw_ticket(connection)
    connection.execute(
        insert(tickets).values(
            id=id_,
            ordinal=ordinal,
            rev=1,
            partner=caught.partner,
            state=TicketState.OPEN.value,
            waits_since=now,
            channel=caught.channel.value,
            problem=opening.problem,
            contact=None if is_ours(caller) else caller.user,
            contact_name=caught.contact_name,
            contact_email=caught.contact_email or None,
            end_customer=opening.end_customer or None,
            end_customer_email=opening.end_customer_email or None,
            opened_by=caller.user,
            opened_at=now,
            changed_at=now,
        )
    )
    if checked:
        rows = [
            row_of(id_, each, each.listed.line, opening.purchased_on, defective=opening.defective_on_receipt)
            for each in checked
        ]
        connection.execute(insert(ticket_products), rows)
    said = (id_, opening.problem, opening.end_customer, *words_of_products(opening.products))
    words.remember(connection, ordinal, caught.partner, *said)
    updates.add(connection, id_, updates.Kind.OPENED, _told(id_, len(checked)), now, by=caller.user)
    return id_


def _faults(caught: Caught, opening: Opening, today: date) -> dict[str, str]:
    faults = {}
    if not opening.problem.strip():
        faults["problem"] = "Describe the problem."
    elif len(opening.problem) > LONGEST_PROBLEM:
        faults["problem"] = f"Use at most {LONGEST_PROBLEM} characters."
    if not opening.products and caught.channel is Channel.PORTAL:
        faults["products"] = "Give the serial number of at least one product."
    if fault := date_fault(opening.purchased_on, today):
        faults["purchased_on"] = fault
    if opening.end_customer_email and not _EMAIL.fullmatch(opening.end_customer_email):
        faults["end_customer_email"] = "This is no e-mail address."
    return faults


def _faults_of_caught(connection: Connection, caught: Caught) -> dict[str, str]:
    faults = {}
    if caught.partner not in partners(connection):
        faults["partner"] = "Choose the partner."
    if caught.channel is Channel.PORTAL:
        faults["channel"] = "Choose how they reached us."
    if not caught.contact_name.strip():
        faults["contact_name"] = "Who called or wrote?"
    if not _EMAIL.fullmatch(caught.contact_email):
        faults["contact_email"] = "Give the e-mail address that is told of updates."
    return faults


def _told(id_: str, products: int) -> str:
    many = "1 product" if products == 1 else f"{products} products"
    return f"Ticket {id_} was opened with {many}. We will answer here." if products else f"Ticket {id_} was opened."
