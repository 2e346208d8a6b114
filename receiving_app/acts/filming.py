"""Writes down that the last seconds before something disputable are kept as a clip."""

from __future__ import annotations

from receiving_app.acts.station import Station
from receiving_app.domain.events import ClipKept, Subject
from receiving_app.domain.roles import Actor, ActorKind

#: The camera films by itself; nobody's right is needed for it.
CAMERA = Actor(ActorKind.DEVICE, None, None, "camera")


class Filming:
    """The one act of the camera itself."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def keep(self, clip: ClipKept, about: Subject) -> None:
        """Write down a clip whose film is on the disk."""
        with self._station.store.transaction() as connection:
            stamp = self._station.stamp(connection, CAMERA)
            self._station.journal.append(connection, clip, about, stamp)
