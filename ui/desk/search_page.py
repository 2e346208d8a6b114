"""The search: one field, what has the text in it, and the chain of custody of what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from receiving_app.domain.command import Command
from receiving_app.domain.hits import Hit, Hits
from receiving_app.domain.policy import Policy
from receiving_app.queries.custody import Custody
from receiving_app.words.readings import shown
from receiving_app.words.search import by_words, found_word, hits_sentence, standing_words
from ui.desk.custody_view import CustodyView
from ui.desk.tables import desk_table, fit_columns
from ui.models import Column, TableModel
from ui.parts.labels import plain_label
from ui.theme import Role, Space

#: What is longer is no number, and only slows the field down.
_LONGEST = 200


class SearchPage(QWidget):
    """Asks for what is typed with every key; answers come whenever they come."""

    text_changed = Signal(str)
    chosen = Signal(object)  # queries.search.Hit

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._policy = Policy()
        self._hits = Hits("", (), complete=True)
        self._field = QLineEdit(self)
        self._field.setMaxLength(_LONGEST)
        self._field.setClearButtonEnabled(False)
        self._note = plain_label(Role.LEAD, wraps=True, parent=self)
        self._model = TableModel(self._columns())
        self._table = desk_table(self._model, self)
        self._custody = CustodyView(self)
        self._assemble()
        self._field.textChanged.connect(self.text_changed)
        self._field.installEventFilter(self)
        self._table.selectionModel().currentRowChanged.connect(self._choose)
        self._retranslate()

    def _assemble(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._field)
        column.addWidget(self._note)
        column.addWidget(self._table, 1)
        for half in (left, self._custody):
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.M, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(left, 50)
        row.addWidget(self._custody, 50)

    def search_for(self, text: str) -> None:
        """Put a text into the field, as if it had been typed."""
        if text == self._field.text():
            self.text_changed.emit(text)
        else:
            self._field.setText(text)
        self._field.selectAll()
        self._field.setFocus()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._field.text()

    def obey(self, command: Command) -> bool:
        """Do what a command barcode says; False where there is nothing for it here."""
        if command not in {Command.ROW_ON, Command.ROW_BACK}:
            return False
        self._step(1 if command is Command.ROW_ON else -1)
        return True

    def show_hits(self, hits: Hits) -> None:
        """Show what was found; the nearest is chosen, so that its story is seen at once."""
        chosen = self._chosen()
        self._hits = hits
        self._note.setText(hits_sentence(hits))
        self._model.show_rows(hits.hits)
        fit_columns(self._table)
        if not hits.hits:
            self._custody.show_nothing()
            return
        keys = [(hit.found, hit.key) for hit in hits.hits]
        before = (chosen.found, chosen.key) if chosen is not None else None
        self._choose_row(keys.index(before) if before in keys else 0)

    def show_trouble(self) -> None:
        """Say that the memory could not be asked."""
        self._note.setText(self.tr("The search failed. Type it again; if it fails again, call support."))

    def show_custody(self, hit: Hit, custody: Custody) -> None:
        """Show everything that happened to what is chosen; an answer about another is too late."""
        chosen = self._chosen()
        if chosen is not None and (chosen.found, chosen.key) == (hit.found, hit.key):
            self._custody.show_custody(hit, custody, self._policy, self._now())

    def set_policy(self, policy: Policy) -> None:
        """Use a policy's calendar from now on."""
        self._policy = policy

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._field.setFocus(event.reason())
        self._field.selectAll()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Let the arrow keys walk through what was found while one types."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._model.rows:
                self._step(step)
                return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._field.setPlaceholderText(self.tr("RMA, ticket, serial, tracking number or partner"))
        self._field.setAccessibleName(self.tr("Search"))
        self._table.setAccessibleName(self.tr("What was found"))
        self._note.setText(hits_sentence(self._hits))

    def _step(self, step: int) -> None:
        row = self._table.currentIndex().row() + step
        if self._model.rows:
            self._choose_row(min(max(row, 0), len(self._model.rows) - 1))

    def _choose_row(self, row: int) -> None:
        index = self._model.index(row, 0)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._table.selectionModel().setCurrentIndex(index, how)
        self._table.scrollTo(index)

    def _chosen(self) -> Hit | None:
        index = self._table.currentIndex()
        return self._model.rows[index.row()] if index.isValid() and index.row() < len(self._model.rows) else None

    def _choose(self) -> None:
        hit = self._chosen()
        if hit is not None:
            self._custody.show_waiting(hit)
            self.chosen.emit(hit)

    def _columns(self) -> tuple[Column[Hit], ...]:
        return (
            Column("what", lambda: self.tr("What"), lambda hit: found_word(hit.found)),
            Column("number", lambda: self.tr("Number"), lambda hit: shown(hit.name, 28)),
            Column("by", lambda: self.tr("Found by"), lambda hit: shown(by_words(hit), 32)),
            Column("standing", lambda: self.tr("Stands"), lambda hit: standing_words(hit, self._policy)),
        )
