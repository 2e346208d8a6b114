"""Rows one under the other that scroll without a frame; the card behind them shows through."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class RowArea(QScrollArea):
    """Holds rows as children of `holder`; takes no focus, since scanners and keys go to the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.holder = QWidget(self)
        self._column = QVBoxLayout(self.holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.holder)
        for painted in (self.holder, self.viewport()):
            painted.setAutoFillBackground(False)

    def insert(self, place: int, row: QWidget) -> None:
        """Put a row before the one at a place, or behind the last."""
        self._column.insertWidget(place, row)

    def bring_into_view(self, row: QWidget) -> None:
        """Scroll to a row, though it was shown only now."""
        self._column.activate()
        self.ensureWidgetVisible(row)
