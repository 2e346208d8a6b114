"""Saves a report in one of three forms; what can't be finished leaves nothing behind."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

import xlsxwriter
from PySide6.QtCore import QFile, QIODevice

from receiving_app.domain.report_sheet import Cell, Sheet, WrittenReport
from receiving_app.printing.documents import ReportPaper
from receiving_app.printing.rendering import layouts, media_of, write_pdf

#: What makes a spreadsheet take a text for a formula, or what may come before it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
#: A spreadsheet's own limits.
_LONGEST_SHEET_NAME, _NOT_IN_SHEET_NAMES = 31, str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_WIDEST = 48


class Form(StrEnum):
    """As what a report is saved."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


class StoppedError(Exception):
    """Somebody stopped the saving."""


#: Hears how much of how much is done; raises `StoppedError` to stop.
Told = Callable[[int, int], None]


def save(report: WrittenReport, form: Form, path: Path, told: Told, paper: ReportPaper) -> None:
    """Save a report; a CSV holds its first sheet, a PDF is the report on `paper`.

    OSError when the disk takes nothing; then nothing is left there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _whole(path) as unfinished:
        match form:
            case Form.CSV:
                _save_csv(report.sheets[0], unfinished, told)
            case Form.XLSX:
                _save_xlsx(report, unfinished, told)
            case Form.PDF:
                _save_pdf(paper, unfinished, told)


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Give a file to write beside a path; it takes its place once it is whole."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        yield unfinished
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def harmless(text: str) -> str:
    """Give a text that no spreadsheet takes for a formula: an apostrophe stands before what would be one."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _save_csv(sheet: Sheet, path: Path, told: Told) -> None:
    # With its mark, a spreadsheet reads UTF-8 as UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([harmless(head) for head in sheet.heads])
        for place, row in enumerate(_rows(sheet), 1):
            writer.writerow([_plain(cell) for cell in row])
            told(place, len(sheet.rows) + 1)


def _save_xlsx(report: WrittenReport, path: Path, told: Told) -> None:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    head = book.add_format({"bold": True, "bottom": 1})
    try:
        for place, sheet in enumerate(report.sheets, 1):
            name = sheet.title.translate(_NOT_IN_SHEET_NAMES)[: _LONGEST_SHEET_NAME - 3]
            page = book.add_worksheet(f"{place} {name}")
            page.freeze_panes(1, sheet.names)
            page.write_row(0, 0, sheet.heads, head)
            for number, row in enumerate(_rows(sheet), 1):
                for column, cell in enumerate(row):
                    page.write(number, column, cell.text if cell.value is None else cell.value)
            for column, title in enumerate(sheet.heads):
                texts = (title, *(row[column].text for row in sheet.rows))
                page.set_column(column, column, min(_WIDEST, max(map(len, texts)) + 2))
            told(place, len(report.sheets))
    finally:
        book.close()


def _save_pdf(paper: ReportPaper, path: Path, told: Told) -> None:
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    pages = layouts(paper)
    try:
        write_pdf(file, paper.title, media_of(paper), pages, lambda done: told(done, len(pages)))
    finally:
        file.close()


def _rows(sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    yield from sheet.rows
    if sheet.totals:
        yield sheet.totals


def _plain(cell: Cell) -> str | float:
    return harmless(cell.text) if cell.value is None else cell.value
