"""A field for a number that no scanner reads."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.colors import Theme
from ui.parts.form_page import FieldPage

_LONGEST = 64


class TypedNumberPage(FieldPage):
    """Takes an RMA number from the keyboard; it will be recorded as typed."""

    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_LONGEST, theme, parent)
        self._field.setPlaceholderText("RMA-00000000")
        self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def _retranslate(self) -> None:
        super()._retranslate()
        self._title.setText(self.tr("Type the RMA number"))
        self._note.setText(self.tr("As it stands on the label. It is recorded as typed."))
        self._field.setAccessibleName(self.tr("RMA number"))

    def _give(self, text: str) -> None:
        self.typed.emit(text)
