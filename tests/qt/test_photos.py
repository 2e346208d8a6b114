"""Photos read, stored and shown on a thread beside the window, with real files."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize, QThread, Slot
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

import resources
from receiving_app.qt.photos import NotStored, PhotoShelf, Shown, Stored
from receiving_app.queries.photos import PhotoTrouble
from receiving_app.scanning.frames import encode_jpeg, read_picture, write_film
from receiving_app.scanning.photo import Photo, PhotoForm
from receiving_app.storage.clips import ClipFiles
from receiving_app.storage.photos import Photos
from tests.scanning.drawn_labels import png, scene

TAKEN = datetime(2026, 11, 2, 20, 30, tzinfo=UTC)
ROOM = QSize(160, 160)


class Listener(QObject):
    """Keeps what the shelf says, and that it says it on the window's thread."""

    def __init__(self, shelf: PhotoShelf) -> None:
        super().__init__()
        self.shelf = shelf
        self.heard: list[object] = []
        self.threads: set[QThread] = set()
        for signal in (shelf.stored, shelf.not_stored, shelf.read, shelf.shown):
            signal.connect(self.hear)
        shelf.not_read.connect(self.hear_sentence)

    @Slot(object)
    def hear(self, said: object) -> None:
        self.threads.add(QThread.currentThread())
        self.heard.append(said)

    @Slot(str)
    def hear_sentence(self, said: str) -> None:
        self.heard.append(said)


@pytest.fixture
def photos(tmp_path: Path) -> Photos:
    return Photos(tmp_path)


@pytest.fixture
def clips(tmp_path: Path) -> ClipFiles:
    return ClipFiles(tmp_path / "clips")


@pytest.fixture
def shelf(qapp: object, photos: Photos, clips: ClipFiles) -> Iterator[PhotoShelf]:
    shelf = PhotoShelf(photos, clips)
    yield shelf
    shelf.stop()


@pytest.fixture
def listener(shelf: PhotoShelf) -> Listener:
    return Listener(shelf)


JPEG = Photo.of_frame(scene(), TAKEN, PhotoForm(1600)).jpeg


def test_a_photo_is_on_the_disk_when_it_is_said_to_be(
    qtbot: QtBot, shelf: PhotoShelf, listener: Listener, photos: Photos
) -> None:
    shelf.store(JPEG, "mine")
    qtbot.waitUntil(lambda: bool(listener.heard))
    (stored,) = listener.heard
    assert isinstance(stored, Stored)
    assert stored.request == "mine"
    assert photos.get(stored.photo) == JPEG
    assert listener.threads == {QThread.currentThread()}


