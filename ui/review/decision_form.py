"""Where a supervisor decides: a choice, a reason, a day or a person with it, and a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from receiving_app.acts.decision import Objection
from receiving_app.domain.command import Command
from receiving_app.words.client import will_read
from receiving_app.words.review import objection_sentence
from ui.parts.key_button import on_key
from ui.parts.labels import plain_label
from ui.theme import Role, Space, Tone, set_role, set_tone

#: Gives what the client will read of a choice's value, with a note.
Reads = Callable[[object, str], str]
_CHOICES = (Command.CHOICE_1, Command.CHOICE_2, Command.CHOICE_3)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: what it stands for, its words, and what is chosen with it, as words and value.

    `fields` names what is chosen with it and the note; `without_note` is what speaks against an empty note.
    """

    value: object
    words: Callable[[], str]
    reasons: Callable[[], Sequence[tuple[str, str]]]
    fields: Callable[[], tuple[str, str]]
    without_note: Objection | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What was chosen, and why."""

    value: object
    reason: str
    note: str


def _told_nothing(_value: object, _note: str) -> str:
    return ""


class DecisionForm(QWidget):
    """Says what a person decided; whether it may be so is not this form's to say."""

    decided = Signal(object)  # Said

    def __init__(self, keys: Sequence[Sequence[str]], parent: QWidget | None = None) -> None:
        """Take the key of each choice, row by row."""
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._about: object = None
        self._judged = ""
        self._keys = [key for row in keys for key in row]
        self._options: tuple[Option | None, ...] = ()
        self._reads: Reads = _told_nothing
        self._buttons = [QRadioButton(self) for _ in self._keys]
        self._group = QButtonGroup(self)
        self._reason = QComboBox(self)
        # The note keeps its half, however long a choice is.
        self._reason.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._note = QLineEdit(self)
        self._note.setMaxLength(500)
        self._error = plain_label(Role.LEAD, wraps=True, parent=self)
        self._reason_name = plain_label(Role.CAPTION, parent=self)
        self._note_name = plain_label(Role.CAPTION, parent=self)
        self._client = plain_label(Role.CAPTION, wraps=True, parent=self)
        self._decide = QPushButton(self)
        set_role(self._decide, Role.PRIMARY)
        self._assemble([len(row) for row in keys])
        for key, button in zip(self._keys, self._buttons, strict=True):
            self._group.addButton(button)
            button.toggled.connect(self._list_reasons)
            on_key(key, self, button.click)
        self._note.returnPressed.connect(self._finish)
        self._note.textEdited.connect(self._forgive)
        self._note.textChanged.connect(self.tell_client)
        self._decide.clicked.connect(self._finish)
        on_key("F8", self, self._decide.click)
        self._buttons[0].setChecked(True)
        self._retranslate()
        self.setEnabled(False)

    def _assemble(self, rows: Sequence[int]) -> None:
        self._reason_name.setBuddy(self._reason)
        self._note_name.setBuddy(self._note)
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.HALF)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        head = QVBoxLayout()
        head.setSpacing(Space.HALF)
        buttons = iter(self._buttons)
        for many in rows:
            row = QHBoxLayout()
            row.setSpacing(Space.S)
            for button in islice(buttons, many):
                row.addWidget(button)
            row.addStretch()
            head.addLayout(row)
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self._error, 1)
        foot.addWidget(self._decide)
        grid.addLayout(head, 0, 0, 1, 2)
        grid.addWidget(self._reason_name, 1, 0)
        grid.addWidget(self._note_name, 1, 1)
        grid.addWidget(self._reason, 2, 0)
        grid.addWidget(self._note, 2, 1)
        grid.addWidget(self._client, 3, 0, 1, 2)
        grid.addLayout(foot, 4, 0, 1, 2)

    @property
    def reads(self) -> str:
        """What the client will read of what is chosen now."""
        chosen = self._chosen()
        return self._reads(chosen.value, self._note.text()) if self._about is not None and chosen else ""

    def show_about(
        self, about: object, judged: str, options: Sequence[Option | None], reads: Reads | None = None
    ) -> None:
        """Offer these choices, one for each key or None, about a case as it was judged, or about nothing: None.

        What is half written about this case stays, though it is judged again. `reads` gives what the client will read
        of a choice's value with a note; None: nothing, whatever is chosen.
        """
        before, self._about, self._options = (self._about, self._judged), about, tuple(options)
        self._judged, self._reads = judged, reads or _told_nothing
        self._retranslate()
        if before == (about, judged):
            return
        if before[0] == about and self._note.text():
            self.show_error(objection_sentence(Objection.JUDGED_AGAIN))
            return
        self.setEnabled(about is not None)
        for part in (self._reason, self._decide):
            part.setEnabled(True)
        self._note.setReadOnly(False)
        self._note.clear()
        self._first()
        self._forgive()

    def choose(self, value: object) -> bool:
        """Choose what stands for a value, as a click would; False where it isn't offered."""
        for option, button in zip(self._options, self._buttons, strict=False):
            if option is not None and option.value == value and self.isEnabled():
                button.setChecked(True)
                return True
        return False

    def choose_place(self, place: int) -> None:
        """Choose what stands in a place, counted from 0, where something is offered there."""
        if place < len(self._options) and self._options[place] is not None:
            self._buttons[place].click()

    def write_note(self, text: str) -> None:
        """Write a note as if it was typed."""
        self._note.setText(text)
        self._forgive()

    def show_error(self, sentence: str) -> None:
        """Say beside the field why nothing was decided."""
        self._error.setText(sentence)
        self._note.setAccessibleDescription(sentence)

    def show_ended(self, sentence: str) -> None:
        """Offer nothing any more, and say why; the note stays to be read and copied."""
        self._about = None
        for part in (*self._buttons, self._reason, self._decide):
            part.setEnabled(False)
        self._note.setReadOnly(True)
        self.show_error(sentence)
        self._client.hide()

    def keep_note(self, note: str) -> None:
        """Write again what was written for this before, unless something is written already."""
        if not self._note.text():
            self._note.setText(note)

    def obey(self, command: Command) -> None:
        """Choose, turn to the next reason, or decide, as a command barcode says."""
        places = {**{each: place for place, each in enumerate(_CHOICES)}, Command.PUT_OFF: -2, Command.HAND_ON: -1}
        if command in places and -len(self._buttons) <= places[command] < len(self._buttons):
            self._buttons[places[command]].click()
        elif command is Command.REASON_ON and self._reason.count():
            self._reason.setCurrentIndex((self._reason.currentIndex() + 1) % self._reason.count())
        elif command is Command.DECIDE:
            self._decide.click()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for key, option, button in zip(self._keys, self._options, self._buttons, strict=False):
            # The key stands behind the word in every language.
            button.setVisible(option is not None)
            button.setEnabled(option is not None)
            if option is not None:
                button.setText(f"{option.words()} ({key})")
        if self._chosen() is None:
            self._first()
        self._decide.setText(self.tr("Decide (F8)"))
        self._list_reasons()

    def _chosen(self) -> Option | None:
        pairs = zip(self._options, self._buttons, strict=False)
        return next((option for option, button in pairs if button.isChecked()), None)

    def _first(self) -> None:
        """Choose what is offered first."""
        pairs = zip(self._options, self._buttons, strict=False)
        for button in [button for option, button in pairs if option is not None][:1]:
            button.setChecked(True)

    def _list_reasons(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        kept = self._reason.currentData()
        self._reason.clear()
        for words, value in chosen.reasons():
            self._reason.addItem(words, value)
        self._reason.setCurrentIndex(max(0, self._reason.findData(kept)))
        named = zip((self._reason, self._note), (self._reason_name, self._note_name), chosen.fields(), strict=True)
        for field, label, name in named:
            label.setText(name)
            field.setAccessibleName(name)
        self.tell_client()
        self._forgive()

    def tell_client(self) -> None:
        """Say anew what the client will read."""
        self._client.setText(will_read(self.reads))
        self._client.setVisible(self._about is not None)

    def _forgive(self) -> None:
        self.show_error("")
        set_tone(self._note, None)

    def _finish(self) -> None:
        chosen, note = self._chosen(), self._note.text().strip()
        if self._about is None or chosen is None:
            return
        if chosen.without_note is not None and not note:
            self.show_error(objection_sentence(chosen.without_note))
            set_tone(self._note, Tone.BAD)
            self._note.setFocus()
            return
        self.decided.emit(Said(chosen.value, str(self._reason.currentData() or ""), note))
