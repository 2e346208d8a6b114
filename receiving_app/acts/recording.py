"""Writes readings down before anybody interprets them."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from receiving_app.acts.station import Station
from receiving_app.domain.events import ReadingRecorded, Subject
from receiving_app.domain.label_reading import without_badge
from receiving_app.domain.reading import Reading
from receiving_app.domain.roles import Actor


def record(station: Station, readings: Sequence[Reading], actor: Actor) -> list[str]:
    """Commit readings as they came; give the ids under which they stand in the journal."""
    with station.store.transaction() as connection:
        stamp = station.stamp(connection, actor)
        return [
            station.journal.append(connection, _as_recorded(without_badge(reading)), Subject(), stamp).id
            for reading in readings
        ]


def storable(text: str) -> str:
    """Replace halves of surrogate pairs: a keyboard can send one, no UTF-8 holds it, and the raw bytes keep it."""
    return text.encode("utf-8", "replace").decode()


def _as_recorded(reading: Reading) -> ReadingRecorded:
    return ReadingRecorded(
        text=storable(reading.text),
        raw=base64.b64encode(reading.raw).decode(),
        source=reading.source,
        symbology=reading.symbology,
        position=reading.position,
        photo=reading.photo,
    )
