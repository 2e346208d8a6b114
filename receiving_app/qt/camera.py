"""Watches a camera on a thread of its own and says what it read."""

from __future__ import annotations

import hashlib
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtGui import QImage

from receiving_app.domain.reading import Point, Reading, Source
from receiving_app.scanning import frames
from receiving_app.scanning.frames import CameraGoneError, Capture, CaptureSettings, VideoEndedError
from receiving_app.scanning.live import LiveReader, Look
from receiving_app.scanning.photo import Photo, PhotoForm
from receiving_app.scanning.recent import Footage, RecentFrames

if TYPE_CHECKING:
    from receiving_app.scanning.frames import Frame

_PATIENCE_MS = 200  # that letting go waits for a thread; reading a frame takes 50 at most


@dataclass(frozen=True, slots=True)
class CameraRead:
    """What one frame of the camera showed, and that frame as a JPEG file: the label photo."""

    readings: tuple[Reading, ...]
    jpeg: bytes


@dataclass(frozen=True, slots=True)
class Mark:
    """The outline of a code in the picture, in picture pixels clockwise from the top left."""

    text: str
    outline: tuple[Point, Point, Point, Point]


@dataclass(frozen=True, slots=True)
class CameraSettings:
    """How patient to be with a camera; seconds."""

    capture: CaptureSettings = field(default_factory=CaptureSettings)
    retry_s: float = 2.0
    black_s: float = 2.0  # a picture this long black is a fault


