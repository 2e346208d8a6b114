"""Reads, shrinks, stores and shows photos on a thread beside the window, one after the other."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from receiving_app.qt.films import moments
from receiving_app.qt.in_turn import InTurn
from receiving_app.queries.photos import PhotoTrouble, photo
from receiving_app.scanning.frames import PictureError
from receiving_app.scanning.photo import Photo, PhotoForm
from receiving_app.storage.clips import ClipFiles
from receiving_app.storage.photos import Photos

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stored:
    """A photo's file is on the disk under its SHA-256 (hex); `request` is the caller's own."""

    request: object
    photo: str


@dataclass(frozen=True, slots=True)
class NotStored:
    """The disk wouldn't take a photo."""

    request: object


@dataclass(frozen=True, slots=True)
class Shown:
    """A stored photo, not larger than was asked for, or why there is none; `request` is the caller's own."""

    request: object
    photo: str
    picture: QImage | PhotoTrouble


class PhotoShelf(QObject):
    """The photos as the window's thread knows them: ask, and hear the answer later."""

    stored = Signal(object)  # Stored
    not_stored = Signal(object)  # NotStored
    read = Signal(object)  # Photo, made of a picture file
    not_read = Signal(str)  # one sentence
    shown = Signal(object)  # Shown

    def __init__(self, photos: Photos, clips: ClipFiles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._clips = clips
        self._turns = InTurn(self)
        self._turns.gave.connect(self._tell)

    def store(self, jpeg: bytes, request: object) -> None:
        """Write a photo durably."""
        self._turns.do(partial(_store, self._photos, jpeg, request))

    def read_file(self, path: Path, form: PhotoForm) -> None:
        """Make a photo of a picture file."""
        self._turns.do(partial(_read, path, form))

    def show(self, name: str, room: QSize, request: object) -> None:
        """Read a stored photo, to be seen in so much room."""
        self._turns.do(partial(_show, self._photos, name, room, request))

    def show_film(self, name: str, room: QSize, request: object) -> None:
        """Draw the moments of a stored film, to be seen in so much room."""
        self._turns.do(partial(_show_film, self._clips, name, room, request))

    def stop(self) -> None:
        """End, once everything that was asked for is done and was answered."""
        self._turns.stop()

    @Slot(object)
    def _tell(self, answer: object) -> None:
        match answer:
            case Stored():
                self.stored.emit(answer)
            case NotStored():
                self.not_stored.emit(answer)
            case Photo():
                self.read.emit(answer)
            case str():
                self.not_read.emit(answer)
            case Shown():
                self.shown.emit(answer)


def _store(photos: Photos, jpeg: bytes, request: object) -> Stored | NotStored:
    try:
        return Stored(request, photos.keep(jpeg))
    except OSError:
        _log.exception("a photo could not be saved")
        return NotStored(request)


def _read(path: Path, form: PhotoForm) -> Photo | str:
    try:
        return Photo.of_file(path, form)
    except PictureError as error:
        return str(error)
    except OSError:
        return str(PictureError(f"{path} cannot be read: check that you may open it."))


def _show_film(clips: ClipFiles, name: str, room: QSize, request: object) -> Shown:
    return Shown(request, name, moments(clips.path(name), name, room))


def _show(photos: Photos, name: str, room: QSize, request: object) -> Shown:
    found = photo(photos, name)
    if isinstance(found, PhotoTrouble):
        return Shown(request, name, found)
    buffer = QBuffer()
    buffer.setData(QByteArray(found))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        # A JPEG is decoded small, many times quicker than whole.
        fitted = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitted if fitted.width() < size.width() else size)
    picture = reader.read()
    return Shown(request, name, PhotoTrouble.DAMAGED if picture.isNull() else picture)
