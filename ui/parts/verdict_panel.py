"""The verdict, as large as the screen lets it be: word, shape, colour, why, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from receiving_app.words.verdicts import verdict_word
from ui.colors import Color, Theme
from ui.parts.labels import ElidedLabel, IconLabel, plain_label
from ui.parts.panel_content import SHAPES, PanelContent, VerdictLine
from ui.theme import Role, Space, Tone, Type, set_role, set_tone

_INKS = {
    Tone.ACCEPT: Color.ON_ACCEPT,
    Tone.REJECT: Color.ON_REJECT,
    Tone.HOLD: Color.ON_HOLD,
    Tone.NEUTRAL: Color.ON_NEUTRAL,
}
#: More RMAs than this on one box are counted instead of listed; the trace has them all.
MOST_LINES = 3
#: Where long sentences would not fit, type shrinks by these shares; below the last it would no longer be read.
_SHRINKING = (1.0, 0.88, 0.76, 0.64, 0.54)


_NOTHING_YET = PanelContent(Tone.NEUTRAL, "scan", "", "", "")


class _Row(QWidget):
    """One of several RMAs' verdicts."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.icon = IconLabel("check", Color.ON_NEUTRAL, Type.DOCK_BODY, theme, self)
        self._told = plain_label(Role.DOCK_BODY, parent=self)
        self._why = ElidedLabel(Role.TAPE_TEXT, self)
        cells = QHBoxLayout(self)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.setSpacing(Space.M)
        cells.addWidget(self.icon)
        cells.addWidget(self._told)
        cells.addWidget(self._why, 1)

    def show_line(self, line: VerdictLine, ink: Color) -> None:
        self.icon.show_icon(SHAPES[line.decision], ink)
        told = self.tr("{number}: {word}").format(number=line.number, word=verdict_word(line.decision))
        self._told.setText(told)
        self._why.show_text(line.why)


class VerdictPanel(QWidget):
    """Shows one `PanelContent`, its type as large as the room lets it be."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.VERDICT, Tone.NEUTRAL)
        self._theme = theme
        self._scale = 1.0
        self._content = _NOTHING_YET
        self._rows = [_Row(theme, self) for _ in range(MOST_LINES)]
        self._more = plain_label(Role.TAPE_TEXT, parent=self)
        self._shape = IconLabel("scan", Color.ON_NEUTRAL, 96, theme, self)
        self._word = plain_label(Role.VERDICT_WORD, parent=self)
        self._why = plain_label(Role.VERDICT_REASON, wraps=True, parent=self)
        self._then = plain_label(Role.VERDICT_STRIP, wraps=True, parent=self)
        self._assemble()
        self._retranslate()
        self._restyle()
        self.show_content(self._content)

    def _assemble(self) -> None:
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.L)
        self._head.addWidget(self._shape)
        self._head.addWidget(self._word, 1)
        lines = QVBoxLayout()
        lines.setSpacing(Space.S)
        for row in (*self._rows, self._more):
            lines.addWidget(row)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL, Space.M, Space.XL, Space.L)
        whole.setSpacing(Space.S)
        whole.addLayout(self._head)
        whole.addWidget(self._why)
        whole.addLayout(lines)
        whole.addStretch()
        whole.addWidget(self._then)
        for label in (self._why, self._then):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._word.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def content(self) -> PanelContent:
        """What it shows."""
        return self._content

    def show_content(self, content: PanelContent) -> None:
        """Show what became of a scan or an act."""
        before, self._content = self._content, content
        self._word.setText(content.word)
        self._why.setText(content.why)
        self._then.setText(content.then)
        self._shape.show_icon(content.shape, _INKS[content.tone])
        self._list(content.lines)
        if (before.tone, before.is_phrase) != (content.tone, content.is_phrase):
            self._restyle()
        self.setAccessibleDescription(f"{content.word}. {content.why} {content.then}")
        self._fit()

    def set_scale(self, scale: float) -> None:
        """Draw what the style sheet doesn't size for a window `scale` times as large as 1920 by 1080."""
        self._scale = scale
        for row in self._rows:
            row.icon.set_scale(scale)
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme's colours from now on."""
        self._theme = theme
        for icon in self.findChildren(IconLabel):
            icon.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Verdict"))

    def _restyle(self) -> None:
        is_phrase = self._content.is_phrase
        self._word.setProperty("role", (Role.VERDICT_PHRASE if is_phrase else Role.VERDICT_WORD).value)
        self._word.setWordWrap(is_phrase)
        set_tone(self, self._content.tone)

    def _list(self, lines: tuple[VerdictLine, ...]) -> None:
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(lines))
            if place < len(lines):
                row.show_line(lines[place], _INKS[self._content.tone])
        left_out = len(lines) - len(self._rows)
        self._more.setVisible(left_out > 0)
        self._more.setText(self.tr("and {} more: see Why").format(left_out))

    def _fit(self) -> None:
        """Shrink the type by as little as makes everything fit."""
        if not self.isVisibleTo(self.window()) and self.width() < 2:
            return
        self._shape.set_size(round(0.85 * self._size_of(self._content.is_phrase) * self._scale))
        for share in _SHRINKING:
            self._set_type(share)
            if self._fits():
                return

    def _set_type(self, share: float) -> None:
        sizes = (
            (self._word, self._size_of(self._content.is_phrase)),
            (self._why, Type.DOCK_REASON),
            (self._then, Type.DOCK_BODY),
        )
        for label, size in sizes:
            _set_font_size(label, None if share == 1.0 else round(size * self._scale * share))

    def _fits(self) -> bool:
        self._whole.invalidate()
        self._whole.activate()
        longest = max(self._word.text().split(), key=len, default="")
        room = self.width() - 2 * Space.XL - Space.L - self._shape.width()
        if self._word.fontMetrics().horizontalAdvance(longest if self._content.is_phrase else self._word.text()) > room:
            return False
        return self._whole.totalHeightForWidth(self.width()) <= self.height()

    @staticmethod
    def _size_of(is_phrase: bool) -> int:
        return Type.DOCK_PHRASE if is_phrase else Type.DOCK_VERDICT


def _set_font_size(label: QLabel, size: int | None) -> None:
    sheet = "" if size is None else f"font-size: {size}px"
    if label.styleSheet() != sheet:
        label.setStyleSheet(sheet)
        label.ensurePolished()
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
