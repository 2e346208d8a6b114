"""What all sheets of office paper share: a heading, named fields, and rows of a table that run over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QRect

from receiving_app.printing.media import SHEET_EDGE
from receiving_app.printing.page import BOLD, DEMI, MEDIUM, NORMAL, RIGHT, Page

translate = QCoreApplication.translate
T = TypeVar("T")

#: Where the sheet's own matter begins, below its heading.
TOP = SHEET_EDGE + 132

_NAME_WIDTH = 330
_TABLE_HEAD, _ROW = 48, 80
_FOOT = 44


def width_of(page: Page) -> int:
    """Give the width between the sheet's edges."""
    return page.size.width() - 2 * SHEET_EDGE


def bottom_of(page: Page) -> int:
    """Give where the sheet's own matter ends, above its foot."""
    return page.size.height() - SHEET_EDGE - _FOOT - 16


def heading(page: Page, title: str) -> None:
    """Say who speaks, and what the sheet is; the corner beside it is left to the word COPY."""
    width = width_of(page) - 226
    page.line(
        QRect(SHEET_EDGE, SHEET_EDGE, width, 36), translate("Sheet", "SmartWitness USA, LLC · Returns"), 28, MEDIUM
    )
    page.line(QRect(SHEET_EDGE, SHEET_EDGE + 38, width, 76), title, 60, BOLD)
    page.rule(SHEET_EDGE, SHEET_EDGE + 118, width_of(page), 4)


def foot(page: Page, name: str, place: int, places: int) -> None:
    """Say at the bottom which page of what this is."""
    text = translate("Sheet", "{name} · page {page} of {pages}").format(name=name, page=place + 1, pages=places)
    area = QRect(SHEET_EDGE, page.size.height() - SHEET_EDGE - _FOOT, width_of(page), _FOOT)
    page.line(area, text, 24, NORMAL, align=RIGHT)


def field(page: Page, top: int, name: str, value: str, height: int = 56, *, beside: int = 0) -> int:
    """Set a value beside its name, and leave room at its right; give where the next one begins."""
    page.line(QRect(SHEET_EDGE, top, _NAME_WIDTH - 20, min(height, 48)), name, 30, MEDIUM)
    left = SHEET_EDGE + _NAME_WIDTH
    page.block(QRect(left, top, width_of(page) - _NAME_WIDTH - beside, height - 6), value, 38, DEMI)
    return top + height


def signature(page: Page, area: QRect, name: str) -> None:
    """Draw a line to sign on."""
    page.rule(area.left(), area.bottom() - 40, area.width(), 2)
    page.line(QRect(area.left(), area.bottom() - 34, area.width(), 34), name, 24)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; `share` is its part of the width, against the others."""

    title: str
    share: int


def rows_between(top: int, bottom: int) -> int:
    """Give how many rows a table holds that has this room for head and rows."""
    return (bottom - top - _TABLE_HEAD) // _ROW


def in_pages(rows: Sequence[T], first: int, others: int) -> list[Sequence[T]]:
    """Share rows among pages; the first one holds another number than those that follow."""
    pages = [rows[:first]]
    pages += [rows[start : start + others] for start in range(first, len(rows), others)]
    return pages


def table(page: Page, top: int, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    """Set a table's head and rows; a text too long for its cell runs over two lines, then gets smaller."""
    shares = sum(column.share for column in columns)
    left, cells = SHEET_EDGE, []
    for column in columns:
        width = width_of(page) * column.share // shares
        cells.append((left, width - 20))
        left += width
    for (start, width), column in zip(cells, columns, strict=True):
        page.line(QRect(start, top, width, _TABLE_HEAD - 8), column.title, 26, MEDIUM)
    page.rule(SHEET_EDGE, top + _TABLE_HEAD - 6, width_of(page))
    for index, row in enumerate(rows):
        start_of_row = top + _TABLE_HEAD + index * _ROW
        for (start, width), text in zip(cells, row, strict=True):
            page.block(QRect(start, start_of_row + 4, width, _ROW - 8), text, 30)
        page.rule(SHEET_EDGE, start_of_row + _ROW - 2, width_of(page), 1)
