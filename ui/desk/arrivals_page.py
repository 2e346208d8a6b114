"""What is still to arrive: filters with their counts, and the RMAs, the most urgent first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from receiving_app.domain.arrivals import Arrival, Due
from receiving_app.domain.command import Command
from receiving_app.domain.policy import Policy
from receiving_app.queries.arrivals import Arrivals, Wanted
from receiving_app.words import times
from receiving_app.words.arrivals import (
    awaited_words,
    days_left_words,
    due_sentence,
    due_word,
    out_words,
    replaced_sentence,
)
from receiving_app.words.readings import shown
from ui.desk.tables import desk_table, fit_columns
from ui.models import Column, TableModel
from ui.parts.key_button import on_key
from ui.parts.labels import plain_label
from ui.theme import Role, Space

#: What each button shows, in their order.
_FILTERS = (
    Wanted(),
    Wanted(Due.LAPSING),
    Wanted(Due.SOON),
    Wanted(Due.EXPECTED),
    Wanted(Due.OVERDUE),
    Wanted(replaced=True),
)
_LONGEST_NAME = 80
_PARTNER_WIDTH = 240


class ArrivalsPage(QWidget):
    """Asks for arrivals whenever a filter changes; the filters stay as they are until somebody changes them."""

    wanted_changed = Signal(object)  # queries.arrivals.Wanted
    list_wanted = Signal(str)  # which arrivals, in a sentence
    opened = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._policy = Policy()
        self._arrivals: Arrivals | None = None
        self._buttons = [QPushButton(self) for _ in _FILTERS]
        self._group = QButtonGroup(self)
        self._partner = QLineEdit(self)
        self._partner.setMaxLength(_LONGEST_NAME)
        self._note = plain_label(Role.LEAD, wraps=True, parent=self)
        self._print = QPushButton(self)
        self._model = TableModel(self._columns())
        self._table = desk_table(self._model, self)
        self._table.activated.connect(self._open)
        self._assemble()
        self._retranslate()

    def _assemble(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(Space.S)
        for place, button in enumerate(self._buttons):
            button.setCheckable(True)
            self._group.addButton(button, place)
            filters.addWidget(button)
        self._buttons[0].setChecked(True)
        filters.addStretch()
        self._partner.setFixedWidth(_PARTNER_WIDTH)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self._note, 1)
        foot.addWidget(self._partner)
        foot.addWidget(self._print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(filters)
        column.addLayout(foot)
        column.addWidget(self._table, 1)
        self._group.idClicked.connect(self._ask)
        self._partner.textChanged.connect(self._ask)
        self._print.clicked.connect(self._want_list)
        on_key("Ctrl+P", self, self._want_list)
        for place in range(len(_FILTERS)):
            on_key(f"Ctrl+{place + 1}", self, partial(self._press, place))

    @property
    def wanted(self) -> Wanted:
        """What the filters ask for."""
        chosen = _FILTERS[max(0, self._group.checkedId())]
        return Wanted(chosen.due, chosen.replaced, self._partner.text())

    @property
    def arrivals(self) -> Arrivals | None:
        """What is shown; None before the first answer."""
        return self._arrivals

    def obey(self, command: Command) -> bool:
        """Do what a command barcode says; False where there is nothing for it here."""
        match command:
            case Command.ROW_ON | Command.ROW_BACK:
                row = self._table.currentIndex().row() + (1 if command is Command.ROW_ON else -1)
                self._table.selectRow(min(max(row, 0), self._model.rowCount() - 1))
            case Command.VIEW_ON:
                self._press((self._group.checkedId() + 1) % len(_FILTERS))
            case Command.OPEN_ROW:
                self._open()
            case Command.PRINT_PAGE:
                self._want_list()
            case _:
                return False
        return True

    def show_arrivals(self, arrivals: Arrivals) -> None:
        """Show what is still to arrive."""
        self._arrivals = arrivals
        row = max(0, self._table.currentIndex().row())
        self._model.show_rows(arrivals.rows)
        fit_columns(self._table)
        if arrivals.rows:
            self._table.selectRow(min(row, len(arrivals.rows) - 1))
        self._say()

    def show_trouble(self) -> None:
        """Say that the memory could not be asked."""
        self._note.setText(self.tr("The arrivals can't be read. Try again; if it fails again, call support."))

    def set_policy(self, policy: Policy) -> None:
        """Use a policy's calendar from now on."""
        self._policy = policy

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._table.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _press(self, place: int) -> None:
        self._buttons[place].setChecked(True)
        self._ask()

    def _ask(self) -> None:
        self.wanted_changed.emit(self.wanted)

    def _want_list(self) -> None:
        """Ask for what is shown on paper; the filter and the partner stand above it."""
        words = (self._buttons[max(0, self._group.checkedId())].text(), self._partner.text().strip(), self._about())
        self.list_wanted.emit(" · ".join(word for word in words if word))

    def _open(self) -> None:
        index = self._table.currentIndex()
        if index.isValid():
            self.opened.emit(self._model.rows[index.row()].rma.number)

    def _retranslate(self) -> None:
        self._partner.setPlaceholderText(self.tr("Partner"))
        self._partner.setAccessibleName(self.tr("Only of this partner"))
        self._print.setText(self.tr("Print this list"))
        self._print.setToolTip(self.tr("Ctrl+P"))
        self._table.setAccessibleName(self.tr("What is still to arrive"))
        self._say()

    def _say(self) -> None:
        for place, (button, each) in enumerate(zip(self._buttons, _FILTERS, strict=True), 1):
            button.setText(self._filter_words(each))
            button.setToolTip(self.tr("Ctrl+{}").format(place))
            button.setAccessibleName(button.text())
        found = self._arrivals
        self._note.setText(self._about())
        if found is not None and found.total > len(found.rows):
            more = self.tr("{sentence} The first {shown} of {total} are shown.")
            self._note.setText(more.format(sentence=self._note.text(), shown=len(found.rows), total=found.total))

    def _about(self) -> str:
        chosen = _FILTERS[max(0, self._group.checkedId())]
        owed = self._arrivals.owed if self._arrivals else 0
        return replaced_sentence(owed) if chosen.replaced else due_sentence(chosen.due)

    def _filter_words(self, each: Wanted) -> str:
        found = self._arrivals
        if each.replaced:
            words, count = self.tr("Owed"), found.replaced if found else None
        elif each.due is None:
            in_time = (Due.LAPSING, Due.SOON, Due.EXPECTED)
            words, count = self.tr("In time"), sum(found.counts[due] for due in in_time) if found else None
        else:
            words, count = due_word(each.due), found.counts[each.due] if found else None
        return words if count is None else f"{words} {QLocale().toString(count)}"

    def _columns(self) -> tuple[Column[Arrival], ...]:
        return (
            Column("due", lambda: self.tr("Stands"), lambda each: due_word(each.due)),
            Column("last", lambda: self.tr("Last day"), self._last_day),
            Column("left", lambda: self.tr("Left"), lambda each: days_left_words(each.days_left)),
            Column("rma", lambda: self.tr("RMA"), lambda each: shown(each.rma.number, 24)),
            Column("partner", lambda: self.tr("Partner"), lambda each: shown(each.rma.partner_name, 32)),
            Column("awaited", lambda: self.tr("Devices"), awaited_words),
            Column("out", lambda: self.tr("Replacement out"), out_words),
            Column("tracking", lambda: self.tr("Tracking"), lambda each: shown(", ".join(each.rma.tracking), 40)),
        )

    def _last_day(self, each: Arrival) -> str:
        return times.day(each.rma.receive_by, self._policy.calendar.local(self._now()).date())
