"""A camera on its own thread, fed by real video files and a real stream on loopback."""

from __future__ import annotations

import hashlib
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread, Slot
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from receiving_app.domain.reading import Source
from receiving_app.qt.camera import Camera, CameraRead, CameraSettings, Mark
from receiving_app.scanning import cascade, frames
from receiving_app.scanning.frames import CaptureSettings
from receiving_app.scanning.live import LiveReader
from receiving_app.scanning.photo import Photo, PhotoForm
from tests.scanning.drawn_labels import Frame, code128, qr, scene, video

NOW = datetime(2026, 11, 2, 20, 30, tzinfo=UTC)
IMPATIENT = CameraSettings(CaptureSettings(open_timeout_ms=1500, read_timeout_ms=500), retry_s=0.1, black_s=0.2)
EMPTY = scene()
LABEL = scene(code128("RMA-12345678"), qr("1Z999AA10123456784"))
OTHER = scene(code128("RMA-00000018"))


class Listener(QObject):
    """Keeps what a camera says, in the order of saying."""

    def __init__(self, camera: Camera) -> None:
        super().__init__()
        self.images: list[QImage] = []
        self.marks: list[tuple[Mark, ...]] = []
        self.reads: list[CameraRead] = []
        self.photos: list[Photo] = []
        self.camera = camera
        self.sentences: list[str] = []
        self.threads: set[QThread] = set()
        camera.framed.connect(self.frame)
        camera.read.connect(self.take)
        camera.photographed.connect(self.keep)
        camera.failed.connect(self.fail)
        camera.recovered.connect(self.recover)

    @Slot(QImage, object)
    def frame(self, image: QImage, marks: tuple[Mark, ...]) -> None:
        self.threads.add(QThread.currentThread())
        self.images.append(image)
        self.marks.append(marks)

    @Slot(object)
    def take(self, read: CameraRead) -> None:
        self.threads.add(QThread.currentThread())
        self.reads.append(read)

    @Slot(object)
    def keep(self, photo: Photo) -> None:
        self.threads.add(QThread.currentThread())
        self.photos.append(photo)

    @Slot(str)
    def fail(self, sentence: str) -> None:
        self.sentences.append(sentence)

    @Slot()
    def recover(self) -> None:
        self.sentences.append("recovered")

    @property
    def texts(self) -> list[set[str]]:
        return [{reading.text for reading in read.readings} for read in self.reads]


@contextmanager
def watching(source: str | int, settings: CameraSettings = IMPATIENT) -> Iterator[Listener]:
    camera = Camera(source, lambda: NOW, settings)
    listener = Listener(camera)
    camera.start()
    try:
        yield listener
    finally:
        camera.stop()


@dataclass
class Stream:
    """What a network camera shows, for ever: the last frame again and again until it hangs or hangs up."""

    shows: Frame
    hangs: threading.Event = field(default_factory=threading.Event)
    hung_up: threading.Event = field(default_factory=threading.Event)
    address: str = ""


@contextmanager
def stream(shows: Frame) -> Iterator[Stream]:
    camera, tick = Stream(shows), threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
            self.end_headers()
            while not camera.hung_up.is_set():
                if not camera.hangs.is_set():
                    jpeg = frames.encode_jpeg(camera.shows)
                    head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
                    try:
                        self.wfile.write(head.encode() + jpeg + b"\r\n")
                    except OSError:
                        return
                tick.wait(0.03)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    camera.address = f"http://127.0.0.1:{server.server_port}/video.mjpg"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield camera
    finally:
        camera.hung_up.set()
        server.shutdown()
        thread.join()
        server.server_close()


