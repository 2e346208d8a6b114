"""Our own people of the portal: the administrator invites them, gives their role, and closes their accounts."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from ticket_service.accounts import tries
from ticket_service.accounts.caller import Caller, Role
from ticket_service.accounts.links import Purpose, make_link
from ticket_service.accounts.own_account import Told
from ticket_service.accounts.refusals import (
    ChangedMeanwhileError,
    InvalidError,
    NotAllowedError,
    RefusalError,
    UnknownError,
)
from ticket_service.accounts.sessions import end_sessions
from ticket_service.accounts.users import User, UserState, user_by_email, user_by_id, user_of
from ticket_service.storage.account_tables import users

OURS = (Role.SUPPORT, Role.ADMIN)


def require_admin(caller: Caller) -> None:
    """Let only an administrator go on. Raises NotAllowedError."""
    if caller.role is not Role.ADMIN:
        raise NotAllowedError("Only an administrator may do this.")


def first_admin(connection: Connection, email: str, now: datetime) -> Told:
    """Make the link for an administrator's account; for one who has it, a link to a new password and second step.

    Whoever may run this on the service's own computer may do everything anyway.
    """
    known = user_by_email(connection, email)
    if known is not None and known.role is not Role.ADMIN:
        raise RefusalError(f"{email} has another account already; use another address.")
    if known is not None:
        forgotten = {"totp_secret": None, "state": UserState.ACTIVE.value, "rev": users.c.rev + 1}
        connection.execute(update(users).where(users.c.id == known.id).values(forgotten))
        end_sessions(connection, known.id)
        return Told(email, known.name, make_link(connection, Purpose.INVITE, known.id, now))
    return invited(connection, email, "Administrator", Role.ADMIN, now)


def staff(connection: Connection, caller: Caller) -> list[User]:
    """List our people, by name."""
    require_admin(caller)
    ours = select(users).where(users.c.role.in_([role.value for role in OURS])).order_by(users.c.name, users.c.id)
    return [user_of(row) for row in connection.execute(ours)]


def invite(connection: Connection, caller: Caller, now: datetime, *, email: str, name: str, role: Role) -> Told:
    """Make an account for one of our people; their link lets them choose a password."""
    require_admin(caller)
    if user_by_email(connection, email) is not None:
        raise InvalidError({"email": "This address has an account already."})
    return invited(connection, email, name, role, now)


def invite_again(connection: Connection, caller: Caller, user: str, now: datetime) -> Told:
    """Make a new link for somebody who has not used theirs."""
    invited = read_staff(connection, caller, user)
    if invited.state is not UserState.UNCONFIRMED:
        raise RefusalError("They have used their link already.")
    return Told(invited.email, invited.name, make_link(connection, Purpose.INVITE, invited.id, now))


def read_staff(connection: Connection, caller: Caller, user: str) -> User:
    """Read one of our people. Raises UnknownError."""
    require_admin(caller)
    found = user_by_id(connection, user)
    if found is None or found.role not in OURS:
        raise UnknownError("There is no such person.")
    return found


def change_role(connection: Connection, caller: Caller, user: str, rev: int, role: Role) -> None:
    """Give somebody another role; they log in again."""
    _change(connection, caller, user, rev, role=role.value)


def close(connection: Connection, caller: Caller, user: str, rev: int) -> None:
    """Close an account and end its sessions; it can be opened again."""
    _change(connection, caller, user, rev, state=UserState.CLOSED.value)


def reopen(connection: Connection, caller: Caller, user: str, rev: int) -> None:
    """Open a closed account again."""
    _change(connection, caller, user, rev, state=UserState.ACTIVE.value)


def forget_second_step(connection: Connection, caller: Caller, user: str, rev: int) -> None:
    """Let somebody who lost their phone and their paper set up the second step anew, after their password."""
    _change(connection, caller, user, rev, totp_secret=None, totp_step=None)
    tries.succeeded(connection, tries.code(user))


def invited(
    connection: Connection, email: str, name: str, role: Role, now: datetime, *, partner: str | None = None
) -> Told:
    """Make an account that waits for its person to choose a password; whoever calls this checked that they may."""
    id_ = str(uuid.uuid4())
    connection.execute(
        insert(users).values(
            id=id_,
            email=email,
            name=name,
            role=role.value,
            state=UserState.UNCONFIRMED.value,
            partner=partner,
            made_at=now,
            rev=1,
        )
    )
    return Told(email, name, make_link(connection, Purpose.INVITE, id_, now))


def _change(connection: Connection, caller: Caller, user: str, rev: int, **values: object) -> None:
    changed = read_staff(connection, caller, user)
    if changed.id == caller.user:
        raise RefusalError("Somebody else changes your own account, so that nobody shuts themselves out.")
    seen = (users.c.id == user) & (users.c.rev == rev)
    if connection.execute(update(users).where(seen).values(values | {"rev": rev + 1})).rowcount != 1:
        raise ChangedMeanwhileError(f"Somebody changed {changed.name} meanwhile. Look again, then decide.")
    end_sessions(connection, user)
