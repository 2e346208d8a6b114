"""Links in letters: each for one purpose and one person, works once, and only for a while."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select, update

from ticket_service.accounts.refusals import RefusalError
from ticket_service.accounts.station_tokens import digest
from ticket_service.storage.account_tables import links

_SPENT = "This link was used already, or has expired. Ask for a new one."


class Purpose(StrEnum):
    """What somebody may do who has the link."""

    CONFIRM = "confirm"
    RESET = "reset"
    EMAIL = "email"
    INVITE = "invite"


#: How long each works.
LIFE = {
    Purpose.CONFIRM: timedelta(days=2),
    Purpose.RESET: timedelta(hours=1),
    Purpose.EMAIL: timedelta(days=1),
    Purpose.INVITE: timedelta(days=7),
}


#: How long one that works no more is kept.
_KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Link:
    """A link that works; `email` is the new address it confirms."""

    purpose: Purpose
    user: str
    email: str | None


def make_link(connection: Connection, purpose: Purpose, user: str, now: datetime, email: str | None = None) -> str:
    """Make the secret of a link; those made before for the same purpose work no more."""
    secret = secrets.token_urlsafe(32)
    before = (links.c.user == user) & (links.c.purpose == purpose.value)
    connection.execute(delete(links).where(before | (links.c.ends_at < now - _KEPT_FOR)))
    connection.execute(
        insert(links).values(
            sha256=digest(secret), purpose=purpose.value, user=user, email=email, ends_at=now + LIFE[purpose]
        )
    )
    return secret


def read_link(connection: Connection, secret: str, now: datetime, *purposes: Purpose) -> Link:
    """Look at a link without using it up: letter scanners open links, too. Raises RefusalError."""
    works = (links.c.sha256 == digest(secret)) & links.c.used_at.is_(None) & (links.c.ends_at > now)
    row = connection.execute(select(links).where(works)).first()
    if row is None or row.purpose not in purposes:
        raise RefusalError(_SPENT)
    return Link(Purpose(row.purpose), row.user, row.email)


def use_link(connection: Connection, secret: str, now: datetime, *purposes: Purpose) -> Link:
    """Use a link up. Raises RefusalError, to all but the first who try."""
    link = read_link(connection, secret, now, *purposes)
    unused = (links.c.sha256 == digest(secret)) & links.c.used_at.is_(None)
    if connection.execute(update(links).where(unused).values(used_at=now)).rowcount != 1:
        raise RefusalError(_SPENT)
    return link
