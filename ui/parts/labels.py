"""Labels that show data: always plain text, and named for screen readers by what they show."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.colors import Color, Theme
from ui.parts.icon import pixmap
from ui.theme import Role, set_role

#: A line of text with its padding at 1920 by 1080; not less than twice the radius that the style sheet gives.
_PILL_HEIGHT = 40
#: Reading and drawing an SVG takes a quarter of a millisecond, and a scan shows a dozen icons.
_drawn = lru_cache(maxsize=256)(pixmap)


def plain_label(role: Role, text: str = "", *, wraps: bool = False, parent: QWidget | None = None) -> QLabel:
    """Make a label that never reads its text as markup."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    set_role(label, role)
    return label


def pill(parent: QWidget) -> QLabel:
    """Make a badge that keeps its height and its round ends in a bar of any height."""
    label = plain_label(Role.PILL, parent=parent)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setFixedHeight(_PILL_HEIGHT)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
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
        if text != self._whole:
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
        self._full_size = size
        self._name = name
        self._color = color
        self._size = size
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._draw()

    def show_icon(self, name: str, color: Color) -> None:
        """Show another icon."""
        if (name, color) != (self._name, self._color):
            self._name, self._color = name, color
            self._draw()

    def set_size(self, size: int) -> None:
        """Draw it `size` pixels square."""
        if size != self._size:
            self._size = size
            self._draw()

    def set_scale(self, scale: float) -> None:
        """Draw it for a window `scale` times as large as the one its size was given for."""
        self.set_size(round(self._full_size * scale))

    def set_theme(self, theme: Theme) -> None:
        """Draw it in another theme's colour."""
        self._theme = theme
        self._draw()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _draw(self) -> None:
        self.setPixmap(_drawn(self._name, self._theme[self._color], self._size, self.devicePixelRatioF()))
        self.updateGeometry()
