"""The rarer acts, one glove-sized button each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from receiving_app.domain.command import Command
from ui.colors import Theme
from ui.parts.key_button import PHOTO_KEY, KeyButton
from ui.parts.labels import plain_label
from ui.theme import Role, Space, set_role

#: What each button does, its icon and its key, row by row; the keys work without this page, too.
ACTS = (
    (Command.OLD_LABEL, "tag", "F8"),
    (Command.DONE, "truck", "Shift+F5"),
    (Command.SAME_BOX, "repeat", "F11"),
    (Command.ANOTHER_BOX, "package", "F12"),
    (Command.NOT_A_RETURN, "package-off", "Shift+F1"),
    (Command.OUR_UNDELIVERABLE, "arrow-back-up", "Shift+F2"),
    (Command.REFUSED_AT_DOOR, "hand-stop", "Shift+F3"),
    (Command.PHOTO, "camera", PHOTO_KEY),
)


class MorePage(QWidget):
    """Says which act was chosen; a refusal is asked about on a page of its own."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._title = plain_label(Role.DOCK_CAPTION, parent=self)
        self._buttons = {command: KeyButton(icon, key, theme, parent=self) for command, icon, key in ACTS}
        self._grid = grid = QGridLayout()
        for place, (command, button) in enumerate(self._buttons.items()):
            button.clicked.connect(lambda _checked=False, chosen=command: self.chosen.emit(chosen))
            grid.addWidget(button, place // 2, place % 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addLayout(grid, 1)
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rows = -(-len(ACTS) // 2)
        needed = rows * max(button.sizeHint().height() for button in self._buttons.values()) + rows * Space.L
        self._grid.setSpacing(Space.L if self.height() - self._title.height() > needed + Space.L else Space.S)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("More"))
        words = {
            Command.OLD_LABEL: self.tr("Old label"),
            Command.DONE: self.tr("Truck unloaded"),
            Command.SAME_BOX: self.tr("Same box"),
            Command.ANOTHER_BOX: self.tr("Another box"),
            Command.NOT_A_RETURN: self.tr("Not a return"),
            Command.OUR_UNDELIVERABLE: self.tr("Our undeliverable"),
            Command.REFUSED_AT_DOOR: self.tr("Refused at door"),
            Command.PHOTO: self.tr("Photo"),
        }
        for command, button in self._buttons.items():
            button.say(words[command])
