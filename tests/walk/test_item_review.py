"""A device that no RMA lists: from its scan at the box to a supervisor's word, and on to the ticket service."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from receiving_app.domain.command import Command
from tests.demo_site import Hands, Site
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from tests.walk.test_scan import all_sent
from tests.walk.test_unpacking import received, scan
from ui.station_screen import Screen

STRAY = "KP2-99X00001"


def reviewed(station: OpenStation) -> str:
    labels = station.app.window.review.findChildren(QLabel)
    return "\n".join(label.accessibleName() or label.text() for label in labels if label.isVisible())


def at_the_review(station: OpenStation) -> None:
    """Unpack a stray, and go to its case, by scans."""
    received(station)
    station.scan(Command.CARTON_WHOLE.barcode)
    station.wait(lambda: "unpacking.begun" in station.types())
    scan(station, STRAY, "Not on this RMA")
    station.scan(Command.TO_REVIEW.barcode)
    station.wait(lambda: station.app.window.shown is Screen.REVIEW and STRAY in reviewed(station))


def test_a_stray_is_sent_back_by_key_and_the_service_hears_of_it_after_the_minute(
    start: Start, site: Site, hands: Hands
) -> None:
    with start() as station:
        at_the_review(station)
        QTest.keyClick(station.handle, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        station.wait(lambda: "The partner pays the freight." in reviewed(station))
        station.press(Qt.Key.Key_F8)
        station.wait(lambda: "item.decided" in station.types() and f"{STRAY}: decided. Until" in reviewed(station))
        assert f"We can't accept your device {STRAY}" in reviewed(station)
        station.app.sync()
        station.wait(lambda: "item.judged" in site.types())
        assert "item.decided" not in site.types()
        hands.go(seconds=61)
        station.app.sync()
        station.wait(lambda: "item.decided" in site.types() and all_sent(station))
        station.wait(lambda: f"{STRAY}: decided, and the ticket service has it." in reviewed(station))
        (told,) = site.bodies("item.decided")
        assert (told["choice"], told["disposition"]["next"], told["disposition"]["payer"]) == (
            "return",
            "return",
            "partner",
        )
        assert {result for _, type_, result in site.journal() if type_ == "item.decided"} == {"applied"}


def test_a_decision_without_its_note_is_asked_for_it_and_nothing_is_written(start: Start) -> None:
    with start() as station:
        at_the_review(station)
        station.press(Qt.Key.Key_F8)
        station.wait(lambda: "Write a note" in reviewed(station))
        assert json.loads(station.journal()[-1].payload)["type"] != "item.decided"


def test_a_decision_is_taken_back_where_it_was_taken(start: Start) -> None:
    with start() as station:
        at_the_review(station)
        QTest.keyClick(station.handle, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        station.press(Qt.Key.Key_F8)
        station.wait(lambda: "item.decided" in station.types() and "Nothing waits" in reviewed(station))
        station.press(Qt.Key.Key_F9)
        station.wait(lambda: f"What was decided of {STRAY} was taken back." in reviewed(station))
        assert station.app.window.shown is Screen.REVIEW
        assert "No RMA of its box lists it" in reviewed(station)
        assert "act.undone" in station.types()


def test_a_scanned_device_is_gone_to_after_the_scan_was_recorded_and_nothing_is_decided(start: Start) -> None:
    with start() as station:
        at_the_review(station)
        before = station.types()
        station.scan(STRAY.lower())
        station.wait(lambda: len(station.readings()) > before.count("reading.recorded"))
        assert station.app.window.shown is Screen.REVIEW
        assert station.types() == [*before, "reading.recorded"]
