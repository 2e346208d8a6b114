"""Photos from the camera to the record, by scans alone and by keys, and what goes wrong with them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTabWidget

from receiving_app.domain.command import Command
from receiving_app.scanning import frames
from tests.demo_site import IN_TIME, LATE, Site
from tests.qt.test_camera import stream as changing_stream
from tests.scanning.drawn_labels import code128, png, scene
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from tests.walk.test_camera import stream
from tests.walk.test_unpacking import FIRST, SECOND, panel, received, scan
from ui.station_screen import Screen

DEVICE = scene(code128("NO-LABEL-OF-OURS"))


def page(station: OpenStation) -> bool:
    return station.app.window.photo.isVisible()


def taken(station: OpenStation) -> bool:
    return page(station) and station.app.window.photo._keep.isVisible()


def unpacking(station: OpenStation) -> None:
    received(station)
    scan(station, Command.CARTON_WHOLE.barcode, "Scan each device")
    scan(station, FIRST, "Found")


def seeing(station: OpenStation) -> None:
    """Wait until the dock shows what the camera sees."""
    station.wait(lambda: station.app.window.dock._camera._image is not None)


def test_a_device_is_photographed_by_scans_alone(start: Start, site: Site) -> None:
    with stream(DEVICE) as address, start(camera=address) as station:
        seeing(station)
        unpacking(station)
        station.scan(Command.PHOTO.barcode)
        station.wait(lambda: taken(station))
        station.scan(Command.RETAKE.barcode)
        station.wait(lambda: page(station) and not taken(station))
        station.scan(Command.PHOTO.barcode)
        station.wait(lambda: taken(station))
        station.scan(Command.KEEP_PHOTO.barcode)
        station.wait(lambda: "Photo kept" in panel(station))
        (body,) = station.bodies("photo.taken")
        (item,) = station.bodies("item.found")
        assert body["item"] == item["item"]
        jpeg = station.parts.store.photos.get(body["photo"])
        assert jpeg is not None
        assert frames.read_picture(jpeg).shape[:2] == (720, 1280)
        commands = [text for text in station.readings() if text.startswith("SW-CMD-")]
        assert commands[-4:] == [f"SW-CMD-{word}" for word in ("PHOTO", "RETAKE", "PHOTO", "KEEP-PHOTO")]
        station.wait(lambda: "photo.taken" in site.types())


def test_going_on_scanning_keeps_the_picture_and_shows_the_new_answer(start: Start) -> None:
    with stream(DEVICE) as address, start(camera=address) as station:
        seeing(station)
        unpacking(station)
        station.scan(Command.PHOTO.barcode)
        station.wait(lambda: taken(station))
        scan(station, FIRST, "Already counted")
        assert not page(station)
        station.wait(lambda: len(station.bodies("photo.taken")) == 1)
        assert "Already counted" in panel(station)


def test_the_box_at_the_dock_is_photographed_with_one_key_and_a_caption(start: Start) -> None:
    with stream(DEVICE) as address, start(camera=address) as station:
        seeing(station)
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)
        station.press(Qt.Key.Key_Insert)
        station.wait(lambda: taken(station))
        QTest.keyClicks(station.app.window.photo._caption, "corner crushed")
        QTest.keyClick(station.app.window.photo._caption, Qt.Key.Key_Return)
        station.wait(lambda: len(station.bodies("photo.taken")) == 1)
        (body,) = station.bodies("photo.taken")
        assert (body["item"], body["caption"]) == (None, "corner crushed")
        assert station.app.window.dock.isVisible()
        station.press(Qt.Key.Key_F9)
        station.wait(lambda: "act.undone" in station.types())


def test_a_picture_that_nobody_wants_is_dropped(start: Start) -> None:
    with stream(DEVICE) as address, start(camera=address) as station:
        seeing(station)
        unpacking(station)
        station.press(Qt.Key.Key_Insert)
        station.wait(lambda: taken(station))
        station.press(Qt.Key.Key_Escape)
        station.wait(lambda: not page(station))
        station.press(Qt.Key.Key_Insert)
        station.wait(lambda: taken(station))
        station.scan(Command.UNDO.barcode)
        station.wait(lambda: page(station) and not taken(station))
        assert station.bodies("photo.taken") == []
        assert len(station.bodies("item.found")) == 1
        assert station.bodies("act.undone") == []


def test_a_code_before_the_camera_is_recorded_and_counts_nothing_while_a_photo_is_taken(start: Start) -> None:
    with changing_stream(scene()) as camera, start(camera=camera.address) as station:
        seeing(station)
        unpacking(station)
        station.press(Qt.Key.Key_Insert)
        station.wait(lambda: taken(station))
        camera.shows = scene(code128(SECOND))
        station.wait(lambda: SECOND in station.readings())
        assert len(station.bodies("item.found")) == 1
        assert taken(station)


def test_without_a_camera_a_sentence_says_what_to_do_and_a_picture_file_serves(start: Start, tmp_path: Path) -> None:
    (tmp_path / "phone.png").write_bytes(png(DEVICE))
    (tmp_path / "note.txt").write_text("no picture")
    with start() as station:
        unpacking(station)
        station.scan(Command.PHOTO.barcode)
        station.wait_for("No camera is set up. Choose a picture file (F2)")
        station.app.window.photo.file_given.emit(tmp_path / "note.txt")
        station.wait_for("note.txt is not a picture that can be read")
        station.app.window.photo.file_given.emit(tmp_path / "phone.png")
        station.wait(lambda: taken(station))
        station.scan(Command.KEEP_PHOTO.barcode)
        station.wait(lambda: "Photo kept" in panel(station))


def test_a_photo_that_the_disk_would_not_take_is_said_and_the_box_goes_on(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "station"
    folder.mkdir()
    (folder / "photos").write_text("in the way of the folder")
    with stream(scene()) as address, start(camera=address) as station:
        seeing(station)
        unpacking(station)
        station.scan(Command.PHOTO.barcode)
        station.wait(lambda: taken(station))
        scan(station, Command.KEEP_PHOTO.barcode, "Photo lost", "is the disk full?")
        assert station.bodies("photo.taken") == []
        scan(station, FIRST, "Already counted")


def test_a_picture_before_the_window_is_closed_is_kept(start: Start) -> None:
    with stream(DEVICE) as address, start(camera=address) as station:
        seeing(station)
        unpacking(station)
        station.press(Qt.Key.Key_Insert)
        station.wait(lambda: taken(station))
    with start() as station:
        assert len(station.bodies("photo.taken")) == 1


def test_keep_and_retake_without_a_picture_say_what_to_do(start: Start) -> None:
    with start() as station:
        unpacking(station)
        scan(station, Command.KEEP_PHOTO.barcode, "No picture yet", "Scan Photo first")


def photos(station: OpenStation) -> QTabWidget:
    """Go to the photos of the case that is shown."""
    (tabs,) = (each for each in station.app.window.review.findChildren(QTabWidget) if each.isVisible())
    tabs.setCurrentIndex(2)
    return tabs


def test_the_supervisor_sees_the_photo_of_a_rejected_box_and_a_sentence_once_its_file_is_gone(start: Start) -> None:
    with stream(DEVICE) as address, start(camera=address) as station:
        seeing(station)
        station.scan(LATE)
        station.wait_verdict("REJECT", LATE)
        station.press(Qt.Key.Key_Insert)
        station.wait(lambda: taken(station))
        station.scan(Command.KEEP_PHOTO.barcode)
        station.wait(lambda: len(station.bodies("photo.taken")) == 1)
        (body,) = station.bodies("photo.taken")
        station.scan(Command.TO_REVIEW.barcode)
        station.wait(lambda: station.app.window.shown is Screen.REVIEW)
        tabs = photos(station)
        station.wait(lambda: any(not each.pixmap().isNull() for each in tabs.currentWidget().findChildren(QLabel)))
        station.parts.store.photos.path(body["photo"]).unlink()
    with start() as station:
        station.scan(Command.TO_REVIEW.barcode)
        station.wait(lambda: station.app.window.shown is Screen.REVIEW)
        photos(station)
        station.wait_for("This photo's file is no longer on the disk.")


def test_a_camera_that_hangs_is_said_on_the_page_and_the_photo_is_taken_once_it_is_back(start: Start) -> None:
    with changing_stream(DEVICE) as camera, start(camera=camera.address) as station:
        seeing(station)
        unpacking(station)
        camera.hangs.set()
        station.wait(lambda: station.camera is not None and bool(station.camera.trouble))
        station.scan(Command.PHOTO.barcode)
        station.wait_for("gives no picture: check its cable and its power.")
        station.scan(Command.KEEP_PHOTO.barcode)
        station.wait_for("No picture was taken yet. Scan Photo first.")
        camera.hangs.clear()
        station.wait(lambda: station.camera is not None and not station.camera.trouble)
        station.scan(Command.PHOTO.barcode)
        station.wait(lambda: taken(station))


def test_who_goes_to_another_screen_keeps_the_picture(start: Start) -> None:
    with stream(DEVICE) as address, start(camera=address) as station:
        seeing(station)
        unpacking(station)
        station.press(Qt.Key.Key_Insert)
        station.wait(lambda: taken(station))
        QTest.keyClick(station.handle, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        station.wait(station.app.window.dock.isVisible)
        station.wait(lambda: len(station.bodies("photo.taken")) == 1)
