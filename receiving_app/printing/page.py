"""A page to paint on: laid out in a unit of 1/203 inch, painted on whole dots of whatever printer it is for.

The unit is one dot of the most common label printer. Bars are as wide as whole dots of the real one allow.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from receiving_app.printing.barcode import paint_code128, paint_qr
from receiving_app.printing.text import paint_block, paint_line

UNITS_PER_INCH = 203

NORMAL, MEDIUM, DEMI, BOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold
LEFT, CENTER, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
BLACK, WHITE = QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white)


class Page:
    """One page of `size` units; every area is given in units from its top left."""

    def __init__(self, painter: QPainter, size: QSize, dpi: int) -> None:
        self.size = size
        self._painter = painter
        self._scale = dpi / UNITS_PER_INCH

    def clear(self) -> None:
        """Make the whole page white."""
        self.fill(QRect(0, 0, self.size.width(), self.size.height()), WHITE)

    def line(
        self,
        area: QRect,
        text: str,
        size: int,
        weight: QFont.Weight = NORMAL,
        *,
        align: Qt.AlignmentFlag = LEFT,
        ink: QColor = BLACK,
    ) -> None:
        """Set one line, smaller where it would not fit."""
        self._painter.setPen(ink)
        paint_line(
            self._painter, self._dots(area), text, self._length(size), weight, least=self._length(12), align=align
        )

    def block(self, area: QRect, text: str, size: int, weight: QFont.Weight = NORMAL) -> int:
        """Set a text in as many lines as it needs, smaller where the area would not hold it; give where it ends."""
        self._painter.setPen(BLACK)
        covered = paint_block(self._painter, self._dots(area), text, self._length(size), weight, least=self._length(14))
        return math.ceil(covered.bottom() / self._scale)

    def fill(self, area: QRect, ink: QColor = BLACK) -> None:
        """Fill an area."""
        self._painter.fillRect(self._dots(area), ink)

    def rule(self, left: int, top: int, width: int, thickness: int = 3) -> None:
        """Draw a line from left to right."""
        self.fill(QRect(left, top, width, thickness))

    def frame(self, area: QRect, thickness: int = 3) -> None:
        """Draw a frame within an area."""
        self.rule(area.left(), area.top(), area.width(), thickness)
        self.rule(area.left(), area.bottom() + 1 - thickness, area.width(), thickness)
        self.fill(QRect(area.left(), area.top(), thickness, area.height()))
        self.fill(QRect(area.right() + 1 - thickness, area.top(), thickness, area.height()))

    def stripes(self, area: QRect) -> None:
        """Fill an area with slanting stripes of warning."""
        dots, step = self._dots(area), self._length(80)
        self._painter.save()
        self._painter.setClipRect(dots)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(BLACK)
        height = dots.height()
        for left in range(dots.left() - height, dots.right() + step, step):
            foot, head = QPoint(left, dots.bottom() + 1), QPoint(left + height, dots.top())
            wide = QPoint(step // 2, 0)
            self._painter.drawPolygon([foot, head, head + wide, foot + wide])
        self._painter.restore()

    def warning_sign(self, area: QRect) -> None:
        """Draw the triangle with the exclamation mark."""
        dots = self._dots(area)
        corners = [QPoint(dots.center().x(), dots.top()), dots.bottomRight(), dots.bottomLeft()]
        self._painter.save()
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(BLACK)
        self._painter.drawPolygon(corners)
        self._painter.restore()
        mark = area.adjusted(0, area.height() // 4, 0, 0)
        self.line(mark, "!", area.height() * 3 // 5, BOLD, align=CENTER, ink=WHITE)

    def picture(self, area: QRect, image: QImage) -> None:
        """Show a picture as large as it fits, in the middle of an area."""
        dots = self._dots(area)
        size = image.size().scaled(dots.size(), Qt.AspectRatioMode.KeepAspectRatio)
        within = QRect(QPoint(0, 0), size)
        within.moveCenter(dots.center())
        self._painter.drawImage(within, image)

    def code128(self, area: QRect, text: str, most: int | None = None) -> QRect:
        """Paint the widest Code 128 that fits, no bar wider than `most`; give what it covers with its quiet zones.

        ValueError when the text can't be written so, or not in this width.
        """
        most_dots = None if most is None else self._length(most)
        return self._units(paint_code128(self._painter, text, self._dots(area), most_dots))

    def qr(self, area: QRect, text: str) -> QRect:
        """Paint the largest QR code that fits; give what it covers with its margin. ValueError when none fits."""
        return self._units(paint_qr(self._painter, text, self._dots(area)))

    def _length(self, units: int) -> int:
        return max(1, round(units * self._scale))

    def _dots(self, area: QRect) -> QRect:
        """Round both edges, not the width: neighbours stay neighbours."""
        left, top = round(area.left() * self._scale), round(area.top() * self._scale)
        right = round((area.left() + area.width()) * self._scale)
        bottom = round((area.top() + area.height()) * self._scale)
        return QRect(left, top, right - left, bottom - top)

    def _units(self, dots: QRect) -> QRect:
        scaled = (round(value / self._scale) for value in (dots.left(), dots.top(), dots.width(), dots.height()))
        return QRect(*scaled)
