"""The first page of a print, as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Role, set_role


class Preview(QWidget):
    """Shows a picture of a page whole, on white as paper is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, Role.CANVAS)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(200, 200))
        self._page: QImage | None = None

    def show_page(self, page: QImage | None, name: str = "") -> None:
        """Show another page, or none; `name` says what it is to who can't see it."""
        self._page = page
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        page = self._page
        if page is None:
            return
        size = page.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        # Shrunk smoothly first: a painter lets bars vanish between two pixels.
        pixels, smoothly = size * self.devicePixelRatioF(), Qt.TransformationMode.SmoothTransformation
        with QPainter(self) as painter:
            painter.drawImage(place, page.scaled(pixels, Qt.AspectRatioMode.IgnoreAspectRatio, smoothly))