def test_nothing_heavy_is_loaded_before_the_camera_runs() -> None:
    program = (
        "import sys, receiving_app.qt.camera, receiving_app.qt.keys;"
        "print({'cv2', 'numpy', 'zxingcpp', 'pyzbar'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_a_label_in_a_video_is_read_once_with_all_its_codes_and_its_photo(qtbot: QtBot, tmp_path: Path) -> None:
    path = video(tmp_path / "dock.avi", [EMPTY] * 5 + [LABEL] * 20 + [EMPTY] * 5)
    with watching(str(path)) as heard:
        qtbot.waitUntil(lambda: bool(heard.sentences))
    assert heard.sentences == [f"{path} has come to its end."]
    assert heard.texts == [{"RMA-12345678", "1Z999AA10123456784"}]
    (read,) = heard.reads
    assert {reading.source for reading in read.readings} == {Source.CAMERA}
    assert {reading.read_at for reading in read.readings} == {NOW}
    assert {reading.photo for reading in read.readings} == {hashlib.sha256(read.jpeg).hexdigest()}
    assert {code.text for code in cascade.read_picture(read.jpeg)} == {"RMA-12345678", "1Z999AA10123456784"}


def test_frames_and_outlines_arrive_on_the_windows_thread(qtbot: QtBot) -> None:
    with stream(LABEL) as camera, watching(camera.address) as heard:
        qtbot.waitUntil(lambda: any(heard.marks), timeout=10_000)
    assert heard.threads == {QThread.currentThread()}
    assert (heard.images[-1].width(), heard.images[-1].height()) == (1280, 720)
    marks = next(marks for marks in heard.marks if marks)
    assert {mark.text for mark in marks} == {"RMA-12345678", "1Z999AA10123456784"}


def test_a_stream_shows_label_after_label(qtbot: QtBot) -> None:
    with stream(LABEL) as camera, watching(camera.address) as heard:
        qtbot.waitUntil(lambda: len(heard.reads) == 1, timeout=10_000)
        camera.shows = OTHER
        qtbot.waitUntil(lambda: len(heard.reads) == 2, timeout=10_000)
    assert heard.texts[1] == {"RMA-00000018"}
    assert heard.sentences == []


def test_frames_do_not_pile_up_before_a_busy_window(qtbot: QtBot) -> None:
    with stream(EMPTY) as camera, watching(camera.address) as heard:
        qtbot.waitUntil(lambda: bool(heard.images), timeout=10_000)
        shown = len(heard.images)
        threading.Event().wait(0.4)  # the window is busy, the camera is not
        QCoreApplication.sendPostedEvents()
        assert len(heard.images) <= shown + 1


def test_a_stream_that_hangs_is_said_and_recovers_by_itself(qtbot: QtBot) -> None:
    with stream(EMPTY) as camera, watching(camera.address) as heard:
        qtbot.waitUntil(lambda: bool(heard.images), timeout=10_000)
        camera.hangs.set()
        qtbot.waitUntil(lambda: bool(heard.sentences), timeout=10_000)
        camera.shows = LABEL
        camera.hangs.clear()
        qtbot.waitUntil(lambda: bool(heard.reads), timeout=10_000)
    assert "gives no picture: check its cable and its power." in heard.sentences[0]
    assert heard.sentences[-1] == "recovered"


def test_a_camera_that_vanishes_and_comes_back_goes_on_reading(qtbot: QtBot) -> None:
    with stream(EMPTY) as camera, watching(camera.address) as heard:
        qtbot.waitUntil(lambda: bool(heard.images), timeout=10_000)
        camera.hung_up.set()
        qtbot.waitUntil(lambda: bool(heard.sentences), timeout=10_000)
        camera.shows = LABEL
        camera.hung_up.clear()
        qtbot.waitUntil(lambda: bool(heard.reads), timeout=10_000)
    assert heard.sentences[-1] == "recovered"


@pytest.mark.parametrize("source", [97, "/dev/video97", "http://127.0.0.1:9/none.mjpg"])
def test_a_missing_camera_is_said_once_in_one_sentence(qtbot: QtBot, source: str | int) -> None:
    with watching(source) as heard:
        qtbot.waitUntil(lambda: bool(heard.sentences), timeout=10_000)
        qtbot.wait(300)
    assert len(heard.sentences) == 1
    assert heard.sentences[0].endswith(
        "cannot be opened: check that it is plugged in and that no other program uses it."
    )


def test_a_camera_that_never_answers_is_said_and_can_be_stopped(qtbot: QtBot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/video.mjpg"
        with watching(address) as heard:
            qtbot.waitUntil(lambda: bool(heard.sentences), timeout=10_000)
    assert heard.sentences == [
        "The camera at 127.0.0.1 cannot be opened: check that it is plugged in and that no other program uses it."
    ]


def test_letting_go_does_not_wait_for_a_camera_that_hangs_and_stopping_does(qtbot: QtBot) -> None:
    with stream(EMPTY) as source:
        camera = Camera(source.address, lambda: NOW, IMPATIENT)
        heard = Listener(camera)
        camera.start()
        qtbot.waitUntil(lambda: bool(heard.images), timeout=10_000)
        source.hangs.set()
        qtbot.wait(100)
        started = time.monotonic()
        camera.let_go()
        assert time.monotonic() - started < 0.4
        hanging = list(camera._leaving)
        assert hanging
        source.hangs.clear()
        camera.start()
        qtbot.waitUntil(lambda: bool(heard.images), timeout=10_000)
        camera.stop()
        assert all(watch.isFinished() for watch in hanging)
    assert heard.sentences == []


def test_a_black_picture_is_said_and_unsaid(qtbot: QtBot) -> None:
    with stream(scene(brightness=0)) as camera, watching(camera.address) as heard:
        qtbot.waitUntil(lambda: bool(heard.sentences), timeout=10_000)
        camera.shows = EMPTY
        qtbot.waitUntil(lambda: len(heard.sentences) == 2, timeout=10_000)
    assert heard.sentences == [
        "The camera's picture is black: take off its cover or switch on the light.",
        "recovered",
    ]


def test_what_a_stopped_watch_still_had_to_say_is_not_heard_after_a_new_start(qtbot: QtBot) -> None:
    with stream(EMPTY) as source:
        camera = Camera(source.address, lambda: NOW, IMPATIENT)
        heard = Listener(camera)
        camera.start()
        late = camera._watch
        assert late is not None
        camera.let_go()
        camera.start()
        late.failed.emit("This came late.")
        late.recovered.emit()
        late.framed.emit(QImage(), ())
        late.read.emit(CameraRead((), b""))
        qtbot.waitUntil(lambda: bool(heard.images), timeout=10_000)
        camera.stop()
    assert heard.sentences == []
    assert heard.reads == []
    assert not any(image.isNull() for image in heard.images)


def test_a_fault_of_our_own_is_said_and_not_swallowed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(LiveReader, "look", break_down)
    path = video(tmp_path / "dock.avi", [EMPTY] * 3)
    with qtbot.captureExceptions() as faults, watching(str(path)) as heard:
        qtbot.waitUntil(lambda: bool(heard.sentences) and bool(faults))
    assert heard.sentences == ["The camera stopped through a fault of this program: start the station again."]
    assert str(faults[0][1]) == "broken on purpose"


def test_a_stopped_camera_is_silent_at_once_and_can_be_started_again(qtbot: QtBot) -> None:
    with stream(LABEL) as source:
        camera = Camera(source.address, lambda: NOW, IMPATIENT)
        heard = Listener(camera)
        camera.start()
        camera.start()
        qtbot.waitUntil(lambda: bool(heard.images), timeout=10_000)
        started = time.monotonic()
        camera.let_go()
        assert time.monotonic() - started < 1
        shown = len(heard.images)
        qtbot.wait(50)
        assert len(heard.images) == shown
        camera.start()
        qtbot.waitUntil(lambda: len(heard.images) > shown, timeout=10_000)
        camera.let_go()
        camera.stop()


def test_a_photo_is_the_next_frame_and_its_time_is_the_frames(qtbot: QtBot) -> None:
    with stream(LABEL) as camera, watching(camera.address) as heard:
        qtbot.waitUntil(lambda: bool(heard.images), timeout=10_000)
        heard.camera.photograph(PhotoForm(640))
        qtbot.waitUntil(lambda: bool(heard.photos), timeout=10_000)
        (photo,) = heard.photos
        picture = frames.read_picture(photo.jpeg)
        assert picture.shape[:2] == (360, 640)
        assert photo.taken_at == NOW
        assert heard.threads == {QThread.currentThread()}
        heard.camera.photograph(PhotoForm(640))
        qtbot.waitUntil(lambda: len(heard.photos) == 2, timeout=10_000)


def test_a_photo_of_a_film_is_taken_as_well(qtbot: QtBot, tmp_path: Path) -> None:
    path = video(tmp_path / "dock.avi", [EMPTY] * 60)
    with watching(str(path)) as heard:
        heard.camera.photograph(PhotoForm(1600))
        qtbot.waitUntil(lambda: bool(heard.photos))
    assert frames.read_picture(heard.photos[0].jpeg).shape[:2] == (720, 1280)


def test_a_camera_that_is_not_there_gives_no_photo_and_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    with watching(str(tmp_path / "nothing.avi")) as heard:
        heard.camera.photograph(PhotoForm(640))
        qtbot.waitUntil(lambda: bool(heard.sentences))
        assert heard.camera.trouble == heard.sentences[0]
    assert heard.photos == []
