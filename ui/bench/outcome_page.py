"""How the inspection ended: the outcomes, what each needs, and what follows from it before it is saved."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from receiving_app.acts.bench_outcome import Ending, Preview
from receiving_app.domain.disposition import WAITING, InspectionOutcome, Next
from receiving_app.words.bench import client_reads, consequence, outcome_word, payer_because, refusal_sentence
from receiving_app.words.readings import shown
from receiving_app.words.workbench import offered, offers_words
from ui.bench.message_bar import name_of
from ui.colors import Theme
from ui.parts.key_button import KeyButton, on_key
from ui.parts.labels import plain_label
from ui.theme import Role, Space, Target, Tone, set_role

_COLUMNS = 3
_ICONS = {
    InspectionOutcome.NO_FAULT_FOUND: "circle-check",
    InspectionOutcome.REPAIRED: "settings",
    InspectionOutcome.REPLACED: "repeat",
    InspectionOutcome.NOT_COVERED: "hand-stop",
    InspectionOutcome.UNREPAIRABLE: "octagon-x",
    InspectionOutcome.AWAITING_PARTS: "clock",
    InspectionOutcome.AWAITING_STOCK: "package",
    InspectionOutcome.CANNOT_TEST: "pause",
}
_LONGEST = 400
_SENT = frozenset({Next.RETURN, Next.SEND_REPLACEMENT})
_NEEDS_REASON = WAITING | {InspectionOutcome.NOT_COVERED, InspectionOutcome.UNREPAIRABLE}


class OutcomePage(QWidget):
    """Says which outcome was chosen and what was written of it; nothing is saved here."""

    chosen = Signal(object)  # InspectionOutcome
    written = Signal(object)  # Ending

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._ending: Ending | None = None
        self._preview: Preview | None = None
        self._title = plain_label(Role.TITLE, wraps=True, parent=self)
        self._buttons = {
            outcome: KeyButton(_ICONS[outcome], f"Shift+F{place}", theme, parent=self)
            for place, outcome in enumerate(InspectionOutcome, start=1)
        }
        self._reason = QComboBox(self)
        self._repair = QComboBox(self)
        self._parts = QLineEdit(self)
        self._replacement = QLineEdit(self)
        self._fields: dict[str, tuple[QLabel, QWidget]] = {}
        self._offers = plain_label(Role.CAPTION, wraps=True, parent=self)
        self._follows = plain_label(Role.LEAD, wraps=True, parent=self)
        self._client = plain_label(Role.LEAD, wraps=True, parent=self)
        self._against = plain_label(Role.LEAD, wraps=True, parent=self)
        self._warned = QWidget(self)
        self._assemble()
        self._listen()
        self._retranslate()

    def _assemble(self) -> None:
        self._choices = QWidget(self)
        choices = QGridLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(Space.S)
        for place, button in enumerate(self._buttons.values()):
            choices.addWidget(button, place // _COLUMNS, place % _COLUMNS)
            choices.setRowMinimumHeight(place // _COLUMNS, Target.DOCK)
            choices.setColumnStretch(place % _COLUMNS, 1)
        self._form = QWidget(self)
        form = QGridLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(Space.S)
        form.setColumnStretch(1, 1)
        fields = {"reason": self._reason, "repair": self._repair, "parts": self._parts, "new": self._replacement}
        for place, (name, field) in enumerate(fields.items()):
            label = plain_label(Role.LEAD, parent=self)
            self._fields[name] = (label, field)
            form.addWidget(label, place, 0)
            form.addWidget(field, place, 1)
        for combo in (self._reason, self._repair):
            combo.setEditable(True)
            combo.setCompleter(QCompleter(combo))  # the usual one writes more than was typed
            combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            combo.setMinimumHeight(Target.DESK)
        for line in (self._parts, self._replacement, self._reason.lineEdit(), self._repair.lineEdit()):
            if line is not None:
                line.setMaxLength(_LONGEST)
        set_role(self._warned, Role.VERDICT, Tone.HOLD)
        warned = QVBoxLayout(self._warned)
        warned.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        warned.addWidget(self._against)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addWidget(self._choices)
        column.addWidget(self._form)
        column.addWidget(self._offers)
        column.addWidget(self._area(), 1)
        column.addStretch()

    def _area(self) -> QScrollArea:
        """Let what follows scroll where a small screen and a long language leave it no room."""
        holder = QWidget(self)
        told = QVBoxLayout(holder)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(Space.S)
        for part in (self._warned, self._follows, self._client):
            told.addWidget(part)
        told.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        for painted in (holder, area.viewport()):
            painted.setAutoFillBackground(False)
        self._scroll = area
        return area

    def _listen(self) -> None:
        for place, (outcome, button) in enumerate(self._buttons.items(), start=1):
            button.clicked.connect(partial(self._choose, outcome))
            on_key(f"Shift+F{place}", self, partial(self._choose, outcome))
        self._reason.editTextChanged.connect(self._write)
        self._repair.editTextChanged.connect(self._write)
        self._parts.textEdited.connect(self._write)
        self._replacement.textEdited.connect(self._write)

    def show_ending(self, ending: Ending | None, preview: Preview | None) -> None:
        """Show what is written of an outcome so far, and what it leads to."""
        before, self._ending, self._preview = self._ending, None, preview
        outcome = ending.outcome if ending else None
        if before is None or ending is None or before.outcome is not ending.outcome:
            self._offer(outcome)
        if ending is not None:
            _put(self._reason, ending.reason)
            _put(self._repair, ending.repair)
            _put(self._parts, ", ".join(ending.parts_used))
            _put(self._replacement, ending.replacement_serial)
        self._ending = ending
        self._choices.setVisible(outcome is None)
        self._form.setVisible(outcome is not None)
        self._scroll.setVisible(outcome is not None)
        self._show_fields(outcome)
        self._fill()

    def take_focus(self) -> None:
        """Give the keys to the first field that the outcome needs."""
        field = next((field for _, field in self._fields.values() if field.isVisible()), self)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _offer(self, outcome: InspectionOutcome | None) -> None:
        """Offer what is mostly written, under the digit that chooses it."""
        texts = offered(outcome) if outcome else ()
        for combo in (self._reason, self._repair):
            blocked = combo.blockSignals(True)
            combo.clear()
            combo.addItems(list(texts))
            combo.setCurrentIndex(-1)
            combo.setEditText("")
            combo.blockSignals(blocked)

    def _show_fields(self, outcome: InspectionOutcome | None) -> None:
        needed = {
            "reason": outcome in _NEEDS_REASON,
            "repair": outcome is InspectionOutcome.REPAIRED,
            "parts": outcome is InspectionOutcome.REPAIRED,
            "new": outcome is InspectionOutcome.REPLACED,
        }
        for name, parts in self._fields.items():
            for part in parts:
                part.setVisible(needed[name])

    def _choose(self, outcome: InspectionOutcome) -> None:
        self.chosen.emit(outcome)

    def _write(self) -> None:
        if self._ending is None:
            return
        parts = tuple(part.strip() for part in self._parts.text().split(",") if part.strip())
        self.written.emit(
            replace(
                self._ending,
                reason=self._reason.currentText(),
                repair=self._repair.currentText(),
                parts_used=parts,
                replacement_serial=self._replacement.text(),
            )
        )

    def _fill(self) -> None:
        preview, ending = self._preview, self._ending
        offers = offers_words(ending.outcome) if ending else ""
        self._offers.setText(self.tr("Digits: {}").format(offers) if offers else "")
        self._offers.setVisible(bool(offers))
        self._title.setText(
            outcome_word(ending.outcome)
            if ending
            else self.tr("How did it end? You see what follows before it is saved.")
        )
        refusal = preview.refusal if preview else None
        self._against.setText(refusal_sentence(refusal) if refusal else "")
        self._warned.setVisible(refusal is not None)
        disposition = preview.disposition if preview else None
        if preview is None or preview.item is None or disposition is None:
            self._follows.clear()
            self._client.clear()
            return
        told = consequence(disposition, preview.send_back_to)
        because = payer_because(disposition) if disposition.next in _SENT else ""
        self._follows.setText("\n".join(filter(None, (*told, because))))
        outcome, replacement = preview.ending.outcome, shown(preview.ending.replacement_serial or "…")
        reads = client_reads(outcome, disposition, name_of(preview.item), replacement)
        self._client.setText(self.tr("The client will read: {}").format(reads))

    def _retranslate(self) -> None:
        for outcome, button in self._buttons.items():
            button.say(outcome_word(outcome))
        words = {
            "reason": self.tr("Reason"),
            "repair": self.tr("What was repaired"),
            "parts": self.tr("Parts used"),
            "new": self.tr("Replacement's serial number"),
        }
        for name, (label, field) in self._fields.items():
            label.setText(words[name])
            field.setAccessibleName(words[name])
        self._parts.setPlaceholderText(self.tr("Scan each part, or type them with commas between"))
        self._replacement.setPlaceholderText(self.tr("Scan it on the replacement itself"))
        self._scroll.setAccessibleName(self.tr("What follows from it"))
        self._fill()


def _put(field: QComboBox | QLineEdit, text: str) -> None:
    """Show a text in a field that doesn't say it already: the cursor stays where somebody types."""
    if isinstance(field, QComboBox):
        if field.currentText() != text:
            field.setEditText(text)
    elif field.text() != text and _parts_of(field.text()) != text:
        field.setText(text)


def _parts_of(text: str) -> str:
    return ", ".join(part.strip() for part in text.split(",") if part.strip())
