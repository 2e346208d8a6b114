"""A page of large buttons: the carton's condition, or the rarer things to say of a device."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.colors import Theme
from ui.parts.key_button import KeyButton
from ui.parts.labels import plain_label
from ui.theme import Role, Space, Target, set_role


@dataclass(frozen=True, slots=True)
class Choice:
    """One button: what it stands for, its icon and key, and its words, asked anew for every language."""

    value: object
    icon: str
    key: str
    words: Callable[[], str]


class ChoicePage(QWidget):
    """Says which button was pressed."""

    chosen = Signal(object)

    def __init__(
        self, title: Callable[[], str], choices: Sequence[Choice], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._words = title
        self._title = plain_label(Role.DOCK_CAPTION, wraps=True, parent=self)
        self._buttons = [(choice, KeyButton(choice.icon, choice.key, theme, parent=self)) for choice in choices]
        grid = QGridLayout()
        grid.setSpacing(Space.M if len(choices) <= 6 else Space.S)
        for place, (choice, button) in enumerate(self._buttons):
            button.clicked.connect(lambda _checked=False, value=choice.value: self.chosen.emit(value))
            grid.addWidget(button, place // 2, place % 2)
            grid.setRowMinimumHeight(place // 2, Target.DOCK)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addLayout(grid, 1)
        self._retranslate()

    def retitle(self) -> None:
        """Ask for the title anew."""
        self._title.setText(self._words())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.retitle()
        for choice, button in self._buttons:
            button.say(choice.words())
