"""Lines of plain text on a printed page."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from resources import fonts

_SMALLEST = 12  # pixels; below that a line is cut rather than set smaller


def paint_line(painter: QPainter, area: QRect, text: str, size: int, weight: QFont.Weight) -> None:
    """Set one line of plain text, smaller where it would not fit; `size` in the painter's units."""
    font = QFont(fonts.load())
    font.setWeight(weight)
    # Inter's raised hyphen has no letter of its own in a PDF: "RMA-1" would be lost
    font.setFeature(QFont.Tag("calt"), 0)
    font.setPixelSize(size)
    width = QFontMetrics(font).horizontalAdvance(text)
    if width > area.width():
        font.setPixelSize(max(_SMALLEST, size * area.width() // width))
    painter.setFont(font)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(area, flags, text)
