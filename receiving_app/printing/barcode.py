"""Bar codes as rectangles on whole printer dots: a scaled picture of a bar code loses its edges.

A painter's unit is one dot here; whoever prints or previews scales the painter, never the code.
"""

from __future__ import annotations

from itertools import groupby

import segno
from barcode import Code128
from barcode.errors import BarcodeError
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

LEAST_DOTS = 2  # a bar of one dot at 203 dpi is 5 mil: many scanners and every camera miss it
CODE128_QUIET = 10  # modules left and right, ISO/IEC 15417
QR_QUIET = 4  # modules on every side, ISO/IEC 18004


def paint_code128(painter: QPainter, text: str, area: QRect, most_dots: int | None = None) -> QRect:
    """Paint the widest Code 128 that fits the area, from its left edge; return what it covers with its quiet zones.

    `most_dots` is the widest that a single bar may be.

    ValueError when the text holds what Code 128 has no sign for, or is too long for the area.
    """
    try:
        modules: str = Code128(text).build()[0]
    except BarcodeError as error:
        raise ValueError(f"{text!r} cannot be written as Code 128: use plain letters, digits and signs.") from error
    dots = _dots(text, area.width(), len(modules) + 2 * CODE128_QUIET)
    dots = min(dots, most_dots or dots)
    bars = QRect(area.left() + CODE128_QUIET * dots, area.top(), dots, area.height())
    _paint_row(painter, modules, bars)
    return QRect(area.left(), area.top(), (len(modules) + 2 * CODE128_QUIET) * dots, area.height())


def paint_qr(painter: QPainter, text: str, area: QRect) -> QRect:
    """Paint the largest QR code (never Micro QR) that fits the area's top left; return what it covers with its margin.

    ValueError when the text is too long for the area.
    """
    rows = ["".join("1" if dark else "0" for dark in row) for row in segno.make_qr(text, error="m").matrix]
    modules = len(rows) + 2 * QR_QUIET
    dots = _dots(text, min(area.width(), area.height()), modules)
    left, top = area.left() + QR_QUIET * dots, area.top() + QR_QUIET * dots
    for index, row in enumerate(rows):
        _paint_row(painter, row, QRect(left, top + index * dots, dots, dots))
    return QRect(area.left(), area.top(), modules * dots, modules * dots)


def _dots(text: str, room: int, modules: int) -> int:
    dots = room // modules
    if dots < LEAST_DOTS:
        raise ValueError(f"{text!r} is too long for a bar code of {room} printer dots.")
    return dots


def _paint_row(painter: QPainter, modules: str, first: QRect) -> None:
    """One rectangle a run of dark modules: two that only touch show a hair line in some PDF viewers."""
    left = first.left()
    for module, run in groupby(modules):
        width = len(list(run)) * first.width()
        if module == "1":
            painter.fillRect(QRect(left, first.top(), width, first.height()), Qt.GlobalColor.black)
        left += width
