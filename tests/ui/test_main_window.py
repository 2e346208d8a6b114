"""The window around the screens: whether it listens, where it is, and what it says when it can't work."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from receiving_app.queries.answers import Backlog
from tests.ui.conftest import MakeWindow
from tests.ui.layout_faults import faults
from tests.ui.scenes import NOW
from tests.ui.seen import at_both_sizes, said
from ui.colors import DARK
from ui.main_window import MainWindow
from ui.parts.labels import ElidedLabel
from ui.parts.screen_list import ScreenList
from ui.station_screen import Screen

HEAVY = ("sqlalchemy", "cv2", "requests", "zxingcpp", "pydantic", "PySide6.QtMultimedia")


def test_a_notice_takes_its_line_and_makes_the_window_no_larger(make_window: MakeWindow) -> None:
    window = make_window(1366, 768)
    window.show_notice("The label printer is out of labels. Put a roll in; it goes on by itself. 14 prints wait.")
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1366, 768)
    assert "out of labels" in seen(window)
    window.show_notice("")
    QApplication.processEvents()
    assert "out of labels" not in seen(window)


def seen(window: MainWindow) -> str:
    return "\n".join(label.accessibleName() for label in window.findChildren(ElidedLabel) if label.isVisible())


def test_until_the_store_is_open_it_is_busy_and_keeps_scans(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_starting()
    assert "BUSY\nStarting: scans are kept." in said(window)
    window.show_ready()
    assert "READY" in said(window)


def test_a_window_that_is_not_active_is_not_listening(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: "NOT LISTENING" in said(window))
    assert "Click this window, then scan." in said(window)
    window.activateWindow()
    qtbot.waitUntil(lambda: "READY" in said(window))


def test_one_key_goes_to_the_review_and_back(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    with qtbot.waitSignal(window.screen_shown):
        QTest.keySequence(window, "F3")
    assert window.review.isVisible()
    QTest.keySequence(window, "F3")
    assert window.dock.isVisible()


@pytest.mark.parametrize("screen", [Screen.DOCK, Screen.UNPACKING, Screen.BENCH, Screen.SHIPPING])
def test_a_notice_takes_its_line_from_the_screen_and_the_window_stays_its_size(
    make_window: MakeWindow, screen: Screen
) -> None:
    window = make_window()
    window.resize(1366, 740)
    window.show_screen(screen)
    window.show_notice("No printer is set. Prints lie as PDFs in C:\\Users\\dock\\AppData\\Local\\Receiving\\prints.")
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1366, 740)
    assert faults(window) == []


def test_any_screen_is_one_key_away(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    with qtbot.waitSignal(window.screen_shown) as shown:
        QTest.keySequence(window, "Alt+2")
    assert (shown.args, window.shown) == ([Screen.UNPACKING], Screen.UNPACKING)
    QTest.keySequence(window, "Alt+1")
    assert window.shown is Screen.DOCK


def test_the_list_of_screens_leads_to_the_one_that_is_pressed(make_window: MakeWindow) -> None:
    window = make_window()
    QTest.keySequence(window, "Ctrl+G")
    (offered,) = window.findChildren(ScreenList)
    assert offered.isVisible()
    assert faults(offered) == []
    here, there = offered._buttons[Screen.DOCK], offered._buttons[Screen.REVIEW]
    assert (here.isEnabled(), there.accessibleName()) == (False, "Review (Alt+5)")
    there.click()
    assert window.shown is Screen.REVIEW
    assert not offered.isVisible()


@pytest.mark.usefixtures("pseudo")
@at_both_sizes
def test_the_list_of_screens_is_whole_in_a_language_two_fifths_longer(
    make_window: MakeWindow, size: tuple[int, int]
) -> None:
    window = make_window(*size)
    QTest.keySequence(window, "Ctrl+G")
    QApplication.processEvents()
    (offered,) = window.findChildren(ScreenList)
    assert faults(offered) == []
    assert window.rect().contains(offered.geometry())


def test_dock_keys_do_nothing_while_the_review_is_shown(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    QTest.keySequence(window, "F3")
    with qtbot.assertNotEmitted(window.dock.command_given):
        QTest.keySequence(window, "F6")


def test_the_badge_tells_how_the_station_stands(make_window: MakeWindow) -> None:
    window = make_window()
    assert "Not connected yet" in said(window)
    window.show_backlog(Backlog(online=True, waiting=0, data_as_of=NOW))
    assert "Online · all sent" in said(window)
    window.show_backlog(Backlog(online=False, waiting=14, data_as_of=NOW - timedelta(hours=2)))
    assert "Offline · 14 waiting · data 2 hours old" in said(window)


def test_a_store_that_cannot_be_opened_is_told_with_what_to_do(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_problem("The data folder holds <b>a newer</b> database.", "Update the station.")
    assert "The data folder holds <b>a newer</b> database.\nUpdate the station." in said(window)
    QTest.keySequence(window, "F3")
    assert not window.review.isVisible()


def test_the_other_theme_paints_what_is_drawn_by_hand(make_window: MakeWindow) -> None:
    window = make_window()
    light = window.dock.grab().toImage()
    window.set_theme(DARK)
    assert window.dock.grab().toImage() != light


def test_the_window_loads_nothing_heavy() -> None:
    code = f"import sys, ui.main_window; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
