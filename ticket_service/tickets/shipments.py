"""The shipments that items left with, as stations told them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from ticket_service.storage.schema import about, journal
from ticket_service.storage.state import get


def shipments_of(connection: Connection, items: Sequence[str]) -> tuple[dict[str, Any], ...]:
    """Give the shipments of these items: the events that tell of an item's leaving name them."""
    told = (
        select(journal.c.content)
        .join(about, (about.c.station == journal.c.station) & (about.c.station_seq == journal.c.station_seq))
        .where(about.c.kind == "item", about.c.id.in_(items), journal.c.undone.is_(False))
        .order_by(journal.c.received_at, journal.c.station_seq)
    )
    events = [json.loads(content) for content in connection.execute(told).scalars() if content]
    ids = list(dict.fromkeys(event["body"]["shipment"] for event in events if event["type"] == "shipment.sent"))
    found = get(connection, "shipment", ids)
    return tuple(found[id_] for id_ in ids if id_ in found)
