"""What the camera sees, with the codes it found outlined and named; or why there is no picture."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from receiving_app.domain.label_reading import Kind
from receiving_app.domain.reading import Point
from receiving_app.words.readings import kind_word
from ui.colors import Color, Theme
from ui.parts.labels import plain_label
from ui.theme import Role, set_role


@dataclass(frozen=True, slots=True)
class Mark:
    """A code found in the picture: what kind it is and its four corners in picture pixels."""

    kind: Kind
    corners: tuple[Point, Point, Point, Point]


class CameraView(QWidget):
    """A live picture, or one sentence in its place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CAMERA)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._theme = theme
        self._image: QImage | None = None
        self._marks: tuple[Mark, ...] = ()
        self._problem = ""
        self._sentence = plain_label(Role.LEAD, wraps=True, parent=self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(self._sentence)
        self._retranslate()

    @property
    def problem(self) -> str:
        """Why there is no picture; empty while there is one."""
        return self._problem

    def show_frame(self, image: QImage, marks: tuple[Mark, ...] = ()) -> None:
        """Show a picture with its codes outlined."""
        self._image, self._marks, self._problem = image, marks, ""
        self._retranslate()
        self.update()

    def show_problem(self, sentence: str) -> None:
        """Say why there is no picture."""
        self._image, self._marks, self._problem = None, (), sentence
        self._retranslate()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint the outlines in another theme's colours."""
        self._theme = theme
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._image is None or self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        target = self._target(self._image.size())
        painter.drawImage(target, self._image)
        factor = target.width() / self._image.width()
        for mark in self._marks:
            corners = [target.topLeft() + QPointF(x, y) * factor for x, y in mark.corners]
            self._outline(painter, mark.kind, QPolygonF(corners), target)

    def _target(self, size: QSize) -> QRectF:
        fitted = QRectF(QPointF(), size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio).toSizeF())
        fitted.moveCenter(QRectF(self.rect()).center())
        return fitted

    def _outline(self, painter: QPainter, kind: Kind, shape: QPolygonF, room: QRectF) -> None:
        fill, ink = QColor(self._theme[Color.HOLD]), QColor(self._theme[Color.ON_HOLD])
        for color, width in ((ink, 6), (fill, 3)):
            painter.setPen(QPen(color, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(shape)
        name = kind_word(kind)
        tag = QRectF(
            0, 0, QFontMetricsF(painter.font()).horizontalAdvance(name) + 12, painter.fontMetrics().height() + 4
        )
        tag.moveBottomLeft(shape.boundingRect().topLeft())
        tag.moveTop(max(tag.top(), room.top()))
        painter.fillRect(tag, fill)
        painter.setPen(ink)
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, name)

    def _retranslate(self) -> None:
        sentence = self._problem or self.tr("No camera yet. The scanner works.")
        self._sentence.setText(sentence)
        self._sentence.setVisible(self._image is None)
        self.setAccessibleName(self.tr("Camera picture") if self._image is not None else sentence)
