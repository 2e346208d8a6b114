"""The question whether a box is the one before again; unanswered, it is another box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from receiving_app.domain.command import Command
from ui.colors import Theme
from ui.parts.key_button import KeyButton
from ui.parts.labels import plain_label
from ui.theme import Role, Space, Target, set_role


class SameBoxBar(QWidget):
    """Asks below the verdict and stops nothing; the next scan may come before the answer."""

    answered = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._question = plain_label(Role.HEADLINE, wraps=True, parent=self)
        self._question.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._same = KeyButton("repeat", "F11", theme, parent=self)
        self._other = KeyButton("package", "F12", theme, parent=self)
        self._same.clicked.connect(self._say_same)
        self._other.clicked.connect(self._say_other)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
        self.setMinimumHeight(Target.DOCK + 2 * Space.S)
        row.setSpacing(Space.L)
        row.addWidget(self._question, 2)
        row.addWidget(self._same, 1)
        row.addWidget(self._other, 1)
        self._retranslate()

    def ask(self, question: str) -> None:
        """Ask, or with an empty question go away."""
        self._question.setText(question)
        self.setVisible(bool(question))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._same.say(self.tr("Same box"))
        self._other.say(self.tr("Another box"))

    def _say_same(self) -> None:
        self.answered.emit(Command.SAME_BOX)

    def _say_other(self) -> None:
        self.answered.emit(Command.ANOTHER_BOX)
