"""The return address on the label of the box: typed, or chosen from those of its partner."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from receiving_app.domain.authorization import Address
from receiving_app.words.readings import shown
from ui.colors import Theme
from ui.parts.key_button import KeyButton, on_key
from ui.parts.labels import plain_label
from ui.theme import Role, Space, set_role

#: The fields by their place: row, column, and how many columns they take.
_PLACES = {
    "name": (0, 0, 3),
    "street": (2, 0, 3),
    "city": (4, 0, 1),
    "region": (4, 1, 1),
    "postal_code": (4, 2, 1),
}


class AddressPage(QWidget):
    """Gives an address, and whether it was typed or chosen as it stands."""

    given = Signal(object, str)
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, title: Callable[[], str] | None = None) -> None:
        """Ask for the address on a label, unless `title` asks for another one."""
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._asked = title or (lambda: self.tr("Return address on the label"))
        self._known: tuple[Address, ...] = ()
        self._title = plain_label(Role.LEAD, wraps=True, parent=self)
        self._choice = QComboBox(self)
        self._choice.activated.connect(self._choose)
        self._fields = {name: QLineEdit(self) for name in _PLACES}
        self._names: dict[str, QLabel] = {name: plain_label(Role.CAPTION, parent=self) for name in _PLACES}
        self._take = KeyButton("check", "Enter", theme, primary=True, parent=self)
        self._cancel = KeyButton("x", "Esc", theme, parent=self)
        self._take.clicked.connect(self._finish)
        self._cancel.clicked.connect(self.cancelled)
        on_key("Esc", self, self.cancelled.emit)
        fields = list(self._fields.values())
        for field, following in pairwise(fields):
            field.returnPressed.connect(following.setFocus)
        fields[-1].returnPressed.connect(self._finish)
        self._assemble()
        self._retranslate()

    def _assemble(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(0)
        for name, (row, column, span) in _PLACES.items():
            self._names[name].setBuddy(self._fields[name])
            self._fields[name].setMaxLength(200)
            self._fields[name].setMinimumWidth(0)
            grid.addWidget(self._names[name], row, column, 1, span)
            grid.addWidget(self._fields[name], row + 1, column, 1, span)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.L)
        buttons.addWidget(self._take)
        buttons.addWidget(self._cancel)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(Space.L, Space.HALF, Space.L, Space.S)
        column_of_all.setSpacing(Space.HALF)
        column_of_all.addWidget(self._title)
        column_of_all.addWidget(self._choice)
        column_of_all.addLayout(grid)
        column_of_all.addStretch()
        column_of_all.addLayout(buttons)

    def offer(self, known: tuple[Address, ...]) -> None:
        """Offer a partner's addresses; the field is gone where there are none."""
        if known != self._known:
            self._known = known
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choice.setCurrentIndex(0)
        for field in self._fields.values():
            field.clear()
        self._fields["name"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _choose(self, place: int) -> None:
        if place > 0:
            for name, field in self._fields.items():
                field.setText(getattr(self._known[place - 1], name))

    def _retranslate(self) -> None:
        self._title.setText(self._asked())
        words = {
            "name": self.tr("Name"),
            "street": self.tr("Street"),
            "city": self.tr("City"),
            "region": self.tr("State"),
            "postal_code": self.tr("ZIP code"),
        }
        for name, said in words.items():
            self._names[name].setText(said)
            self._fields[name].setAccessibleName(said)
        self._choice.setAccessibleName(self.tr("The partner's addresses"))
        self._choice.clear()
        self._choice.addItem(self.tr("The partner's addresses …"))
        self._choice.addItems([shown(f"{each.name}, {each.street}, {each.city}") for each in self._known])
        self._choice.setVisible(bool(self._known))
        self._take.say(self.tr("Take it"))
        self._cancel.say(self.tr("Cancel"))

    def _finish(self) -> None:
        address = Address(**{name: field.text().strip() for name, field in self._fields.items()})
        chosen = next((each for each in self._known if _same(each, address)), None)
        self.given.emit(chosen or address, "chosen" if chosen else "typed")


def _same(one: Address, other: Address) -> bool:
    return all(getattr(one, name).strip() == getattr(other, name) for name in _PLACES)
