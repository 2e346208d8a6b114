"""What covers the screens while nobody is known to stand before them."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from receiving_app.words.readings import shown
from ui.colors import Color, Theme
from ui.parts.labels import IconLabel, plain_label
from ui.theme import Role, Space, dock_stylesheet, set_role


class LockScreen(QWidget):
    """Says who is signed in, how to go on, and that a scan was recorded all the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CANVAS)
        self._name = ""
        self._recorded_text = ""
        self._icon = IconLabel("user", Color.MUTED, 96, theme, self)
        self._word = plain_label(Role.DOCK_NUMBER, parent=self)
        self._who = plain_label(Role.DOCK_BODY, wraps=True, parent=self)
        self._how = plain_label(Role.DOCK_BODY, wraps=True, parent=self)
        self._recorded = plain_label(Role.HEADLINE, wraps=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XXL, Space.XXL, Space.XXL, Space.XXL)
        column.setSpacing(Space.L)
        column.addStretch()
        for part in (self._icon, self._word, self._who, self._how, self._recorded):
            column.addWidget(part)
        column.addStretch()
        self._retranslate()

    def show_name(self, name: str) -> None:
        """Say who is signed in behind it."""
        self._name, self._recorded_text = name, ""
        self._retranslate()

    def show_recorded(self, text: str) -> None:
        """Say that what was scanned just now is kept."""
        self._recorded_text = text
        self._retranslate()

    def set_scale(self, scale: float) -> None:
        """Size it for a window `scale` times as large as 1920 by 1080."""
        self.setStyleSheet(dock_stylesheet(scale))

    def set_theme(self, theme: Theme) -> None:
        """Draw it in another theme's colours."""
        self._icon.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._word.setText(self.tr("LOCKED"))
        self._who.setText(self.tr("{} is signed in.").format(shown(self._name, 40)))
        self._how.setText(self.tr("Scan your badge to go on, or press Ctrl+L for name and PIN."))
        recorded = self.tr("Recorded: {}. Nothing is lost.").format(shown(self._recorded_text, 32))
        self._recorded.setText(recorded if self._recorded_text else "")
