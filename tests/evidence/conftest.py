"""A case as it happens: a box with one listed device, one whose number was misread, photos, a film, and a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

import resources
from receiving_app.acts.photography import KeptPhoto, Photography, PhotoOf
from receiving_app.domain.events import ClipKept, ClipReason, Subject
from receiving_app.domain.item_events import CartonCondition
from receiving_app.domain.roles import Role
from receiving_app.queries.evidence import Dossier, dossier
from receiving_app.scanning.frames import encode_jpeg, read_picture, write_film
from receiving_app.storage import items, service_data
from receiving_app.storage.journal import Stamp
from receiving_app.storage.service_data import Partner, Person
from tests.acts.running_station import RunningStation, new_database, station
from tests.acts.unpacked_box import FIRST, SECOND, Table, two_devices
from tests.factories import NUMBER, WORKER, reading

__all__ = ["new_database", "station"]


@dataclass
class Case:
    """The station, and the names of what lies on its disk."""

    station: RunningStation
    lpn: str
    label: str
    dent: str
    clip: str

    def told(self) -> Dossier:
        told = dossier(self.station.store, self.lpn)
        assert told is not None
        return told


def picture(text: str, color: str) -> bytes:
    """Draw a photo, so that each is another one."""
    image = QImage(1280, 960, QImage.Format.Format_RGB888)
    image.fill(QColor(color))
    with QPainter(image) as painter:
        font = painter.font()
        font.setPixelSize(120)
        painter.setFont(font)
        painter.drawText(80, 480, text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@pytest.fixture
def case(station: RunningStation, qapp: object) -> Case:
    """Receive, open and check a box, and film its rejection."""
    store = station.store
    table = Table(station)
    station.employs(Person("p-dock", 1, "Dana Ortiz", (Role.DOCK,)))
    label = store.photos.keep(encode_jpeg(read_picture(resources.path("demo", "02-accept-advanced.png"))))
    with store.transaction() as connection:
        service_data.put_partners(connection, [Partner("p-1", 1, "Fleet Eyes LLC")])
    station.told(two_devices(lines=(FIRST, SECOND)))
    station.dock.scan([reading(NUMBER, read_at=station.time, photo=label)], WORKER)
    (package,) = [outcome.package for outcome in [station.dock.at_hand()] if outcome.package]
    lpn = package.lpn
    table.unpacking.begin(lpn, WORKER)
    table.unpacking.condition(CartonCondition.DAMAGED, WORKER)
    table.scan("SW0012345")
    station.wait(30)
    table.scan("SW0O12399")
    dent = store.photos.keep(picture("dent", "#cccccc"))
    photography = Photography(station.parts)
    photography.take(PhotoOf(lpn), KeptPhoto(dent, station.time, "Dent at the corner, before opening"), WORKER)
    with store.reading() as connection:
        found = items.of_package(connection, lpn)
    for item in found:
        shot = store.photos.keep(picture(item.serial, "#ddeeff"))
        photography.take(PhotoOf(lpn, item.id), KeptPhoto(shot, station.time, "Type plate"), WORKER)
    frames = [picture(str(each), "#334455") for each in range(4)]
    clip = store.clips.keep(lambda path: write_film(path, frames, 4.0))
    with store.transaction() as connection:
        body = ClipKept(clip, station.time - timedelta(seconds=10), 10_000, ClipReason.REJECT)
        station.parts.journal.append(connection, body, Subject(lpn), Stamp(station.time, 0, None, WORKER))
    return Case(station, lpn, label, dent, clip)
