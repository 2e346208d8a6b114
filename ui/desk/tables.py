"""The desk's tables: rows of 48 pixels, chosen whole, read and never edited."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme import Target

#: A long name is cut, not allowed to push the rest out of sight.
_WIDEST_COLUMN = 224


def desk_table(model: QAbstractItemModel, parent: QWidget) -> QTableView:
    """Make a table in which the arrow keys choose a row and Tab goes on to what comes next."""
    table = QTableView(parent)
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setAlternatingRowColors(True)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(Target.DESK)
    header = table.horizontalHeader()
    header.setStretchLastSection(True)
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table


def sheet_table(model: QAbstractItemModel, parent: QWidget) -> QTableView:
    """Make a table of figures: what a row is about takes the room that numbers leave, and is read whole."""
    table = desk_table(model, parent)
    table.setWordWrap(True)
    table.horizontalHeader().setStretchLastSection(False)
    return table


def fit_sheet(table: QTableView) -> None:
    """Give numbers the room they need, and the first column the rest."""
    header = table.horizontalHeader()
    for column in range(table.model().columnCount()):
        words = column == 0
        header.setSectionResizeMode(
            column, QHeaderView.ResizeMode.Stretch if words else QHeaderView.ResizeMode.ResizeToContents
        )
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)


def fit_columns(table: QTableView) -> None:
    """Give each column the width of what stands in it, within reason; the last one takes what is left."""
    # What is in sight says how wide a column is; to ask five hundred rows takes longer than to find them.
    table.horizontalHeader().setResizeContentsPrecision(0)
    for column in range(table.model().columnCount() - 1):
        wanted = max(table.sizeHintForColumn(column), table.horizontalHeader().sectionSizeHint(column))
        table.setColumnWidth(column, min(_WIDEST_COLUMN, wanted))
