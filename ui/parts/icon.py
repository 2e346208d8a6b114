"""The one icon set, coloured by role and crisp on every screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

RATIOS = (1.0, 1.5, 2.0, 3.0)  # device pixel ratios that screens have; between them Qt takes the next larger


def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon's drawing in "#rrggbb", `size` logical pixels square; a label gives its `devicePixelRatioF()`.

    FileNotFoundError when there is no icon of that name in `resources/icons`.
    """
    drawing = resources.path("icons", f"{name}.svg").read_bytes().replace(b"currentColor", color.encode())
    image = QPixmap(QSize(size, size) * ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, color: str, size: int) -> QIcon:
    """The drawing for a button or a table: `icon("scan", theme[Color.TEXT], 24)`."""
    made = QIcon()
    for ratio in RATIOS:
        drawing = pixmap(name, color, size, ratio)
        made.addPixmap(drawing)
        made.addPixmap(drawing, QIcon.Mode.Selected)  # else the style tints it in a selected row
    return made
