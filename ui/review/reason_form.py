"""Where a supervisor decides what is about more than one box: a choice, a reason from the list, a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from ui.parts.key_button import on_key
from ui.parts.labels import plain_label
from ui.theme import Role, Space, set_role

#: The keys of the choices, in their order.
_KEYS = ("F5", "F6")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: what it stands for, its words, and the reasons it may have, each with its words."""

    value: object
    words: Callable[[], str]
    reasons: Sequence[tuple[str, Callable[[], str]]]


@dataclass(frozen=True, slots=True)
class Said:
    """What was chosen, and why."""

    value: object
    reason: str
    note: str


class ReasonForm(QWidget):
    """Says what a person decided; whether it may be so is not this form's to say."""

    decided = Signal(object)

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._about: object = None
        self._options = list(options)
        self._buttons = [QRadioButton(self) for _ in options]
        self._group = QButtonGroup(self)
        self._reason = QComboBox(self)
        self._note = QLineEdit(self)
        self._note.setMaxLength(500)
        self._error = plain_label(Role.LEAD, wraps=True, parent=self)
        self._reason_name = plain_label(Role.CAPTION, parent=self)
        self._note_name = plain_label(Role.CAPTION, parent=self)
        self._decide = QPushButton(self)
        set_role(self._decide, Role.PRIMARY)
        self._assemble()
        for key, button in zip(_KEYS, self._buttons, strict=False):
            self._group.addButton(button)
            button.toggled.connect(self._list_reasons)
            on_key(key, self, button.click)
        self._note.returnPressed.connect(self._finish)
        self._note.textEdited.connect(self._forgive)
        self._decide.clicked.connect(self._finish)
        on_key("F8", self, self._decide.click)
        self._buttons[0].setChecked(True)
        self._retranslate()

    def _assemble(self) -> None:
        self._reason_name.setBuddy(self._reason)
        self._note_name.setBuddy(self._note)
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.HALF)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        for button in self._buttons:
            head.addWidget(button)
            # With one choice alone there is nothing to choose.
            button.setVisible(len(self._buttons) > 1)
        head.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self._error, 1)
        foot.addWidget(self._decide)
        grid.addLayout(head, 0, 0, 1, 2)
        grid.addWidget(self._reason_name, 1, 0)
        grid.addWidget(self._note_name, 1, 1)
        grid.addWidget(self._reason, 2, 0)
        grid.addWidget(self._note, 2, 1)
        grid.addLayout(foot, 3, 0, 1, 2)

    def show_about(self, about: object) -> None:
        """Offer a decision about something; what is half written about this very thing stays."""
        before, self._about = self._about, about
        if before == about:
            return
        self.setEnabled(about is not None)
        self._note.clear()
        self._buttons[0].setChecked(True)
        self._forgive()

    def show_error(self, sentence: str) -> None:
        """Say why nothing was decided."""
        self._error.setText(sentence)
        self._note.setAccessibleDescription(sentence)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for key, option, button in zip(_KEYS, self._options, self._buttons, strict=False):
            button.setText(self.tr("{choice} ({key})").format(choice=option.words(), key=key))
        self._reason_name.setText(self.tr("Reason"))
        self._note_name.setText(self.tr("Note"))
        self._reason.setAccessibleName(self._reason_name.text())
        self._note.setAccessibleName(self._note_name.text())
        only = self._options[0].words() if len(self._options) == 1 else self.tr("Decide")
        self._decide.setText(self.tr("{choice} ({key})").format(choice=only, key="F8"))
        self._list_reasons()

    def _chosen(self) -> Option:
        checked = (option for option, button in zip(self._options, self._buttons, strict=True) if button.isChecked())
        return next(checked, self._options[0])

    def _list_reasons(self) -> None:
        kept = self._reason.currentData()
        self._reason.clear()
        for reason, words in self._chosen().reasons:
            self._reason.addItem(words(), reason)
        self._reason.setCurrentIndex(max(0, self._reason.findData(kept)))
        self._forgive()

    def _forgive(self) -> None:
        self.show_error("")

    def _finish(self) -> None:
        if self._about is not None:
            reason = str(self._reason.currentData())
            self.decided.emit(Said(self._chosen().value, reason, self._note.text().strip()))
