"""Two serial numbers under each other, with the characters marked in which they differ."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from receiving_app.domain.serials import differing
from receiving_app.words.readings import shown
from ui.colors import Color, Theme
from ui.theme import Space, Type

#: Longer ones are cut; the journal has them whole.
_LONGEST = 24


class SerialPair(QWidget):
    """Draws what was found above what is listed; a difference is a box around the character, not a colour alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found, self._listed = "", ""
        self._names = ("", "")
        self._differing: frozenset[int] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._fixed.setPixelSize(Type.TITLE)

    def show_pair(self, found: str, listed: str, names: tuple[str, str]) -> None:
        """Show a serial number beside the listed one; `names` say which is which."""
        self._found, self._listed = shown(found, _LONGEST), shown(listed, _LONGEST)
        self._names = names
        self._differing = frozenset(differing(self._found, self._listed)) if listed else frozenset()
        told = [f"{name} {serial}" for name, serial in zip(names, (self._found, self._listed), strict=True) if serial]
        if self._differing:
            told.append(self.tr("They differ in: {}").format(", ".join(str(place + 1) for place in self._differing)))
        self.setAccessibleName(". ".join(told))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        lines = 2 if self._listed else 1
        return QSize(self._left() + _LONGEST * self._step(), lines * self._line())

    def minimumSizeHint(self) -> QSize:
        longest = max(len(self._found), len(self._listed))
        return QSize(self._left() + longest * self._step(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, (name, serial) in enumerate(zip(self._names, (self._found, self._listed), strict=True)):
            if serial:
                self._draw(painter, row * self._line(), name, serial)
        painter.end()

    def _draw(self, painter: QPainter, top: int, name: str, serial: str) -> None:
        painter.setFont(self._caption())
        painter.setPen(QColor(self._theme[Color.MUTED]))
        beside = QRect(QPoint(0, top), QSize(self._left(), self._line()))
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(self._fixed)
        for place, character in enumerate(serial):
            box = QRect(self._left() + place * self._step(), top + 2, self._step(), self._line() - 4)
            if place in self._differing:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._theme[Color.REJECT]))
                painter.drawRoundedRect(box, Space.HALF, Space.HALF)
            ink = Color.ON_REJECT if place in self._differing else Color.TEXT
            painter.setPen(QColor(self._theme[ink]))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, character)

    def _caption(self) -> QFont:
        font = self.font()
        font.setPixelSize(Type.BODY)
        return font

    def _left(self) -> int:
        metrics = QFontMetrics(self._caption())
        return max((metrics.horizontalAdvance(name) for name in self._names), default=0) + Space.M

    def _step(self) -> int:
        return QFontMetrics(self._fixed).horizontalAdvance("0") + Space.HALF

    def _line(self) -> int:
        return QFontMetrics(self._fixed).height() + Space.S