class Camera(QObject):
    """The camera as the window's thread knows it: start it, listen to it, stop it at the end."""

    framed = Signal(QImage, object)  # a frame to show, and tuple[Mark, ...]
    read = Signal(object)  # CameraRead
    photographed = Signal(object)  # Photo
    failed = Signal(str)  # one sentence; it is tried again by itself
    recovered = Signal()

    def __init__(
        self,
        source: str | int,
        clock: Callable[[], datetime],
        settings: CameraSettings | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Take a camera's number, device path, stream address or video file; `clock` is asked on another thread."""
        super().__init__(parent)
        self._source = source
        self._clock = clock
        self._settings = settings or CameraSettings()
        self._watch: _Watch | None = None
        self._leaving: list[_Watch] = []
        self._trouble = ""
        self._remembers: tuple[float, int] = (0, 0)
        self._recent: RecentFrames | None = None

    @property
    def trouble(self) -> str:
        """Why there is no picture just now, in one sentence; empty while there is one."""
        return self._trouble

    def start(self) -> None:
        """Begin to watch, if not watching already."""
        if self._watch is not None:
            return
        self._leaving = [watch for watch in self._leaving if not watch.isFinished()]
        watch = _Watch(self._source, self._clock, self._settings)
        watch.framed.connect(self._show)
        watch.read.connect(self._tell_reading)
        watch.photographed.connect(self._tell_photo)
        watch.failed.connect(self._tell_failure)
        watch.recovered.connect(self._tell_recovery)
        watch.recent = self._recent
        self._watch = watch
        watch.start()

    def remember(self, seconds: float, most_bytes: int) -> None:
        """Hold the last seconds in memory from now on; no seconds: hold nothing."""
        if (seconds, most_bytes) != self._remembers:
            self._remembers = (seconds, most_bytes)
            self._recent = RecentFrames(seconds, most_bytes) if seconds else None
            if self._watch is not None:
                self._watch.recent = self._recent

    def footage(self) -> Footage | None:
        """Give the last seconds, where they are held and there are any."""
        return self._recent.footage() if self._recent is not None else None

    def photograph(self, form: PhotoForm) -> None:
        """Take the next frame as a photo; one that never comes is none."""
        if self._watch is not None:
            self._watch.wanted.append(form)

    def let_go(self) -> None:
        """End the watching at once; a camera that hangs is left to its time-out, on its own thread."""
        watch, self._watch = self._watch, None
        if watch is None:
            return
        watch.stopping.set()
        if not watch.wait(_PATIENCE_MS):
            self._leaving.append(watch)

    def stop(self) -> None:
        """End the watching and wait for its thread, no longer than the time-out of a camera that hangs."""
        self.let_go()
        for watch in self._leaving:
            watch.wait()
        self._leaving.clear()

    # What a stopped watch still had on its way is dropped.

    @Slot(QImage, object)
    def _show(self, image: QImage, marks: object) -> None:
        watch = self._watch
        if watch is not None and self.sender() is watch:
            self.framed.emit(image, marks)
            watch.may_show.set()

    @Slot(object)
    def _tell_reading(self, read: object) -> None:
        if self._watch is not None and self.sender() is self._watch:
            self.read.emit(read)

    @Slot(object)
    def _tell_photo(self, photo: object) -> None:
        if self._watch is not None and self.sender() is self._watch:
            self.photographed.emit(photo)

    @Slot(str)
    def _tell_failure(self, sentence: str) -> None:
        if self._watch is not None and self.sender() is self._watch:
            self._trouble = sentence
            self.failed.emit(sentence)

    @Slot()
    def _tell_recovery(self) -> None:
        if self._watch is not None and self.sender() is self._watch:
            self._trouble = ""
            self.recovered.emit()


class _Watch(QThread):
    framed = Signal(QImage, object)
    read = Signal(object)
    photographed = Signal(object)
    failed = Signal(str)
    recovered = Signal()

    def __init__(self, source: str | int, clock: Callable[[], datetime], settings: CameraSettings) -> None:
        super().__init__()
        self.stopping = threading.Event()
        self.may_show = threading.Event()  # set while no frame is on its way to the window
        self.may_show.set()
        self.wanted: deque[PhotoForm] = deque(maxlen=1)  # its ends are safe to use from two threads
        self.recent: RecentFrames | None = None
        self._source = source
        self._clock = clock
        self._settings = settings
        self._trouble = ""
        self._bright_s = time.monotonic()

    def run(self) -> None:
        """Watch until told to stop, opening the camera again whenever it goes."""
        while not self.stopping.is_set():
            try:
                with Capture(self._source, self._settings.capture) as capture:
                    self._follow(capture)
            except VideoEndedError as ended:
                self._complain(str(ended))
                return
            except CameraGoneError as gone:
                self._complain(str(gone))
            except Exception:
                self._complain("The camera stopped through a fault of this program: start the station again.")
                raise
            self.stopping.wait(self._settings.retry_s)

    def _follow(self, capture: Capture) -> None:
        reader = LiveReader()
        self._bright_s = time.monotonic()
        due_s = time.monotonic()
        while not self.stopping.is_set():
            frame = capture.read()
            if self.wanted:
                self.photographed.emit(Photo.of_frame(frame, self._clock(), self.wanted.popleft()))
            if self.recent is not None:
                self.recent.see(frame, self._clock(), time.monotonic())
            self._look(reader, frame)
            due_s = max(due_s + capture.interval_s, time.monotonic())
            self.stopping.wait(max(0.0, due_s - time.monotonic()))

    def _look(self, reader: LiveReader, frame: Frame) -> None:
        grey = frames.grey(frame)
        now_s = time.monotonic()
        look = reader.look(grey, now_s)
        self._judge_light(grey, now_s)
        if look.believed:
            self.read.emit(self._read(look, frame))
        if self.may_show.is_set():
            self.may_show.clear()
            marks = tuple(Mark(code.text, code.position) for code in look.in_view)
            self.framed.emit(_image(frame), marks)

    def _read(self, look: Look, frame: Frame) -> CameraRead:
        jpeg = frames.encode_jpeg(frame)
        photo = hashlib.sha256(jpeg).hexdigest()
        read_at = self._clock()
        return CameraRead(tuple(code.reading(Source.CAMERA, read_at, photo) for code in look.believed), jpeg)

    def _judge_light(self, grey: Frame, now_s: float) -> None:
        if not frames.is_black(grey):
            self._bright_s = now_s
            self._recover()
        elif now_s - self._bright_s >= self._settings.black_s:
            self._complain("The camera's picture is black: take off its cover or switch on the light.")

    def _complain(self, sentence: str) -> None:
        if sentence != self._trouble:
            self._trouble = sentence
            self.failed.emit(sentence)

    def _recover(self) -> None:
        if self._trouble:
            self._trouble = ""
            self.recovered.emit()


def _image(frame: Frame) -> QImage:
    height, width = frame.shape[:2]
    form = QImage.Format.Format_Grayscale8 if frame.ndim == 2 else QImage.Format.Format_BGR888
    # The copy outlives the array.
    return QImage(frame.data, width, height, frame.strides[0], form).copy()
