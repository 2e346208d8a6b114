"""In every look, size, theme and length of words nothing is cut off or covered, and everything has a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from receiving_app.domain.label_reading import Kind
from receiving_app.queries.answers import Backlog, Today
from tests.ui.conftest import MakeWindow
from tests.ui.layout_faults import faults
from tests.ui.prints.scenes import PRINTS
from tests.ui.scenes import NOW, SCENES, cases
from ui.colors import DARK, LIGHT, Theme
from ui.main_window import MainWindow
from ui.parts.camera_view import Mark
from ui.station_screen import Screen

SIZES = [(1366, 768), (1920, 1080)]
OFFLINE = Backlog(online=False, waiting=14, rejected=2, data_as_of=NOW - timedelta(hours=30))
PAGE_KEYS = {"typing": "F2", "why": "F4", "more": "F10", "refusal": "Shift+F3"}


def looks(window: MainWindow) -> Iterator[str]:
    """Bring the window into one look after the other and name it."""
    window.show_backlog(OFFLINE)
    window.dock.show_today(Today(1112, 333, 111, 9))
    for name, outcome in SCENES.items():
        if outcome is not None:
            window.dock.show_outcome(outcome)
        yield name
    for name, key in PAGE_KEYS.items():
        QTest.keySequence(window, key)
        yield name
        if name == "refusal":
            QTest.keySequence(window, "Esc")
        elif name != "more":
            QTest.keySequence(window, key)
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(0)
    window.dock.show_frame(image, (Mark(Kind.RMA, ((9, 9), (90, 9), (90, 60), (9, 60))),))
    yield "camera"
    window.dock.show_camera_problem("The camera can't be opened. Check its cable.")
    yield "no camera"
    window.photo.show_live("Photo of the box LPN-DOCK-1-0000017", "The camera can't be opened. Check its cable.")
    window.show_photo()
    yield "photo without a camera"
    window.photo.show_live("Photo of the box LPN-DOCK-1-0000017")
    window.photo.show_frame(image)
    yield "photo page"
    window.photo.show_note("note.txt is not a picture that can be read: give a PNG or JPEG picture.")
    yield "no picture file"
    window.photo.show_taken(image)
    yield "photo taken"
    window.hide_photo()
    window.show_starting()
    yield "starting"
    window.toggle_review()
    yield "empty review"
    window.review.show_cases(cases())
    yield "review"
    window.review.show_refusal("Somebody has decided this meanwhile.")
    yield "refused decision"
    window.show_screen(Screen.PRINTS)
    window.prints.show_prints(PRINTS)
    window.prints.show_page(image)
    window.show_notice("The label printer is out of labels. Put a roll in; it goes on by itself. 14 prints wait.")
    yield "prints"
    window.show_screen(Screen.DOCK)
    yield "printer in trouble"
    window.show_notice("")
    window.show_problem("The data folder holds a database of a newer version.", "Update the station.")
    yield "problem"


def all_faults(window: MainWindow) -> dict[str, list[str]]:
    found = {}
    for look in looks(window):
        QApplication.processEvents()
        found[look] = faults(window)
    return {look: said for look, said in found.items() if said}


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", SIZES)
def test_every_look_is_whole(make_window: MakeWindow, size: tuple[int, int], colors: Theme) -> None:
    assert all_faults(make_window(*size, colors)) == {}


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", SIZES)
def test_every_look_is_whole_in_a_language_two_fifths_longer(
    make_window: MakeWindow, size: tuple[int, int], colors: Theme
) -> None:
    assert all_faults(make_window(*size, colors)) == {}


def test_the_walk_sees_what_is_wrong(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    narrow, nameless = QLabel("far too long for its place", window), QPushButton(window)
    narrow.setFixedWidth(20)
    row.addWidget(narrow)
    row.addWidget(nameless)
    stray = QLabel("on top", window)
    stray.setGeometry(0, 0, 400, 400)
    with qtbot.waitExposed(window):
        window.show()
    said = " | ".join(faults(window))
    for fault in ("wider than", "not plain text", "no accessible name", "overlaps", "cut off"):
        assert fault in said
