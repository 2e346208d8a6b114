"""From screen to screen by key and by command barcode."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from receiving_app.domain.command import Command
from tests.demo_site import IN_TIME
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from ui.station_screen import Screen

LEADS = {Command.TO_REVIEW: Screen.REVIEW, Command.TO_DOCK: Screen.DOCK}


def at(station: OpenStation, screen: Screen) -> bool:
    return station.app.window.shown is screen


def test_a_command_barcode_leads_to_each_screen(start: Start) -> None:
    with start() as station:
        for command, screen in LEADS.items():
            station.scan(command.barcode)
            station.wait(partial(at, station, screen))
        assert station.readings() == [command.barcode for command in LEADS]


def test_from_an_opened_box_too(start: Start) -> None:
    with start() as station:
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)
        station.scan(Command.UNPACK.barcode)
        station.wait(lambda: at(station, Screen.UNPACKING))
        station.scan(Command.TO_REVIEW.barcode)
        station.wait(lambda: at(station, Screen.REVIEW))


def test_what_was_scanned_at_one_screen_is_there_when_one_comes_back(start: Start) -> None:
    with start() as station:
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)
        QTest.keyClick(station.handle, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        station.wait(lambda: at(station, Screen.UNPACKING))
        QTest.keyClick(station.handle, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        station.wait_verdict("ACCEPT", IN_TIME)
