"""What is shown when the station can't work at all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.colors import Color, Theme
from ui.parts.labels import IconLabel, plain_label
from ui.theme import Role, Space, set_role


class ProblemPage(QWidget):
    """A sentence that says what is wrong, and one that says what to do."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CANVAS)
        self._icon = IconLabel("alert-triangle", Color.REJECT_MARK, 96, theme, self)
        self._sentence = plain_label(Role.HEADLINE, wraps=True, parent=self)
        self._what_to_do = plain_label(Role.TITLE, wraps=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XXL, Space.XXL, Space.XXL, Space.XXL)
        column.setSpacing(Space.L)
        column.addStretch()
        column.addWidget(self._icon)
        column.addWidget(self._sentence)
        column.addWidget(self._what_to_do)
        column.addStretch()
        for label in (self._sentence, self._what_to_do):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_problem(self, sentence: str, what_to_do: str) -> None:
        """Show what is wrong and what to do."""
        self._sentence.setText(sentence)
        self._what_to_do.setText(what_to_do)

    def set_theme(self, theme: Theme) -> None:
        """Draw it in another theme's colours."""
        self._icon.set_theme(theme)
