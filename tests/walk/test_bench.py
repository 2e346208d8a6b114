"""A device from its box to its outcome by scans alone: badge, PIN, label, steps, outcome, UNDO."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from receiving_app.domain.command import DIGITS, Command
from tests.demo_site import IN_TIME
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from tests.walk.test_camera import stream
from tests.walk.test_focus import Touched
from tests.walk.test_people import DANA, ELLEN, ELLENS_PIN, actors
from tests.walk.test_photos import DEVICE, seeing, taken
from ui.station_screen import Screen

#: A technician of the demo's data.
PRIYA, PRIYAS_PIN = "BADGE-1003", "3003"
FIRST, SECOND = "KP2-24C10057", "KP2-24C10074"


def said(station: OpenStation) -> str:
    """Give what the bench says of the last scan, and all that can be read on it."""
    labels = station.app.window.bench.findChildren(QLabel)
    return "\n".join(label.accessibleName() or label.text() for label in labels if label.isVisible())


def scan(station: OpenStation, text: str | Command, *words: str) -> None:
    """Scan a text or a command and wait until the bench says these words."""
    station.scan(text.barcode if isinstance(text, Command) else text)
    station.wait(lambda: all(word in said(station) for word in words))


def write(station: OpenStation, digits: str) -> None:
    """Scan the digits of a PIN or a value, and Enter."""
    for digit in digits:
        station.scan((Command.POINT if digit == "." else Command(digit)).barcode)
    station.scan(Command.ENTER.barcode)


def unpacked(station: OpenStation) -> list[str]:
    """Receive and unpack a box of two devices by scans; give their labels."""
    station.scan(IN_TIME)
    station.wait_verdict("ACCEPT", IN_TIME)
    for text in (Command.UNPACK.barcode, Command.CARTON_WHOLE.barcode):
        station.scan(text)
    for serial in (FIRST, SECOND):
        for text in (serial, Command.ALL_PARTS.barcode, Command.NO_CARD.barcode):
            station.scan(text)
    station.scan(Command.BOX_DONE.barcode)
    station.wait(lambda: "unpacking.ended" in station.types())
    return [body["item"] for body in station.bodies("item.found")]


def at_the_bench(station: OpenStation) -> None:
    """Sign in as a technician by badge and PIN, and go to the bench, by scans."""
    station.scan(PRIYA)
    station.scan(Command.TO_BENCH.barcode)
    station.wait(lambda: station.app.window.shown is Screen.BENCH)
    station.scan(Command.SIGN_IN.barcode)
    station.wait(lambda: station.app.window.asks_people)
    write(station, PRIYAS_PIN)
    station.wait(lambda: station.app._people.actor.how == "badge+pin")


def test_a_whole_inspection_by_scans_alone(start: Start) -> None:
    with start() as station:
        first, _ = unpacked(station)
        at_the_bench(station)
        scan(station, first, f"The test of {FIRST} begins.", "Step 1 of 6")
        scan(station, Command.DIGIT_1, "Passed: Housing", "Step 2 of 6")
        station.scan(Command.PHOTO.barcode)
        station.wait(station.app.window.photo.isVisible)
        scan(station, Command.STEP_ON, "Step 3 of 6", "Passes: 0.15 to 0.45 A")
        write(station, "0.9")
        station.wait(lambda: "Failed: Current" in said(station))
        scan(station, Command.STEP_BACK, "Step 1 of 6")
        scan(station, Command.STEP_ON)
        scan(station, Command.STEP_ON, "Before: 0.9 A: failed")
        scan(station, Command.DIGIT_0)
        scan(station, Command.POINT)
        scan(station, Command.DIGIT_3)
        scan(station, Command.ENTER, "Passed: Current")
        scan(station, Command.STEP_ON)
        scan(station, Command.STEP_ON)
        scan(station, Command.FAIL, "Failed: It starts within a minute")
        scan(station, Command.REPLACED, "Scan the replacement's serial number.", "The client will read:")
        scan(station, SECOND, "This unit is here as a return.")
        scan(station, "KP2-STOCK-1", "A replacement goes to the client", "The partner pays")
        scan(station, Command.SAVE, f"Saved for {FIRST}.")
        assert [body["replacement_serial"] for body in station.bodies("inspection.ended")] == ["KP2-STOCK-1"]
        scan(station, Command.UNDO, "The last act was taken back.")
        scan(station, first, "goes on where it was left")


def test_a_new_start_goes_on_where_the_test_was_left(start: Start) -> None:
    with start() as station:
        first, _ = unpacked(station)
        at_the_bench(station)
        scan(station, first, "Step 1 of 6")
        scan(station, Command.DIGIT_1, "Step 2 of 6")
    with start() as station:
        station.scan(PRIYA)
        at_the_bench(station)
        scan(station, first, "goes on where it was left", "Step 2 of 6")


def test_a_photo_is_the_result_of_its_step(start: Start) -> None:
    with stream(DEVICE) as address, start(camera=address) as station:
        seeing(station)
        first, _ = unpacked(station)
        at_the_bench(station)
        scan(station, first, "Step 1 of 6")
        scan(station, Command.DIGIT_1, "Step 2 of 6")
        station.scan(Command.PHOTO.barcode)
        station.wait(lambda: taken(station))
        station.scan(Command.KEEP_PHOTO.barcode)
        station.wait(lambda: "Passed: Photo of the connectors" in said(station))
        (body,) = [body for body in station.bodies("inspection.step") if body["step"] == "photo"]
        assert station.parts.store.photos.get(body["photo"]) is not None


def test_without_a_camera_a_step_says_why_it_has_no_photo_and_the_device_leaves_tested(start: Start) -> None:
    with start() as station:
        first, _ = unpacked(station)
        at_the_bench(station)
        scan(station, first, "Step 1 of 6")
        scan(station, Command.DIGIT_1, "Step 2 of 6", "the digit of why there is none")
        scan(station, Command.DIGIT_9, "Take the photo first, or say")
        scan(station, Command.DIGIT_1, "Passed: Photo of the connectors", "Step 3 of 6")
        scan(station, Command.STEP_BACK, "Step 2 of 6", "no camera here")
        QTest.keyClick(station.handle, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        station.wait(lambda: "Step 3 of 6" in said(station))
        bodies = [body for body in station.bodies("inspection.step") if body["step"] == "photo"]
        assert [(body["value"], body["photo"]) for body in bodies] == [("no-camera", None), ("not-there", None)]
        write(station, "0.3")
        for command in (Command.PASS, Command.DIGIT_1, Command.PASS):
            scan(station, command)
        scan(station, Command.NO_FAULT_FOUND, "The client will read:")
        scan(station, Command.SAVE, f"Saved for {FIRST}.")


def test_a_badge_at_the_bench_asks_for_the_pin_at_once_and_its_first_digit_counts(start: Start) -> None:
    with start() as station:
        station.scan(Command.TO_BENCH.barcode)
        scan(station, PRIYA, "Now type your PIN")
        assert station.app.window.asks_people
        write(station, PRIYAS_PIN)
        station.wait(lambda: station.app._people.actor.how == "badge+pin")
        station.wait(lambda: "Now type your PIN" not in said(station))
        assert [text for text in station.readings() if text in {each.barcode for each in DIGITS}] == []


def test_a_pin_scanned_before_the_panel_is_open_is_whole_and_stands_nowhere(start: Start) -> None:
    with start() as station:
        station.scan(PRIYA)
        station.scan(Command.TO_BENCH.barcode)
        station.wait(lambda: station.app.window.shown is Screen.BENCH)
        assert not station.app.window.asks_people
        write(station, PRIYAS_PIN)
        station.wait(lambda: station.app._people.actor.how == "badge+pin")
        assert station.readings()[1:] == [Command.TO_BENCH.barcode]


def test_a_dock_workers_badge_at_the_bench_is_told_who_may_work_there(start: Start) -> None:
    with start() as station:
        station.scan(Command.TO_BENCH.barcode)
        scan(station, DANA, "Bench work needs a technician")
        assert not station.app.window.asks_people


def test_a_supervisors_badge_at_the_review_asks_for_the_pin(start: Start) -> None:
    with start() as station:
        station.scan(Command.TO_REVIEW.barcode)
        station.scan(ELLEN)
        station.wait(lambda: station.app.window.asks_people)
        write(station, ELLENS_PIN)
        station.wait(lambda: station.app._people.actor.how == "badge+pin")


def test_without_the_pin_the_panel_is_offered_and_nothing_begins(start: Start) -> None:
    with start() as station:
        first, _ = unpacked(station)
        station.scan(PRIYA)
        station.scan(Command.TO_BENCH.barcode)
        scan(station, first, "Bench work needs a technician and the PIN.")
        assert station.app.window.asks_people
        assert station.bodies("inspection.begun") == []
        write(station, PRIYAS_PIN)
        station.wait(lambda: station.app._people.actor.how == "badge+pin")
        scan(station, first, "Step 1 of 6")


def test_a_supervisor_approves_at_the_bench_by_scans(start: Start) -> None:
    with start() as station:
        first, _ = unpacked(station)
        station.scan(DANA)
        station.scan(Command.TO_BENCH.barcode)
        scan(station, first, "Bench work needs a technician and the PIN.")
        station.scan(ELLEN)
        station.wait(lambda: station.app.window.people._names.currentText() == "Ellen Kowalski")
        write(station, ELLENS_PIN)
        station.wait(lambda: f"The test of {FIRST} begins." in said(station))
        assert actors(station, "inspection.begun") == [("U-05", "approval:U-01")]
        assert station.readings().count(first) == 1


def test_whatever_has_the_focus_a_scan_types_and_presses_nothing(start: Start) -> None:
    with start() as station:
        first, _ = unpacked(station)
        at_the_bench(station)
        scan(station, first, "Step 1 of 6")
        scan(station, Command.STEP_ON)
        scan(station, Command.STEP_ON, "Step 3 of 6")
        touched = Touched(station.app.window)
        for widget in station.app.window.bench.findChildren(QWidget):
            if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            before = len(station.readings())
            widget.setFocus()
            touched.what.clear()
            station.scan("NO-SUCH-DEVICE")
            assert station.readings()[before:] == ["NO-SUCH-DEVICE"], widget
            assert touched.what == [], widget
        assert "No device here has this number." in said(station)
        assert station.app.window.bench._step._value.text() == ""


def test_a_locked_screen_keeps_the_scan_and_the_badge_uncovers_the_bench(start: Start) -> None:
    with start() as station:
        first, _ = unpacked(station)
        at_the_bench(station)
        scan(station, first, "Step 1 of 6")
        station.app._people.lock()
        station.wait_for("LOCKED")
        station.scan(Command.DIGIT_1.barcode)
        station.wait_for("Recorded: SW-CMD-1")
        assert station.bodies("inspection.step") == []
        station.scan(PRIYA)
        station.wait(lambda: "LOCKED" not in station.shown())
        assert "Step 1 of 6" in said(station)


def test_a_value_is_typed_at_the_bench_and_a_comma_is_a_point(start: Start) -> None:
    with start() as station:
        first, _ = unpacked(station)
        at_the_bench(station)
        scan(station, first, "Step 1 of 6")
        scan(station, Command.STEP_ON)
        scan(station, Command.STEP_ON, "Step 3 of 6")
        for typed, answer in (("1e309", "too large"), ("", "Give a value first."), ("0,3", "Passed: Current")):
            value = station.app.window.bench._step._value
            value.clear()
            value.setFocus()
            value.setText(typed)
            value.textEdited.emit(typed)
            QTest.keyClick(value, Qt.Key.Key_Return)
            station.wait(partial(says, station, answer))
        assert [body["value"] for body in station.bodies("inspection.step")] == ["0.3"]


def says(station: OpenStation, words: str) -> bool:
    return words in said(station)
