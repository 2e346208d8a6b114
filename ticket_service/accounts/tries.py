"""Failed tries in a row, and how long the next one waits. An account that does not exist is counted like any other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from ticket_service.accounts.refusals import RefusalError
from ticket_service.storage.account_tables import tries

#: How many may fail before anybody waits; many people can share one address.
_FREE = {"account": 5, "code": 5, "address": 50, "letter": 3}
_FIRST_WAIT = timedelta(seconds=30)
#: Nobody's mailbox is filled by strangers; whoever mistypes gets on within half an hour.
_LONGEST_WAIT = {
    "account": timedelta(minutes=30),
    "code": timedelta(minutes=30),
    "letter": timedelta(hours=12),
    "address": timedelta(minutes=30),
}
#: After so long without another one they are forgotten. An address may be a whole office, whose slips add up.
_FORGOTTEN_AFTER = {
    "account": timedelta(days=1),
    "code": timedelta(days=1),
    "letter": timedelta(days=1),
    "address": timedelta(hours=1),
}
_KEPT_FOR = max(_FORGOTTEN_AFTER.values())


def account(email: str) -> str:
    """Name the tries at one account's password."""
    return f"account {email}"


def address(host: str) -> str:
    """Name the tries from one network address."""
    return f"address {host[:64]}"


def code(user: str) -> str:
    """Name the tries at one person's second step."""
    return f"code {user}"


def letter(email: str) -> str:
    """Name the letters that strangers can have sent to an address."""
    return f"letter {email}"


def waits(connection: Connection, subject: str, now: datetime) -> bool:
    """Say whether the next try would come before its time."""
    row = connection.execute(select(tries).where(tries.c.subject == subject)).first()
    return row is not None and _until(row) > now


def refuse_early(connection: Connection, subjects: Iterable[str], now: datetime) -> None:
    """Refuse a try that comes before its time; it is not counted. Raises RefusalError."""
    rows = connection.execute(select(tries).where(tries.c.subject.in_(list(subjects)))).all()
    until = max((_until(row) for row in rows), default=now)
    if until > now:
        raise RefusalError(f"Too many tries went wrong. Wait {_spoken(until - now)}, then try again.")


def failed(connection: Connection, subjects: Iterable[str], now: datetime) -> None:
    """Count a try that went wrong."""
    for subject in subjects:
        count = update(tries).where(tries.c.subject == subject)
        recent = tries.c.last_at > now - _FORGOTTEN_AFTER[_kind(subject)]
        if connection.execute(count.where(recent).values(failures=tries.c.failures + 1, last_at=now)).rowcount:
            continue
        if connection.execute(count.values(failures=1, last_at=now)).rowcount:
            continue
        connection.execute(delete(tries).where(tries.c.last_at <= now - _KEPT_FOR))
        try:
            with connection.begin_nested():
                connection.execute(insert(tries).values(subject=subject, failures=1, last_at=now))
        except IntegrityError:  # another process counted the first one meanwhile
            connection.execute(count.values(failures=tries.c.failures + 1, last_at=now))


def succeeded(connection: Connection, subject: str) -> None:
    """Forget the failed tries of a subject that has proven itself."""
    connection.execute(delete(tries).where(tries.c.subject == subject))


def _until(row: Row[tuple[object, ...]]) -> datetime:
    kind = _kind(row.subject)
    beyond = row.failures - _FREE[kind]
    if beyond < 0:
        return row.last_at  # type: ignore[no-any-return]  # rows are untyped
    wait = min(_FIRST_WAIT * 2 ** min(beyond, 11), _LONGEST_WAIT[kind])
    return row.last_at + wait  # type: ignore[no-any-return]


def _kind(subject: str) -> str:
    return subject.partition(" ")[0]


def _spoken(wait: timedelta) -> str:
    seconds = int(wait.total_seconds()) + 1
    return f"{seconds} seconds" if seconds <= 90 else f"{-(-seconds // 60)} minutes"
