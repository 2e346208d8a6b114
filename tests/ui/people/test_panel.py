"""The panel that asks who works here, or who approves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from receiving_app.acts.people_outcome import Claim, Named
from receiving_app.domain.roles import Known
from receiving_app.words.people import refusal_sentence
from tests.ui.conftest import MakeWindow
from tests.ui.layout_faults import faults
from ui.colors import DARK, LIGHT, Theme
from ui.main_window import MainWindow
from ui.people.panel import PeoplePanel, Proof

NAMES = (Named("p-lea", "Lea <b>& Co"), Named("p-zoe", "Zoe"))


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window()


@pytest.fixture
def panel(window: MainWindow) -> PeoplePanel:
    window.people.ask_sign_in(NAMES, None, signed_in=True)
    return window.people


def field(panel: PeoplePanel) -> QLineEdit:
    return panel._pin


def said(panel: PeoplePanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def buttons(panel: PeoplePanel) -> list[str]:
    return [button.text() for button in panel.findChildren(QPushButton) if button.isVisible()]


def test_a_name_and_a_pin_go_up_and_the_pin_stays_nowhere(panel: PeoplePanel, qtbot: QtBot) -> None:
    panel.choose("p-zoe")
    panel._by_badge = None
    QTest.keyClicks(field(panel), "4711")
    with qtbot.waitSignal(panel.pin_given) as given:
        QTest.keyClick(field(panel), Qt.Key.Key_Return)
    (proof,) = given.args
    assert proof == Proof(Claim("p-zoe", Known.NAME_AND_PIN), "4711")
    assert "4711" not in repr(proof)
    assert field(panel).text() == ""


def test_whose_badge_was_shown_is_chosen_and_known_by_it(panel: PeoplePanel, qtbot: QtBot) -> None:
    panel.choose("p-zoe")
    with qtbot.waitSignal(panel.pin_given) as given:
        panel.type_digits("4711", entered=True)
    assert given.args == [Proof(Claim("p-zoe", Known.BADGE_AND_PIN), "4711")]


def test_another_name_chosen_after_the_badge_is_known_by_name_only(panel: PeoplePanel, qtbot: QtBot) -> None:
    panel.choose("p-zoe")
    panel._names.setCurrentIndex(0)
    with qtbot.waitSignal(panel.pin_given) as given:
        panel.type_digits("4711", entered=True)
    assert given.args == [Proof(Claim("p-lea", Known.NAME_AND_PIN), "4711")]


def test_a_pin_is_never_shown_while_it_is_typed(panel: PeoplePanel) -> None:
    QTest.keyClicks(field(panel), "4711")
    assert "4711" not in field(panel).displayText()


def test_a_refusal_empties_the_field_and_the_next_digit_takes_it_away(panel: PeoplePanel) -> None:
    QTest.keyClicks(field(panel), "4711")
    panel.show_checking()
    assert not field(panel).isEnabled()
    panel.show_refusal(refusal_sentence("wrong-pin"))
    assert (field(panel).text(), field(panel).isEnabled()) == ("", True)
    assert "That PIN is wrong." in said(panel)
    QTest.keyClick(field(panel), Qt.Key.Key_4)
    assert "That PIN is wrong." not in said(panel)


def test_esc_closes_the_panel_and_not_the_page_beneath(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keySequence(window, "F2")
    beneath = next(edit for edit in window.dock.findChildren(QLineEdit) if edit.isVisible())
    window.people.ask_sign_in(NAMES, None, signed_in=False)
    QTest.keyClicks(field(window.people), "47")
    with qtbot.waitSignal(window.people.closed):
        QTest.keyClick(field(window.people), Qt.Key.Key_Escape)
    assert not window.people.isVisible()
    assert beneath.isVisible()
    window.people.ask_sign_in(NAMES, None, signed_in=False)
    assert field(window.people).text() == ""


def test_only_who_is_signed_in_can_lock_or_sign_out(panel: PeoplePanel, qtbot: QtBot) -> None:
    assert {"Lock", "Sign out"} <= set(buttons(panel))
    with qtbot.waitSignal(panel.lock_wanted):
        panel._lock.click()
    with qtbot.waitSignal(panel.sign_out_wanted):
        panel._sign_out.click()
    panel.ask_sign_in(NAMES, None, signed_in=False)
    assert not {"Lock", "Sign out"} & set(buttons(panel))
    panel.ask_approval(NAMES)
    assert buttons(panel) == ["Approve", "Close (Esc)"]


def test_where_nobody_can_be_asked_nothing_goes_up(panel: PeoplePanel, qtbot: QtBot) -> None:
    panel.ask_approval(())
    with qtbot.assertNotEmitted(panel.pin_given):
        panel.type_digits("4711", entered=True)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_panel_and_locked_screen_are_whole(make_window: MakeWindow, size: tuple[int, int], colors: Theme) -> None:
    assert looked_at(make_window(*size, colors)) == []


@pytest.mark.usefixtures("pseudo")
def test_panel_and_locked_screen_are_whole_in_a_language_two_fifths_longer(make_window: MakeWindow) -> None:
    assert looked_at(make_window()) == []


def looked_at(window: MainWindow) -> list[str]:
    """Give what is wrong with every look of the panel and the locked screen."""
    panel, found = window.people, []
    for approving in (False, True):
        if approving:
            panel.ask_approval(NAMES)
        else:
            panel.ask_sign_in(NAMES, "p-zoe", signed_in=True)
        for sentence in ("", f"{refusal_sentence('wrong-pin')} {refusal_sentence('no-pin')}"):
            panel.show_refusal(sentence)
            QApplication.processEvents()
            found += faults(panel)
            if not window.rect().contains(panel.geometry()):
                found.append(f"{panel.geometry()} lies outside the window")
    panel.close_panel()
    window.show_locked("Bartholomew Featherstonehaugh-Cholmondeley")
    window.lock_screen.show_recorded("9" * 500)
    QApplication.processEvents()
    return found + faults(window)
