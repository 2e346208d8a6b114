"""The steps of the test with every result that they had; a step that is pressed is done again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from receiving_app.domain.inspection import StepResult, TestStep
from receiving_app.domain.item import Item
from receiving_app.words.readings import shown
from receiving_app.words.workbench import result_words
from ui.colors import Color, Theme
from ui.models import Column, Index, TableModel
from ui.parts.icon import icon
from ui.theme import Space

_ROW = 48
_OPEN, _PASSED, _FAILED = ("clock", Color.MUTED), ("circle-check", Color.ACCEPT_MARK), ("octagon-x", Color.REJECT_MARK)


@dataclass(frozen=True, slots=True)
class _Row:
    """One step with its results, the last one last."""

    step: TestStep
    results: tuple[StepResult, ...]

    @property
    def mark(self) -> tuple[str, Color]:
        """Give the shape and colour of the result that counts."""
        if not self.results:
            return _OPEN
        return _PASSED if self.results[-1].passed else _FAILED


class _Steps(TableModel[_Row]):
    """Marks by a shape how a step stands."""

    def __init__(self, columns: tuple[Column[_Row], ...], theme: Theme) -> None:
        super().__init__(columns)
        self.theme = theme

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DecorationRole and index.isValid() and index.column() == 0:
            name, color = self.rows[index.row()].mark
            return icon(name, self.theme[color], 20)
        return super().data(index, role)


class StepList(QWidget):
    """Lists the steps of one device's test."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Steps(self._columns(), theme)
        self._table = QTableView(self)
        table = self._table
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setMaximumSectionSize(300)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setWordWrap(False)
        table.setMinimumHeight(_ROW)  # what is said of the device goes before
        table.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.addWidget(table)
        self._retranslate()

    def show_item(self, item: Item | None, due: TestStep | None) -> None:
        """Show the steps of a device's test, with the one that is due chosen."""
        inspection = item.inspection if item else None
        steps = inspection.template.steps if inspection and inspection.template else ()
        results = inspection.results if inspection else ()
        rows = [_Row(step, tuple(each for each in results if each.step == step.id)) for step in steps]
        self._model.show_rows(rows)
        self._table.clearSelection()
        if due is not None and due in steps:
            index = self._model.index(steps.index(due), 0)
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self._table.selectionModel().setCurrentIndex(index, how)
            self._table.scrollTo(index)

    def set_theme(self, theme: Theme) -> None:
        """Paint the marks in another theme's colours."""
        self._model.theme = theme
        self._table.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.rows[index.row()].step.id)

    def _retranslate(self) -> None:
        self._table.setAccessibleName(self.tr("Steps of the test"))
        self._model.show_rows(self._model.rows)

    def _columns(self) -> tuple[Column[_Row], ...]:
        return (
            Column("step", lambda: self.tr("Step"), lambda row: shown(row.step.title, 64)),
            Column("results", lambda: self.tr("Results"), _results),
        )


def _results(row: _Row) -> str:
    return " → ".join(result_words(result, row.step) for result in row.results[-3:])
