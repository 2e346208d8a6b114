"""The screen that covers the others."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeWindow
from ui.main_window import MainWindow


def said(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_it_covers_every_screen_and_their_keys_do_nothing(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.show_locked("Rosa")
    assert not window.dock.isVisible()
    assert "Rosa is signed in." in said(window)
    with qtbot.assertNotEmitted(window.dock.command_given):
        QTest.keySequence(window, "F1")
    window.toggle_review()
    assert not window.review.isVisible()
    window.toggle_review()
    window.show_locked(None)
    assert window.dock.isVisible()


def test_it_says_what_was_recorded_until_it_is_locked_anew(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_locked("Rosa")
    window.lock_screen.show_recorded("<b>RMA-00001235</b>")
    assert "Recorded: <b>RMA-00001235</b>. Nothing is lost." in said(window)
    window.show_locked("Rosa")
    assert "Recorded" not in said(window)
