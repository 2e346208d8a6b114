"""Searching by scan: what was read is recorded like every reading, and does nothing else."""

from __future__ import annotations

from receiving_app.acts.recording import record
from receiving_app.acts.station import Station
from receiving_app.domain.reading import Reading
from receiving_app.domain.roles import Actor


class Searching:
    """Takes the scans of somebody who looks something up."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def scan(self, reading: Reading, actor: Actor) -> None:
        """Record what was read to be searched for."""
        record(self._station, [reading], actor)
