"""What a person sees of a window or a screen, and the sizes and themes in which every look is seen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.layout_faults import faults
from ui.colors import DARK, LIGHT
from ui.main_window import MainWindow
from ui.parts.key_button import KeyButton

in_both_themes = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=lambda theme: theme.name)
at_both_sizes = pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])


def said(widget: QWidget) -> str:
    """Give everything that a person reads there."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.accessibleName() or label.text() for label in labels)


def buttons(widget: QWidget) -> set[str]:
    """Name the buttons with a key that are offered there."""
    return {button.accessibleName() for button in widget.findChildren(KeyButton) if button.isVisible()}


def settled(window: MainWindow) -> list[str]:
    """Give what is still wrong when the layouts have settled: a long list comes in parts, and its lines wrap."""
    found: list[str] = []
    for _ in range(8):
        QApplication.processEvents()
        found = faults(window)
        if not found:
            break
    return found
