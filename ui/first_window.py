"""What is seen while the station is put together: one sentence, painted before anything else is imported."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.colors import DARK, LIGHT, Color

_SENTENCE_PIXELS = 48


class FirstWindow(QWidget):
    """Fills the screen in the main window's colours and says that scans are kept."""

    painted = Signal()

    def __init__(self, *, dark: bool) -> None:
        super().__init__()
        self._theme = DARK if dark else LIGHT
        self._sentence = QCoreApplication.translate("MainWindow", "Starting: scans are kept.")
        self.setAccessibleName(self._sentence)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme[Color.CANVAS]))
        painter.setPen(QColor(self._theme[Color.TEXT]))
        font = QFont(self.font())
        font.setPixelSize(_SENTENCE_PIXELS)
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._sentence)
        painter.end()
        self.painted.emit()
