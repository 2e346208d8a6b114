"""A calm line under the header: one thing that a worker should know, and the key that leads to it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.colors import Color, Theme
from ui.parts.labels import ElidedLabel, IconLabel, plain_label
from ui.theme import Role, Space, set_role

_ICON = 28


class NoticeLine(QWidget):
    """Says something and stops nothing; it takes room only while it has something to say."""

    def __init__(self, icon: str, key: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._icon = IconLabel(icon, Color.TEXT, _ICON, theme, self)
        self._sentence = ElidedLabel(Role.LEAD, self)  # one that wraps would make the whole window ask for more height
        self._cap = plain_label(Role.KEY_CAP, key, parent=self)
        self._cap.setVisible(bool(key))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.HALF, Space.M, Space.HALF)
        row.setSpacing(Space.M)
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._cap)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Say something, or with an empty sentence go away."""
        self._sentence.show_text(sentence)
        self.setVisible(bool(sentence))

    def set_theme(self, theme: Theme) -> None:
        """Paint the icon in another theme's colour."""
        self._icon.set_theme(theme)
