"""Where one can go: the screens under the header's corner, each with its icon, word and key."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.colors import Theme
from ui.parts.key_button import KeyButton
from ui.parts.labels import IconLabel
from ui.station_screen import ICONS, Screen, key_of, screen_word
from ui.theme import Role, Space, Target, dock_stylesheet, set_role

_WIDTH = 176  # of one button, where its word needs no more


class ScreenList(QWidget):
    """Lies over the top of the screen and stops nothing: scans go on beneath it."""

    chosen = Signal(object)  # Screen

    def __init__(self, below: QWidget, screens: Iterable[Screen], theme: Theme, scale: float, window: QWidget) -> None:
        """Stand in the window's right corner, below another widget of it."""
        super().__init__(window)
        self._below = below
        set_role(self, Role.POPUP)
        self._buttons = {
            screen: KeyButton(ICONS[screen], key_of(screen), theme, parent=self)
            for screen in sorted(screens, key=list(Screen).index)
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        row.setSpacing(Space.M)
        for screen, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, to=screen: self._choose(to))
            row.addWidget(button)
        self._retranslate()
        self.set_scale(scale)
        self.hide()
        window.installEventFilter(self)

    def toggle(self, shown: Screen | None) -> None:
        """Offer the screens but the one that is shown, or go away."""
        for screen, button in self._buttons.items():
            button.setEnabled(screen is not shown)
        self.setVisible(not self.isVisible())
        self.raise_()
        self._place()

    def set_theme(self, theme: Theme) -> None:
        """Paint the icons in another theme's colours."""
        for icon in self.findChildren(IconLabel):
            icon.set_theme(theme)

    def set_scale(self, scale: float) -> None:
        """Size it for a window `scale` times as large as 1920 by 1080."""
        self.setStyleSheet(dock_stylesheet(scale))
        for icon in self.findChildren(IconLabel):
            icon.set_scale(scale)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _choose(self, screen: Screen) -> None:
        self.hide()
        self.chosen.emit(screen)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        least = self.minimumSizeHint()
        wide = max(least.width(), _WIDTH * len(self._buttons))
        self.resize(wide, max(least.height(), Target.DOCK + 2 * Space.M))
        self.move(window.width() - self.width() - Space.M, self._below.geometry().bottom() + Space.S)

    def _retranslate(self) -> None:
        for screen, button in self._buttons.items():
            button.say(screen_word(screen))
