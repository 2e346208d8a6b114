"""The technician's screen: the queue, the test of what is in hand step by step, and how it ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from receiving_app.acts.workbench_outcome import Code, Hand, WorkbenchOutcome
from receiving_app.domain.command import Command
from receiving_app.domain.policy import Policy
from receiving_app.queries.bench import Queued
from receiving_app.words.commands import command_word
from ui.bench.device_card import DeviceCard
from ui.bench.message_bar import MessageBar
from ui.bench.outcome_page import OutcomePage
from ui.bench.queue_page import QueuePage
from ui.bench.step_list import StepList
from ui.bench.step_page import StepPage
from ui.bench.view import View
from ui.colors import Theme
from ui.parts.key_button import KeyButton, on_key
from ui.parts.labels import IconLabel
from ui.parts.state_ring import ListenState, StateRing
from ui.station_screen import StationScreen
from ui.theme import Space, Target, dock_stylesheet

#: What is done by each button of the bar; None is the screen's own affair.
_BAR: tuple[tuple[Command | None, str, str], ...] = (
    (Command.LATER, "arrow-right", "F1"),
    (Command.STEP_BACK, "repeat", "F4"),
    (Command.HAZARD, "flame", "F6"),
    (Command.UNDO, "arrow-back-up", "F9"),
    (None, "list", "F10"),
    (Command.BATCH, "tag", "F11"),
    (Command.SAVE, "circle-check", "F12"),
)
#: What makes sense with nothing in hand.
_ALWAYS: frozenset[Command | None] = frozenset({Command.UNDO})
#: What makes sense over a test, and what over its outcome.
_TESTING: frozenset[Command | None] = frozenset(act for act, _, _ in _BAR if act is not Command.SAVE)
_ENDING: frozenset[Command | None] = frozenset({Command.LATER, Command.HAZARD, Command.UNDO, None, Command.SAVE})
_LONGEST_TYPED = 200


class BenchScreen(StationScreen):
    """Shows what acts and queries answer, and says in signals what the technician did."""

    command_given = Signal(object)  # Command
    text_typed = Signal(str)
    device_chosen = Signal(str)
    step_chosen = Signal(str)
    answered = Signal(str)
    value_written = Signal(str)
    note_written = Signal(str)
    outcome_chosen = Signal(object)  # InspectionOutcome
    ending_written = Signal(object)  # Ending

    def __init__(self, theme: Theme, now: Callable[[], datetime], scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._policy = Policy()
        self._view = View(WorkbenchOutcome(Code.READY, Hand()))
        self._choosing = False
        self._ring = StateRing(theme, self)
        self._field = QLineEdit(self)
        self._field.setMaxLength(_LONGEST_TYPED)
        self._message = MessageBar(theme, self)
        self._queue = QueuePage(theme, self)
        self._card = DeviceCard(self)
        self._steps = StepList(theme, self)
        self._step = StepPage(theme, self)
        self._outcome = OutcomePage(theme, self)
        self._buttons = {
            key: (act, KeyButton(icon, key, theme, primary=key == "F12", parent=self)) for act, icon, key in _BAR
        }
        self._assemble()
        self._listen()
        self.set_scale(scale)
        self._retranslate()
        self.show_view(self._view)

    def _assemble(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addWidget(self._card)
        left.addWidget(self._steps, 1)
        self._work = QStackedWidget(self)
        for page in (self._step, self._outcome):
            self._work.addWidget(page)
        self._device = QWidget(self)
        work = QHBoxLayout(self._device)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(Space.M)
        left_half = QWidget(self._device)
        left.setContentsMargins(0, 0, 0, 0)
        left_half.setLayout(left)
        for half in (left_half, self._work):
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        work.addWidget(left_half, 42)
        work.addWidget(self._work, 58)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._queue)
        self._pages.addWidget(self._device)
        self._pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        top = QHBoxLayout()
        top.setSpacing(Space.M)
        top.addWidget(self._ring, 3)
        top.addWidget(self._field, 2)
        bar = QGridLayout()
        bar.setSpacing(Space.M)
        bar.setRowMinimumHeight(0, Target.DOCK)  # a style sheet's least height goes before a button's own
        for place, (_, button) in enumerate(self._buttons.values()):
            bar.addWidget(button, 0, place)
            bar.setColumnStretch(place, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        whole.setSpacing(Space.S)
        whole.addLayout(top)
        whole.addWidget(self._message)
        whole.addWidget(self._pages, 1)
        whole.addLayout(bar)

    def _listen(self) -> None:
        for key, (act, button) in self._buttons.items():
            button.clicked.connect(partial(self._press, act))
            on_key(key, self, button.click)
        on_key("F2", self, self._type)
        on_key("Ctrl+Up", self, partial(self.command_given.emit, Command.STEP_BACK))
        on_key("Ctrl+Down", self, partial(self.command_given.emit, Command.STEP_ON))
        on_key("Esc", self, self._leave_field)
        self._field.returnPressed.connect(self._typed)
        self._queue.opened.connect(self.device_chosen)
        self._steps.chosen.connect(self.step_chosen)
        self._step.command_given.connect(self.command_given)
        self._step.answered.connect(self.answered)
        self._step.value_written.connect(self.value_written)
        self._step.note_written.connect(self.note_written)
        self._outcome.chosen.connect(self.outcome_chosen)
        self._outcome.written.connect(self.ending_written)

    def show_view(self, view: View) -> None:
        """Show what became of a scan or an act, and what is in hand."""
        before, self._view = self._view, view
        hand, front = view.outcome.hand, view.front
        ended = before.outcome.hand.ending is not None and hand.ending is None
        if ended or front is None or view.outcome.code in {Code.PASSED, Code.FAILED, Code.STEP_CHOSEN}:
            self._choosing = False
        self._message.show_outcome(view.outcome, self._policy)
        self._card.show_devices(view.devices)
        item = front.item if front else None
        self._steps.show_item(item, view.due)
        self._step.show_step(item, view.due, hand.value, hand.note)
        self._show_pages()
        self.take_focus()

    def show_preview(self, view: View) -> None:
        """Show what a changed outcome leads to, and leave the cursor where somebody types."""
        self._view = view
        self._outcome.show_ending(view.outcome.hand.ending, view.preview)

    def show_queue(self, queue: Sequence[Queued]) -> None:
        """Show what waits at the bench."""
        self._queue.show_queue(queue)

    def show_state(self, state: ListenState, note: str = "") -> None:
        self._ring.show_state(state, note)

    def set_policy(self, policy: Policy) -> None:
        self._policy = policy
        self._message.show_outcome(self._view.outcome, policy)

    def set_theme(self, theme: Theme) -> None:
        for part in (self._ring, self._message, self._queue, self._steps):
            part.set_theme(theme)
        for icon in self.findChildren(IconLabel):
            icon.set_theme(theme)

    def set_scale(self, scale: float) -> None:
        self.setStyleSheet(dock_stylesheet(scale))
        for button in self.findChildren(KeyButton):
            for icon in button.findChildren(IconLabel):
                icon.set_scale(scale)

    def take_focus(self) -> None:
        """Give the keys to where something is typed next."""
        if not self.isVisible():
            return
        if self._view.front is None:
            self.setFocus()
        elif self._ends:
            self._outcome.take_focus()
        else:
            self._step.take_focus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._view.front is not None:
            self.take_focus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    @property
    def _ends(self) -> bool:
        return self._choosing or self._view.outcome.hand.ending is not None

    def _show_pages(self) -> None:
        in_hand = self._view.front is not None
        self._pages.setCurrentWidget(self._device if in_hand else self._queue)
        self._work.setCurrentWidget(self._outcome if self._ends else self._step)
        self._outcome.show_ending(self._view.outcome.hand.ending, self._view.preview)
        sensible = self._sensible() if in_hand else _ALWAYS
        for act, button in self._buttons.values():
            button.setVisible(act in sensible)

    def _sensible(self) -> frozenset[Command | None]:
        if self._view.outcome.hand.ending is not None:
            return _ENDING
        return _ENDING - {Command.SAVE} if self._choosing else _TESTING

    def _press(self, act: Command | None) -> None:
        if act is not None:
            self.command_given.emit(act)
        elif self._view.outcome.hand.ending is not None:
            self.command_given.emit(Command.LATER)
        else:
            self._choosing = not self._choosing
            self._show_pages()
            self.take_focus()

    def _type(self) -> None:
        self._field.setFocus()
        self._field.selectAll()

    def _leave_field(self) -> None:
        self._field.clear()
        self.take_focus()

    def _typed(self) -> None:
        text = self._field.text()
        self._field.clear()
        if text.strip():
            self.text_typed.emit(text)

    def _retranslate(self) -> None:
        self._field.setAccessibleName(self.tr("Item label, serial number or part (F2)"))
        self._field.setPlaceholderText(self.tr("Label or serial number (F2)"))
        for act, button in self._buttons.values():
            button.say(command_word(act) if act is not None else self.tr("How it ended"))
        self._message.show_outcome(self._view.outcome, self._policy)
