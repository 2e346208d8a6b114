"""What RMAs whose lines never came wait for: told from the journal, because no row of this station is about them."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from receiving_app.domain.events import TYPE_OF_BODY, CasePutOff
from receiving_app.domain.putting_off import PutOff, put_off
from receiving_app.storage import journal
from receiving_app.storage.schema import events

_OF_RMAS = (
    select(events.c.rma_key, events.c.payload)
    .where(events.c.type == TYPE_OF_BODY[CasePutOff].name, events.c.lpn.is_(None), events.c.undone.is_(False))
    .order_by(events.c.seq)
)


def of_rmas(connection: Connection, rma_keys: Collection[str]) -> dict[str, PutOff]:
    """Give what was said of these RMAs as a whole; those are left out of which nothing was."""
    found: dict[str, PutOff] = {}
    for key, payload in connection.execute(_OF_RMAS.where(events.c.rma_key.in_(list(rma_keys)))):
        event = journal.read_event(payload)
        if isinstance(event.body, CasePutOff):
            found[key] = put_off(found.get(key), event.occurred_at, event.body)
    return found
