"""Logging in: who claims to be whom, whether it is true, and the session that follows.

The password is checked between two transactions, since argon2id takes its time; the second one looks at the lock again,
so that many tries at once gain nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, update

from ticket_service.accounts import tries
from ticket_service.accounts.passwords import hashed, outdated, proves
from ticket_service.accounts.refusals import RefusalError
from ticket_service.accounts.sessions import begin_session
from ticket_service.accounts.users import TWO_STEPS, User, UserState, user_by_email
from ticket_service.storage.account_tables import users

#: The same for an unknown address and for a wrong password.
WRONG = "This e-mail address and password do not belong together."

_NOT_YET = {
    UserState.UNCONFIRMED: "Confirm your e-mail address first: open the link in the letter we sent you.",
    UserState.WAITING: "Support has not approved your account yet. You will get an e-mail when it is.",
    UserState.DECLINED: "Your account was not approved; the e-mail we sent you says why.",
    UserState.CLOSED: "This account is closed. Ask support if that is wrong.",
}


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody says that they are `email`; `user` is who that is, if anybody."""

    email: str
    address: str
    user: User | None

    @property
    def subjects(self) -> tuple[str, str]:
        """What a wrong password is counted against."""
        return (tries.account(self.email), tries.address(self.address))


def claim(connection: Connection, email: str, address: str, now: datetime) -> Claim:
    """Take a claim to be checked. Raises RefusalError while it has to wait."""
    claimed = Claim(email, address, user_by_email(connection, email))
    tries.refuse_early(connection, claimed.subjects, now)
    return claimed


def is_true(claimed: Claim, password: str) -> bool:
    """Check the password of a claim; takes equally long for everybody."""
    return proves(None if claimed.user is None else claimed.user.password, password)


def wrong(connection: Connection, claimed: Claim, now: datetime) -> None:
    """Count a claim that was not true."""
    tries.failed(connection, claimed.subjects, now)


def log_in(connection: Connection, claimed: Claim, user: User, *, password: str, device: str, now: datetime) -> str:
    """Begin the session of a true claim and give its id. Raises RefusalError where the account is not active."""
    tries.refuse_early(connection, claimed.subjects, now)
    if user.state is not UserState.ACTIVE:
        raise RefusalError(_NOT_YET[user.state])
    tries.succeeded(connection, tries.account(claimed.email))
    if user.password is not None and outdated(user.password):
        connection.execute(update(users).where(users.c.id == user.id).values(password=hashed(password)))
    return begin_session(connection, user.id, proven=user.role not in TWO_STEPS, device=device, now=now)
