"""Where a supervisor upholds, overrides or leaves it for now: the choice, a reason, a day or a person, a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

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

from receiving_app.acts.decision import Decided, NotYet, Objection
from receiving_app.domain.cases import PackageCase
from receiving_app.domain.events import Choice, Wait
from receiving_app.words import times
from receiving_app.words.readings import shown
from receiving_app.words.review import REASONS, choice_word, objection_sentence, reason_words, wait_word
from ui.parts.key_button import on_key
from ui.parts.labels import plain_label
from ui.theme import Role, Space, Tone, set_role, set_tone

Answer = Choice | Wait

_KEYS: dict[Answer, str] = {
    Choice.UPHOLD: "F5",
    Choice.OVERRIDE: "F6",
    Wait.ASKED: "F7",
    Wait.SNOOZED: "F10",
    Wait.DELEGATED: "F11",
}
#: In so many days what is put off may come up again.
_DAYS = (1, 2, 3, 7, 14)


def _nobody() -> tuple[tuple[str, str], ...]:
    return ()


class DecisionForm(QWidget):
    """Says what a person decided; whether it may be so is not this form's to say."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._case: PackageCase | None = None
        self._today = date.min
        self._supervisors: Callable[[], Sequence[tuple[str, str]]] = _nobody
        self._choices = {choice: QRadioButton(self) for choice in _KEYS}
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
        self.show_case(None, self._today)

    def _assemble(self) -> None:
        self._reason_name.setBuddy(self._reason)
        self._note_name.setBuddy(self._note)
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.HALF)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        head = QGridLayout()
        head.setHorizontalSpacing(Space.S)
        head.setColumnStretch(3, 1)
        for place, (choice, button) in enumerate(self._choices.items()):
            decides = isinstance(choice, Choice)
            head.addWidget(button, 0 if decides else 1, place if decides else place - len(Choice))
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
    def choice(self) -> Answer:
        """What is chosen now; who has asked the partner writes the answer down."""
        chosen = next(choice for choice, button in self._choices.items() if button.isChecked())
        return Wait.ANSWERED if chosen is Wait.ASKED and self._asked else chosen

    @property
    def _asked(self) -> bool:
        put_off = self._case.judgement.put_off if self._case else None
        return put_off is not None and put_off.awaits_answer

    def attach(self, supervisors: Callable[[], Sequence[tuple[str, str]]]) -> None:
        """Say whom to ask for those who may decide."""
        self._supervisors = supervisors

    def show_case(self, case: PackageCase | None, today: date) -> None:
        """Offer a decision for a case; what is half written for this very verdict stays."""
        before, self._case, self._today = self._case, case, today
        self._retranslate()
        if before is not None and case is not None and before.judgement == case.judgement:
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
            meant = Wait.ANSWERED if choice is Wait.ASKED and self._asked else choice
            word = choice_word(meant) if isinstance(meant, Choice) else wait_word(meant)
            # The key stands behind the word in every language.
            button.setText(f"{word} ({_KEYS[choice]})")
        self._decide.setText(self.tr("Decide (F8)"))
        self._list_reasons()

    def _list_reasons(self) -> None:
        kept, choice = self._reason.currentData(), self.choice
        self._reason.clear()
        for words, value in self._entries(choice):
            self._reason.addItem(words, value)
        self._reason.setCurrentIndex(max(0, self._reason.findData(kept)))
        reason, note = self._captions(choice)
        self._reason_name.setText(reason)
        self._note_name.setText(note)
        self._reason.setAccessibleName(reason)
        self._note.setAccessibleName(note)
        self._forgive()

    def _entries(self, choice: Answer) -> list[tuple[str, str]]:
        """Give what may be chosen besides the note, each with what it stands for."""
        match choice:
            case Choice():
                return [(reason_words(reason), reason.value) for reason in REASONS[choice]]
            case Wait.SNOOZED:
                days = [self._today + timedelta(days=ahead) for ahead in _DAYS] if self._case else []
                return [(times.day(each, self._today), each.isoformat()) for each in days]
            case Wait.DELEGATED:
                return [(shown(name, 40), person) for person, name in self._supervisors()]
            case _:
                return [(self.tr("See the note."), "")]

    def _captions(self, choice: Answer) -> tuple[str, str]:
        match choice:
            case Wait.SNOOZED:
                return self.tr("Until"), self.tr("Note")
            case Wait.DELEGATED:
                return self.tr("To whom"), self.tr("Note")
            case Wait.ASKED:
                return self.tr("Reason"), self.tr("Note: what to ask")
            case Wait.ANSWERED:
                return self.tr("Reason"), self.tr("Note: what they said")
            case _:
                return self.tr("Reason"), self.tr("Note (needed to override)")

    def _forgive(self) -> None:
        self.show_error("")
        set_tone(self._note, None)

    def _finish(self) -> None:
        if self._case is None:
            return
        choice, note = self.choice, self._note.text().strip()
        missing = _against(choice, note)
        if missing is not None:
            self.show_error(objection_sentence(missing))
            set_tone(self._note, Tone.BAD)
            self._note.setFocus()
            return
        judged, plate = self._case.judgement, self._case.package.lpn
        chosen = str(self._reason.currentData() or "")
        if isinstance(choice, Choice):
            self.decided.emit(Decided(plate, judged.key, judged.event, choice, chosen, note))
            return
        until = date.fromisoformat(chosen) if choice is Wait.SNOOZED else None
        to = chosen if choice is Wait.DELEGATED else None
        self.decided.emit(NotYet(plate, judged.key, judged.event, choice, note, until, to))


def _against(choice: Answer, note: str) -> Objection | None:
    if note:
        return None
    if choice is Choice.OVERRIDE:
        return Objection.NOTE_MISSING
    return Objection.WORDS_MISSING if choice in {Wait.ASKED, Wait.ANSWERED} else None
