"""Reports as files: whole or not there, and harmless to the spreadsheet that opens them."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from receiving_app.domain.report_sheet import Cell, Drawn, Sheet, WrittenReport
from receiving_app.exports.paper import report_paper
from receiving_app.exports.saving import Form, StoppedError, harmless, save

PARTNERS = ("=HYPERLINK(1)", "+1", "-2", "@SUM(A1)", "\tx", "Nordlicht Flotte", "日本")
SHEET = Sheet(
    title="Who: [all] / any",
    about="By partner.",
    heads=("Partner", "RMAs"),
    rows=tuple((Cell(name), Cell(f"{n},000", 1000 * n)) for n, name in enumerate(PARTNERS)),
    drawn=(Drawn(1),),
    totals=(Cell("Together"), Cell("21,000", 21_000)),
)
REPORT = WrittenReport("Returns", "11/1/26 to 11/30/26", (SHEET, SHEET))
PAPER = report_paper(REPORT, "Mon 30 Nov 10:00 CST")


def saved(folder: Path, form: Form) -> Path:
    path = folder / "reports" / f"r.{form}"
    save(REPORT, form, path, lambda _done, _whole: None, PAPER)
    return path


def test_a_csv_holds_the_numbers_and_no_formula(tmp_path: Path) -> None:
    with saved(tmp_path, Form.CSV).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Partner", "RMAs"]
    assert [row[0] for row in rows[1:]] == [
        "'=HYPERLINK(1)",
        "'+1",
        "'-2",
        "'@SUM(A1)",
        "'\tx",
        "Nordlicht Flotte",
        "日本",
        "Together",
    ]
    assert [row[1] for row in rows[1:]] == ["0", "1000", "2000", "3000", "4000", "5000", "6000", "21000"]


@given(st.text())
def test_no_text_is_a_formula_in_a_csv(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert harmless(text).endswith(text)


def test_a_workbook_holds_every_sheet_its_numbers_as_numbers_and_no_formula(tmp_path: Path) -> None:
    with ZipFile(saved(tmp_path, Form.XLSX)) as book:
        sheets, page, texts = (
            book.read(f"xl/{part}.xml").decode() for part in ("workbook", "worksheets/sheet2", "sharedStrings")
        )
    assert re.findall('<sheet name="([^"]*)"', sheets) == ["1 Who   all    any", "2 Who   all    any"]
    assert "<f>" not in page
    assert "=HYPERLINK(1)" in texts
    assert "日本" in texts
    numbers = re.findall(r'<c r="B[0-9]+"><v>([^<]*)</v>', page)
    assert numbers == ["0", "1000", "2000", "3000", "4000", "5000", "6000", "21000"]


def test_a_pdf_says_what_the_screen_says(qtbot: QtBot, tmp_path: Path) -> None:
    document = QPdfDocument()
    document.load(str(saved(tmp_path, Form.PDF)))
    text = document.getAllText(0).text()
    assert "Nordlicht Flotte" in text
    assert "11/1/26 to 11/30/26" in text
    assert "21,000" in text
    document.close()


@pytest.mark.parametrize("form", list(Form))
def test_what_is_stopped_leaves_nothing_behind(qtbot: QtBot, tmp_path: Path, form: Form) -> None:
    def stop(_done: int, _whole: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        save(REPORT, form, tmp_path / "r", stop, PAPER)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", list(Form))
def test_how_much_is_done_grows_to_all_of_it(qtbot: QtBot, tmp_path: Path, form: Form) -> None:
    told: list[tuple[int, int]] = []
    save(REPORT, form, tmp_path / "r", lambda done, whole: told.append((done, whole)), PAPER)
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("form", list(Form))
def test_a_folder_that_takes_nothing_is_an_error_and_keeps_what_was_there(
    qtbot: QtBot, tmp_path: Path, form: Form
) -> None:
    (tmp_path / "file").write_text("here")
    with pytest.raises(OSError):  # noqa: PT011 - the system says which
        save(REPORT, form, tmp_path / "file" / "r", lambda _done, _whole: None, PAPER)
    assert (tmp_path / "file").read_text() == "here"
