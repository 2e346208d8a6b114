"""Where a supervisor upholds or overrides: the choice, a reason from the list, a note."""

from __future__ import annotations

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

from receiving_app.acts.decision import Decided, Objection
from receiving_app.domain.cases import PackageCase
from receiving_app.domain.events import Choice
from receiving_app.words.review import REASONS, choice_word, objection_sentence, reason_words
from ui.parts.key_button import on_key
from ui.parts.labels import plain_label
from ui.theme import Role, Space, Tone, set_role, set_tone

_KEYS = {Choice.UPHOLD: "F5", Choice.OVERRIDE: "F6"}


class DecisionForm(QWidget):
    """Says what a person decided; whether it may be so is not this form's to say."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._case: PackageCase | None = None
        self._choices = {choice: QRadioButton(self) for choice in Choice}
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
        for choice, button in self._choices.items():
            self._group.addButton(button)
            button.toggled.connect(self._list_reasons)
            on_key(_KEYS[choice], self, button.click)
        self._note.returnPressed.connect(self._finish)
        self._note.textEdited.connect(self._forgive)
        self._decide.clicked.connect(self._finish)
        on_key("F8", self, self._decide.click)
        self._choices[Choice.UPHOLD].setChecked(True)
        self._retranslate()
        self.show_case(None)

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
        for button in self._choices.values():
            head.addWidget(button)
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

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        return next(choice for choice, button in self._choices.items() if button.isChecked())

    def show_case(self, case: PackageCase | None) -> None:
        """Offer a decision for a case; what is half written for this very verdict stays."""
        before, self._case = self._case, case
        if before is not None and case is not None and before.judgement.event == case.judgement.event:
            return
        self.setEnabled(case is not None)
        self._note.clear()
        self._choices[Choice.UPHOLD].setChecked(True)
        self._forgive()

    def show_error(self, sentence: str) -> None:
        """Say beside the field why nothing was decided."""
        self._error.setText(sentence)
        self._note.setAccessibleDescription(sentence)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for choice, button in self._choices.items():
            button.setText(self.tr("{choice} ({key})").format(choice=choice_word(choice), key=_KEYS[choice]))
        self._reason_name.setText(self.tr("Reason"))
        self._note_name.setText(self.tr("Note (needed to override)"))
        self._reason.setAccessibleName(self._reason_name.text())
        self._note.setAccessibleName(self._note_name.text())
        self._decide.setText(self.tr("Decide (F8)"))
        self._list_reasons()

    def _list_reasons(self) -> None:
        kept = self._reason.currentData()
        self._reason.clear()
        for reason in REASONS[self.choice]:
            self._reason.addItem(reason_words(reason), reason.value)
        self._reason.setCurrentIndex(max(0, self._reason.findData(kept)))
        self._forgive()

    def _forgive(self) -> None:
        self.show_error("")
        set_tone(self._note, None)

    def _finish(self) -> None:
        if self._case is None:
            return
        note = self._note.text().strip()
        if self.choice is Choice.OVERRIDE and not note:
            self.show_error(objection_sentence(Objection.NOTE_MISSING))
            set_tone(self._note, Tone.BAD)
            self._note.setFocus()
            return
        judged = self._case.judgement
        reason = str(self._reason.currentData())
        self.decided.emit(Decided(self._case.package.lpn, judged.key, judged.event, self.choice, reason, note))
