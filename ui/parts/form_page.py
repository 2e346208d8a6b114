"""What every page has on which something is typed: a way to take it, and a way out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.colors import Theme
from ui.parts.key_button import KeyButton, on_key
from ui.parts.labels import plain_label
from ui.theme import Role, Space, Target, Tone, Type, set_role, set_tone


class FormPage(QWidget):
    """Takes what was typed with Enter, and leaves with Esc; a page says what that means in `_finish`."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._take = KeyButton("check", "Enter", theme, primary=True, parent=self)
        self._cancel = KeyButton("x", "Esc", theme, parent=self)
        self._take.clicked.connect(self._finish)
        self._cancel.clicked.connect(self.cancelled)
        on_key("Esc", self, self.cancelled.emit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(self._take)
        row.addWidget(self._cancel)
        return row

    def _lead_through(self, fields: Sequence[QLineEdit]) -> None:
        """Let Enter go from field to field, and finish in the last."""
        for field, following in pairwise(fields):
            field.returnPressed.connect(following.setFocus)
        fields[-1].returnPressed.connect(self._finish)

    def _retranslate(self) -> None:
        self._take.say(self.tr("Take it"))
        self._cancel.say(self.tr("Cancel"))

    def _finish(self) -> None:
        raise NotImplementedError


class FieldPage(FormPage):
    """Asks for one text under a title and a note; a page says in `_give` where it goes."""

    def __init__(self, longest: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title = plain_label(Role.DOCK_BODY, wraps=True, parent=self)
        self._note = plain_label(Role.TAPE_TEXT, wraps=True, parent=self)
        self._field = QLineEdit(self)
        self._field.setMaxLength(longest)
        self._error = plain_label(Role.TAPE_TEXT, wraps=True, parent=self)
        self._field.textEdited.connect(self._forgive)
        self._lead_through([self._field])
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        for part in (self._title, self._note, self._field, self._error):
            column.addWidget(part)
        column.addStretch()
        column.addLayout(self._buttons())

    def set_scale(self, scale: float) -> None:
        """Size the field for a window `scale` times as large as 1920 by 1080."""
        self._field.setStyleSheet(f"font-size: {round(Type.DOCK_BODY * scale)}px; min-height: {Target.DESK}px")

    def _begin(self) -> None:
        """Give the keys to an empty field."""
        self._field.clear()
        self._forgive()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _finish(self) -> None:
        text = self._field.text().strip()
        if text or self._may_stay_empty():
            self._give(text)
            return
        self._error.setText(self.tr("Nothing is typed yet."))
        set_tone(self._field, Tone.BAD)

    def _may_stay_empty(self) -> bool:
        return False

    def _give(self, text: str) -> None:
        raise NotImplementedError

    def _forgive(self) -> None:
        self._error.clear()
        set_tone(self._field, None)
