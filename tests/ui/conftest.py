"""Windows as people get them: in the theme, at a size, active, with the scenes' clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pseudo import Pseudo
from tests.ui.scenes import NOW
from ui import theme
from ui.colors import LIGHT, Theme
from ui.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def make_window(qtbot: QtBot, qapp: QApplication) -> MakeWindow:
    """Give a function that opens the window at a size and in a theme, active and ready."""

    def make(width: int = 1366, height: int = 768, colors: Theme = LIGHT) -> MainWindow:
        if qapp.styleSheet() != theme.stylesheet(colors):
            theme.apply(qapp, colors)
        window = MainWindow("Dock 3", colors, lambda: NOW)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.show_ready()
        window.show_operator("Rosa M.")
        return window

    return make


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[Pseudo]:
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)
