"""The row of small photos: what it asks for, and what it says where a photo is lacking."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from receiving_app.domain.item_events import PhotoTaken
from tests.ui.scenes import NOW
from ui.colors import LIGHT
from ui.parts.photo_strip import MOST_SHOWN, THUMBNAIL, PhotoStrip


def photos(count: int) -> tuple[PhotoTaken, ...]:
    return tuple(PhotoTaken(f"{number:064x}", NOW) for number in range(count))


def picture() -> QImage:
    image = QImage(96, 54, QImage.Format.Format_RGB32)
    image.fill(0)
    return image


def said(strip: PhotoStrip) -> str:
    return "\n".join(label.text() for label in strip.findChildren(QLabel))


@pytest.fixture
def strip(qtbot: QtBot) -> PhotoStrip:
    strip = PhotoStrip(LIGHT)
    qtbot.addWidget(strip)
    return strip


def test_nothing_is_shown_where_no_photo_is_due(strip: PhotoStrip) -> None:
    strip.show_photos((), lacks=False)
    assert strip.isHidden()


def test_what_lacks_a_photo_says_so_and_names_the_key(strip: PhotoStrip) -> None:
    strip.show_photos((), lacks=True)
    assert not strip.isHidden()
    assert "No photo yet. Ins takes one." in said(strip)


def test_the_newest_photos_are_asked_for_once_and_counted(strip: PhotoStrip) -> None:
    asked: list[tuple[str, QSize]] = []
    strip.wanted.connect(lambda photo, room: asked.append((photo, room)))
    strip.show_photos(photos(MOST_SHOWN + 2), lacks=False)
    strip.show_photos(photos(MOST_SHOWN + 2), lacks=False)
    assert asked == [(photo.photo, THUMBNAIL) for photo in photos(MOST_SHOWN + 2)[2:]]
    assert f"Photos: {MOST_SHOWN + 2}" in said(strip)


def test_a_photo_whose_file_is_gone_is_a_sentence_and_the_others_are_seen(strip: PhotoStrip) -> None:
    gone, here = photos(2)
    strip.show_photos((gone, here), lacks=False)
    strip.show_picture(here.photo, picture(), "")
    strip.show_picture(gone.photo, None, "Its file is gone.")
    assert "Its file is gone." in said(strip)
    assert [label.pixmap().isNull() for label in strip._thumbnails[:2]] == [True, False]


def test_an_answer_that_comes_late_is_shown_at_no_other_device(strip: PhotoStrip) -> None:
    first, second = photos(2)
    strip.show_photos((first,), lacks=False)
    strip.show_photos((second,), lacks=False)
    strip.show_picture(first.photo, picture(), "")
    strip.show_picture(first.photo, None, "Its file is gone.")
    assert strip._thumbnails[0].pixmap().isNull()
    assert "Its file is gone." not in said(strip)
