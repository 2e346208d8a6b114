"""Where a supervisor decides what becomes of a device, and reads first what that leads to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from receiving_app.acts.decision import ItemAnswer, ItemPreview, Objection
from receiving_app.domain.command import Command
from receiving_app.domain.events import Wait
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.item_events import ItemChoice
from receiving_app.domain.item_review import NEEDS_NOTE, payers
from receiving_app.words.client import reads_of_device, will_read
from receiving_app.words.item_review import (
    ITEM_REASONS,
    item_choice_word,
    item_reason_words,
    leads_to_words,
)
from receiving_app.words.review import objection_sentence, wait_fields, wait_word
from ui.parts.key_button import on_key
from ui.parts.labels import plain_label
from ui.review.case_page import Evidence
from ui.review.item_details import ItemDetails
from ui.review.options import not_yet, wait_entries
from ui.theme import Role, Space, set_role

#: The keys of the choices, in their order.
_KEYS = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4")
_CHOICES = (Command.CHOICE_1, Command.CHOICE_2, Command.CHOICE_3, Command.CHOICE_4)
#: What a partner is asked of a device is one of its decisions; these leave it for now.
_WAIT_KEYS = {Wait.SNOOZED: "F10", Wait.DELEGATED: "F11"}
#: What a decision leads to is read here, in pixels.
_READ_HEIGHT = 104
#: What is said before anything is filled in; what is only missing still is said when somebody decides.
_AT_ONCE = frozenset({Objection.OWN_WORK, Objection.NOT_OFFERED, Objection.JUDGED_AGAIN})


class ItemForm(QWidget):
    """Says what a person decided of a device; whether it may be so is not this form's to say."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._case: ItemCase | None = None
        self._today = date.min
        self._evidence: Evidence | None = None
        self._choice, self._reason = QComboBox(self), QComboBox(self)
        for choice in (self._choice, self._reason):
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._note = QLineEdit(self)
        self._note.setMaxLength(500)
        self._details = ItemDetails(self)
        self._names = [plain_label(Role.CAPTION, parent=self) for _ in range(3)]
        self._leads_to = plain_label(Role.LEAD, wraps=True, parent=self)
        self._reads = ""
        self._client = plain_label(Role.CAPTION, wraps=True, parent=self)
        self._consequence = QScrollArea(self)
        self._error = plain_label(Role.CAPTION, wraps=True, parent=self)
        self._decide = QPushButton(self)
        set_role(self._decide, Role.PRIMARY)
        self._assemble()
        self._choice.currentIndexChanged.connect(self._choose)
        self._details.changed.connect(self._show_consequence)
        self._note.textEdited.connect(self._forgive)
        self._decide.clicked.connect(self._finish)
        for finished in (self._note.returnPressed, self._details.finished):
            finished.connect(self._finish)
        for place, key in enumerate(_KEYS):
            on_key(key, self, partial(self._choose_by_key, place))
        for wait, key in _WAIT_KEYS.items():
            on_key(key, self, partial(self._wait_by_key, wait))
        on_key("F8", self, self._decide.click)
        self._retranslate()

    def _assemble(self) -> None:
        page = QWidget(self)
        read = QVBoxLayout(page)
        read.setContentsMargins(0, Space.HALF, 0, 0)
        read.setSpacing(Space.HALF)
        for said in (self._leads_to, self._client):
            said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        read.addWidget(self._leads_to)
        read.addWidget(self._client)
        read.addStretch()
        # However long the words, the form keeps its height and the evidence its room.
        self._consequence.setFixedHeight(_READ_HEIGHT)
        self._consequence.setWidgetResizable(True)
        self._consequence.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._consequence.setFrameShape(QScrollArea.Shape.NoFrame)
        self._consequence.setWidget(page)
        page.setAutoFillBackground(False)
        self._consequence.viewport().setAutoFillBackground(False)
        for name, field in zip(self._names, (self._choice, self._reason, self._note), strict=True):
            name.setBuddy(field)
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.HALF)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._names[0], 0, 0)
        grid.addWidget(self._names[1], 0, 1)
        grid.addWidget(self._choice, 1, 0)
        grid.addWidget(self._reason, 1, 1)
        grid.addWidget(self._names[2], 2, 0)
        grid.addWidget(self._note, 3, 0)
        grid.addWidget(self._details, 2, 1, 2, 1)
        grid.addWidget(self._consequence, 4, 0, 1, 2)
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self._error, 1)
        foot.addWidget(self._decide)
        grid.addLayout(foot, 5, 0, 1, 2)

    def attach(self, evidence: Evidence) -> None:
        """Say whom to ask what an answer leads to, and who may decide."""
        self._evidence = evidence
        self._show_consequence()

    def show_case(self, case: ItemCase | None, today: date) -> None:
        """Offer the decisions of a case; what is half written for this very verdict stays."""
        before, self._case, self._today = self._case, case, today
        if before is not None and case is not None and (before.judged, before.asked) == (case.judged, case.asked):
            return
        if before is not None and case is not None and before.item.id == case.item.id and self._note.text():
            self._details.show_case(case, today)
            self._list_choices()
            self.show_error(objection_sentence(Objection.JUDGED_AGAIN))
            return
        self.setEnabled(case is not None)
        self._offer(whether=True)
        self._note.clear()
        self._details.show_case(case, today)
        self._list_choices()

    @property
    def reads(self) -> str:
        """What the client will read of what is chosen now."""
        return self._reads

    def show_error(self, sentence: str) -> None:
        """Say why nothing was decided."""
        self._error.setText(sentence)
        self._note.setAccessibleDescription(sentence)

    def show_ended(self, sentence: str) -> None:
        """Offer nothing any more, and say why; the note stays to be read and copied."""
        self._case = None
        self._offer(whether=False)
        self.show_error(sentence)

    def keep_note(self, note: str) -> None:
        """Write again what was written for this before, unless something is written already."""
        if not self._note.text():
            self._note.setText(note)

    def _offer(self, *, whether: bool) -> None:
        for part in (self._choice, self._reason, self._details, self._decide):
            part.setEnabled(whether)
        self._note.setReadOnly(not whether)

    def obey(self, command: Command) -> None:
        """Choose, turn to the next reason, or decide, as a command barcode says."""
        match command:
            case Command.PUT_OFF:
                self._wait_by_key(Wait.SNOOZED)
            case Command.HAND_ON:
                self._wait_by_key(Wait.DELEGATED)
            case Command.REASON_ON if self._reason.count():
                self._reason.setCurrentIndex((self._reason.currentIndex() + 1) % self._reason.count())
            case Command.DECIDE:
                self._decide.click()
            case _ if command in _CHOICES:
                self._choose_by_key(_CHOICES.index(command))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for name, words in zip(self._names, (self.tr("Decision"), self.tr("Reason"), self._note_name()), strict=True):
            name.setText(words)
        for field, name in zip((self._choice, self._reason, self._note), self._names, strict=True):
            field.setAccessibleName(name.text())
        self._consequence.setAccessibleName(self.tr("What the decision leads to"))
        self._decide.setText(self.tr("Decide (F8)"))
        self._list_choices()

    def _note_name(self) -> str:
        return self.tr("Note (needed)") if self._chosen() in NEEDS_NOTE else self.tr("Note")

    def _chosen(self) -> ItemChoice | None:
        chosen = self._choice.currentData()
        return ItemChoice(chosen) if chosen in set(ItemChoice) else None

    def _waits(self) -> Wait | None:
        chosen = self._choice.currentData()
        return Wait(chosen) if chosen in {each.value for each in _WAIT_KEYS} else None

    def _list_choices(self) -> None:
        kept = self._choice.currentData()
        with QSignalBlocker(self._choice):
            self._choice.clear()
            for key, choice in zip(_KEYS, self._case.choices if self._case else (), strict=False):
                words = f"{item_choice_word(choice)} ({key})"
                self._choice.addItem(words, choice.value)
            for wait, key in _WAIT_KEYS.items() if self._case else ():
                self._choice.addItem(f"{wait_word(wait)} ({key})", wait.value)
            self._choice.setCurrentIndex(max(0, self._choice.findData(kept)))
        self._choose()

    def _choose_by_key(self, place: int) -> None:
        if self._case is not None and place < len(self._case.choices):
            self._choice.setCurrentIndex(place)

    def _wait_by_key(self, wait: Wait) -> None:
        self._choice.setCurrentIndex(self._choice.findData(wait.value))

    def _choose(self) -> None:
        chosen, wait = self._chosen(), self._waits()
        self._reason.clear()
        for reason in ITEM_REASONS[chosen] if chosen else ():
            self._reason.addItem(item_reason_words(reason), reason.value)
        for words, value in wait_entries(wait, self._today, self._supervisors) if wait else ():
            self._reason.addItem(words, value)
        self._names[1].setText(wait_fields(wait)[0] if wait else self.tr("Reason"))
        self._reason.setAccessibleName(self._names[1].text())
        self._names[2].setText(self._note_name())
        self._note.setAccessibleName(self._names[2].text())
        self._details.show_choice(chosen)
        self._show_consequence()

    def _answer(self) -> ItemAnswer | None:
        chosen = self._chosen()
        if self._case is None or chosen is None:
            return None
        reason = str(self._reason.currentData())
        bare = ItemAnswer(self._case.item.id, self._case.judged, chosen, reason, self._note.text())
        return self._details.completed(bare)

    def _show_consequence(self) -> None:
        self.show_error("")
        answer, case = self._answer(), self._case
        if answer is None or case is None:
            self._leads_to.clear()
            self._client.clear()
            self._reads = ""
            return
        seen = self._evidence.preview(answer) if self._evidence else ItemPreview(case.item, answer)
        said = leads_to_words(answer.choice, seen.disposition, seen.send_back_to)
        flagged = [self.tr("It will be flagged for ever that you decided on your own work.")] if seen.alone else []
        self._leads_to.setText(" ".join([*said, *flagged]))
        may = payers(case.item, answer.choice)
        payer = may[0] if len(may) == 1 else answer.payer if may else None
        self._reads = reads_of_device(case, answer.choice, payer)
        self._client.setText(will_read(self._reads))
        if seen.objection in _AT_ONCE:
            self.show_error(objection_sentence(str(seen.objection)))

    def _forgive(self) -> None:
        self.show_error("")

    def _finish(self) -> None:
        answer, wait = self._answer(), self._waits()
        if answer is not None:
            self.decided.emit(answer)
        elif wait is not None and self._case is not None:
            self.decided.emit(
                not_yet(self._case, wait, str(self._reason.currentData() or ""), self._note.text().strip())
            )

    def _supervisors(self) -> Sequence[tuple[str, str]]:
        return self._evidence.supervisors() if self._evidence else ()
