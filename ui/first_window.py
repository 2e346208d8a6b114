"""What is seen while the station is put together: one sentence, painted before anything else is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.colors import DARK, LIGHT, Color

if TYPE_CHECKING:
    from ui.parts.panel_content import PanelContent

_SENTENCE_PIXELS = 48
#: Of the window's height: the word of a verdict, a longer answer's word, why, what to do next, and the distances.
_VERDICT, _PHRASE, _WHY, _THEN, _GAP = 0.16, 0.09, 0.055, 0.045, 0.04
_SHRINKING = (1.0, 0.8, 0.6)
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class FirstWindow(QWidget):
    """Fills the screen in the main window's colours, says that scans are kept, and what became of the first ones."""

    painted = Signal()

    def __init__(self, *, dark: bool) -> None:
        super().__init__()
        self._theme = DARK if dark else LIGHT
        self._answer: PanelContent | None = None
        self._sentence = QCoreApplication.translate("MainWindow", "Starting: scans are kept.")
        self.setAccessibleName(self._sentence)

    @property
    def answer(self) -> PanelContent | None:
        """What became of the scans before the station stood."""
        return self._answer

    def show_answer(self, answer: PanelContent) -> None:
        """Show what became of a scan, at once; the station's own window will say it again, with all its facts."""
        self._answer = answer
        self.setAccessibleDescription(f"{answer.word}. {answer.why} {answer.then}")
        self.repaint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._answer is None:
            self._paint_sentence(painter)
        else:
            self._paint_answer(painter, self._answer)
        painter.end()
        self.painted.emit()

    def _paint_sentence(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), QColor(self._theme[Color.CANVAS]))
        painter.setPen(QColor(self._theme[Color.TEXT]))
        painter.setFont(_font(self.font(), _SENTENCE_PIXELS))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._sentence)

    def _paint_answer(self, painter: QPainter, answer: PanelContent) -> None:
        from resources import fonts  # noqa: PLC0415 - the first sentence is painted before it is imported
        from ui.parts.icon import pixmap  # noqa: PLC0415 - likewise

        # Each tone of an answer has a fill and an ink of its name.
        fill, ink = Color[answer.tone.name], Color[f"ON_{answer.tone.name}"]
        painter.fillRect(self.rect(), QColor(self._theme[fill]))
        painter.setPen(QColor(self._theme[ink]))
        gap, room = round(self.height() * _GAP), self.rect()
        word = round(self.height() * (_PHRASE if answer.is_phrase else _VERDICT))
        drawing = pixmap(answer.shape, self._theme[ink], word, self.devicePixelRatioF())
        painter.drawPixmap(gap, 2 * gap, drawing)
        left = 2 * gap + word
        room = QRect(left, 2 * gap, self.width() - left - gap, self.height())
        base = QFont(fonts.load())
        for text, font in (
            (answer.word, _font(base, word, bold=True)),
            (answer.why, _font(base, round(self.height() * _WHY))),
            (answer.then, _font(base, round(self.height() * _THEN))),
        ):
            painter.setFont(_fitting(font, text, room.width()))
            room.setTop(painter.drawText(room, _WRAPPED, text).bottom() + gap)


def _font(base: QFont, pixels: int, *, bold: bool = False) -> QFont:
    font = QFont(base)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def _fitting(font: QFont, text: str, width: int) -> QFont:
    """Shrink a font until the longest word of a text is no wider than that."""
    longest = max(text.split(), key=len, default="")
    for share in _SHRINKING:
        smaller = _font(font, round(font.pixelSize() * share), bold=font.bold())
        if QFontMetrics(smaller).horizontalAdvance(longest) <= width:
            break
    return smaller
