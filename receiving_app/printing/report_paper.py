"""Tables of figures on office paper, with a bar beside each row that has one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QColor

from receiving_app.printing.documents import PrintedTable, ReportPaper
from receiving_app.printing.media import SHEET_EDGE, sheet
from receiving_app.printing.page import DEMI, LEFT, MEDIUM, NORMAL, RIGHT, Page
from receiving_app.printing.sheets import TOP, field, foot, heading, width_of

translate = QCoreApplication.translate

_TITLE, _HEAD, _ROW, _GAP = 92, 44, 44, 36
_FIELDS = 130
_FOOT = 70
_BARS_SHARE = 0.24
_NAME_SHARE = 2.4
#: About how wide a letter is; a name that is too wide for its column runs over two lines.
_LETTER = 13
#: What lies on top of each other is told apart without colour.
_INKS = (QColor(0, 0, 0), QColor(112, 112, 112), QColor(184, 184, 184), QColor(224, 224, 224))


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows of a table that stand on one page."""

    table: PrintedTable
    first: int
    last: int
    top: int


def pages(paper: ReportPaper) -> list[Callable[[Page], None]]:
    """Give the pages of a report; the first one says what it is about."""
    bottom = sheet(paper.paper).size.height() - SHEET_EDGE - _FOOT
    shared = list(_shared(paper, bottom))
    return [partial(_paint, paper, parts, place, len(shared)) for place, parts in enumerate(shared)]


def _shared(paper: ReportPaper, bottom: int) -> Iterator[list[_Part]]:
    """Share the tables among pages; one that goes on has its head again."""
    top, parts = TOP + _FIELDS, list[_Part]()
    for table in paper.tables:
        first, count = 0, max(1, len(table.rows))
        while first < count:
            room = (bottom - top - _TITLE - _HEAD) // _ROW
            if room < min(3, count - first):
                yield parts
                top, parts = TOP + 16, []
                continue
            last = min(count, first + room)
            parts.append(_Part(table, first, min(last, len(table.rows)), top))
            top += _TITLE + _HEAD + (last - first) * _ROW + _GAP
            first = last
    yield parts


def _paint(paper: ReportPaper, parts: list[_Part], place: int, places: int, page: Page) -> None:
    heading(page, paper.title)
    if place == 0:
        top = field(page, TOP + 8, translate("Report", "About"), paper.about)
        field(page, top, translate("Report", "Printed"), paper.printed)
    for part in parts:
        _paint_part(page, part)
    foot(page, paper.title, place, places)


def _paint_part(page: Page, part: _Part) -> None:
    table, width = part.table, width_of(page)
    title = table.title if part.first == 0 else translate("Report", "{} (goes on)").format(table.title)
    page.line(QRect(SHEET_EDGE, part.top, width * 2 // 5, 50), title, 38, DEMI)
    _paint_legend(page, table.bar_heads, part.top, width)
    page.line(QRect(SHEET_EDGE, part.top + 50, width, 34), table.about, 24, NORMAL)
    cells = _cells(table, width)
    top = part.top + _TITLE
    for place, (left, room) in enumerate(cells):
        align = LEFT if place < table.names else RIGHT
        page.line(QRect(left, top, room, _HEAD - 10), table.heads[place], 24, MEDIUM, align=align)
    page.rule(SHEET_EDGE, top + _HEAD - 6, width)
    for row in range(part.first, part.last):
        top_of_row = top + _HEAD + (row - part.first) * _ROW
        for place, (left, room) in enumerate(cells):
            align = LEFT if place < table.names else RIGHT
            area, text = QRect(left, top_of_row, room, _ROW - 6), table.rows[row][place]
            if place < table.names and len(text) * _LETTER > room:
                page.block(area, text, 20)
            else:
                page.line(area, text, 26, align=align)
        if row < len(table.bars):
            _paint_bars(page, table.bars[row], top_of_row, width)
        page.rule(SHEET_EDGE, top_of_row + _ROW - 4, width, 1)
    if not table.rows:
        page.line(QRect(SHEET_EDGE, top + _HEAD, width, _ROW - 6), translate("Report", "None"), 26)


def _cells(table: PrintedTable, width: int) -> list[tuple[int, int]]:
    """Give where each column begins and how wide it is; those that name a row are the widest."""
    room = width - (round(width * _BARS_SHARE) if table.bars else 0)
    shares = [_NAME_SHARE if place < table.names else 1.0 for place in range(len(table.heads))]
    left, cells = SHEET_EDGE, []
    for share in shares:
        own = int(room * share / sum(shares))
        cells.append((left, own - 16))
        left += own
    return cells


def _paint_legend(page: Page, heads: tuple[str, ...], top: int, width: int) -> None:
    """Name the bars' inks at the right of a title."""
    if heads:
        each = width * 3 // 5 // len(heads)
        for place, (head, ink) in enumerate(zip(heads, _INKS, strict=False)):
            left = SHEET_EDGE + width - each * (len(heads) - place)
            page.fill(QRect(left, top + 14, 24, 24), ink)
            page.line(QRect(left + 34, top + 10, each - 50, 34), head, 24)


def _paint_bars(page: Page, bars: tuple[int, ...], top: int, width: int) -> None:
    room = round(width * _BARS_SHARE) - 16
    left = SHEET_EDGE + width - room
    for bar, ink in zip(bars, _INKS, strict=False):
        long = room * bar // 1000
        if long:
            page.fill(QRect(left, top + 6, long, _ROW - 20), ink)
        left += long
