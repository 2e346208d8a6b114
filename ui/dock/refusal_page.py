"""What to write down of a box that was refused at the door."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.colors import Theme
from ui.parts.form_page import FormPage
from ui.parts.labels import plain_label
from ui.theme import Role, Space


@dataclass(frozen=True, slots=True)
class RefusedDetails:
    """Who brought a box that was refused at the door, and why it was refused."""

    driver: str
    carrier: str
    note: str


class RefusalPage(FormPage):
    """Driver, carrier and note, none of them required: the truck is waiting."""

    refused = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title = plain_label(Role.TITLE, wraps=True, parent=self)
        self._fields = [QLineEdit(self) for _ in range(3)]
        self._names = [plain_label(Role.DOCK_CAPTION, parent=self) for _ in self._fields]
        self._lead_through(self._fields)
        self._assemble()
        self._retranslate()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        column.setSpacing(Space.HALF)
        column.addWidget(self._title)
        for name, field in zip(self._names, self._fields, strict=True):
            name.setBuddy(field)
            field.setMaxLength(200)
            column.addWidget(name)
            column.addWidget(field)
        column.addStretch()
        column.addLayout(self._buttons())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for field in self._fields:
            field.clear()
        self._fields[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _retranslate(self) -> None:
        super()._retranslate()
        self._title.setText(self.tr("Refused at the door"))
        words = (self.tr("Driver"), self.tr("Carrier"), self.tr("Note: why was it refused?"))
        for name, field, said in zip(self._names, self._fields, words, strict=True):
            name.setText(said)
            field.setAccessibleName(said)
        self._take.say(self.tr("Record it"))

    def _finish(self) -> None:
        driver, carrier, note = (field.text().strip() for field in self._fields)
        self.refused.emit(RefusedDetails(driver, carrier, note))
