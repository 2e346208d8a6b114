"""With the camera: connects the photo page with camera, disk and record."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QSize, Signal, SignalInstance, Slot
from PySide6.QtGui import QImage

from receiving_app.acts.outcome import Detail
from receiving_app.domain.command import Command, command_named
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import HAND_HELD, Reading, Source
from receiving_app.domain.roles import NOBODY, Actor, NotAllowedError
from receiving_app.words.outcomes import detail_sentence
from receiving_app.words.photos import photo_of, trouble_sentence

if TYPE_CHECKING:
    from receiving_app.acts.photography import KeptPhoto, PhotoOf
    from receiving_app.assembly import Parts
    from receiving_app.desks.people import PeopleDesk
    from receiving_app.domain.item import Item
    from receiving_app.domain.package import Package
    from receiving_app.qt.camera import Camera
    from receiving_app.qt.photos import NotStored, PhotoShelf, Shown, Stored
    from receiving_app.scanning.photo import Photo, PhotoForm
    from ui.main_window import MainWindow
    from ui.parts.photo_page import PhotoPage

_log = logging.getLogger(__name__)

_HERE = frozenset({Command.PHOTO, Command.KEEP_PHOTO, Command.RETAKE, Command.UNDO})


@dataclass(frozen=True, slots=True)
class Taken:
    """A photo whose file is on the disk, or None where the disk wouldn't take it, and who took it.

    `aside`: its worker has gone on to other things meanwhile.
    """

    kept: KeptPhoto | None
    actor: Actor
    aside: bool


@dataclass(frozen=True, slots=True)
class PhotoNews:
    """A photo of a package or a device stands in the record, or was lost; `aside` as in `Taken`."""

    of: PhotoOf
    lost: bool
    aside: bool


class Pictures(Protocol):
    """What shows stored photos that it asked for."""

    def show_picture(self, photo: str, picture: QImage | None, trouble: str) -> None:
        """Take a picture, or the sentence that says why there is none."""
        ...


class WantsPictures(Pictures, Protocol):
    """What says by a signal which photos it wants."""

    wanted: SignalInstance


@dataclass(frozen=True, slots=True)
class _Wish:
    title: str
    then: Callable[[Taken], object]


@dataclass(frozen=True, slots=True)
class _Shot:
    """A picture that was taken; caption and `aside` are known once it is to be kept."""

    wish: _Wish
    photo: Photo
    actor: Actor
    caption: str = ""
    aside: bool = False


@dataclass(frozen=True, slots=True)
class _Store:
    then: Callable[[bool], object]


class PhotoDesk(QObject):
    """Takes photos one at a time; one that can't be saved is lost and said, and stops nothing."""

    told = Signal(object)  # PhotoNews

    def __init__(self, window: MainWindow, people: PeopleDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._people = people
        self._policy = Policy()
        self._parts: Parts | None = None
        self._camera: Camera | None = None
        self._shelf: PhotoShelf | None = None
        self._wish: _Wish | None = None
        self._shot: _Shot | None = None
        self._pressed = False
        self._asked: dict[int, Pictures] = {}
        self._numbers = count()
        window.screen_shown.connect(self._go_on)

    @cached_property
    def _page(self) -> PhotoPage:
        page = self._window.photo
        page.command_given.connect(self._do)
        page.file_given.connect(self._take_file)
        page.left.connect(self._leave)
        return page

    @property
    def shelf(self) -> PhotoShelf | None:
        """Where photos are stored and shown from, once the memory is open; made when it is first asked for."""
        if self._shelf is None and self._parts is not None:
            from receiving_app.qt.photos import PhotoShelf

            self._shelf = PhotoShelf(self._parts.store.photos, self._parts.store.clips, self)
            self._shelf.stored.connect(self._stored)
            self._shelf.not_stored.connect(self._not_stored)
            self._shelf.read.connect(self._show_taken)
            self._shelf.not_read.connect(self._file_refused)
            self._shelf.shown.connect(self._shown)
        return self._shelf

    def begin(self, parts: Parts) -> None:
        """Work on an open memory from now on."""
        self._parts = parts

    def use_camera(self, camera: Camera) -> None:
        """Take photos with a camera."""
        self._camera = camera
        camera.framed.connect(self._framed)
        camera.photographed.connect(self._photographed)
        camera.failed.connect(self._camera_failed)

    def use_policy(self, policy: Policy) -> None:
        """Make photos as large as a policy says from now on."""
        self._policy = policy

    def stop(self) -> None:
        """Keep a picture that was taken, and wait until it stands in the record."""
        self._keep(aside=True)
        if self._shelf is not None:
            self._shelf.stop()

    def take(self, package: Package, item: Item | None = None) -> None:
        """Take a photo of a package, or of a device from it, now; it stands in the record once it is kept."""
        from receiving_app.acts.photography import PhotoOf

        of = PhotoOf(package.lpn, item.id if item else None)
        self.ask(photo_of(package.lpn, item), partial(self._record, of))

    def ask(self, title: str, then: Callable[[Taken], object]) -> None:
        """Take a photo now for somebody who writes it into the record; `title` says what it is of.

        `then` is called once its file is on the disk, and not at all where the worker keeps none.
        """
        self._wish, self._shot = _Wish(title, then), None
        self._page.show_live(title, self._trouble())
        self._window.show_photo()
        self._press()

    def store(self, jpeg: bytes, then: Callable[[bool], object]) -> None:
        """Write a label photo beside the window; `then` hears whether it is on the disk."""
        if self.shelf is not None:
            self.shelf.store(jpeg, _Store(then))

    def serve(self, pictures: WantsPictures) -> None:
        """Give what shows photos each one that it asks for."""
        pictures.wanted.connect(lambda photo, room: self.fetch(photo, room, pictures))

    def fetch(self, photo: str, room: QSize, pictures: Pictures) -> None:
        """Read a stored photo beside the window, to be seen in so much room."""
        if self.shelf is not None:
            number = next(self._numbers)
            self._asked[number] = pictures
            self.shelf.show(photo, room, number)

    def fetch_film(self, clip: str, room: QSize, pictures: Pictures) -> None:
        """Draw a stored film's moments beside the window, to be seen in so much room."""
        if self.shelf is not None:
            number = next(self._numbers)
            self._asked[number] = pictures
            self.shelf.show_film(clip, room, number)

    def takes(self, readings: Sequence[Reading]) -> bool:
        """Take the page's commands while it is shown, and what the camera reads on what it is held before it.

        Any other scan means going on: it keeps the picture and is left to the screen beneath.
        """
        if self._wish is None or self._parts is None or self._people.actor == NOBODY:
            return False
        if all(reading.source is Source.CAMERA for reading in readings):
            return self._recorded(readings)
        hand_held = [reading for reading in readings if reading.source in HAND_HELD]
        command = command_named(hand_held[0].text) if len(hand_held) == len(readings) == 1 else None
        if command in _HERE and (command is not Command.UNDO or self._shot is not None):
            if self._recorded(readings):
                self._do(command)
            return True
        self._go_on()
        return False

    def _recorded(self, readings: Sequence[Reading]) -> bool:
        from receiving_app.storage.store import StoreError

        if self._parts is None:
            return False
        try:
            self._parts.photography.record(readings, self._people.actor)
        except StoreError:
            _log.exception("a scan could not be recorded")
            return False
        return True

    @Slot(object)
    def _do(self, command: Command) -> None:
        match command:
            case Command.PHOTO:
                wish = self._wish
                if self._shot is not None and wish is not None:
                    self._keep(aside=True)
                    self._page.show_live(wish.title, self._trouble())
                self._press()
            case Command.KEEP_PHOTO if self._shot is not None:
                self._keep(aside=False)
                self._close()
            case Command.KEEP_PHOTO:
                self._page.show_note(detail_sentence(Detail.PHOTO_FIRST))
            case Command.RETAKE | Command.UNDO if self._wish is not None:
                self._shot = None
                self._page.show_live(self._wish.title, self._trouble())

    @Slot()
    def _leave(self) -> None:
        """Close the page; a picture that nobody kept is dropped."""
        self._shot = None
        self._close()

    @Slot()
    def _go_on(self) -> None:
        """Close the page for other work; a picture that was taken is kept."""
        if self._wish is not None:
            self._keep(aside=True)
            self._close()

    def _close(self) -> None:
        self._wish, self._pressed = None, False
        self._window.hide_photo()

    def _trouble(self) -> str:
        if self._camera is None:
            return self.tr("No camera is set up. Choose a picture file (F2), or go on without a photo.")
        return self._camera.trouble

    def _form(self) -> PhotoForm:
        from receiving_app.scanning.photo import PhotoForm

        return PhotoForm(self._policy.photo_long_edge, ZoneInfo(self._policy.calendar.time_zone))

    def _press(self) -> None:
        if self._camera is not None and not self._camera.trouble:
            self._pressed = True
            self._camera.photograph(self._form())

    @Slot(QImage, object)
    def _framed(self, image: QImage, _marks: object) -> None:
        if self._wish is not None:
            self._page.show_frame(image)

    @Slot(str)
    def _camera_failed(self, sentence: str) -> None:
        if self._wish is not None:
            self._page.show_problem(sentence)

    @Slot(object)
    def _photographed(self, photo: Photo) -> None:
        if self._pressed:
            self._pressed = False
            self._show_taken(photo)

    @Slot(object)
    def _take_file(self, path: Path) -> None:
        if self.shelf is not None:
            self.shelf.read_file(path, self._form())

    @Slot(str)
    def _file_refused(self, sentence: str) -> None:
        if self._wish is not None:
            self._page.show_note(sentence)

    @Slot(object)
    def _show_taken(self, photo: Photo) -> None:
        if self._wish is not None:
            self._shot = _Shot(self._wish, photo, self._people.actor)
            self._page.show_taken(QImage.fromData(photo.jpeg))

    @Slot(object)
    def _shown(self, shown: Shown) -> None:
        if not isinstance(shown.request, int):
            return
        pictures, picture = self._asked.pop(shown.request), shown.picture
        if isinstance(picture, QImage):
            pictures.show_picture(shown.photo, picture, "")
        else:
            pictures.show_picture(shown.photo, None, trouble_sentence(picture))

    def _keep(self, *, aside: bool) -> None:
        shot, self._shot = self._shot, None
        if shot is not None and self.shelf is not None:
            self.shelf.store(shot.photo.jpeg, replace(shot, caption=self._page.caption, aside=aside))

    @Slot(object)
    def _stored(self, stored: Stored) -> None:
        from receiving_app.acts.photography import KeptPhoto

        shot = stored.request
        if isinstance(shot, _Store):
            shot.then(True)
        elif isinstance(shot, _Shot):
            kept = KeptPhoto(stored.photo, shot.photo.taken_at, shot.caption)
            shot.wish.then(Taken(kept, shot.actor, shot.aside))

    @Slot(object)
    def _not_stored(self, failed: NotStored) -> None:
        shot = failed.request
        if isinstance(shot, _Store):
            shot.then(False)
        elif isinstance(shot, _Shot):
            shot.wish.then(Taken(None, shot.actor, shot.aside))

    def _record(self, of: PhotoOf, taken: Taken) -> None:
        self.told.emit(PhotoNews(of, lost=not self._recorded_of(of, taken), aside=taken.aside))

    def _recorded_of(self, of: PhotoOf, taken: Taken) -> bool:
        from receiving_app.storage.store import StoreError

        if self._parts is None or taken.kept is None:
            return False
        try:
            self._parts.photography.take(of, taken.kept, taken.actor)
        except (NotAllowedError, StoreError):
            _log.exception("a photo could not be recorded")
            return False
        return True
