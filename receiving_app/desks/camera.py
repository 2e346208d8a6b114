"""Before the camera: its picture on the dock's screen, and what it reads once the label's photo is on the disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from receiving_app.domain.label_reading import kind_by_pattern
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Reading, Source
from ui.parts.camera_view import Mark

if TYPE_CHECKING:
    from receiving_app.desks.clips import ClipDesk
    from receiving_app.desks.photos import PhotoDesk
    from receiving_app.qt.camera import Camera, CameraRead
    from receiving_app.qt.camera import Mark as Seen
    from ui.dock.screen import DockScreen


class CameraDesk(QObject):
    """Gives the readings of one picture together; a camera in trouble is a sentence in the picture's place."""

    read = Signal(object)  # sequence of readings

    def __init__(self, screen: DockScreen, now: Callable[[], datetime], photos: PhotoDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._screen = screen
        self._now = now
        self._photos = photos
        self._policy = Policy()
        self._photo_lost = False
        self._camera: Camera | None = None

    @property
    def camera(self) -> Camera | None:
        """The camera that runs, where one is set up."""
        return self._camera

    def begin(self, source: str | None, clips: ClipDesk) -> None:
        """Start the camera that is set up."""
        if source is None:
            self._screen.show_camera_problem(self.tr("No camera is set up. Scan by hand, or type the number (F2)."))
            return
        from receiving_app.qt.camera import Camera

        camera = self._camera = Camera(source, self._now, parent=self)
        camera.framed.connect(self._framed)
        camera.read.connect(self._seen)
        camera.failed.connect(self._screen.show_camera_problem)
        self._photos.use_camera(camera)
        clips.use_camera(camera)
        camera.start()

    def use_policy(self, policy: Policy) -> None:
        """Know numbers by a policy's pattern from now on."""
        self._policy = policy

    def stop(self) -> None:
        """Give the camera back."""
        if self._camera is not None:
            self._camera.stop()

    @Slot(QImage, object)
    def _framed(self, image: QImage, marks: Sequence[Seen]) -> None:
        if self._photo_lost:
            return  # the next frame would wipe away what the operator has to read
        self._screen.show_frame(image, tuple(self._mark(mark) for mark in marks))

    def _mark(self, seen: Seen) -> Mark:
        reading = Reading(seen.text, b"", Source.CAMERA, self._now())
        return Mark(kind_by_pattern(reading, self._policy.number_format), seen.outline)

    @Slot(object)
    def _seen(self, read: CameraRead) -> None:
        self._photos.store(read.jpeg, partial(self._label_stored, read))

    def _label_stored(self, read: CameraRead, stored: bool) -> None:
        """Give what was read once its photo is on the disk, or can't be."""
        self._photo_lost = not stored
        if self._photo_lost:
            self._screen.show_camera_problem(
                self.tr("The label photo could not be saved: is the disk full? Packages are still recorded.")
            )
        self.read.emit(read.readings)
