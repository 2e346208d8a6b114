"""Tables as models."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.models import Column, TableModel

COLUMNS: tuple[Column[str], ...] = (
    Column("word", lambda: "Word", str),
    Column("length", lambda: "Length", lambda word: str(len(word))),
)


def test_a_table_is_a_sound_model_before_and_after_its_rows_change() -> None:
    model = TableModel(COLUMNS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(["one", "three"])
    model.show_rows([])
    assert tester.model() is model


def test_a_table_shows_each_row_under_its_named_columns() -> None:
    model = TableModel(COLUMNS)
    model.show_rows(["one", "three"])
    assert model.index(1, model.column_named("length")).data() == "5"
    assert model.index(1, 0).data(Qt.ItemDataRole.UserRole) == "three"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Word"
