"""The prints: what was asked for last, where each stands, how it looks; again, plates ahead, the commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from receiving_app.acts.printing import MOST_PLATES, PLATES_BY_COMMAND
from receiving_app.domain.papers import JobState
from receiving_app.domain.policy import Policy
from receiving_app.queries.printing import Print
from receiving_app.words import times
from receiving_app.words.printing import paper_word, state_word
from receiving_app.words.readings import shown
from ui.colors import Theme
from ui.models import Column, TableModel
from ui.parts.key_button import KeyButton, on_key
from ui.parts.labels import IconLabel, plain_label
from ui.prints.preview import Preview
from ui.station_screen import StationScreen
from ui.theme import Role, Space, Target, dock_stylesheet

_ROW = 48
_AGAIN, _PLATES, _COMMANDS, _FOLDER = "F5", "F6", "F7", "F8"


class PrintsScreen(StationScreen):
    """Lists prints, the newest first; what is wanted goes up as a signal."""

    chosen = Signal(int)
    again_wanted = Signal(int)
    plates_wanted = Signal(int)
    commands_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime], scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._policy = Policy()
        self._title = plain_label(Role.TITLE, parent=self)
        self._model = TableModel(self._columns())
        self._table = QTableView(self)
        self._note = plain_label(Role.LEAD, wraps=True, parent=self)
        self._preview = Preview(self)
        self._count = QSpinBox(self)
        self._count.setRange(1, MOST_PLATES)
        self._count.setValue(PLATES_BY_COMMAND)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count_name = plain_label(Role.LEAD, parent=self)
        self._buttons = QWidget(self)
        self._buttons.setMinimumHeight(Target.DOCK)
        self._again = KeyButton("repeat", _AGAIN, theme, primary=True, parent=self._buttons)
        self._plates = KeyButton("barcode", _PLATES, theme, parent=self._buttons)
        self._commands = KeyButton("list", _COMMANDS, theme, parent=self._buttons)
        self._folder = KeyButton("photo", _FOLDER, theme, parent=self._buttons)
        self._set_up_table()
        self._listen()
        self._assemble()
        self.set_scale(scale)
        self._retranslate()

    def _set_up_table(self) -> None:
        self._table.setModel(self._model)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setAlternatingRowColors(True)
        self._table.setTabKeyNavigation(False)
        self._table.setWordWrap(False)
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(_ROW)
        header = self._table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.selectionModel().currentRowChanged.connect(self._choose)

    def _listen(self) -> None:
        for key, button, act in (
            (_AGAIN, self._again, self._want_again),
            (_PLATES, self._plates, self._want_plates),
            (_COMMANDS, self._commands, self.commands_wanted.emit),
            (_FOLDER, self._folder, self.folder_wanted.emit),
        ):
            button.clicked.connect(act)
            on_key(key, self, act)

    def _assemble(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._title)
        left.addWidget(self._table, 1)
        left.addWidget(self._note)
        right.addWidget(self._preview, 1)
        how_many = QHBoxLayout()
        how_many.addStretch(1)
        how_many.addWidget(self._count_name)
        how_many.addWidget(self._count)
        left.addLayout(how_many)
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(Space.M)
        for button in (self._again, self._plates, self._commands, self._folder):
            buttons.addWidget(button, 1)
        left.addWidget(self._buttons)
        for column in (left, right):
            column.setSpacing(Space.S)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        whole.setSpacing(Space.M)
        whole.addLayout(left, 64)
        whole.addLayout(right, 36)

    @property
    def in_hand(self) -> Print | None:
        """The print that is chosen."""
        row = self._table.currentIndex().row()
        return self._model.rows[row] if 0 <= row < len(self._model.rows) else None

    def show_prints(self, prints: Sequence[Print]) -> None:
        """Show what was asked for; the chosen one stays chosen, or the newest is."""
        chosen = self.in_hand.number if self.in_hand else None
        self._model.show_rows(prints)
        numbers = [each.number for each in prints]
        if not numbers:
            self.show_page(None)
            return
        row = numbers.index(chosen) if chosen in numbers else 0
        choose = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._table.selectionModel().setCurrentIndex(self._model.index(row, 0), choose)

    def show_page(self, page: QImage | None) -> None:
        """Show how the chosen print looks."""
        print_ = self.in_hand
        name = paper_word(print_.kind) if print_ else ""
        self._preview.show_page(page, self.tr("Preview: {}").format(name))
        self.show_note(print_.problem or "" if print_ else self.tr("Nothing was printed yet."))

    def show_note(self, sentence: str) -> None:
        """Say something about the chosen print, or about what was wanted."""
        self._note.setText(shown(sentence, 300))

    def set_policy(self, policy: Policy) -> None:
        self._policy = policy
        self._model.show_rows(self._model.rows)

    def set_theme(self, theme: Theme) -> None:
        for icon in self.findChildren(IconLabel):
            icon.set_theme(theme)

    def set_scale(self, scale: float) -> None:
        self._buttons.setStyleSheet(dock_stylesheet(scale))
        for icon in self._buttons.findChildren(IconLabel):
            icon.set_scale(scale)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _columns(self) -> tuple[Column[Print], ...]:
        return (
            Column("when", lambda: self.tr("Asked for"), self._when),
            Column("what", lambda: self.tr("What"), self._what),
            Column("of", lambda: self.tr("Of"), lambda each: shown(each.thing)),
            Column("state", lambda: self.tr("Where it stands"), lambda each: state_word(each.state)),
        )

    def _when(self, each: Print) -> str:
        calendar = self._policy.calendar
        if calendar.local(each.queued_at).date() == calendar.local(self._now()).date():
            return times.short_clock(each.queued_at, calendar)
        return times.day_and_clock(each.queued_at, calendar)

    def _what(self, each: Print) -> str:
        word = paper_word(each.kind)
        return self.tr("{}, copy").format(word) if each.is_copy else word

    def _choose(self) -> None:
        if self.in_hand is not None:
            self._again.setEnabled(self.in_hand.state is not JobState.WITHDRAWN)
            self.chosen.emit(self.in_hand.number)

    def _want_again(self) -> None:
        if self.in_hand is not None and self._again.isEnabled():
            self.again_wanted.emit(self.in_hand.number)

    def _want_plates(self) -> None:
        self.plates_wanted.emit(self._count.value())

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Prints"))
        self._table.setAccessibleName(self.tr("Prints, the newest first"))
        self._count_name.setText(self.tr("Plates on a roll"))
        self._count.setAccessibleName(self.tr("Plates on a roll"))
        self._again.say(self.tr("Print again"))
        self._plates.say(self.tr("Plates ahead"))
        self._commands.say(self.tr("Commands"))
        self._folder.say(self.tr("Folder of PDFs"))
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._model.columnCount() - 1)
