"""Which letters a partner wants, and for whom: the contact of a ticket, its end customer, and more addresses."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, insert, select, update

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import ChangedMeanwhileError, InvalidError, NotAllowedError
from ticket_service.accounts.users import normal_email
from ticket_service.storage.mail_tables import letters, mail_choices, unsubscribed
from ticket_service.storage.ticket_tables import tickets

#: More copies than this are a mailing list, which has one address.
MOST_COPIES = 10


class Wants(StrEnum):
    """Which letters an address gets."""

    ALL = "all"
    RESOLUTIONS = "resolutions"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a partner has chosen; `copies` are addresses with what each gets, `rev` is 0 before the first time."""

    contact: Wants = Wants.ALL
    end_customer: Wants = Wants.NONE
    copies: Mapping[str, Wants] = field(default_factory=dict)
    rev: int = 0


def of_partner(connection: Connection, partner: str) -> Choices:
    """Give what a partner has chosen."""
    row = connection.execute(select(mail_choices).where(mail_choices.c.partner == partner)).first()
    if row is None:
        return Choices()
    copies = {address: Wants(wants) for address, wants in json.loads(row.copies).items()}
    return Choices(Wants(row.contact), Wants(row.end_customer), copies, row.rev)


def choose(connection: Connection, caller: Caller, choices: Choices) -> None:
    """Keep what the caller's company has chosen; `choices.rev` is what they saw.

    Raise `NotAllowedError`, `InvalidError` or `ChangedMeanwhileError`.
    """
    if caller.partner is None:
        raise NotAllowedError("Only a partner chooses which letters it gets.")
    copies = {address.strip().lower(): wants for address, wants in choices.copies.items()}
    _check(choices.contact, copies)
    values = {
        "contact": choices.contact.value,
        "end_customer": choices.end_customer.value,
        "copies": json.dumps(copies),
        "rev": choices.rev + 1,
    }
    seen = (mail_choices.c.partner == caller.partner) & (mail_choices.c.rev == choices.rev)
    if connection.execute(update(mail_choices).where(seen).values(values)).rowcount:
        return
    if choices.rev or of_partner(connection, caller.partner).rev:
        raise ChangedMeanwhileError("Somebody of your company changed this meanwhile. Look at it anew.")
    connection.execute(insert(mail_choices).values(partner=caller.partner, **values))


def _check(contact: Wants, copies: Mapping[str, Wants]) -> None:
    if contact is Wants.NONE:
        raise InvalidError({"contact": "The contact of a ticket always gets its resolution."})
    if len(copies) > MOST_COPIES:
        raise InvalidError({"copies": f"Name at most {MOST_COPIES} addresses."})
    for address in copies:
        if normal_email(address) is None:
            raise InvalidError({"copies": f"{address} is no e-mail address; write it as name@company.example."})


def address_of(connection: Connection, stop: str) -> str | None:
    """Give the address whose link this is, None where none is known."""
    return connection.execute(select(letters.c.to).where(letters.c.stop == stop)).scalar_one_or_none()


def unsubscribe(connection: Connection, stop: str, now: datetime) -> str | None:
    """End letters but resolutions to the address whose link this is; give it, None where the link is unknown."""
    wanted = select(letters.c.to, tickets.c.partner).join(tickets, tickets.c.id == letters.c.ticket)
    row = connection.execute(wanted.where(letters.c.stop == stop)).first()
    if row is None:
        return None
    address = row.to.lower()
    if address not in unsubscribed_of(connection, row.partner):
        connection.execute(insert(unsubscribed).values(partner=row.partner, address=address, at=now))
    return str(row.to)


def unsubscribed_of(connection: Connection, partner: str) -> frozenset[str]:
    """Give the addresses that ended their letters about a partner's tickets, in lower case."""
    wanted = select(unsubscribed.c.address).where(unsubscribed.c.partner == partner)
    return frozenset(connection.execute(wanted).scalars())
