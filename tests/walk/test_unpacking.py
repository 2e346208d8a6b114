"""A box from the dock to the shelf by scans alone, with the troubles that boxes bring."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from receiving_app.domain.command import Command
from tests.demo_site import IN_TIME, LATE
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from tests.walk.test_focus import Touched
from ui.station_screen import Screen

FIRST, SECOND = "KP2-24C10057", "KP2-24C10074"


def panel(station: OpenStation) -> str:
    labels = station.app.window.unpacking._panel.findChildren(QLabel)
    return "\n".join(label.accessibleName() or label.text() for label in labels if label.isVisible())


def scan(station: OpenStation, text: str, *words: str) -> None:
    """Scan a text and wait until the large panel says these words."""
    station.scan(text)
    station.wait(lambda: all(word in panel(station) for word in words))


def received(station: OpenStation) -> str:
    """Receive the box at the dock and go to the unpacking, by scans; give its plate."""
    station.scan(IN_TIME)
    station.wait_verdict("ACCEPT", IN_TIME)
    station.scan(Command.UNPACK.barcode)
    station.wait(lambda: station.app.window.shown is Screen.UNPACKING and "Look at the carton" in panel(station))
    return str(station.journal()[-1].lpn or "")


def test_a_box_with_every_kind_of_trouble_is_unpacked_by_scans_alone(start: Start) -> None:
    with start() as station:
        received(station)
        scan(station, Command.CARTON_DAMAGED.barcode, "Carton damaged", "Take a photo")
        scan(station, FIRST, "Found", FIRST)
        scan(station, "SD card", "Part noted")
        scan(station, Command.ALL_PARTS.barcode, "All parts there")
        scan(station, "BAG-0815", "Video noted")
        scan(station, FIRST, "Already counted")
        scan(station, IN_TIME, "Code of the carton")
        scan(station, "KP2-24C1OO74", "Not on this RMA", SECOND)
        scan(station, Command.UNDO.barcode, "Taken back")
        scan(station, SECOND, "Found")
        scan(station, Command.NO_CARD.barcode, "Video noted")
        scan(station, Command.ALL_PARTS.barcode, "All parts there")
        scan(station, Command.EXTRA.barcode, "Extra noted")
        scan(station, f"{FIRST} {SECOND}", "Two in one scan")
        scan(station, "S" * 500, "No serial number")
        scan(station, Command.UNREADABLE.barcode, "Serial unreadable")
        scan(station, Command.ITEM_TAMPERED.barcode, "Was opened")
        scan(station, "PLACE-B12", "Box done")
        assert [body["place"] for body in station.bodies("unpacking.ended")] == ["B12"]
        assert len(station.bodies("item.found")) == 4


def test_a_new_start_goes_on_where_the_box_was_left(start: Start) -> None:
    with start() as station:
        received(station)
        scan(station, Command.CARTON_WHOLE.barcode, "Scan each device")
        scan(station, FIRST, "Found")
    with start() as station:
        QTest.keyClick(station.handle, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        station.wait(lambda: station.app.window.shown is Screen.UNPACKING and "half done" in panel(station))
        station.wait_for("1 in this box, 2 on the RMA")
        scan(station, FIRST, "Already counted")
        scan(station, SECOND, "Found")


def test_a_rejected_box_stays_closed(start: Start) -> None:
    with start() as station:
        station.scan(LATE)
        station.wait_verdict("REJECT", LATE)
        station.scan(Command.UNPACK.barcode)
        station.wait(lambda: station.app.window.shown is Screen.UNPACKING and "Keep it closed" in panel(station))
        scan(station, Command.CARTON_WHOLE.barcode, "Keep it closed")
        assert station.bodies("unpacking.begun") == []


def test_a_hazard_stops_the_box(start: Start) -> None:
    with start() as station:
        received(station)
        scan(station, Command.CARTON_WHOLE.barcode, "Scan each device")
        scan(station, FIRST, "Found")
        scan(station, Command.HAZARD.barcode, "STOP")
        scan(station, SECOND, "STOP")
        assert len(station.bodies("item.found")) == 1


def test_a_command_of_the_dock_leads_back_there(start: Start) -> None:
    with start() as station:
        received(station)
        station.scan(Command.TRUCK_ARRIVED.barcode)
        station.wait(lambda: station.app.window.dock.isVisible() and "Truck stamped" in station.panel())


def test_a_box_is_worked_on_with_keys_as_well(start: Start) -> None:
    with start() as station:
        received(station)
        station.press(Qt.Key.Key_F5)
        station.wait(lambda: "Scan each device" in panel(station))
        scan(station, FIRST, "Found")
        QTest.keyClick(station.handle, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        station.wait(lambda: "Part noted" in panel(station))
        station.press(Qt.Key.Key_F12)
        field = station.app.window.unpacking._text._field
        field.setText("A-1")
        QTest.keyClick(field, Qt.Key.Key_Return)
        station.wait(lambda: "Done, with gaps" in panel(station))


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F10, Qt.Key.Key_F2, Qt.Key.Key_F12])
def test_whatever_has_the_focus_over_the_box_a_scan_is_only_a_scan(start: Start, key: Qt.Key) -> None:
    with start() as station:
        received(station)
        scan(station, Command.CARTON_WHOLE.barcode, "Scan each device")
        touched = Touched(station.app.window)
        commands: list[Command] = []
        station.app.window.unpacking.command_given.connect(commands.append)
        count = len(_focusable(station, key))
        for place in range(count):
            widget = _focusable(station, key)[place]
            widget.setFocus()
            touched.what.clear()
            commands.clear()
            before = len(station.readings())
            station.scan(FIRST)
            assert station.readings()[before:] == [FIRST], widget
            assert (touched.what, commands) == ([], []), widget


def _focusable(station: OpenStation, key: Qt.Key) -> list[QWidget]:
    """Bring the page of a key to the front and give what can have the focus there."""
    window = station.app.window
    window.unpacking._show_list()
    station.press(key)
    return [window.unpacking] + [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
