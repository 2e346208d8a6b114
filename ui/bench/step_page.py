"""The step that is due: what to look at, within which limits, and the one way to answer it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from receiving_app.domain.command import Command
from receiving_app.domain.inspection import LONGEST_VALUE, NoPhoto, StepKind, TestStep
from receiving_app.domain.item import Item
from receiving_app.words.commands import command_word
from receiving_app.words.readings import shown
from receiving_app.words.workbench import allowed, due_sentence, marks_of, no_photo_words, result_words, step_place
from ui.colors import Theme
from ui.parts.key_button import PHOTO_KEY, KeyButton, on_key
from ui.parts.labels import plain_label
from ui.theme import Role, Space, Target, Type, set_role

#: As many answers as have a place; further ones are given by their digit.
MOST_OPTIONS = 8
_COLUMNS = 4
_LONGEST_NOTE = 200


class StepPage(QWidget):
    """Shows one step at a time, and says what was answered."""

    command_given = Signal(object)  # Command
    answered = Signal(str)
    value_written = Signal(str)
    note_written = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._item: Item | None = None
        self._due: TestStep | None = None
        self._place = plain_label(Role.CAPTION, parent=self)
        self._title = plain_label(Role.HEADLINE, wraps=True, parent=self)
        self._allowed = plain_label(Role.TITLE, wraps=True, parent=self)
        self._how = plain_label(Role.LEAD, wraps=True, parent=self)
        self._before = plain_label(Role.LEAD, wraps=True, parent=self)
        self._note = QLineEdit(self)
        self._note.setMaxLength(_LONGEST_NOTE)
        self._pass = KeyButton("circle-check", "F5", theme, primary=True, parent=self)
        self._fail = KeyButton("octagon-x", "F7", theme, parent=self)
        self._value = QLineEdit(self)
        self._value.setMaxLength(LONGEST_VALUE)
        self._value.setStyleSheet(f"font-size: {Type.HEADLINE}px; min-height: {Target.DESK}px")
        self._unit = plain_label(Role.HEADLINE, parent=self)
        self._enter = KeyButton("check", "Enter", theme, primary=True, parent=self)
        self._photo = KeyButton("camera", PHOTO_KEY, theme, primary=True, parent=self)
        self._without = [
            KeyButton("x", f"Ctrl+{place}", theme, parent=self) for place, _ in enumerate(NoPhoto, start=1)
        ]
        self._options = [
            KeyButton("check", f"Ctrl+{place}", theme, parent=self) for place in range(1, MOST_OPTIONS + 1)
        ]
        self._inputs = QStackedWidget(self)
        self._pages = {
            StepKind.PASS_FAIL: self._row(self._pass, self._fail),
            StepKind.MEASURE: self._row(self._value, self._unit, self._enter),
            StepKind.CHOICE: self._choices(),
            StepKind.PHOTO: self._row(self._photo, *self._without),
        }
        self._nothing = QWidget(self)
        for page in (*self._pages.values(), self._nothing):
            self._inputs.addWidget(page)
        self._assemble()
        self._listen()
        self._retranslate()

    def _row(self, *parts: QWidget) -> QWidget:
        page = QWidget(self)
        row = QGridLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.setRowMinimumHeight(0, Target.DOCK)
        for place, part in enumerate(parts):
            row.addWidget(part, 0, place)
            row.setColumnStretch(place, 0 if part is self._unit else 1)
        return page

    def _choices(self) -> QWidget:
        page = QWidget(self)
        self._grid = grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.S)
        for place, button in enumerate(self._options):
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        return page

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.HALF, Space.L, Space.S)
        column.setSpacing(Space.S)
        for part in (self._place, self._title, self._allowed, self._how, self._before):
            column.addWidget(part)
        column.addStretch()
        column.addWidget(self._inputs)
        column.addWidget(self._note)

    def _listen(self) -> None:
        self._pass.clicked.connect(partial(self.command_given.emit, Command.PASS))
        self._fail.clicked.connect(partial(self.command_given.emit, Command.FAIL))
        self._photo.clicked.connect(partial(self.command_given.emit, Command.PHOTO))
        self._enter.clicked.connect(self._finish)
        self._value.returnPressed.connect(self._finish)
        self._value.textEdited.connect(self.value_written)
        self._note.textEdited.connect(self.note_written)
        on_key("F5", self, self._pass.click)
        on_key("F7", self, self._fail.click)
        on_key(PHOTO_KEY, self, self._photo.click)
        for place, button in enumerate(self._options):
            button.clicked.connect(partial(self._choose, place))
            on_key(f"Ctrl+{place + 1}", self, button.click)
        for place, button in enumerate(self._without):
            button.clicked.connect(partial(self._choose, place))

    def show_step(self, item: Item | None, due: TestStep | None, value: str, note: str) -> None:
        """Show the step that is due, with what is written of its answer so far."""
        self._item, self._due = item, due
        for field, text in ((self._value, value), (self._note, note)):
            if field.text() != text:
                field.setText(text)
        self._fill()
        kind = due.kind if due else None
        self._inputs.setCurrentWidget(self._pages[kind] if kind else self._nothing)
        self._note.setVisible(due is not None)
        for button in (self._pass, self._fail):
            button.setEnabled(kind is StepKind.PASS_FAIL)
        self._photo.setEnabled(kind is StepKind.PHOTO)
        for button in self._without:
            button.setVisible(due is not None and bool(due.answers))

    def take_focus(self) -> None:
        """Give the keys to the field where a value is typed."""
        if self._due is not None and self._due.kind is StepKind.MEASURE:
            self._value.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _fill(self) -> None:
        item, due = self._item, self._due
        inspection = item.inspection if item else None
        template = inspection.template if inspection else None
        options = due.options if due else ()
        for place, button in enumerate(self._options):
            button.setVisible(place < len(options))
            if place < len(options):
                button.say(f"{place + 1} {shown(options[place].name, 32)}")
        self._grid.setRowMinimumHeight(0, Target.DOCK if options else 0)
        self._grid.setRowMinimumHeight(1, Target.DOCK if len(options) > _COLUMNS else 0)
        if due is None or template is None or inspection is None:
            self._place.setText("")
            self._title.setText(self.tr("Every step has its result.") if template else self.tr("No test steps."))
            self._allowed.setText("")
            self._how.setText(self.tr("Say how it ended: F10, or scan the outcome."))
            self._before.setText("")
            return
        self._place.setText(step_place(template.steps.index(due) + 1, len(template.steps)))
        self._title.setText(shown(due.title, 120))
        measures = due.kind is StepKind.MEASURE
        self._allowed.setText(allowed(due.limits) if measures else "")
        self._allowed.setVisible(measures)
        self._unit.setText(due.limits.unit if due.limits else "")
        self._how.setText(" ".join(filter(None, (due_sentence(due.kind), marks_of(due)))))
        before = [result_words(result, due) for result in inspection.results if result.step == due.id]
        self._before.setText(self.tr("Before: {}").format(" → ".join(before[-4:])) if before else "")

    def _choose(self, place: int) -> None:
        if self._due is not None and place < len(self._due.answers):
            self.answered.emit(self._due.answers[place])

    def _finish(self) -> None:
        self.answered.emit(self._value.text())

    def _retranslate(self) -> None:
        self._pass.say(command_word(Command.PASS))
        self._fail.say(command_word(Command.FAIL))
        self._photo.say(self.tr("Take the photo"))
        for place, (button, why) in enumerate(zip(self._without, NoPhoto, strict=True), start=1):
            button.say(f"{place} {no_photo_words(why)}")
        self._enter.say(self.tr("Take the value"))
        self._value.setAccessibleName(self.tr("Measured value"))
        self._note.setAccessibleName(self.tr("Note on this step"))
        self._note.setPlaceholderText(self.tr("Note, if there is something to say"))
        self._fill()
