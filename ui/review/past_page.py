"""What was before a case: the partner so far, and how cases with the same reasons were decided."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from receiving_app.domain.policy import Policy
from receiving_app.domain.precedents import Precedent
from receiving_app.queries.answers import NO_PAST, Past
from receiving_app.words import times
from receiving_app.words.decided import decided_word
from receiving_app.words.precedents import counts_sentence, so_far_sentence, why_words
from receiving_app.words.readings import shown
from ui.models import Column, TableModel
from ui.parts.labels import plain_label
from ui.theme import Role, Space


class PastPage(QWidget):
    """Two sentences and the newest decisions; Enter or a double click opens one of them."""

    opened = Signal(str)  # a licence plate, or an item's label

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._past, self._policy, self._today = NO_PAST, Policy(), date.min
        self._partner = plain_label(Role.CAPTION, wraps=True, parent=self)
        self._counts = plain_label(Role.CAPTION, wraps=True, parent=self)
        self._model = TableModel(self._columns())
        self._table = QTableView(self)
        self._table.setModel(self._model)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setWordWrap(False)
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        head = self._table.horizontalHeader()
        head.setStretchLastSection(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._table.activated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        for part in (self._partner, self._counts):
            column.addWidget(part)
        column.addWidget(self._table, 1)
        self._retranslate()

    def show_past(self, past: Past, policy: Policy, now: datetime) -> None:
        """Show what was before a case, by a policy's calendar."""
        self._past, self._policy, self._today = past, policy, policy.calendar.local(now).date()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._table.setAccessibleName(self.tr("Earlier decisions with the same reasons"))
        self._show()

    def _show(self) -> None:
        self._partner.setText(so_far_sentence(self._past.partner))
        self._counts.setText(counts_sentence(self._past.alike.counts))
        self._model.show_rows(self._past.alike.newest)
        self._table.setVisible(bool(self._past.alike.newest))
        self._table.resizeColumnsToContents()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.rows[index.row()].thing)

    def _columns(self) -> tuple[Column[Precedent], ...]:
        return (
            Column("when", lambda: self.tr("When"), self._when),
            Column("choice", lambda: self.tr("Decision"), lambda each: decided_word(each.choice)),
            Column("why", lambda: self.tr("Reason"), why_words),
            Column("partner", lambda: self.tr("Partner"), self._whose),
            Column("who", lambda: self.tr("Who"), lambda each: shown(each.person, 24)),
            Column("number", lambda: self.tr("RMA"), lambda each: shown(each.number, 24)),
            Column("note", lambda: self.tr("Note"), lambda each: shown(each.note, 120)),
        )

    def _when(self, each: Precedent) -> str:
        return times.day(self._policy.calendar.local(each.decided_at).date(), self._today)

    def _whose(self, each: Precedent) -> str:
        return self.tr("the same") if each.own else shown(each.partner, 24)
