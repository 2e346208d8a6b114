"""Labels that show data: always plain text, and named for screen readers by what they show."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.colors import Color, Theme
from ui.parts.icon import pixmap
from ui.theme import Role, set_role


def plain_label(role: Role, text: str = "", *, wraps: bool = False, parent: QWidget | None = None) -> QLabel:
    """Make a label that never reads its text as markup."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    set_role(label, role)
    return label


class ElidedLabel(QLabel):
    """One line that is cut with an ellipsis where there is no room; the whole text is its accessible name."""

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_role(self, role)

    def show_text(self, text: str) -> None:
        """Show a text, cut to the room there is."""
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._cut()

    def _cut(self) -> None:
        room = self.contentsRect().width()
        self.setText(QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, room))


class IconLabel(QLabel):
    """One icon in a colour by role; it says nothing to a screen reader, because text stands beside it."""

    def __init__(self, name: str, color: Color, size: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._color = color
        self._size = size
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._draw()

    def show_icon(self, name: str, color: Color) -> None:
        """Show another icon."""
        self._name, self._color = name, color
        self._draw()

    def set_size(self, size: int) -> None:
        """Draw it `size` pixels square."""
        self._size = size
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Draw it in another theme's colour."""
        self._theme = theme
        self._draw()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _draw(self) -> None:
        self.setPixmap(pixmap(self._name, self._theme[self._color], self._size, self.devicePixelRatioF()))
        self.updateGeometry()
