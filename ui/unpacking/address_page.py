"""The return address on the label of the box: typed, or chosen from those of its partner."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from receiving_app.domain.authorization import Address
from receiving_app.words.readings import shown
from ui.colors import Theme
from ui.parts.form_page import FormPage
from ui.parts.labels import plain_label
from ui.theme import Role, Space

#: The fields by their place: row, column, and how many columns they take.
_PLACES = {
    "name": (0, 0, 3),
    "street": (2, 0, 3),
    "city": (4, 0, 1),
    "region": (4, 1, 1),
    "postal_code": (4, 2, 1),
}


class AddressPage(FormPage):
    """Gives an address, and whether it was typed or chosen as it stands."""

    given = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, title: Callable[[], str] | None = None) -> None:
        """Ask for the address on a label, unless `title` asks for another one."""
        super().__init__(theme, parent)
        self._asked = title or (lambda: self.tr("Return address on the label"))
        self._known: tuple[Address, ...] = ()
        self._title = plain_label(Role.LEAD, wraps=True, parent=self)
        self._choice = QComboBox(self)
        self._choice.activated.connect(self._choose)
        self._fields = {name: QLineEdit(self) for name in _PLACES}
        self._names: dict[str, QLabel] = {name: plain_label(Role.CAPTION, parent=self) for name in _PLACES}
        self._lead_through(list(self._fields.values()))
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
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(Space.L, Space.HALF, Space.L, Space.S)
        column_of_all.setSpacing(Space.HALF)
        column_of_all.addWidget(self._title)
        column_of_all.addWidget(self._choice)
        column_of_all.addLayout(grid)
        column_of_all.addStretch()
        column_of_all.addLayout(self._buttons())

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

    def _choose(self, place: int) -> None:
        if place > 0:
            for name, field in self._fields.items():
                field.setText(getattr(self._known[place - 1], name))

    def _retranslate(self) -> None:
        super()._retranslate()
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

    def _finish(self) -> None:
        address = Address(**{name: field.text().strip() for name, field in self._fields.items()})
        chosen = next((each for each in self._known if _same(each, address)), None)
        self.given.emit(chosen or address, "chosen" if chosen else "typed")


def _same(one: Address, other: Address) -> bool:
    return all(getattr(one, name).strip() == getattr(other, name) for name in _PLACES)
