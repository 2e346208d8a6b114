"""Who is logged in: a random id in the person's browser, kept here as its SHA-256 only."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from ticket_service.accounts.station_tokens import digest
from ticket_service.accounts.users import User, UserState, user_of
from ticket_service.storage.account_tables import sessions, users

#: A session ends when nothing was asked for so long, and in any case after a working day.
IDLE = timedelta(hours=2)
LONGEST = timedelta(hours=12)
_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Session:
    """A living session; until it is `proven` its person may only do the second step."""

    key: str
    user: User
    proven: bool
    seen_at: datetime
    device: str
    offered: str | None


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session as its person sees it in the list of theirs."""

    key: str
    device: str
    made_at: datetime
    seen_at: datetime


def begin_session(connection: Connection, user: str, *, proven: bool, device: str, now: datetime) -> str:
    """Begin a session and give the id for the cookie, 256 random bits; what ended long ago is cleared away."""
    connection.execute(delete(sessions).where(sessions.c.made_at < now - LONGEST))
    id_ = secrets.token_urlsafe(32)
    connection.execute(
        insert(sessions).values(
            sha256=digest(id_), user=user, proven=proven, made_at=now, seen_at=now, device=device[:200]
        )
    )
    return id_


def find_session(connection: Connection, id_: str, now: datetime) -> Session | None:
    """Find the living session of a cookie whose person may still log in."""
    living = (sessions.c.seen_at > now - IDLE) & (sessions.c.made_at > now - LONGEST)
    wanted = select(sessions, users).join(users, users.c.id == sessions.c.user)
    row = connection.execute(wanted.where(sessions.c.sha256 == digest(id_), living)).first()
    if row is None:
        return None
    user = user_of(row)
    if user.state is not UserState.ACTIVE:
        return None
    return Session(row.sha256, user, row.proven, row.seen_at, row.device, row.offered)


def wants_noting(session: Session, now: datetime) -> bool:
    """Say whether it is time to write down that the session is used; not at every page."""
    return now - session.seen_at >= _NOTED_EVERY


def note_use(connection: Connection, session: Session, now: datetime) -> None:
    """Write down that the session is used, which puts its idle end off."""
    connection.execute(update(sessions).where(sessions.c.sha256 == session.key).values(seen_at=now))


def sessions_of(connection: Connection, user: str, now: datetime) -> list[OpenSession]:
    """List somebody's living sessions, the last used first."""
    living = (sessions.c.seen_at > now - IDLE) & (sessions.c.made_at > now - LONGEST)
    wanted = select(sessions).where(sessions.c.user == user, living).order_by(sessions.c.seen_at.desc())
    return [OpenSession(row.sha256, row.device, row.made_at, row.seen_at) for row in connection.execute(wanted)]


def end_session(connection: Connection, key: str) -> None:
    """End one session."""
    connection.execute(delete(sessions).where(sessions.c.sha256 == key))


def end_sessions(connection: Connection, user: str, *, but: str | None = None) -> None:
    """End every session of somebody, except the one they sit at where it is named."""
    ended = sessions.c.user == user
    connection.execute(delete(sessions).where(ended if but is None else ended & (sessions.c.sha256 != but)))
