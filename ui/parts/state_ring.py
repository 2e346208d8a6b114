"""The ring that tells from afar whether a scan would be heard."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.colors import Color, Theme
from ui.parts.labels import plain_label
from ui.theme import Role, Space, Tone, set_tone


class ListenState(Enum):
    """Whether the station hears a scan, and answers at once."""

    READY = auto()
    BUSY = auto()
    NOT_LISTENING = auto()


_COLORS = {
    ListenState.READY: Color.READY,
    ListenState.BUSY: Color.BUSY,
    ListenState.NOT_LISTENING: Color.NOT_LISTENING,
}
_TONES = {
    ListenState.READY: Tone.READY,
    ListenState.BUSY: Tone.BUSY,
    ListenState.NOT_LISTENING: Tone.NOT_LISTENING,
}


class _Ring(QWidget):
    """A full disc, an open ring or a crossed ring: told apart without colour."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.theme = theme
        self.state = ListenState.BUSY

    def sizeHint(self) -> QSize:
        return QSize(44, 44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        color = QColor(self.theme[_COLORS[self.state]])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        ring = QRectF(self.rect()).adjusted(5, 5, -5, -5)
        if self.state is ListenState.BUSY:
            painter.drawArc(ring, 30 * 16, 270 * 16)
        else:
            painter.drawEllipse(ring)
        if self.state is ListenState.READY:
            painter.setBrush(color)
            painter.drawEllipse(ring.adjusted(10, 10, -10, -10))
        if self.state is ListenState.NOT_LISTENING:
            painter.drawLine(ring.topLeft(), ring.bottomRight())


class StateRing(QWidget):
    """READY, BUSY or NOT LISTENING, with what to do about it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ListenState.BUSY
        self._note = ""
        self._ring = _Ring(theme, self)
        self._word = plain_label(Role.STATE_WORD, parent=self)
        self._hint = plain_label(Role.TAPE_TEXT, wraps=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self._ring)
        row.addWidget(self._word)
        row.addWidget(self._hint, 1)
        self._retranslate()

    @property
    def state(self) -> ListenState:
        """What it shows."""
        return self._state

    def show_state(self, state: ListenState, note: str = "") -> None:
        """Show a state; `note` says why, instead of the usual hint."""
        self._state, self._note = state, note
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        self._ring.theme = theme
        self._ring.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        word, hint = self._words()
        self._word.setText(word)
        self._hint.setText(self._note or hint)
        self._ring.state = self._state
        self._ring.update()
        set_tone(self._word, _TONES[self._state])
        self.setAccessibleName(f"{word}. {self._note or hint}")

    def _words(self) -> tuple[str, str]:
        match self._state:
            case ListenState.READY:
                return self.tr("READY"), self.tr("Scan the next label.")
            case ListenState.BUSY:
                return self.tr("BUSY"), self.tr("Go on scanning: scans are kept.")
            case ListenState.NOT_LISTENING:
                return self.tr("NOT LISTENING"), self.tr("Click this window, then scan.")
