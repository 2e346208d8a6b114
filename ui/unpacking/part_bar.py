"""The parts of the device in hand as large toggles: not looked for, there, missing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from receiving_app.domain.item import Item
from receiving_app.domain.unpacking import PartCount
from receiving_app.words.readings import shown
from ui.colors import Color, Theme
from ui.parts.key_button import KeyButton, on_key
from ui.parts.labels import ElidedLabel
from ui.theme import Role, Space, Target, set_role

#: As many toggles as fit below the panel; more parts are ticked by scan, or all at once.
MOST_PARTS = 4
_OPEN, _THERE, _MISSING = ("help", Color.MUTED), ("circle-check", Color.ACCEPT_MARK), ("x", Color.REJECT_MARK)


class PartToggle(KeyButton):
    """A part's toggle; its icon tells how it stands."""

    def show_part(self, part: PartCount) -> None:
        """Show a part and what was found of it."""
        self._icon.show_icon(*(_OPEN if part.found is None else _THERE if part.found else _MISSING))
        name = shown(part.name, 24)
        count = self.tr("{name}: {count}").format(name=name, count=part.found) if (part.found or 0) > 1 else name
        self.say(count if part.required else self.tr("{} (optional)").format(count))


class PartBar(QWidget):
    """Shows the parts of one device, and says how many of one there are when its toggle is pressed."""

    counted = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._parts: tuple[PartCount, ...] = ()
        self._item: Item | None = None
        self._title = ElidedLabel(Role.TAPE_NOTE, self)
        self._toggles = [PartToggle("help", f"Ctrl+{place + 1}", theme, parent=self) for place in range(MOST_PARTS)]
        grid = QGridLayout()
        grid.setSpacing(Space.M)
        grid.setRowMinimumHeight(0, Target.DOCK)
        for place, toggle in enumerate(self._toggles):
            grid.addWidget(toggle, 0, place)
            grid.setColumnStretch(place, 1)
            toggle.clicked.connect(partial(self._press, place))
            on_key(f"Ctrl+{place + 1}", self, toggle.click)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addLayout(grid)
        self.show_item(None)

    def show_item(self, item: Item | None) -> None:
        """Show a device's parts, or nothing."""
        self._item = item
        self._parts = item.judgement.facts.parts if item and item.judgement else ()
        self.setVisible(bool(self._parts))
        if item is None:
            return
        more = len(self._parts) - len(self._toggles)
        title = self.tr("Parts of {}").format(shown(item.serial or item.model, 32))
        also = self.tr("{title} · {count} more: scan them, or press F5").format(title=title, count=more)
        self._title.show_text(also if more > 0 else title)
        for place, toggle in enumerate(self._toggles):
            toggle.setVisible(place < len(self._parts))
            if place < len(self._parts):
                toggle.show_part(self._parts[place])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.show_item(self._item)

    def _press(self, place: int) -> None:
        if place < len(self._parts):
            part = self._parts[place]
            self.counted.emit(part.name, 0 if part.found else 1)
