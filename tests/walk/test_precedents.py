"""From a case to how one like it was decided, and on to all that is known of that one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableView, QTabWidget

from receiving_app.domain.command import Command
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from ui.station_screen import Screen

TWO_LATE = ("RMA-00001251", "RMA-00001260")


def words(station: OpenStation) -> str:
    return "\n".join(label.text() for label in station.app.window.findChildren(QLabel) if label.isVisible())


def test_an_earlier_decision_is_told_beside_a_case_like_it_and_opened_in_the_search(start: Start) -> None:
    with start() as station:
        for number in TWO_LATE:
            station.scan(number)
            station.scan(Command.NEXT.barcode)
        station.wait(lambda: station.types().count("package.judged") == len(TWO_LATE))
        station.scan(Command.TO_REVIEW.barcode)
        station.wait(lambda: station.app.window.shown is Screen.REVIEW and TWO_LATE[0] in words(station))
        station.press(Qt.Key.Key_F8)
        station.wait(lambda: "review.decided" in station.types() and f"{TWO_LATE[0]}: decided" in words(station))
        review = station.app.window.review
        tabs = next(each for each in review.findChildren(QTabWidget) if each.isVisible())
        tabs.setCurrentIndex(tabs.count() - 1)
        station.wait(lambda: "The same reasons before: Uphold 1 of 1." in words(station))
        earlier = next(each for each in review.findChildren(QTableView) if "Earlier" in each.accessibleName())
        earlier.selectRow(0)
        QTest.keyClick(earlier, Qt.Key.Key_Return)
        station.wait(lambda: station.app.window.shown is Screen.DESK and TWO_LATE[0] in words(station))
