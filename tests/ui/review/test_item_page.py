"""A device's case: the evidence, what a decision leads to, and a decision by keyboard alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTableView, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from receiving_app.acts.decision import ItemAnswer, ItemPreview, Objection
from receiving_app.domain.disposition import Payer
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.item_events import ItemChoice
from tests.ui.conftest import MakeWindow
from tests.ui.layout_faults import faults
from tests.ui.review.item_scenes import ITEMS, MAY_BE, case_of, item_cases, previewed
from tests.ui.seen import at_both_sizes, in_both_themes, said
from ui.colors import Theme
from ui.main_window import MainWindow
from ui.review.case_page import Evidence
from ui.station_screen import Screen

CASES = {name: case_of(item) for name, item in ITEMS.items()}


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return reviewing(make_window())


def reviewing(window: MainWindow, *cases: ItemCase) -> MainWindow:
    window.show_screen(Screen.REVIEW)
    window.review.attach(Evidence(preview=previewed))
    window.review.show_cases(cases or item_cases())
    return window


def field(window: MainWindow, name: str) -> QWidget:
    kinds: tuple[type[QWidget], ...] = (QComboBox, QLineEdit)
    found = [each for kind in kinds for each in window.review.findChildren(kind) if each.isVisible()]
    return next(each for each in found if name in each.accessibleName())


def table(window: MainWindow) -> QTableView:
    return window.review._table


def test_devices_stand_in_the_list_with_kind_and_reason(window: MainWindow) -> None:
    model = table(window).model()
    rows = [[model.index(row, place).data() for place in (6, 2, 4)] for row in range(model.rowCount())]
    assert rows == [
        ["Device", "REJECT", "No RMA of its box lists it. Nearly the same: CP4-0091-7741."],
        ["Device", "HOLD", "Seal or housing was touched."],
        ["Tested", "", "Not covered: water came in"],
        ["Tested", "", "Quote sent: the partner has to answer."],
        ["Tested", "", "A supervisor says who pays the freight: it may be damage in transit."],
    ]


def test_found_and_listed_are_told_with_the_places_in_which_they_differ(window: MainWindow) -> None:
    named = [each.accessibleName() for each in window.review.findChildren(QWidget) if each.isVisible()]
    assert "Found CP4-0O91-7741. Listed CP4-0091-7741. They differ in: 6" in named


def test_the_rules_are_told_with_what_failed_first(window: MainWindow) -> None:
    tabs = window.review.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    page(window, 1)
    lines = [line for line in said(window).splitlines() if line.endswith((": Yes", ": No", ": Unsure"))]
    assert lines[0] == "Listed on an RMA of its box: No"


def page(window: MainWindow, place: int) -> QTabWidget:
    tabs = next(tabs for tabs in window.review.findChildren(QTabWidget) if tabs.isVisible())
    tabs.setCurrentIndex(place)
    return tabs


def test_the_tests_steps_are_told_with_who_did_them(make_window: MakeWindow) -> None:
    window = reviewing(make_window(), CASES["not-covered"])
    steps = page(window, 2).currentWidget()
    assert isinstance(steps, QTableView)
    cells = [steps.model().index(0, place).data() for place in range(4)]
    assert cells == ["Does it start?", "fail", "No", "U-03"]


def test_what_a_decision_leads_to_is_read_before_it_is_taken(make_window: MakeWindow) -> None:
    window = reviewing(make_window(), CASES["tampered"])
    assert "It goes to the bench." in said(window)
    QTest.keySequence(window, "Ctrl+2")
    told = said(window)
    assert "The device goes back to the client. It goes to Great Lakes Fleet Safety, LLC" in told
    assert "The partner pays the freight." in told
    reads = "its seals or its housing had been opened. We will send your device CP4-0091-7731 back to you."
    assert f"The client reads: We can't accept your device CP4-0091-7731: {reads}" in told


def test_the_keyboard_alone_sends_back(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = reviewing(make_window(), CASES["tampered"])
    with qtbot.waitSignal(window.review.decided) as decided:
        QTest.keySequence(window, "Ctrl+2")
        QTest.keySequence(window, "F8")
    assert isinstance(decided.args, list)
    answer = decided.args[0]
    assert (answer.item, answer.choice, answer.reason) == (ITEMS["tampered"].id, ItemChoice.RETURN, "rule-stands")
    assert answer.judged == CASES["tampered"].judged


def test_the_keyboard_alone_identifies(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keySequence(window, "Ctrl+1")
    field(window, "Note").setFocus()
    QTest.keyClicks(field(window, "Note"), "read inside")
    with qtbot.waitSignal(window.review.decided) as decided:
        QTest.keyClick(field(window, "Note"), Qt.Key.Key_Return)
    assert isinstance(decided.args, list)
    assert (decided.args[0].identity, decided.args[0].note) == (MAY_BE[0], "read inside")


def test_a_scrapping_asks_who_agreed_and_when(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keySequence(window, "Ctrl+4")
    QTest.keyClicks(field(window, "Who agreed to the scrapping"), "Ann Rivers")
    with qtbot.waitSignal(window.review.decided) as decided:
        QTest.keySequence(window, "F8")
    assert isinstance(decided.args, list)
    assert (decided.args[0].consent_by, decided.args[0].consent_on) == ("Ann Rivers", date(2026, 11, 17))


def test_who_pays_is_chosen_where_nobody_knows(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = reviewing(make_window(), CASES["who-pays"])
    payer = field(window, "Who pays the freight")
    assert isinstance(payer, QComboBox)
    payer.setCurrentIndex(1)
    assert "SmartWitness pays the freight." in said(window)
    with qtbot.waitSignal(window.review.decided) as decided:
        QTest.keySequence(window, "F8")
    assert isinstance(decided.args, list)
    assert decided.args[0].payer is Payer.SMARTWITNESS


def test_own_work_is_told_before_anything_is_written(make_window: MakeWindow) -> None:
    def refused(answer: ItemAnswer) -> ItemPreview:
        return replace(previewed(answer), objection=Objection.OWN_WORK)

    window = reviewing(make_window(), CASES["not-covered"])
    window.review.attach(Evidence(preview=refused))
    assert "This is your own work. Another supervisor must decide it." in said(window)


def test_a_refusal_stands_beside_the_form_and_keeps_the_note(make_window: MakeWindow) -> None:
    window = reviewing(make_window(), CASES["tampered"])
    QTest.keyClicks(field(window, "Note"), "seen")
    window.review.show_refusal("Write a note: say why you override the rules.")
    window.review.show_cases([CASES["tampered"]])
    assert "Write a note" in said(window)
    note = field(window, "Note")
    assert isinstance(note, QLineEdit)
    assert note.text() == "seen"


def settle() -> None:
    """Let what has wrapped anew ask for its height, and get it."""
    for _ in range(3):
        QApplication.processEvents()


def whole(window: MainWindow) -> dict[str, list[str]]:
    found = {}
    for name, case in CASES.items():
        reviewing(window, case)
        for place in range(4):
            QTest.keySequence(window, f"Ctrl+{place + 1}")
            settle()
            found[f"{name} {place}"] = faults(window)
        for place in range(5):
            page(window, place)
            settle()
            found[f"{name} page {place}"] = faults(window)
        page(window, 0)
    return {name: said for name, said in found.items() if said}


@in_both_themes
def test_every_look_is_whole_on_a_small_screen(make_window: MakeWindow, colors: Theme) -> None:
    assert whole(make_window(1366, 768, colors)) == {}


@pytest.mark.usefixtures("pseudo")
@at_both_sizes
def test_every_look_is_whole_in_a_language_two_fifths_longer(make_window: MakeWindow, size: tuple[int, int]) -> None:
    assert whole(make_window(*size)) == {}
