"""Who is signed in at the station, and whose PINs were wrong: both outlive a restart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from receiving_app.domain.roles import Role
from receiving_app.domain.sign_in import Failures
from receiving_app.storage.schema import failed_pins, session


@dataclass(frozen=True, slots=True)
class SignIn:
    """A person at the station, and how we know who it is."""

    person: str
    role: Role
    how: str


def current(connection: Connection) -> SignIn | None:
    """Give who is signed in."""
    row = connection.execute(select(session)).first()
    return SignIn(row.person, Role(row.role), row.how) if row else None


def begin(connection: Connection, sign_in: SignIn) -> None:
    """Keep who is signed in from now on."""
    values = {"id": 1, "person": sign_in.person, "role": sign_in.role.value, "how": sign_in.how}
    statement = insert(session).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


def end(connection: Connection) -> None:
    """Keep that nobody is signed in."""
    connection.execute(delete(session))


def failures(connection: Connection, person: str) -> Failures:
    """Give how often in a row a person's PIN was wrong."""
    row = connection.execute(select(failed_pins).where(failed_pins.c.person == person)).first()
    return Failures(row.tries, datetime.fromisoformat(row.last_at)) if row else Failures()


def keep_failures(connection: Connection, person: str, failures: Failures) -> None:
    """Keep how often in a row a person's PIN was wrong; none forgets the earlier ones."""
    if failures.last_at is None:
        connection.execute(delete(failed_pins).where(failed_pins.c.person == person))
        return
    values = {"person": person, "tries": failures.count, "last_at": failures.last_at.isoformat()}
    statement = insert(failed_pins).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=["person"], set_=values))
