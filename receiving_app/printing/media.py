"""What is printed on: two sizes of label and two of office paper, and where each says that it is a copy."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, QSizeF
from PySide6.QtGui import QPageSize

from receiving_app.printing.documents import Paper
from receiving_app.printing.page import UNITS_PER_INCH


@dataclass(frozen=True, slots=True)
class Media:
    """One kind of paper: `size` in the page's units, and the corner that every layout leaves to the word COPY."""

    page: QPageSize
    copy_mark: QRect

    @property
    def size(self) -> QSize:
        """Its size in the page's units."""
        return self.page.sizePixels(UNITS_PER_INCH)

    def dots(self, dpi: int) -> QSize:
        """Give its size in dots of a printer."""
        return self.page.sizePixels(dpi)


def _inches(width: float, height: float) -> QPageSize:
    return QPageSize(QSizeF(width, height), QPageSize.Unit.Inch)


EDGE = 32  # what label printers may leave unprinted
LABEL = Media(_inches(4, 6), QRect(630, EDGE, 150, 52))
LABEL_WIDTH = 4 * UNITS_PER_INCH - 2 * EDGE
SMALL_LABEL = Media(_inches(2, 1), QRect(306, 160, 92, 34))

SHEET_EDGE = 100  # office printers leave up to half an inch unprinted
_COPY_ON_SHEET = QSize(210, 72)


def sheet(paper: Paper) -> Media:
    """Give the media of an office paper."""
    page = QPageSize(QPageSize.PageSizeId.Letter if paper is Paper.LETTER else QPageSize.PageSizeId.A4)
    left = page.sizePixels(UNITS_PER_INCH).width() - SHEET_EDGE - _COPY_ON_SHEET.width()
    return Media(page, QRect(left, SHEET_EDGE, _COPY_ON_SHEET.width(), _COPY_ON_SHEET.height()))


def width_beside_mark(media: Media, left: int) -> int:
    """Give how wide a line from `left` may be that stands beside the word COPY."""
    return media.copy_mark.left() - 16 - left
