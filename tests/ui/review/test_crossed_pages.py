"""Crossed boxes and RMAs that never came whole, decided by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from receiving_app.acts.decision import BoxSeen, CrossedOrNot, NotReturned
from receiving_app.domain.cases import Case
from tests.ui.conftest import MakeWindow
from tests.ui.layout_faults import faults
from tests.ui.review.crossed_scenes import ALONE, CASES, INCOMPLETE, WHOLE
from tests.ui.seen import in_both_themes, said
from ui.colors import Theme
from ui.main_window import MainWindow

SIZES = [(1366, 768), (1920, 1080)]


def shown(make_window: MakeWindow, case: Case, *size: int) -> MainWindow:
    window = make_window(*size)
    window.toggle_review()
    window.review.show_cases([case])
    QApplication.processEvents()
    return window


def note(window: MainWindow) -> QLineEdit:
    fields = window.review.findChildren(QLineEdit)
    return next(field for field in fields if field.isVisible() and "Note" in field.accessibleName())


def which(window: MainWindow) -> QComboBox:
    return next(box for box in window.review.findChildren(QComboBox) if box.accessibleName() == "What will not come")


def decided(qtbot: QtBot, window: MainWindow, *keys: str) -> object:
    with qtbot.waitSignal(window.review.decided) as signal:
        for key in keys:
            QTest.keySequence(window, key)
    return signal.args[0]


def test_an_exchange_shows_each_device_its_box_and_the_rma_that_lists_it(make_window: MakeWindow) -> None:
    words = said(shown(make_window, CASES["crossed"]))
    for each in ("KP2-24C10057", "KP2-24C10074", "the box of RMA-00001235", "RMA-00001245 lists it"):
        assert each in words


def test_one_side_alone_says_that_the_other_is_not_here(make_window: MakeWindow) -> None:
    assert "Not here yet" in said(shown(make_window, CASES["half crossed"]))


def test_crossed_is_said_by_keys(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, CASES["crossed"])
    assert decided(qtbot, window, "F5", "F8") == CrossedOrNot(WHOLE, True, "serials-match")


def test_not_crossed_is_said_by_keys_with_a_note(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, CASES["half crossed"])
    QTest.keySequence(window, "F6")
    QTest.keyClicks(note(window), "another model")
    assert decided(qtbot, window, "F8") == CrossedOrNot(ALONE, False, "not-theirs", "another model")


def test_all_that_is_awaited_or_one_line_is_settled(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, CASES["incomplete"])
    assert decided(qtbot, window, "F8") == NotReturned(INCOMPLETE.rma_key, ("1", "2"), "client-keeps-it", "")
    QTest.keyClick(which(window), Qt.Key.Key_Down)
    assert decided(qtbot, window, "F8") == NotReturned(INCOMPLETE.rma_key, ("1",), "client-keeps-it", "")


def test_an_empty_box_is_closed_with_one_key(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, CASES["empty box"])
    assert "weighed 0.4 kg" in said(window)
    assert decided(qtbot, window, "F8") == BoxSeen(CASES["empty box"].head.thing, "e-1", "partner-asked")


def test_a_refusal_is_said_beside_the_form(make_window: MakeWindow) -> None:
    window = shown(make_window, CASES["crossed"])
    window.review.show_refusal("This was judged again meanwhile.")
    assert "judged again" in said(window)


@pytest.mark.usefixtures("pseudo")
@in_both_themes
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", CASES)
def test_every_page_is_whole(make_window: MakeWindow, name: str, size: tuple[int, int], colors: Theme) -> None:
    window = shown(make_window, CASES[name], *size, colors)  # type: ignore[arg-type]
    assert faults(window) == []
