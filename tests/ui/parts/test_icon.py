"""An icon has the colour it is asked for and is sharp on every screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

import resources
from ui.parts.icon import icon, pixmap

NAMES = sorted(file.stem for file in resources.path("icons").glob("*.svg"))


def inks(image: QImage) -> set[str]:
    """The colours of all opaque pixels."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_in_the_given_colour_alone(qtbot: QtBot, name: str) -> None:
    assert inks(pixmap(name, "#ff0000", 48).toImage()) == {"#ff0000"}


def test_an_icon_has_a_pixel_for_every_pixel_of_the_screen(qtbot: QtBot) -> None:
    sharp = pixmap("scan", "#000000", 24, ratio=1.5)

    assert sharp.size() == QSize(36, 36)
    assert sharp.deviceIndependentSize().toSize() == QSize(24, 24)
    assert icon("scan", "#000000", 24).pixmap(QSize(24, 24), 2.0).size() == QSize(48, 48)


def test_verdict_shapes_differ_without_their_colour(qtbot: QtBot) -> None:
    shapes = [pixmap(name, "#000000", 64).toImage() for name in ("circle-check", "octagon-x", "pause")]

    assert all(one != other for at, one in enumerate(shapes) for other in shapes[at + 1 :])


def test_an_unknown_icon_is_an_error_not_a_gap(qtbot: QtBot) -> None:
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon", "#000000", 24)