def test_a_full_disk_is_told_and_the_next_photo_is_stored(
    qtbot: QtBot, shelf: PhotoShelf, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        shelf.store(JPEG, 1)
        qtbot.waitUntil(lambda: len(listener.heard) == 1)
    shelf.store(JPEG, 2)
    qtbot.waitUntil(lambda: len(listener.heard) == 2)
    assert listener.heard[0] == NotStored(1)
    assert isinstance(listener.heard[1], Stored)


def test_a_stored_photo_is_shown_in_the_room_there_is(
    qtbot: QtBot, shelf: PhotoShelf, listener: Listener, photos: Photos
) -> None:
    shelf.show(photos.keep(JPEG), ROOM, "strip")
    qtbot.waitUntil(lambda: bool(listener.heard))
    (shown,) = listener.heard
    assert isinstance(shown, Shown)
    assert isinstance(shown.picture, QImage)
    assert (shown.picture.width(), shown.picture.height()) == (160, 90)


@pytest.mark.parametrize(
    ("content", "trouble"),
    [(None, PhotoTrouble.GONE), (b"", PhotoTrouble.DAMAGED), (b"\xff\xd8 half", PhotoTrouble.DAMAGED)],
)
def test_a_photo_whose_file_was_removed_or_damaged_is_said_to_be(
    qtbot: QtBot, listener: Listener, tmp_path: Path, content: bytes | None, trouble: PhotoTrouble
) -> None:
    photos = Photos(tmp_path)
    name = photos.keep(JPEG)
    (file,) = tmp_path.rglob("*.jpg")
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    listener.shelf.show(name, ROOM, "strip")
    qtbot.waitUntil(lambda: bool(listener.heard))
    assert listener.heard == [Shown("strip", name, trouble)]


def test_a_stored_file_that_is_no_picture_is_said_to_be_damaged(
    qtbot: QtBot, shelf: PhotoShelf, listener: Listener, photos: Photos
) -> None:
    name = photos.keep(b"never was a picture")
    shelf.show(name, ROOM, "strip")
    qtbot.waitUntil(lambda: bool(listener.heard))
    assert listener.heard == [Shown("strip", name, PhotoTrouble.DAMAGED)]


def holding(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


@pytest.mark.parametrize("many", [1, 3, 40])
def test_a_films_moments_stand_side_by_side_in_the_room_there_is(
    qtbot: QtBot, shelf: PhotoShelf, listener: Listener, clips: ClipFiles, many: int
) -> None:
    frame = encode_jpeg(read_picture(resources.path("demo", "01-accept.png")))
    name = clips.keep(lambda path: write_film(path, [frame] * many, 8.0))
    shelf.show_film(name, QSize(640, 640), "case")
    qtbot.waitUntil(lambda: bool(listener.heard))
    (shown,) = listener.heard
    assert isinstance(shown, Shown)
    assert isinstance(shown.picture, QImage)
    assert max(shown.picture.width(), shown.picture.height()) in range(400, 641)


@pytest.mark.parametrize(
    ("content", "trouble"),
    [(None, PhotoTrouble.FILM_GONE), (b"another film", PhotoTrouble.FILM_DAMAGED)],
)
def test_a_film_whose_file_was_removed_or_changed_is_said_to_be(
    qtbot: QtBot, listener: Listener, clips: ClipFiles, content: bytes | None, trouble: PhotoTrouble
) -> None:
    name = clips.keep(holding(b"RIFF once a film"))
    clips.path(name).unlink()
    if content is not None:
        clips.path(name).write_bytes(content)
    listener.shelf.show_film(name, ROOM, "case")
    qtbot.waitUntil(lambda: bool(listener.heard))
    assert listener.heard == [Shown("case", name, trouble)]


def test_a_film_that_cannot_be_decoded_is_said_to_be_so(qtbot: QtBot, listener: Listener, clips: ClipFiles) -> None:
    name = clips.keep(holding(b"RIFF no film"))
    listener.shelf.show_film(name, ROOM, "case")
    qtbot.waitUntil(lambda: bool(listener.heard))
    assert listener.heard == [Shown("case", name, PhotoTrouble.FILM_UNREADABLE)]


def test_a_picture_file_becomes_a_photo_or_a_sentence(
    qtbot: QtBot, shelf: PhotoShelf, listener: Listener, tmp_path: Path
) -> None:
    (tmp_path / "phone.png").write_bytes(png(scene()))
    shelf.read_file(tmp_path / "phone.png", PhotoForm(320))
    shelf.read_file(tmp_path / "gone.png", PhotoForm(320))
    qtbot.waitUntil(lambda: len(listener.heard) == 2)
    photo, sentence = listener.heard
    assert isinstance(photo, Photo)
    assert sentence == f"{tmp_path / 'gone.png'} does not exist: check the name."


def test_what_was_asked_for_is_done_before_the_end(qapp: object, photos: Photos, clips: ClipFiles) -> None:
    shelf = PhotoShelf(photos, clips)
    for number in range(10):
        shelf.store(JPEG + bytes([number]), number)
    shelf.stop()
    assert sum(1 for _ in photos._folder.rglob("*.jpg")) == 10
