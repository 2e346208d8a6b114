"""A camera's picture leads to a verdict, and the picture is kept by its hash."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from receiving_app.scanning import frames
from tests.demo_site import IN_TIME, Site
from tests.scanning.drawn_labels import Frame, code128, scene, video
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation

LABEL = scene(code128(IN_TIME))


@contextmanager
def stream(shows: Frame) -> Iterator[str]:
    """Serve a network camera that shows one picture again and again."""
    ended, tick = threading.Event(), threading.Event()
    jpeg = frames.encode_jpeg(shows)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
            self.end_headers()
            head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
            try:
                while not ended.is_set():
                    self.wfile.write(head.encode() + jpeg + b"\r\n")
                    tick.wait(0.03)
            except OSError:
                return

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/video.mjpg"
    finally:
        ended.set()
        server.shutdown()
        thread.join()
        server.server_close()


def assert_received(station: OpenStation, site: Site) -> None:
    station.wait_verdict("ACCEPT", IN_TIME)
    (reading,) = station.bodies("reading.recorded")
    picture = station.parts.store.photos.get(reading["photo"])
    assert picture is not None
    assert hashlib.sha256(picture).hexdigest() == reading["photo"]
    assert reading["source"] == "camera"
    assert station.bodies("label.read")[0]["photo"] == reading["photo"]
    station.wait(lambda: "package.judged" in site.types())


def test_a_video_file_as_the_camera(start: Start, site: Site, tmp_path: Path) -> None:
    film = video(tmp_path / "label.avi", [scene()] * 5 + [LABEL] * 15)
    with start(camera=str(film)) as station:
        assert_received(station, site)


def test_a_network_camera(start: Start, site: Site) -> None:
    with stream(LABEL) as address, start(camera=address) as station:
        assert_received(station, site)


def test_a_camera_that_is_not_there_is_said_and_scanning_goes_on(start: Start, tmp_path: Path) -> None:
    with start(camera=str(tmp_path / "nothing.avi")) as station:
        station.wait(lambda: "nothing.avi" in station.shown())
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)


def test_a_photo_that_cannot_be_saved_is_said_and_the_verdict_still_recorded(start: Start, tmp_path: Path) -> None:
    film = video(tmp_path / "label.avi", [scene()] * 5 + [LABEL] * 15)
    folder = tmp_path / "station"
    folder.mkdir()
    (folder / "photos").write_text("in the way of the folder")
    with start(camera=str(film)) as station:
        station.wait_verdict("ACCEPT", IN_TIME)
        assert "The label photo could not be saved" in station.shown()
        assert station.verdicts() == [(IN_TIME, "accept")]
