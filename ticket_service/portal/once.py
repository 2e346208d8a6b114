"""A form that makes something makes one thing, however often it is sent."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import IntegrityError

from ticket_service.accounts.sessions import LONGEST
from ticket_service.accounts.station_tokens import digest
from ticket_service.portal.forms import Form
from ticket_service.portal.visit import Visit
from ticket_service.storage.account_tables import sent_forms
from ticket_service.storage.store import reading, writing


def once(visit: Visit, form: Form, act: Callable[[Connection], str]) -> str:
    """Do `act`, which gives the path of what it made; a form that was sent before gives the same path again."""
    key = digest(f"{visit.person.user} {form.key}")
    try:
        with writing(visit.ground.engine) as connection:
            location = _location(connection, key)
            if location is None:
                location = act(connection)
                connection.execute(delete(sent_forms).where(sent_forms.c.sent_at < visit.now - LONGEST))
                connection.execute(insert(sent_forms).values(key=key, location=location, sent_at=visit.now))
            return location
    except IntegrityError:
        with reading(visit.ground.engine) as connection:  # another process took the same form meanwhile
            location = _location(connection, key)
        if location is None:
            raise
        return location


def _location(connection: Connection, key: str) -> str | None:
    return connection.execute(select(sent_forms.c.location).where(sent_forms.c.key == key)).scalar_one_or_none()
