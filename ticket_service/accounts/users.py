"""Everybody who may log in, and what stands between them and the first page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, Row, select

from ticket_service.accounts.caller import Caller, Role
from ticket_service.storage.account_tables import users

_EMAIL = re.compile(r"[^@\s<>()\[\],;:\"\\]+@[^@\s<>()\[\],;:\"\\]+\.[^@\s<>()\[\],;:\"\\.]+")

#: Roles that need a second step at login before they can do anything.
TWO_STEPS = frozenset({Role.SUPPORT, Role.ADMIN})


class UserState(StrEnum):
    """How far somebody has come; only ACTIVE may log in."""

    UNCONFIRMED = "unconfirmed"
    WAITING = "waiting"
    ACTIVE = "active"
    DECLINED = "declined"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class User:
    """A person of the portal; `password` is an argon2id hash, `totp_secret` set once the second step is."""

    id: str
    email: str
    name: str
    role: Role
    state: UserState
    partner: str | None
    password: str | None
    totp_secret: str | None
    rev: int

    @property
    def caller(self) -> Caller:
        """As whom they stand before the rules."""
        return Caller(self.id, self.name, self.role, self.partner)


def normal_email(text: str) -> str | None:
    """Give the one form in which an address is kept, or None when it is no address."""
    email = text.strip().lower()
    return email if len(email) <= 254 and _EMAIL.fullmatch(email) and email.isprintable() else None


def user_by_email(connection: Connection, email: str) -> User | None:
    """Find somebody by their address in its normal form."""
    row = connection.execute(select(users).where(users.c.email == email)).first()
    return None if row is None else user_of(row)


def user_by_id(connection: Connection, user: str) -> User | None:
    """Find somebody by the id in their session or link."""
    row = connection.execute(select(users).where(users.c.id == user)).first()
    return None if row is None else user_of(row)


def user_of(row: Row[tuple[object, ...]]) -> User:
    """Read a row that has the columns of `users`."""
    found = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for a row by columns
    return User(
        found[users.c.id],
        found[users.c.email],
        found[users.c.name],
        Role(found[users.c.role]),
        UserState(found[users.c.state]),
        found[users.c.partner],
        found[users.c.password],
        found[users.c.totp_secret],
        found[users.c.rev],
    )
