"""A field for what no scanner reads: a serial number, an extra's name, a bag, a model, a place."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.colors import Theme
from ui.parts.key_button import KeyButton, on_key
from ui.parts.labels import plain_label
from ui.theme import Role, Space, Target, Tone, Type, set_role, set_tone


class Asked(StrEnum):
    """What a text is asked for."""

    SERIAL = "serial"
    EXTRA = "extra"
    BAG = "bag"
    CARD_CONSENT = "card-consent"
    MEMORY_CONSENT = "memory-consent"
    MODEL = "model"
    PLACE = "place"


class TextPage(QWidget):
    """Asks for one text at a time; `words` gives the title and the note of what is asked for."""

    answered = Signal(object, str)
    cancelled = Signal()

    def __init__(
        self,
        words: Callable[[Any], tuple[str, str]],
        first: StrEnum,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        may_stay_empty: StrEnum | None = None,
    ) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._words = words
        self._asked = first
        self._may_stay_empty = may_stay_empty
        self._title = plain_label(Role.DOCK_BODY, wraps=True, parent=self)
        self._note = plain_label(Role.TAPE_TEXT, wraps=True, parent=self)
        self._field = QLineEdit(self)
        self._field.setMaxLength(200)
        self._error = plain_label(Role.TAPE_TEXT, wraps=True, parent=self)
        self._take = KeyButton("check", "Enter", theme, primary=True, parent=self)
        self._cancel = KeyButton("x", "Esc", theme, parent=self)
        self._field.returnPressed.connect(self._finish)
        self._field.textEdited.connect(self._forgive)
        self._take.clicked.connect(self._finish)
        self._cancel.clicked.connect(self.cancelled)
        on_key("Esc", self, self.cancelled.emit)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.L)
        buttons.addWidget(self._take)
        buttons.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        for part in (self._title, self._note, self._field, self._error):
            column.addWidget(part)
        column.addStretch()
        column.addLayout(buttons)
        self._retranslate()

    def ask(self, asked: StrEnum) -> None:
        """Ask for a text, with an empty field."""
        self._asked = asked
        self._field.clear()
        self._forgive()
        self._retranslate()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_scale(self, scale: float) -> None:
        """Size the field for a window `scale` times as large as 1920 by 1080."""
        self._field.setStyleSheet(f"font-size: {round(Type.DOCK_BODY * scale)}px; min-height: {Target.DESK}px")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        title, note = self._words(self._asked)
        self._title.setText(title)
        self._note.setText(note)
        self._field.setAccessibleName(title)
        self._take.say(self.tr("Take it"))
        self._cancel.say(self.tr("Cancel"))

    def _finish(self) -> None:
        text = self._field.text().strip()
        if text or self._asked is self._may_stay_empty:
            self.answered.emit(self._asked, text)
            return
        self._error.setText(self.tr("Nothing is typed yet."))
        set_tone(self._field, Tone.BAD)

    def _forgive(self) -> None:
        self._error.clear()
        set_tone(self._field, None)
