"""The dock's buttons: icon, words and the key that does the same, and no keyboard focus for a scan to press."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.colors import Color, Theme
from ui.parts.labels import IconLabel, plain_label
from ui.theme import Role, Space, Target, set_role

#: The one key that takes a photo, on every screen.
PHOTO_KEY = "Ins"


class KeyButton(QPushButton):
    """A button for gloves that names its key; the screen that owns it listens for the key."""

    def __init__(self, icon: str, key: str, theme: Theme, *, primary: bool = False, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, Role.DOCK_PRIMARY if primary else Role.DOCK_BUTTON)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._key = key
        self._icon = IconLabel(icon, Color.ON_ACCENT if primary else Color.TEXT, 40, theme, self)
        self._cap = plain_label(Role.KEY_CAP, key, parent=self)
        self._words = plain_label(Role.LEAD, wraps=True, parent=self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self._assemble()

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._icon)
        top.addStretch()
        top.addWidget(self._cap)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addStretch()
        whole.addWidget(self._words)
        for part in (self._icon, self._cap, self._words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, words: str) -> None:
        """Give it its words."""
        self._words.setText(words)
        self.setAccessibleName(f"{words} ({self._key})")

    def sizeHint(self) -> QSize:
        return QSize(Target.DOCK, Target.DOCK).expandedTo(self._whole.minimumSize())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def on_key(key: str, screen: QWidget, act: Callable[[], object]) -> None:
    """Let a key do an act, once a press, while the screen is seen; bare letters and digits belong to scans."""
    shortcut = QShortcut(QKeySequence(key), screen)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(act)
