"""The last scans, newest first: what was read, what it was taken for, what became of it."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from receiving_app.acts.outcome import Answer, TapeEntry
from receiving_app.domain.reading import Source
from receiving_app.domain.verdict import Decision
from receiving_app.words.outcomes import answer_word
from receiving_app.words.readings import kind_word, shown, source_word
from receiving_app.words.verdicts import verdict_word
from ui.colors import Color, Theme
from ui.parts.labels import ElidedLabel, IconLabel, plain_label
from ui.parts.panel_content import SHAPES
from ui.theme import Role, Space, set_role

#: As many scans as the largest screen shows; older ones are in the journal.
LONGEST_TAPE = 12

_MARKS = {
    Decision.ACCEPT: (SHAPES[Decision.ACCEPT], Color.ACCEPT_MARK),
    Decision.REJECT: (SHAPES[Decision.REJECT], Color.REJECT_MARK),
    Decision.HOLD: (SHAPES[Decision.HOLD], Color.HOLD_MARK),
}
_ICONS = {
    Answer.JUDGED: ("check", Color.ACCEPT_MARK),
    Answer.ALREADY_COUNTED: ("repeat", Color.MUTED),
    Answer.LOOKING_UP: ("cloud", Color.ACCENT_TEXT),
    Answer.NOTED: ("tag", Color.MUTED),
    Answer.NOT_UNDERSTOOD: ("help", Color.HOLD_MARK),
    Answer.DONE: ("check", Color.MUTED),
    Answer.REFUSED: ("hand-stop", Color.REJECT_MARK),
}


class _Row(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, Role.TAPE_ROW)
        self._icon = IconLabel("scan", Color.MUTED, 34, theme, self)
        self._text = ElidedLabel(Role.TAPE_TEXT, self)
        self._note = ElidedLabel(Role.TAPE_NOTE, self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.HALF, 0, Space.HALF)
        row.setSpacing(Space.S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_entry(self, entry: TapeEntry, decision: Decision | None) -> None:
        judged = decision if entry.answer is Answer.JUDGED else None
        self._icon.show_icon(*(_MARKS[judged] if judged else _ICONS[entry.answer]))
        self._text.show_text(shown(entry.reading.text))
        notes = [kind_word(entry.kind), verdict_word(judged) if judged else answer_word(entry.answer)]
        if entry.reading.source is Source.TYPED:
            notes.append(source_word(entry.reading.source))
        self._note.show_text(" · ".join(notes))


class ScanTape(QWidget):
    """Rows for as many of the last scans as there is room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._entries: deque[tuple[TapeEntry, Decision | None]] = deque(maxlen=LONGEST_TAPE)
        self._title = plain_label(Role.DOCK_CAPTION, parent=self)
        self._empty = plain_label(Role.LEAD, wraps=True, parent=self)
        self._rows = [_Row(theme, self) for _ in range(LONGEST_TAPE)]
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._empty)
        for row in self._rows:
            column.addWidget(row)
        column.addStretch()
        self._retranslate()

    def add(self, entry: TapeEntry, decision: Decision | None = None) -> None:
        """Put a scan on top; `decision` is what became of the box that it was judged with."""
        self._entries.appendleft((entry, decision))
        self._fill()

    def settle(self, lpn: str, decision: Decision | None) -> None:
        """Say of a box's scans about which the ticket service was asked what came of them."""
        for place, (entry, _) in enumerate(self._entries):
            if entry.lpn == lpn and entry.answer is Answer.LOOKING_UP:
                self._entries[place] = (replace(entry, answer=Answer.JUDGED), decision)
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        for icon in self.findChildren(IconLabel):
            icon.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Last scans"))
        self._empty.setText(self.tr("Nothing scanned yet."))
        self._fill()

    def _fill(self) -> None:
        self._empty.setVisible(not self._entries)
        room = self.height() - 2 * Space.S - self._title.sizeHint().height()
        fitting = max(1, room // max(1, self._rows[0].sizeHint().height()))
        for place, row in enumerate(self._rows):
            if place < min(fitting, len(self._entries)):
                row.show_entry(*self._entries[place])
                row.show()
            else:
                row.hide()
