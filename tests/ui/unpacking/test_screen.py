"""The screen over an opened box: what it shows, and what its keys say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from receiving_app.domain.authorization import Address
from receiving_app.domain.command import Command
from tests.ui.conftest import MakeWindow
from tests.ui.layout_faults import faults
from tests.ui.seen import at_both_sizes, buttons, in_both_themes, said, settled
from tests.ui.unpacking.scenes import ADDRESS, SCENES
from ui.colors import LIGHT, Theme
from ui.main_window import MainWindow
from ui.parts.photo_view import Pictures
from ui.station_screen import Screen
from ui.unpacking.text_page import Asked

MakeScreen = Callable[..., MainWindow]


@pytest.fixture
def make_screen(make_window: MakeWindow) -> MakeScreen:
    """Give a function that opens the window at the unpacking screen, in a scene."""

    def make(scene: str = "found", width: int = 1366, height: int = 768, colors: Theme = LIGHT) -> MainWindow:
        window = make_window(width, height, colors)
        window.show_screen(Screen.UNPACKING)
        window.unpacking.show_outcome(*SCENES[scene])
        return window

    return make


@in_both_themes
@at_both_sizes
def test_every_look_is_whole(make_screen: MakeScreen, size: tuple[int, int], colors: Theme) -> None:
    assert _all_faults(make_screen("found", *size, colors)) == {}


@pytest.mark.usefixtures("pseudo")
@at_both_sizes
def test_every_look_is_whole_in_a_language_two_fifths_longer(make_screen: MakeScreen, size: tuple[int, int]) -> None:
    assert _all_faults(make_screen("found", *size)) == {}


def _all_faults(window: MainWindow) -> dict[str, list[str]]:
    found = {}
    for name, scene in SCENES.items():
        window.unpacking.show_outcome(*scene)
        found[name] = settled(window)
    window.unpacking.show_outcome(*SCENES["found"])
    for key in ("F10", "F2", "F4", "F8", "Shift+F5", "Shift+F6", "Shift+F9", "F12"):
        QTest.keySequence(window, key)
        found[key] = settled(window)
    return {look: faulty for look, faulty in found.items() if faulty}


def test_a_found_device_is_told_and_its_parts_are_asked_for(make_screen: MakeScreen) -> None:
    window = make_screen()
    assert "Found\nCP4-0091-7721 is on the RMA.\nTick its parts." in said(window)
    assert "5 in this box, 9 on the RMA" in said(window)
    assert "look for its parts" in said(window)
    assert {"SD card (Ctrl+1)", "Power cable (Ctrl+2)", "Bracket (optional) (Ctrl+3)"} <= buttons(window)


def test_what_is_awaited_elsewhere_or_wrong_stands_in_the_list(make_screen: MakeScreen) -> None:
    shown = said(make_screen())
    assert "CP4 Dash Camera · RMA-00001236 · until Fri 20 Nov" in shown
    assert "not on this RMA" in shown
    assert "CP4 Dash Camera · was opened" in shown
    assert "3 of SVC1080-LCA" in shown


@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("F1", Command.NEXT),
        ("F5", Command.ALL_PARTS),
        ("F6", Command.HAZARD),
        ("F7", Command.UNREADABLE),
        ("F9", Command.UNDO),
        ("Shift+F7", Command.ITEM_TAMPERED),
        ("Shift+F8", Command.ITEM_DAMAGED),
    ],
)
def test_each_key_says_its_command(make_screen: MakeScreen, qtbot: QtBot, key: str, command: Command) -> None:
    window = make_screen()
    with qtbot.waitSignal(window.unpacking.command_given) as given:
        QTest.keySequence(window, key)
    assert given.args == [command]


@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("F5", Command.CARTON_WHOLE),
        ("F7", Command.CARTON_DAMAGED),
        ("F8", Command.CARTON_TAMPERED),
        ("F11", Command.CARTON_EMPTY),
        ("F6", Command.HAZARD),
    ],
)
def test_before_the_box_is_opened_the_keys_are_the_cartons(
    make_screen: MakeScreen, qtbot: QtBot, key: str, command: Command
) -> None:
    window = make_screen("ask-condition")
    assert "Box done (F12)" not in buttons(window)
    with qtbot.waitSignal(window.unpacking.command_given) as given:
        QTest.keySequence(window, key)
    assert given.args == [command]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("Shift+F5", "Ctrl+6"), Command.NO_CARD),
        (("Shift+F5", "Ctrl+7"), Command.CARD_RETURNED),
        (("Shift+F5", "Ctrl+9"), Command.CARD_WAITS),
        (("Shift+F6", "Ctrl+5"), Command.MEMORY_VIDEO),
        (("Shift+F6", "Ctrl+6"), Command.NO_MEMORY),
    ],
)
def test_the_clients_video_is_told_by_keys(
    make_screen: MakeScreen, qtbot: QtBot, keys: tuple[str, str], said: Command
) -> None:
    window = make_screen()
    with qtbot.waitSignal(window.unpacking.command_given) as given:
        for key in keys:
            QTest.keySequence(window, key)
    assert given.args == [said]


@pytest.mark.parametrize(
    ("keys", "asked"),
    [
        (("Shift+F5", "Ctrl+5"), Asked.BAG),
        (("Shift+F5", "Ctrl+8"), Asked.CARD_CONSENT),
        (("Shift+F6", "Ctrl+8"), Asked.MEMORY_CONSENT),
    ],
)
def test_a_bag_and_who_agreed_are_asked_for(
    make_screen: MakeScreen, qtbot: QtBot, keys: tuple[str, str], asked: Asked
) -> None:
    window = make_screen()
    for key in keys:
        QTest.keySequence(window, key)
    field = window.unpacking._text._field
    field.setText("J. Doe")
    with qtbot.waitSignal(window.unpacking.text_given) as given:
        QTest.keySequence(field, "Return")
    assert given.args == [asked, "J. Doe"]


def test_the_label_of_another_boxs_device_opens_its_video(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen("label-elsewhere")
    assert "in bag BAG-0815, client has to answer" in said(window)
    with qtbot.waitSignal(window.unpacking.command_given) as given:
        QTest.keySequence(window, "Ctrl+7")
    assert given.args == [Command.CARD_RETURNED]


@pytest.mark.parametrize("key", ["F2", "F5", "F12", "F10", "Shift+F6"])
def test_without_a_box_there_is_nothing_to_note(make_screen: MakeScreen, qtbot: QtBot, key: str) -> None:
    window = make_screen("no-box")
    with qtbot.assertNotEmitted(window.unpacking.command_given):
        QTest.keySequence(window, key)
    assert not window.unpacking._text.isVisible()


def test_a_part_is_ticked_by_its_key_and_taken_back_by_it(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen()
    with qtbot.waitSignal(window.unpacking.part_counted) as there:
        QTest.keySequence(window, "Ctrl+2")
    assert there.args == ["Power cable", 1]
    window.unpacking.show_outcome(*SCENES["parts-complete"])
    with qtbot.waitSignal(window.unpacking.part_counted) as missing:
        QTest.keySequence(window, "Ctrl+2")
    assert missing.args == ["Power cable", 0]


@pytest.mark.parametrize(
    ("key", "asked"),
    [("F2", Asked.SERIAL), ("F4", Asked.EXTRA), ("F8", Asked.MODEL), ("F12", Asked.PLACE)],
)
def test_what_is_typed_is_given_with_what_it_was_asked_for(
    make_screen: MakeScreen, qtbot: QtBot, key: str, asked: Asked
) -> None:
    window = make_screen()
    QTest.keySequence(window, key)
    field = window.unpacking._text._field
    field.setText(" B-12 ")
    with qtbot.waitSignal(window.unpacking.text_given) as given:
        QTest.keySequence(field, "Return")
    assert given.args == [asked, "B-12"]
    assert window.unpacking._list.isVisible()


def test_an_empty_field_is_asked_again_and_escape_leads_back(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen()
    QTest.keySequence(window, "F4")
    field = window.unpacking._text._field
    with qtbot.assertNotEmitted(window.unpacking.text_given):
        QTest.keySequence(field, "Return")
    assert "Nothing is typed yet." in said(window)
    QTest.keySequence(window, "Esc")
    assert window.unpacking._list.isVisible()


def test_of_several_models_one_is_chosen(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen("ask-model")
    with qtbot.waitSignal(window.unpacking.model_chosen) as chosen:
        QTest.keySequence(window, "Ctrl+2")
    assert chosen.args == ["SVC1080-LCA"]
    window.unpacking.show_outcome(*SCENES["ask-model"])
    assert "Which model is it?" in said(window)


def test_a_partners_address_fills_the_fields_and_is_given_as_chosen(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen()
    QTest.keySequence(window, "Shift+F9")
    page = window.unpacking._address
    assert page._choice.isVisible()
    page._choose(1)
    with qtbot.waitSignal(window.unpacking.address_given) as given:
        QTest.keySequence(page._fields["postal_code"], "Return")
    assert given.args == [ADDRESS, "chosen"]


def test_the_label_is_seen_beside_the_address_that_is_copied_from_it(make_screen: MakeScreen) -> None:
    window = make_screen()
    outcome, box, item = SCENES["found"]
    assert box is not None
    asked: list[str] = []

    def fetch(photo: str, _room: QSize, pictures: Pictures) -> None:
        asked.append(photo)
        picture = QImage(640, 360, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        pictures.show_picture(photo, picture, "")

    window.unpacking.attach(fetch)
    labelled = replace(box, package=replace(box.package, photos=("first", "last")))
    window.unpacking.show_outcome(outcome, labelled, item)
    assert asked == []
    QTest.keySequence(window, "Shift+F9")
    QApplication.processEvents()
    assert (asked, window.unpacking._label.isVisible(), window.unpacking._panel.isVisible()) == (["last"], True, False)
    assert faults(window) == []
    QTest.keySequence(window, "Esc")
    assert (window.unpacking._label.isVisible(), window.unpacking._panel.isVisible()) == (False, True)


def test_a_typed_address_is_given_as_typed(make_screen: MakeScreen, qtbot: QtBot) -> None:
    window = make_screen("begun")
    QTest.keySequence(window, "Shift+F9")
    page = window.unpacking._address
    page._fields["name"].setText(" Fleet ")
    with qtbot.waitSignal(window.unpacking.address_given) as given:
        page._finish()
    assert given.args == [Address("Fleet"), "typed"]


def test_the_way_back_is_the_docks_key(make_screen: MakeScreen) -> None:
    window = make_screen()
    assert window.shown is Screen.UNPACKING
    QTest.keySequence(window, "F3")
    assert window.dock.isVisible()
