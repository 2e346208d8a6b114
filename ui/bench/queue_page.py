"""What waits at the bench: first what can be tested, advanced before standard, the oldest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from receiving_app.queries.bench import MOST_ITEMS, Queued
from receiving_app.words import times
from receiving_app.words.bench import outcome_word
from receiving_app.words.readings import shown
from ui.colors import Color, Theme
from ui.models import Column, Index, TableModel
from ui.parts.icon import icon
from ui.parts.labels import plain_label
from ui.theme import Role, Space, set_role

_ROW = 48
_WIDEST_COLUMN = 260


class _Queue(TableModel[Queued]):
    """Marks by a shape what is overdue and what waits."""

    def __init__(self, columns: Sequence[Column[Queued]], theme: Theme) -> None:
        super().__init__(columns)
        self.theme = theme

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DecorationRole and index.isValid() and index.column() == 0:
            queued = self.rows[index.row()]
            if queued.overdue:
                return icon("alert-triangle", self.theme[Color.REJECT_MARK], 20)
            return icon("pause" if queued.waits else "clock", self.theme[Color.MUTED], 20)
        return super().data(index, role)


class QueuePage(QWidget):
    """Lists the queue; a row that is pressed, or chosen with Enter, asks to be opened."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._queue: tuple[Queued, ...] = ()
        self._title = plain_label(Role.TITLE, parent=self)
        self._hint = plain_label(Role.LEAD, wraps=True, parent=self)
        self._model = _Queue(self._columns(), theme)
        self._table = QTableView(self)
        self._set_up_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addWidget(self._table, 1)
        self._retranslate()

    def _set_up_table(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.horizontalHeader().setResizeContentsPrecision(0)  # by what is seen: all of a long queue takes too long
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.activated.connect(self._open)
        table.clicked.connect(self._open)

    def show_queue(self, queue: Sequence[Queued]) -> None:
        """Show what waits; the chosen row stays chosen while it waits."""
        chosen = self._table.currentIndex().data(Qt.ItemDataRole.UserRole)
        self._queue = tuple(queue)
        self._list()
        labels = [each.item.id for each in self._queue]
        if isinstance(chosen, Queued) and chosen.item.id in labels:
            self._table.setCurrentIndex(self._model.index(labels.index(chosen.item.id), 0))

    def set_theme(self, theme: Theme) -> None:
        """Paint the marks in another theme's colours."""
        self._model.theme = theme
        self._table.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _open(self, index: QModelIndex) -> None:
        queued = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(queued, Queued):
            self.opened.emit(queued.item.id)

    def _list(self) -> None:
        overdue = sum(each.overdue for each in self._queue)
        count = self.tr("{} or more") if len(self._queue) >= MOST_ITEMS else "{}"
        title = self.tr("At the bench: {count}").format(count=count.format(len(self._queue)))
        if overdue:
            title = self.tr("{title}, {count} overdue").format(title=title, count=overdue)
        self._title.setText(title)
        self._hint.setText(self.tr("Nothing waits for a test."))
        self._hint.setVisible(not self._queue)
        self._model.show_rows(self._queue)
        for column in range(self._model.columnCount() - 1):
            header = self._table.horizontalHeader().sectionSizeHint(column)
            wide = max(self._table.sizeHintForColumn(column), header)
            self._table.setColumnWidth(column, min(_WIDEST_COLUMN, wide))

    def _retranslate(self) -> None:
        self._table.setAccessibleName(self.tr("What waits at the bench"))
        self._list()

    def _columns(self) -> tuple[Column[Queued], ...]:
        return (
            Column("age", lambda: self.tr("Here for"), self._age),
            Column("device", lambda: self.tr("Device"), lambda q: shown(q.item.serial or q.item.id, 24)),
            Column("model", lambda: self.tr("Model"), lambda q: shown(q.item.model, 24)),
            Column("kind", lambda: self.tr("Kind"), self._kind),
            Column("rma", lambda: self.tr("RMA"), lambda q: shown(q.number, 24)),
            Column("partner", lambda: self.tr("Partner"), lambda q: shown(q.partner, 32)),
            Column("state", lambda: self.tr("Where it stands"), self._state),
        )

    def _age(self, queued: Queued) -> str:
        age = times.age(queued.age)
        return self.tr("{}, overdue").format(age) if queued.overdue else age

    def _kind(self, queued: Queued) -> str:
        return self.tr("Advanced") if queued.advanced else self.tr("Standard")

    def _state(self, queued: Queued) -> str:
        if queued.waits is not None and queued.waits_for is not None:
            waits = self.tr("{what} for {age}: {reason}")
            what = outcome_word(queued.waits)
            return waits.format(what=what, age=times.age(queued.waits_for), reason=shown(queued.reason, 60))
        if queued.steps:
            return self.tr("{done} of {steps} steps").format(done=queued.steps_done, steps=queued.steps)
        return self.tr("Not begun")
