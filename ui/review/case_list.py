"""The list of what waits: rows that are pointed at or marked, and groups of certain rejects that open and close."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from receiving_app.domain.alike import Group, all_alike, grouped
from receiving_app.domain.cases import Case
from receiving_app.words.alike import group_partner, group_reason
from ui.models import Column, TableModel

#: A long name is cut, not allowed to push the rest out of sight; why a case waits needs most room.
_WIDEST_COLUMN = 160
_REASON_WIDTH = 272
_MARK_WIDTH = 32
_MARKED, _CLOSED, _OPEN = "✓", "▸", "▾"
Key = tuple[str, ...]


def case_key(case: Case) -> Key:
    """Name a case among all."""
    return (case.head.kind, *case.head.key)


@dataclass(frozen=True, slots=True)
class Row:
    """A case, or the head of a group; `case` is then its first one."""

    case: Case
    group: Group[Case] | None = None

    @property
    def cases(self) -> tuple[Case, ...]:
        """What a decision on this row is about."""
        return self.group.cases if self.group is not None else (self.case,)

    @property
    def key(self) -> Key:
        """Name it among all rows."""
        return ("group", *self.group.key) if self.group is not None else case_key(self.case)


class CaseList(QTableView):
    """Space marks, Shift with an arrow marks on, Escape unmarks all; Right opens a group, Left closes it."""

    changed = Signal()

    def __init__(self, columns: Sequence[Column[Case]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases: tuple[Case, ...] = ()
        self._today = date.min
        self._opened: set[Key] = set()
        self._marks: set[Key] = set()
        self._rows = TableModel([Column("mark", lambda: "", self._mark), *map(_of_row, columns)])
        self._names = [column.name for column in columns]
        self.setModel(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(48)
        head = self.horizontalHeader()
        head.setStretchLastSection(True)
        # What is in sight says how wide a column is; ten thousand rows would take a second to ask.
        head.setResizeContentsPrecision(0)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentRowChanged.connect(self._pointed_elsewhere)

    @property
    def pointed(self) -> Row | None:
        """The row that is pointed at."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() and index.row() < len(self._rows.rows) else None

    @property
    def marked(self) -> tuple[Case, ...]:
        """The cases that are marked, in the list's order."""
        return tuple(case for case in self._cases if case_key(case) in self._marks) if self._marks else ()

    def show_cases(self, cases: Sequence[Case], today: date, *, points: bool = True) -> None:
        """Show cases; the row that is pointed at stays so while it is there, and marks stay on what is left.

        Without `points` nothing is pointed at until somebody goes to a row.
        """
        pointed, place = self.pointed, self.currentIndex().row()
        self._cases, self._today = tuple(cases), today
        if self._marks:
            self._marks &= {case_key(case) for case in cases}
        self._lay_out(pointed.key if pointed is not None else None, max(0, place) if points else None)

    def fit(self) -> None:
        """Give the columns the width that what is in sight needs."""
        for column in range(1, self._rows.columnCount() - 1):
            self.setColumnWidth(column, min(_WIDEST_COLUMN, self._width_of(column)))
        self.setColumnWidth(self._rows.column_named("reason"), _REASON_WIDTH)
        self.setColumnWidth(0, _MARK_WIDTH)

    def lead_with(self, name: str) -> None:
        """Let a column stand first behind the marks: what the cases are ordered by."""
        head = self.horizontalHeader()
        for place, column in enumerate(dict.fromkeys((name, *self._names)), start=1):
            head.moveSection(head.visualIndex(self._rows.column_named(column)), place)

    def point_at(self, case: Case) -> None:
        """Go to a case, though its group is closed."""
        group = next((row for row in self._rows.rows if row.group is not None and case in row.cases), None)
        if group is not None and group.key not in self._opened:
            self._opened.add(group.key)
            self._lay_out(None)
        place = next((n for n, row in enumerate(self._rows.rows) if row.key == case_key(case)), None)
        if place is not None:
            self._go_to(place)

    def step(self, by: int) -> None:
        """Point at the row so many further on, the last or the first one at most."""
        if self._rows.rows:
            place = self.currentIndex().row() + by
            self._go_to(max(0, min(place, len(self._rows.rows) - 1)))

    def mark(self, cases: Sequence[Case]) -> None:
        """Mark these cases and no others."""
        self._marks = {case_key(case) for case in cases}
        self._marks_changed()

    def toggle_mark(self) -> None:
        """Mark what is pointed at, or unmark it."""
        row = self.pointed
        if row is not None:
            keys = {case_key(case) for case in row.cases}
            self._marks = self._marks - keys if keys <= self._marks else self._marks | keys
            self._marks_changed()

    def mark_alike(self) -> None:
        """Mark everything in the list that is like the case that is pointed at."""
        row = self.pointed
        if row is not None:
            self._marks |= {case_key(case) for case in (*row.cases, *all_alike(self._cases, row.case.head))}
            self._marks_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        marks_on = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        all_of_them = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Space:
                return self.toggle_mark
            case Qt.Key.Key_Down if marks_on:
                return partial(self._mark_on, 1)
            case Qt.Key.Key_Up if marks_on:
                return partial(self._mark_on, -1)
            case Qt.Key.Key_A if all_of_them:
                return partial(self.mark, self._cases)
            case Qt.Key.Key_Escape if self._marks:
                return partial(self.mark, ())
            case Qt.Key.Key_Right | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return partial(self._open, whether=True)
            case Qt.Key.Key_Left:
                return partial(self._open, whether=False)
            case _:
                return None

    def _mark_on(self, by: int) -> None:
        """Mark what is pointed at, and what is pointed at next."""
        for step in (0, by):
            self.step(step)
            row = self.pointed
            self._marks |= {case_key(case) for case in row.cases} if row is not None else set()
        self._marks_changed()

    def _open(self, *, whether: bool) -> None:
        row = self.pointed
        if row is None:
            return
        key = row.key
        if row.group is None:
            # Left inside a group leads to its head, and closes it.
            of = next((each.key for each in self._rows.rows if each.group is not None and row.case in each.cases), None)
            if whether or of is None:
                return
            key = of
        self._opened = self._opened | {key} if whether else self._opened - {key}
        self._lay_out(key)

    def _lay_out(self, pointed: Key | None, otherwise: int | None = 0) -> None:
        """Build the rows anew, and point at a row by its name, or at a place where it is gone; None: at nothing."""
        rows: list[Row] = []
        for each in grouped(self._cases, self._today):
            if not isinstance(each, Group):
                rows.append(Row(each))
                continue
            head = Row(each.cases[0], each)
            rows.append(head)
            if head.key in self._opened:
                rows += [Row(case) for case in each.cases]
        self._rows.show_rows(rows)
        place = next((n for n, row in enumerate(rows) if row.key == pointed), None) if pointed is not None else None
        if place is not None:
            self._go_to(place)
        elif rows and otherwise is not None:
            self._go_to(min(otherwise, len(rows) - 1))
        else:
            self.changed.emit()

    def _go_to(self, place: int) -> None:
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._rows.index(place, 0), how)

    def _pointed_elsewhere(self) -> None:
        self.changed.emit()

    def _marks_changed(self) -> None:
        self.viewport().update()
        self.changed.emit()

    def _mark(self, row: Row) -> str:
        if {case_key(case) for case in row.cases} <= self._marks:
            return _MARKED
        if row.group is None:
            return ""
        return _OPEN if row.key in self._opened else _CLOSED

    def _width_of(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))


def _of_row(column: Column[Case]) -> Column[Row]:
    def text(row: Row) -> str:
        if row.group is None:
            return column.text(row.case)
        match column.name:
            case "reason":
                return group_reason(row.group)
            case "partner":
                return group_partner(row.group)
            case "rma" | "package" | "value":
                return ""
            case _:
                return column.text(row.case)

    return Column(column.name, column.title, text)
