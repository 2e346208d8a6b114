"""Writes down which photo belongs to which package or device."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from receiving_app.acts.recording import record, storable
from receiving_app.acts.station import Station
from receiving_app.domain.events import Subject
from receiving_app.domain.item import Item, step
from receiving_app.domain.item_events import PhotoTaken
from receiving_app.domain.package import Package
from receiving_app.domain.reading import Reading
from receiving_app.domain.roles import Actor, Right
from receiving_app.storage import items, packages

#: A caption is a line under a picture; more belongs into a note.
LONGEST_CAPTION = 200


@dataclass(frozen=True, slots=True)
class PhotoOf:
    """What a photo shows: a package by its plate, or a device by its label."""

    lpn: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class KeptPhoto:
    """A photo whose file is on the disk, named by its SHA-256 (hex)."""

    photo: str
    taken_at: datetime
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Photographed:
    """The package or device with its new photo; neither where its finding was taken back meanwhile."""

    package: Package | None = None
    item: Item | None = None


class Photography:
    """The acts with a camera at one station; the photo's file is on the disk before."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def record(self, readings: Sequence[Reading], actor: Actor) -> None:
        """Commit what was read while a photo was taken; commands of the page are carried out after that."""
        record(self._station, readings, actor)

    def take(self, of: PhotoOf, kept: KeptPhoto, actor: Actor) -> Photographed:
        """Write down that a photo shows a package or a device; raise `NotAllowedError`."""
        body = PhotoTaken(kept.photo, kept.taken_at, of.item, storable(kept.caption).strip()[:LONGEST_CAPTION])
        with self._station.act(actor, Right.UNPACK if of.item else Right.RECEIVE) as act:
            if of.item is not None:
                item = items.get(act.connection, of.item)
                if item is None:
                    return Photographed()
                item = step(item, act.write(body, Subject(item.lpn or None, item.rma_key or None))) or item
                items.save(act.connection, item)
                return Photographed(item=item)
            package = packages.get(act.connection, of.lpn)
            if package is None:
                return Photographed()
            package = act.on(package, body)
            packages.save(act.connection, package)
            return Photographed(package)
