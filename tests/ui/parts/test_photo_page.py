"""The page that takes photos: its keys, and files that are dropped on it or chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from receiving_app.domain.command import Command
from ui.colors import LIGHT
from ui.parts.photo_page import PhotoPage

Said = list[object]


@pytest.fixture
def page(qtbot: QtBot) -> PhotoPage:
    page = PhotoPage(LIGHT, 0.7)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def said(page: PhotoPage) -> Said:
    said: Said = []
    page.command_given.connect(said.append)
    page.file_given.connect(said.append)
    page.left.connect(lambda: said.append("left"))
    return said


def picture() -> QImage:
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    return image


def dropped(page: PhotoPage, *paths: Path) -> bool:
    """Drag files onto the page, and let go where it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, buttons, keys = QPointF(9, 9), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    page.dragEnterEvent(enter)
    if enter.isAccepted():
        page.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, buttons, keys))
    return enter.isAccepted()


def test_before_the_picture_enter_takes_it(page: PhotoPage, said: Said) -> None:
    page.show_live("Photo of KP2-1")
    QTest.keySequence(page, "Return")
    QTest.keySequence(page, "Ins")
    QTest.keySequence(page, "Esc")
    assert said == [Command.PHOTO, Command.PHOTO, "left"]


def test_after_it_enter_keeps_it_with_its_caption(page: PhotoPage, said: Said) -> None:
    page.show_live("Photo of KP2-1")
    page.show_taken(picture())
    QTest.keyClicks(page._caption, " seal cut ")
    assert page.caption == "seal cut"
    QTest.keyClick(page._caption, Qt.Key.Key_Return)
    assert said == [Command.KEEP_PHOTO]


def test_f9_takes_it_again_and_a_new_picture_has_no_caption_yet(page: PhotoPage, said: Said) -> None:
    page.show_live("Photo of KP2-1")
    page.show_taken(picture())
    QTest.keyClicks(page._caption, "seal cut")
    QTest.keySequence(page, "F9")
    assert said == [Command.RETAKE]
    page.show_live("Photo of KP2-1")
    assert page.caption == ""


def test_a_file_that_is_dropped_is_taken(page: PhotoPage, said: Said, tmp_path: Path) -> None:
    assert dropped(page, tmp_path / "phone.jpg")
    assert said == [tmp_path / "phone.jpg"]


def test_several_files_at_once_are_not_taken(page: PhotoPage, said: Said, tmp_path: Path) -> None:
    assert not dropped(page, tmp_path / "one.jpg", tmp_path / "two.jpg")
    assert said == []


def test_choosing_a_file_stops_nothing(page: PhotoPage, said: Said, tmp_path: Path) -> None:
    (tmp_path / "phone.jpg").write_bytes(b"picture")
    QTest.keySequence(page, "F2")
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert not dialog.isModal()
    dialog.fileSelected.emit(str(tmp_path / "phone.jpg"))
    dialog.close()
    assert said == [tmp_path / "phone.jpg"]


def test_without_a_picture_to_see_the_page_says_how_to_go_on(page: PhotoPage) -> None:
    page.show_live("Photo of the box", "No camera is set up.")
    assert "go on without a photo" in page._hint.text()
    page.show_frame(picture())
    assert "Hold it before the camera." in page._hint.text()
    page.show_problem("The camera was unplugged.")
    assert "go on without a photo" in page._hint.text()
