"""The technician's screen: what it shows, and what its keys say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from receiving_app.acts.bench_outcome import Ending
from receiving_app.domain.command import Command
from receiving_app.domain.disposition import InspectionOutcome
from tests.ui.bench.scenes import ITEM, QUEUE, SCENES
from tests.ui.conftest import MakeWindow
from tests.ui.layout_faults import faults
from tests.ui.seen import at_both_sizes, buttons, in_both_themes, said
from ui.colors import LIGHT, Theme
from ui.main_window import MainWindow
from ui.station_screen import Screen

MakeScreen = Callable[..., MainWindow]


@pytest.fixture
def make_screen(make_window: MakeWindow) -> MakeScreen:
    """Give a function that opens the window at the bench, in a scene."""

    def make(scene: str = "queue", width: int = 1366, height: int = 768, colors: Theme = LIGHT) -> MainWindow:
        window = make_window(width, height, colors)
        window.show_screen(Screen.BENCH)
        window.bench.show_queue(QUEUE)
        window.bench.show_view(SCENES[scene])
        return window

    return make


def field(window: MainWindow, name: str) -> QLineEdit:
    return next(each for each in window.bench.findChildren(QLineEdit) if each.accessibleName().startswith(name))


def rows(window: MainWindow) -> list[list[str]]:
    """Give what the visible table says, row by row."""
    table = next(each for each in window.bench.findChildren(QTableView) if each.isVisible())
    model = table.model()
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def all_faults(window: MainWindow) -> dict[str, list[str]]:
    found = {}
    for name, view in SCENES.items():
        window.bench.show_view(view)
        QApplication.processEvents()
        found[name] = faults(window)
    window.bench.show_view(SCENES["all-done"])
    QTest.keySequence(window, "F10")
    QApplication.processEvents()
    found["choosing"] = faults(window)
    return {look: told for look, told in found.items() if told}


@in_both_themes
@at_both_sizes
def test_every_look_is_whole(make_screen: MakeScreen, size: tuple[int, int], colors: Theme) -> None:
    assert all_faults(make_screen("queue", *size, colors)) == {}


@pytest.mark.usefixtures("pseudo")
@at_both_sizes
def test_every_look_is_whole_in_a_language_two_fifths_longer(make_screen: MakeScreen, size: tuple[int, int]) -> None:
    assert all_faults(make_screen("queue", *size)) == {}


def test_the_queue_tells_who_waits_for_what_and_how_long(make_screen: MakeScreen) -> None:
    window = make_screen()
    assert "At the bench: 3, 2 overdue" in said(window)
    first, _, last = rows(window)
    assert (first[0], first[3], first[6]) == ("6 days, overdue", "Advanced", "2 of 5 steps")
    assert last[6].startswith("Waits for parts for 4 days: Lens ordered")


def test_a_pressed_row_is_opened(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen()
    table = next(each for each in window.bench.findChildren(QTableView) if each.isVisible())
    with qtbot.waitSignal(window.bench.device_chosen) as chosen:
        table.clicked.emit(table.model().index(0, 0))
    assert chosen.args == [ITEM.id]


def test_the_chosen_row_stays_chosen_when_the_queue_is_told_anew(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen()
    table = next(each for each in window.bench.findChildren(QTableView) if each.isVisible())
    table.setFocus()
    table.selectRow(1)
    window.bench.show_queue(QUEUE[1:])
    with qtbot.waitSignal(window.bench.device_chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [QUEUE[1].item.id]


def test_a_step_tells_its_limits_and_all_its_results(make_screen: MakeScreen) -> None:
    window = make_screen("measure")
    assert "Step 3 of 5" in said(window)
    assert "Passes: 0.15 to 0.45 A" in said(window)
    assert "Before: 0.9 A: failed → 0.31 A: passed" in said(window)
    assert ["Current at 12 V", "0.9 A: failed → 0.31 A: passed"] in rows(window)


def test_history_and_what_changed_meanwhile_are_told(make_screen: MakeScreen) -> None:
    window = make_screen("warned")
    assert "It was here 2 times before; no fault found: 1." in said(window)
    assert "Last time: No fault found." in said(window)
    assert "This RMA was cancelled meanwhile: ask a supervisor." in said(window)
    assert "The steps are version 4 now; this test keeps 3." in said(window)


def test_what_hangs_on_a_step_is_said(make_screen: MakeScreen) -> None:
    assert "If it fails, the test may end here." in said(make_screen("pass-fail"))
    assert "Final test: a device that fails it can't leave." in said(make_screen("final"))


def test_what_a_device_waits_for_and_how_it_ended_is_told(make_screen: MakeScreen) -> None:
    assert "Waits for parts: Lens is ordered" in said(make_screen("waits"))
    assert "This device has its outcome already. (Repaired)" in said(make_screen("ended"))


def test_each_digit_that_chooses_a_reason_is_shown(make_screen: MakeScreen) -> None:
    assert "Digits: 1 Damaged by its user · 2 Damaged in transit" in said(make_screen("not-covered"))


def test_several_candidates_are_named(make_screen: MakeScreen) -> None:
    assert "(ITM-DOCK-3-0000017, ITM-DOCK-3-0000025)" in said(make_screen("several"))


@pytest.mark.parametrize(
    ("scene", "key", "command"),
    [
        ("pass-fail", "F5", Command.PASS),
        ("pass-fail", "F7", Command.FAIL),
        ("photo", "Ins", Command.PHOTO),
        ("measure", "F1", Command.LATER),
        ("measure", "F4", Command.STEP_BACK),
        ("measure", "Ctrl+Down", Command.STEP_ON),
        ("measure", "F6", Command.HAZARD),
        ("measure", "F9", Command.UNDO),
        ("measure", "F11", Command.BATCH),
        ("no-fault", "F12", Command.SAVE),
        ("no-fault", "F10", Command.LATER),
    ],
)
def test_every_command_has_its_key(
    make_screen: MakeScreen, qtbot: QtBot, scene: str, key: str, command: Command
) -> None:
    window = make_screen(scene)
    with qtbot.waitSignal(window.bench.command_given) as given:
        QTest.keySequence(window, key)
    assert given.args == [command]


def test_a_choice_is_made_by_its_key(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen("choice")
    with qtbot.waitSignal(window.bench.answered) as given:
        QTest.keySequence(window, "Ctrl+3")
    assert given.args == ["cracked"]


def test_a_typed_value_is_given_by_enter(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen("measure")
    value = field(window, "Measured value")
    assert value.hasFocus()
    with qtbot.waitSignal(window.bench.value_written):
        QTest.keyClicks(value, "1")
    with qtbot.waitSignal(window.bench.answered) as given:
        QTest.keyClick(value, Qt.Key.Key_Return)
    assert given.args == ["0.31"]


def test_a_label_is_typed_where_none_can_be_scanned(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen()
    QTest.keySequence(window, "F2")
    typed = field(window, "Item label")
    assert typed.hasFocus()
    QTest.keyClicks(typed, "itm-1")
    with qtbot.waitSignal(window.bench.text_typed) as given:
        QTest.keyClick(typed, Qt.Key.Key_Return)
    assert (given.args, typed.text()) == (["itm-1"], "")


def test_an_outcome_is_chosen_by_key_and_shows_what_follows(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen("all-done")
    QTest.keySequence(window, "F10")
    assert "You see what follows before it is saved." in said(window)
    with qtbot.waitSignal(window.bench.outcome_chosen) as chosen:
        QTest.keySequence(window, "Shift+F2")
    assert chosen.args == [InspectionOutcome.REPAIRED]
    window.bench.show_view(SCENES["repaired"])
    for sentence in (
        "The device goes back to the client.",
        "It goes to Great Lakes Fleet Safety, LLC, 500 W Madison St, Chicago, IL.",
        "SmartWitness pays the freight.",
        "The freight to us is credited to the partner.",
        "The client will read: We repaired your device KP2-24C10057.",
    ):
        assert sentence in said(window)


def test_what_is_typed_of_an_outcome_goes_up_with_what_was_there(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen("repaired")
    parts = field(window, "Parts used")
    with qtbot.waitSignal(window.bench.ending_written) as given:
        QTest.keyClicks(parts, ", P-1")
    assert given.args == [Ending(InspectionOutcome.REPAIRED, repair="Part replaced", parts_used=("P-4711", "P-0815"))]


def test_what_speaks_against_an_outcome_stands_above_what_follows(make_screen: MakeScreen) -> None:
    assert "Write the reason." in said(make_screen("not-covered"))
    assert "Scan the replacement's serial number." in said(make_screen("replaced"))


def test_only_what_makes_sense_is_offered(make_screen: MakeScreen) -> None:
    assert buttons(make_screen("queue")) == {"Undo (F9)"}
    assert "Save outcome (F12)" not in buttons(make_screen("measure"))
    assert "Save outcome (F12)" in buttons(make_screen("no-fault"))
