"""What people do with their own account: choose a password, ask for a new one, change their address, log out elsewhere.

Hashing takes its time, so new passwords come hashed; `passwords.fault` was asked before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, update
from sqlalchemy.exc import IntegrityError

from ticket_service.accounts import tries
from ticket_service.accounts.caller import Caller
from ticket_service.accounts.links import Link, Purpose, make_link, read_link, use_link
from ticket_service.accounts.refusals import InvalidError, RefusalError, UnknownError
from ticket_service.accounts.sessions import end_session, end_sessions, sessions_of
from ticket_service.accounts.users import User, UserState, user_by_email, user_by_id
from ticket_service.storage.account_tables import users

#: Links that let somebody choose a password.
CHOOSE = (Purpose.CONFIRM, Purpose.RESET, Purpose.INVITE)


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who is to be written to; `link` is a new secret where the letter carries one."""

    email: str
    name: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """An address that was changed: both hear of it."""

    name: str
    before: str
    after: str


def whose(connection: Connection, secret: str, now: datetime, *purposes: Purpose) -> tuple[Link, User]:
    """Look at a link and the person it is for. Raises RefusalError."""
    link = read_link(connection, secret, now, *purposes)
    user = user_by_id(connection, link.user)
    if user is None or user.state in {UserState.CLOSED, UserState.DECLINED}:
        raise RefusalError("This account is closed. Ask support if that is wrong.")
    return link, user


def choose_password(connection: Connection, secret: str, hashed: str, now: datetime) -> User:
    """Set the password that a link allows, confirm the address by it, and end every session."""
    link, user = whose(connection, secret, now, *CHOOSE)
    use_link(connection, secret, now, *CHOOSE)
    state = {Purpose.CONFIRM: UserState.WAITING, Purpose.INVITE: UserState.ACTIVE}.get(link.purpose, user.state)
    _set(connection, user, password=hashed, state=state.value)
    end_sessions(connection, user.id)
    tries.succeeded(connection, tries.account(user.email))
    return user


def change_password(connection: Connection, caller: Caller, hashed: str) -> User:
    """Set another password and end every session; the page checked the one before."""
    user = _known(connection, caller)
    _set(connection, user, password=hashed)
    end_sessions(connection, user.id)
    return user


def ask_reset(connection: Connection, email: str, now: datetime) -> Told | None:
    """Make the link for a new password; None where nobody has the address, or letters went out just now."""
    if tries.waits(connection, tries.letter(email), now):
        return None
    tries.failed(connection, [tries.letter(email)], now)
    user = user_by_email(connection, email)
    if user is None or user.state not in {UserState.ACTIVE, UserState.WAITING}:
        return None
    return Told(user.email, user.name, make_link(connection, Purpose.RESET, user.id, now))


def ask_email(connection: Connection, caller: Caller, email: str, now: datetime) -> tuple[User, str | None]:
    """Make the link that confirms another address; None where somebody has it: the page says the same."""
    user = _known(connection, caller)
    if email == user.email:
        raise InvalidError({"email": "This is your address already."})
    taken = user_by_email(connection, email) is not None
    return user, None if taken else make_link(connection, Purpose.EMAIL, user.id, now, email)


def change_email(connection: Connection, secret: str, now: datetime) -> Moved:
    """Confirm the new address by its link. Raises RefusalError where somebody took it meanwhile."""
    link = use_link(connection, secret, now, Purpose.EMAIL)
    user = user_by_id(connection, link.user)
    if user is None or link.email is None:
        raise RefusalError("This account is closed. Ask support if that is wrong.")
    try:
        with connection.begin_nested():
            _set(connection, user, email=link.email)
    except IntegrityError as error:
        raise RefusalError("This address belongs to another account. Use another one.") from error
    return Moved(user.name, user.email, link.email)


def log_out_elsewhere(connection: Connection, caller: Caller, here: str) -> None:
    """End every session of the caller but the one they sit at."""
    end_sessions(connection, caller.user, but=here)


def log_out(connection: Connection, caller: Caller, key: str, now: datetime) -> None:
    """End one of the caller's sessions. Raises UnknownError for others'."""
    if key not in {session.key for session in sessions_of(connection, caller.user, now)}:
        raise UnknownError("This session has ended already.")
    end_session(connection, key)


def _known(connection: Connection, caller: Caller) -> User:
    user = user_by_id(connection, caller.user)
    if user is None:
        raise UnknownError("There is no such account.")
    return user


def _set(connection: Connection, user: User, **values: str) -> None:
    connection.execute(update(users).where(users.c.id == user.id).values(values | {"rev": users.c.rev + 1}))
