"""A report as a document to print."""

from __future__ import annotations

from receiving_app.domain.report_sheet import Sheet, WrittenReport
from receiving_app.printing.documents import Paper, PrintedTable, ReportPaper

_WHOLE = 1000


def report_paper(report: WrittenReport, printed: str, paper: Paper = Paper.LETTER) -> ReportPaper:
    """Set a report on paper, sheet below sheet; `printed` says when."""
    return ReportPaper(report.title, report.period, printed, tuple(map(_table, report.sheets)), paper)


def _table(sheet: Sheet) -> PrintedTable:
    rows = (*sheet.rows, sheet.totals) if sheet.totals else sheet.rows
    return PrintedTable(
        title=sheet.title,
        about=sheet.about,
        heads=sheet.heads,
        rows=tuple(tuple(cell.text for cell in row) for row in rows),
        names=sheet.names,
        bars=_bars(sheet),
        bar_heads=tuple(sheet.heads[drawn.column] for drawn in sheet.drawn) if len(sheet.drawn) > 1 else (),
    )


def _bars(sheet: Sheet) -> tuple[tuple[int, ...], ...]:
    lengths = [tuple(row[drawn.column].value or 0 for drawn in sheet.drawn) for row in sheet.rows]
    longest = max(map(sum, lengths), default=0)
    if not longest:
        return ()
    return tuple(tuple(int(_WHOLE * length / longest) for length in row) for row in lengths)
