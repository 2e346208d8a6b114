"""Whatever has the focus, a scan presses nothing, types nothing, and is recorded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from receiving_app.domain.command import Command
from tests.demo_site import IN_TIME, LATE
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from ui.main_window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
Page = tuple[Callable[[MainWindow], QWidget], Qt.Key, Qt.KeyboardModifier]
#: Each page of the window, and the key that leads to it.
PAGES: dict[str, Page] = {
    "dock": (lambda window: window.dock._overview, Qt.Key.Key_Escape, NONE),
    "type a number": (lambda window: window.dock._typing, Qt.Key.Key_F2, NONE),
    "why": (lambda window: window.dock._why, Qt.Key.Key_F4, NONE),
    "more": (lambda window: window.dock._more, Qt.Key.Key_F10, NONE),
    "refused at the door": (lambda window: window.dock._refusal, Qt.Key.Key_F3, SHIFT),
    "review": (lambda window: window.review, Qt.Key.Key_F3, NONE),
}


class Touched:
    """Notes whatever a key does to a widget."""

    def __init__(self, window: QWidget) -> None:
        self.what: list[str] = []
        for button in window.findChildren(QAbstractButton):
            button.pressed.connect(lambda each=button: self.what.append(f"pressed {each.accessibleName()}"))
        for field in window.findChildren(QLineEdit):
            field.textEdited.connect(lambda text: self.what.append(f"typed {text}"))
        text_fields: list[QPlainTextEdit | QTextEdit] = [*window.findChildren(QPlainTextEdit)]
        for text_field in (*text_fields, *window.findChildren(QTextEdit)):
            text_field.textChanged.connect(lambda: self.what.append("typed"))
        for box in window.findChildren(QComboBox):
            box.activated.connect(lambda place: self.what.append(f"chose {place}"))
        for view in window.findChildren(QAbstractItemView):
            view.activated.connect(lambda _: self.what.append("activated"))


def open_page(station: OpenStation, page: str) -> list[QWidget]:
    """Go to a page and give what can have the focus there."""
    widget, key, modifier = PAGES[page]
    window = station.app.window
    if not widget(window).isVisible():
        QTest.keyClick(station.handle, key, modifier)
    assert widget(window).isVisible()
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


@pytest.mark.parametrize("page", PAGES)
def test_each_widget_focused_in_turn_while_a_scan_arrives(page: str, start: Start) -> None:
    with start() as station:
        station.scan(LATE)
        station.wait_verdict("REJECT", LATE)
        touched = Touched(station.app.window)
        commands: list[Command] = []
        station.app.window.dock.command_given.connect(commands.append)
        for place in range(len(open_page(station, page))):
            before = len(station.readings())
            widget = open_page(station, page)[place]
            widget.setFocus()
            touched.what.clear()  # the way to the page may have been a button
            commands.clear()
            station.scan(IN_TIME)

            assert station.readings()[before:] == [IN_TIME], widget
            assert (touched.what, commands) == ([], []), widget
