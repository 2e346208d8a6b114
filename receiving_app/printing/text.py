"""Text on a printed page: set smaller until it fits, and cut with an ellipsis where it never would."""

from __future__ import annotations

import math
from bisect import bisect_left

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QTextLayout, QTextOption

from resources import fonts

_LINE_HEIGHT = 1.22  # of the font's size, as Inter has it
_ELLIPSIS = "…"


def paint_line(
    painter: QPainter,
    area: QRect,
    text: str,
    size: int,
    weight: QFont.Weight,
    *,
    least: int = 12,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> QRectF:
    """Set one line of text in the painter's pen, centred between top and bottom; give what it covers.

    `size` and `least` are in the painter's units.
    """
    text = " ".join(text.split())
    size = max(1, min(size, int(area.height() / _LINE_HEIGHT)))
    width = QFontMetrics(_font(size, weight)).horizontalAdvance(text)
    if width > area.width():
        size = max(min(least, size), size * area.width() // width)
    font = _font(size, weight)
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.setFont(font)
    painter.drawText(area, flags | Qt.TextFlag.TextDontClip, text)
    return metrics.boundingRect(QRectF(area), flags, text)


def paint_block(
    painter: QPainter, area: QRect, text: str, size: int, weight: QFont.Weight, *, least: int = 14
) -> QRectF:
    """Set text in lines from the area's top, broken between words where it can be; give what it covers."""
    while _overflows(area, text, _font(size, weight)) and size > least:
        size = max(least, size * 9 // 10)
    font = _font(size, weight)
    lines = _laid_out(_cut(area, text, font), font, area.width())
    lines.draw(painter, QPointF(area.topLeft()))
    return lines.boundingRect().translated(QPointF(area.topLeft()))


def height_of(text: str, size: int, weight: QFont.Weight, width: int) -> int:
    """Give how much room a text needs in lines of this width, in units of its size."""
    return math.ceil(_laid_out(text, _font(size, weight), width).boundingRect().height())


def _laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout("\u2028".join(text.splitlines()), font)
    layout.setTextOption(_broken_anywhere())
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _broken_anywhere() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _overflows(area: QRect, text: str, font: QFont) -> bool:
    return _laid_out(text, font, area.width()).boundingRect().height() > area.height()


def _cut(area: QRect, text: str, font: QFont) -> str:
    """Give as much of the text as the area holds, with an ellipsis for the rest."""
    if not _overflows(area, text, font):
        return text
    beyond = bisect_left(range(len(text)), True, key=lambda kept: _overflows(area, text[:kept] + _ELLIPSIS, font))
    return text[: max(0, beyond - 1)] + _ELLIPSIS


def _font(size: int, weight: QFont.Weight) -> QFont:
    font = QFont(fonts.load())
    font.setWeight(weight)
    # Inter's raised hyphen has no letter of its own in a PDF: "RMA-1" would be lost
    font.setFeature(QFont.Tag("calt"), 0)
    font.setPixelSize(size)
    return font
