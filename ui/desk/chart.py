"""The picture of a sheet: bars on top of each other, side by side over time, or one below the other by name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from receiving_app.domain.report_sheet import Shade, Sheet
from ui.colors import Color, Theme
from ui.theme import Space

#: Marks that keep a contrast of 4.5 to the ground in both themes; the words beside them say the same.
_COLORS = {
    Shade.ACCEPT: Color.ACCEPT_MARK,
    Shade.REJECT: Color.REJECT_MARK,
    Shade.HOLD: Color.HOLD_MARK,
    Shade.PLAIN: Color.ACCENT_TEXT,
}
_LEAST_HEIGHT = 176
_LEGEND = 28
_LABELS = 24
_NAMES_WIDTH = 0.3
_WIDEST_BAR = 40
#: Rows by name are no thinner than this; the table holds those for which there is no room.
_LEAST_ROW = 24
_GAP = 2
_EMPTY = Sheet("", "", (), ())


class Chart(QWidget):
    """Draws a sheet's columns; the row under the mouse says its numbers, and the table's row is marked."""

    pointed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet = _EMPTY
        self._row = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the table beside it tells the same by keys

    def show_sheet(self, sheet: Sheet) -> None:
        """Draw another sheet."""
        self._sheet = sheet
        self._row = -1
        self.setAccessibleName(sheet.title)
        self.setAccessibleDescription(sheet.about)
        self.update()

    def mark_row(self, row: int) -> None:
        """Mark a row of the sheet."""
        if row != self._row:
            self._row = row
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme's colours."""
        self._theme = theme
        self.update()

    def numbers_at(self, place: QPointF) -> str:
        """Say the numbers of the row at a place; empty where there is none."""
        row = self._row_at(place)
        return "" if row is None else self._numbers(row)

    def sizeHint(self) -> QSize:
        return QSize(480, _LEAST_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, _LEAST_HEIGHT)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.numbers_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if row is not None:
            self.pointed.emit(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if len(self._sheet.drawn) > 1:
                self._paint_legend(painter)
            for row in range(self._shown_rows):
                self._paint_row(painter, row)

    @property
    def _shown_rows(self) -> int:
        rows = len(self._sheet.rows)
        return rows if self._sheet.over_time else min(rows, int(self._field().height() // _LEAST_ROW))

    def _values(self, row: int) -> list[float]:
        return [self._sheet.rows[row][drawn.column].value or 0 for drawn in self._sheet.drawn]

    @property
    def _longest(self) -> float:
        return max((sum(self._values(row)) for row in range(self._shown_rows)), default=0) or 1

    def _field(self) -> QRectF:
        legend = _LEGEND if len(self._sheet.drawn) > 1 else 0
        return QRectF(self.rect()).adjusted(Space.S, legend + Space.S, -Space.S, -Space.S)

    def _band(self, row: int) -> QRectF:
        """Give the part of the picture that belongs to a row."""
        field = self._field()
        if self._sheet.over_time:
            width = field.width() / self._shown_rows
            return QRectF(field.left() + row * width, field.top(), width, field.height())
        height = min(_WIDEST_BAR, field.height() / self._shown_rows)
        return QRectF(field.left(), field.top() + row * height, field.width(), height)

    def _row_at(self, place: QPointF) -> int | None:
        return next((row for row in range(self._shown_rows) if self._band(row).contains(place)), None)

    def _numbers(self, row: int) -> str:
        heads, cells = self._sheet.heads[self._sheet.names :], self._sheet.rows[row][self._sheet.names :]
        said = (f"{head}: {cell.text}" for head, cell in zip(heads, cells, strict=True) if cell.text)
        return "\n".join((self._sheet.name_of(row), *said))

    def _paint_row(self, painter: QPainter, row: int) -> None:
        band = self._band(row)
        if row == self._row:
            painter.fillRect(band, QColor(self._theme[Color.SELECTION]))
        if self._sheet.over_time:
            self._paint_standing(painter, row, band)
        else:
            self._paint_lying(painter, row, band)

    def _paint_standing(self, painter: QPainter, row: int, band: QRectF) -> None:
        room = band.height() - _LABELS
        width = min(_WIDEST_BAR, band.width() * 0.7)
        foot = band.top() + room
        painter.fillRect(QRectF(band.left(), foot, band.width(), 1), QColor(self._theme[Color.EDGE]))
        for drawn, value in zip(self._sheet.drawn, self._values(row), strict=True):
            height = room * value / self._longest
            if height:
                bar = QRectF(band.center().x() - width / 2, foot - height, width, max(1.0, height - _GAP))
                painter.fillRect(bar, self._ink(drawn.shade))
                foot -= height
        if row % self._label_every(painter) == 0:
            # A name may reach into the bands whose own names are left out.
            wide = QRectF(band.left(), band.bottom() - _LABELS, band.width() * self._label_every(painter), _LABELS)
            self._write(painter, wide, self._sheet.name_of(row), Qt.AlignmentFlag.AlignLeft)

    def _label_every(self, painter: QPainter) -> int:
        metrics = QFontMetricsF(painter.font())
        widest = max(metrics.horizontalAdvance(self._sheet.name_of(row)) for row in range(self._shown_rows)) + Space.S
        return max(1, -int(-widest // (self._field().width() / self._shown_rows)))

    def _paint_lying(self, painter: QPainter, row: int, band: QRectF) -> None:
        names = band.width() * _NAMES_WIDTH
        name = QRectF(band.left() + Space.S, band.top(), names - 2 * Space.S, band.height())
        self._write(painter, name, self._sheet.name_of(row), Qt.AlignmentFlag.AlignRight)
        left = band.left() + names
        said = self._sheet.rows[row][self._sheet.drawn[-1].column].text if len(self._sheet.drawn) == 1 else ""
        room = band.width() - names - QFontMetricsF(painter.font()).horizontalAdvance(said) - 3 * Space.S
        height = min(24.0, band.height() * 0.7)
        for drawn, value in zip(self._sheet.drawn, self._values(row), strict=True):
            width = room * value / self._longest
            if width:
                bar = QRectF(left, band.center().y() - height / 2, max(1.0, width - _GAP), height)
                painter.fillRect(bar, self._ink(drawn.shade))
                left += width
        rest = QRectF(left + Space.S, band.top(), band.right() - left - Space.S, band.height())
        self._write(painter, rest, said, Qt.AlignmentFlag.AlignLeft)

    def _paint_legend(self, painter: QPainter) -> None:
        left = float(Space.S)
        for drawn in self._sheet.drawn:
            painter.fillRect(QRectF(left, 8, 14, 14), self._ink(drawn.shade))
            word = self._sheet.heads[drawn.column]
            wide = QFontMetricsF(painter.font()).horizontalAdvance(word) + Space.L
            self._write(painter, QRectF(left + 20, 0, wide, 30), word, Qt.AlignmentFlag.AlignLeft)
            left += 20 + wide

    def _write(self, painter: QPainter, area: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
        painter.setPen(QColor(self._theme[Color.TEXT]))
        cut = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)

    def _ink(self, shade: Shade) -> QColor:
        return QColor(self._theme[_COLORS[shade]])
