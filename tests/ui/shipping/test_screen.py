"""The shipping screen: what it shows, and what its keys say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from receiving_app.acts.packing_outcome import Ask
from receiving_app.domain.authorization import Address
from receiving_app.domain.command import Command
from tests.ui.conftest import MakeWindow
from tests.ui.seen import at_both_sizes, buttons, in_both_themes, said, settled
from tests.ui.shipping.scenes import AWAY, DRIVER, ONE, SCENES, SHIPMENT_ID, STAYS, UPS, WAITING
from ui.colors import LIGHT, Theme
from ui.main_window import MainWindow
from ui.station_screen import Screen

MakeScreen = Callable[..., MainWindow]


@pytest.fixture
def make_screen(make_window: MakeWindow) -> MakeScreen:
    """Give a function that opens the window at the shipping screen, in a scene."""

    def make(scene: str = "ready", width: int = 1366, height: int = 768, colors: Theme = LIGHT) -> MainWindow:
        window = make_window(width, height, colors)
        window.show_screen(Screen.SHIPPING)
        window.shipping.show_outcome(*SCENES[scene])
        return window

    return make


@in_both_themes
@at_both_sizes
def test_every_look_is_whole(make_screen: MakeScreen, size: tuple[int, int], colors: Theme) -> None:
    assert _all_faults(make_screen("ready", *size, colors)) == {}


@pytest.mark.usefixtures("pseudo")
@at_both_sizes
def test_every_look_is_whole_in_a_language_two_fifths_longer(make_screen: MakeScreen, size: tuple[int, int]) -> None:
    assert _all_faults(make_screen("ready", *size)) == {}


def _all_faults(window: MainWindow) -> dict[str, list[str]]:
    found = {}
    for name, scene in SCENES.items():
        window.shipping.show_outcome(*scene)
        found[name] = settled(window)
    window.shipping.show_outcome(*SCENES["chosen"])
    for key in ("F10", "F2", "F8", "Ctrl+3", "Esc", "Down"):
        QTest.keySequence(window, key)
        found[key] = settled(window)
    window.shipping.show_drivers_list(DRIVER)
    found["driver"] = settled(window)
    return {look: faulty for look, faulty in found.items() if faulty}


def test_what_may_leave_stands_under_its_address_and_payer_with_reason_and_age(make_screen: MakeScreen) -> None:
    shown = said(make_screen())
    assert "2200 S Ashland Avenue · Green Bay, WI 54304 · The partner pays the freight." in shown
    assert "2200 S Ashland Avenue · Green Bay, WI 54304 · SmartWitness pays the freight." in shown
    assert "Device CP4 Dash Camera · RMA-00001236 · No fault was found. · 2 days" in shown
    assert "Rejected package · RMA-00001236 · A supervisor upheld its rejection. · 6 days" in shown
    assert "May leave: 7 · packed: 2 · must stay: 3" in shown


def test_what_has_to_stay_says_why_and_what_to_do_below_all_that_may_leave(
    make_screen: MakeScreen, qtbot: QtBot
) -> None:
    window = make_screen()
    qtbot.waitUntil(lambda: "It has no RMA: it stays until somebody agrees to take it back." in said(window))
    assert f"{STAYS.serial}\nRMA-00001236 · Say first what became of the client's video." in said(window)


def test_the_box_on_the_table_says_where_it_goes_and_why_that_payer(make_screen: MakeScreen) -> None:
    shown = said(make_screen("packed"))
    assert f"{SHIPMENT_ID} · packed: 2" in shown
    assert "Great Lakes Fleet Safety, LLC\n2200 S Ashland Avenue\nGreen Bay, WI 54304" in shown
    assert "It does not count as defective on receipt. No fault was found." in shown
    assert "The ticket says where it goes." in shown


def test_what_left_tells_the_carrier_and_what_it_settles(make_screen: MakeScreen) -> None:
    shown = said(make_screen("left"))
    assert f"UPS has it: {UPS}." in shown
    assert f"RMA-00001236 is settled: the partner is told, with {UPS}." in shown
    assert "2 devices of RMA-00007744 are still open." in shown


@pytest.mark.parametrize(
    ("scene", "key", "command"),
    [
        ("chosen", "F1", Command.NEXT),
        ("chosen", "F4", Command.TAKE_OUT),
        ("chosen", "F5", Command.PACK),
        ("chosen", "F6", Command.CHECKED),
        ("chosen", "F9", Command.UNDO),
        ("chosen", "Shift+F4", Command.TAKE_ALL_OUT),
        ("chosen", "Shift+F5", Command.BY_GROUND),
        ("ready", "F11", Command.DRIVERS_LIST),
        ("elsewhere", "F12", Command.CONFIRM),
        ("by-ground", "F12", Command.BY_GROUND),
    ],
)
def test_each_key_says_its_command(
    make_screen: MakeScreen, qtbot: QtBot, scene: str, key: str, command: Command
) -> None:
    window = make_screen(scene)
    with qtbot.waitSignal(window.shipping.command_given) as given:
        QTest.keySequence(window, key)
    assert given.args == [command]


@pytest.mark.parametrize(
    ("scene", "offered"),
    [
        ("ready", set()),
        ("chosen", {"Take it out (F4)", "Pack it (F5)"}),
        ("packed", {"Take it out (F4)"}),
        ("elsewhere", {"Take it out (F4)", "It is right (F12)"}),
        ("by-ground", {"Take it out (F4)", "Goes by ground (F12)"}),
    ],
)
def test_only_what_can_be_done_now_is_offered(make_screen: MakeScreen, scene: str, offered: set[str]) -> None:
    always = {"Next box (F1)", "Type number (F2)", "Undo (F9)", "More (F10)"}
    assert buttons(make_screen(scene)) == offered | always


def test_arrows_mark_a_row_and_a_key_takes_it(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen()
    assert "Take this (F7)" not in buttons(window)
    QTest.keyClick(window.shipping, Qt.Key.Key_Down)
    assert "Take this (F7)" in buttons(window)
    with qtbot.waitSignal(window.shipping.thing_pressed) as pressed:
        QTest.keySequence(window, "F7")
    assert pressed.args == [ONE.thing]
    window.shipping.show_outcome(*SCENES["chosen"])
    assert "Take this (F7)" in buttons(window)


def test_the_arrows_reach_the_packed_boxes_and_what_stays(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen()
    for _ in range(9):
        QTest.keyClick(window.shipping, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.shipping.shipment_pressed) as opened:
        QTest.keySequence(window, "F7")
    assert opened.args == [WAITING.id]
    QTest.keyClick(window.shipping, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.shipping.thing_pressed) as pressed:
        QTest.keySequence(window, "F7")
    assert pressed.args == [STAYS.thing]


def test_a_row_is_taken_by_a_finger(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen()
    row = window.shipping._list._widgets[1]
    with qtbot.waitSignal(window.shipping.thing_pressed) as pressed:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert pressed.args == [ONE.thing]


def test_a_question_is_answered_by_key_or_by_its_number(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen("which-carrier")
    with qtbot.waitSignal(window.shipping.answered) as by_key:
        QTest.keySequence(window, "Ctrl+3")
    assert by_key.args == [Ask.CARRIER, "FedEx"]
    assert not window.shipping.choose_answer(1)
    window.shipping.show_outcome(*SCENES["which-carrier"])
    assert not window.shipping.choose_answer(9)
    with qtbot.waitSignal(window.shipping.answered) as by_number:
        assert window.shipping.choose_answer(5)
    assert by_number.args == [Ask.CARRIER, "DHL"]


@pytest.mark.parametrize(
    ("scene", "key", "asked"),
    [
        ("which-carrier", "Ctrl+7", Ask.CARRIER),
        ("which-reason", "Ctrl+4", Ask.REASON),
        ("who-checked", "Ctrl+4", Ask.CHECKER),
    ],
)
def test_another_answer_is_typed(make_screen: MakeScreen, qtbot: QtBot, scene: str, key: str, asked: Ask) -> None:
    window = make_screen(scene)
    QTest.keySequence(window, key)
    field = window.shipping._field._field
    field.setText(" Bike Bob ")
    with qtbot.waitSignal(window.shipping.answered) as answered:
        QTest.keySequence(field, "Return")
    assert answered.args == [asked, "Bike Bob"]


def test_an_address_is_one_of_the_partners_or_typed(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen("no-address")
    with qtbot.waitSignal(window.shipping.answered) as chosen:
        QTest.keySequence(window, "Ctrl+2")
    assert chosen.args == [Ask.ADDRESS, AWAY]
    QTest.keySequence(window, "F8")
    QTest.keySequence(window, "Ctrl+3")
    page = window.shipping._address
    assert "Where does it go?" in said(window)
    page._fields["name"].setText("Fleet")
    with qtbot.waitSignal(window.shipping.answered) as typed:
        page._finish()
    assert typed.args == [Ask.ADDRESS, Address("Fleet")]


def test_a_typed_number_is_a_reading_like_any_other(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen()
    QTest.keySequence(window, "F2")
    field = window.shipping._field._field
    field.setText(UPS)
    with qtbot.waitSignal(window.shipping.number_typed) as typed:
        QTest.keySequence(field, "Return")
    assert typed.args == [UPS]


def test_the_drivers_list_shows_the_day_by_carrier_and_escape_leads_back(make_screen: MakeScreen) -> None:
    window = make_screen()
    window.shipping.show_drivers_list(DRIVER)
    shown = said(window)
    assert "UPS\n4 pieces" in shown
    assert f"{UPS}\nGreat Lakes Fleet Safety, LLC, Green Bay, WI · {SHIPMENT_ID}" in shown
    QTest.keySequence(window, "Esc")
    assert window.shipping._list.isVisible()
    window.shipping.show_drivers_list(())
    assert "Nothing has left today." in said(window)
