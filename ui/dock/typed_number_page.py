"""A field for a number that no scanner reads."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.colors import Theme
from ui.parts.key_button import KeyButton, on_key
from ui.parts.labels import plain_label
from ui.theme import Role, Space, Target, Tone, Type, set_role, set_tone


class TypedNumberPage(QWidget):
    """Takes an RMA number from the keyboard; it will be recorded as typed."""

    typed = Signal(str)
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._title = plain_label(Role.DOCK_BODY, wraps=True, parent=self)
        self._note = plain_label(Role.TAPE_TEXT, wraps=True, parent=self)
        self._field = QLineEdit(self)
        self._field.setMaxLength(64)
        self._error = plain_label(Role.TAPE_TEXT, wraps=True, parent=self)
        self._take = KeyButton("check", "Enter", theme, primary=True, parent=self)
        self._cancel = KeyButton("x", "Esc", theme, parent=self)
        self._field.returnPressed.connect(self._finish)
        self._field.textEdited.connect(self._forgive)
        self._take.clicked.connect(self._finish)
        self._cancel.clicked.connect(self.cancelled)
        on_key("Esc", self, self.cancelled.emit)
        self._assemble()
        self._retranslate()

    def _assemble(self) -> None:
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

    def set_scale(self, scale: float) -> None:
        """Size the field for a window `scale` times as large as 1920 by 1080."""
        self._field.setStyleSheet(f"font-size: {round(Type.DOCK_BODY * scale)}px; min-height: {Target.DESK}px")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._field.clear()
        self._forgive()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Type the RMA number"))
        self._note.setText(self.tr("As it stands on the label. It is recorded as typed."))
        self._field.setAccessibleName(self.tr("RMA number"))
        self._field.setPlaceholderText("RMA-00000000")
        self._take.say(self.tr("Take it"))
        self._cancel.say(self.tr("Cancel"))

    def _finish(self) -> None:
        text = self._field.text().strip()
        if text:
            self.typed.emit(text)
            return
        self._error.setText(self.tr("Nothing is typed yet."))
        set_tone(self._field, Tone.BAD)

    def _forgive(self) -> None:
        self._error.clear()
        set_tone(self._field, None)
