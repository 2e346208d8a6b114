"""Who gets a letter about a ticket: its contact, and the copies that its partner has chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from ticket_service.accounts.users import UserState
from ticket_service.mail.choices import Wants, of_partner, unsubscribed_of
from ticket_service.storage.account_tables import users
from ticket_service.storage.ticket_tables import tickets


@dataclass(frozen=True, slots=True)
class Addressee:
    """One address; `portal`: there is an account to read the ticket with, `may_stop`: it may end such letters."""

    address: str
    name: str
    portal: bool
    may_stop: bool


def addressees(connection: Connection, ticket: str, resolved: bool) -> list[Addressee]:
    """Give who gets a letter about a ticket, each address once; `resolved`: it tells a resolution."""
    row = connection.execute(select(tickets).where(tickets.c.id == ticket)).first()
    if row is None:
        return []
    stopped = frozenset[str]() if resolved else unsubscribed_of(connection, row.partner)
    found: dict[str, Addressee] = {}
    for addressee, wants in _candidates(connection, row):
        key = addressee.address.lower()
        if wants is Wants.ALL or (wants is Wants.RESOLUTIONS and resolved):
            found.setdefault(key, addressee)
    return [addressee for key, addressee in found.items() if key not in stopped or not addressee.may_stop]


def _candidates(connection: Connection, ticket: Row[Any]) -> Iterator[tuple[Addressee, Wants]]:
    choices = of_partner(connection, ticket.partner)
    for address, name in _contacts(connection, ticket):
        yield Addressee(address, name, portal=True, may_stop=False), choices.contact
    for address, wants in choices.copies.items():
        yield Addressee(address, "", portal=True, may_stop=True), wants
    if ticket.end_customer_email:
        name = ticket.end_customer or ""
        yield Addressee(ticket.end_customer_email, name, portal=False, may_stop=True), choices.end_customer


def _contacts(connection: Connection, ticket: Row[Any]) -> list[tuple[str, str]]:
    """Give the contact of a ticket; where nobody is named or they have left, everybody of the company."""
    wanted = select(users.c.email, users.c.name).where(users.c.state == UserState.ACTIVE.value)
    person = connection.execute(wanted.where(users.c.id == ticket.contact)).first() if ticket.contact else None
    if person is not None:
        # The address that they have now, not the one they had when the ticket was opened.
        return [(person.email, person.name)]
    if ticket.contact_email and not ticket.contact:
        return [(ticket.contact_email, ticket.contact_name)]
    people = connection.execute(wanted.where(users.c.partner == ticket.partner).order_by(users.c.made_at))
    return [(person.email, person.name) for person in people]
