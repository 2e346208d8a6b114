"""The prints as a worker meets them: the newest first, each with a picture, again by one key."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSpinBox, QTableView
from pytestqt.qtbot import QtBot

from receiving_app.domain.papers import JobState
from tests.ui.prints.scenes import PRINTS
from tests.ui.scenes import NOW
from ui.colors import LIGHT
from ui.prints.screen import PrintsScreen


@pytest.fixture
def screen(qtbot: QtBot) -> PrintsScreen:
    screen = PrintsScreen(LIGHT, lambda: NOW, 0.7)
    qtbot.addWidget(screen)
    screen.resize(QSize(1366, 700))
    screen.show()
    return screen


def shown(screen: PrintsScreen) -> list[list[str]]:
    table = screen.findChild(QTableView)
    assert table is not None
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def said(screen: PrintsScreen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel))


def test_each_print_says_what_it_is_whose_and_where_it_stands(screen: PrintsScreen) -> None:
    screen.show_prints(PRINTS)

    assert shown(screen)[0][1:] == ["Licence plate, copy", "LPN-DOCK-1-0000025", "Waits"]
    assert shown(screen)[-1][1:] == ["Hazard label", "ITM-DOCK-1-0000017", "Taken back: throw it away"]


def test_a_print_of_another_day_names_its_day(screen: PrintsScreen) -> None:
    screen.show_prints([replace(PRINTS[0], queued_at=NOW - timedelta(days=2)), PRINTS[0]])

    assert [row[0] for row in shown(screen)] == ["Sun 15 Nov 09:20 CST", "09:20"]


def test_the_newest_is_chosen_and_what_stops_it_is_said(qtbot: QtBot, screen: PrintsScreen) -> None:
    with qtbot.waitSignal(screen.chosen) as chosen:
        screen.show_prints(PRINTS)
    assert chosen.args == [PRINTS[0].number]
    screen.show_page(QImage(40, 60, QImage.Format.Format_Grayscale8))

    assert "The label printer is out of labels." in said(screen)


def test_what_was_chosen_stays_chosen_when_more_is_printed(screen: PrintsScreen) -> None:
    screen.show_prints(PRINTS[1:])
    screen.show_prints(PRINTS)

    assert screen.in_hand == PRINTS[1]


def test_one_key_prints_the_chosen_one_again(qtbot: QtBot, screen: PrintsScreen) -> None:
    screen.show_prints(PRINTS)
    with qtbot.waitSignal(screen.again_wanted) as wanted:
        QTest.keyClick(screen, Qt.Key.Key_F5)

    assert wanted.args == [PRINTS[0].number]


def test_what_was_taken_back_is_not_printed_again(qtbot: QtBot, screen: PrintsScreen) -> None:
    screen.show_prints([each for each in PRINTS if each.state is JobState.WITHDRAWN])
    with qtbot.assertNotEmitted(screen.again_wanted):
        QTest.keyClick(screen, Qt.Key.Key_F5)


def test_a_roll_has_as_many_plates_as_are_asked_for(qtbot: QtBot, screen: PrintsScreen) -> None:
    count = screen.findChild(QSpinBox)
    assert count is not None
    count.setValue(24)
    with qtbot.waitSignal(screen.plates_wanted) as wanted:
        QTest.keyClick(screen, Qt.Key.Key_F6)

    assert wanted.args == [24]


def test_without_prints_it_says_so(screen: PrintsScreen) -> None:
    screen.show_prints([])

    assert "Nothing was printed yet." in said(screen)
