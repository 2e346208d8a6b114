"""The command sheet: every command as a bar code under its word, on two pages for both sides of one board.

Bars are 20 mil wide, to be read at arm's length, and stand alone in their row: a scanner's aim never meets two.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPageSize, QPainter, QPdfWriter

from receiving_app.domain.command import Command
from receiving_app.printing.barcode import CODE128_QUIET, paint_code128
from receiving_app.printing.text import paint_line
from receiving_app.words.commands import command_word

translate = QCoreApplication.translate

DPI = 203

_EDGE = 100  # dots; office printers leave up to half an inch unprinted
_HEADER, _TITLE = 130, 64  # dots from the top of the page to the first group, and of a group to its first command
_WORD, _BARS = 74, 140
_BAR_DOTS = 4


class Paper(StrEnum):
    """The paper of office printers."""

    LETTER = "letter"
    A4 = "a4"

    @property
    def page(self) -> QPageSize:
        """Its size as printers know it."""
        return QPageSize(QPageSize.PageSizeId.Letter if self is Paper.LETTER else QPageSize.PageSizeId.A4)

    @property
    def dots(self) -> QSize:
        """Its size in printer dots."""
        return self.page.sizePixels(DPI)


def pages() -> tuple[tuple[tuple[str, tuple[Command, ...]], ...], ...]:
    """Give what stands on each page: groups of commands under their titles."""
    return (
        (
            (translate("CommandSheet", "Boxes"), (Command.NEXT, Command.SAME_BOX, Command.ANOTHER_BOX)),
            (translate("CommandSheet", "Truck"), (Command.TRUCK_ARRIVED, Command.DONE)),
            (translate("CommandSheet", "Mistake"), (Command.UNDO,)),
        ),
        (
            (translate("CommandSheet", "Label"), (Command.NO_NUMBER, Command.OLD_LABEL)),
            (
                translate("CommandSheet", "No return"),
                (Command.NOT_A_RETURN, Command.OUR_UNDELIVERABLE, Command.REFUSED_AT_DOOR),
            ),
            (translate("CommandSheet", "Danger"), (Command.HAZARD,)),
        ),
    )


def paint(painter: QPainter, paper: Paper, place: int) -> None:
    """Paint the page in that place, counted from 0, over the paper's dots; scale the painter to preview it."""
    painter.save()
    painter.fillRect(QRect(0, 0, paper.dots.width(), paper.dots.height()), Qt.GlobalColor.white)
    painter.setPen(Qt.GlobalColor.black)
    groups = pages()[place]
    width = paper.dots.width() - 2 * _EDGE
    _paint_header(painter, QRect(_EDGE, _EDGE, width, _HEADER), place)
    top = _EDGE + _HEADER
    commands = sum(len(group) for _, group in groups)
    step = (paper.dots.height() - _EDGE - top - len(groups) * _TITLE) // commands
    for title, group in groups:
        painter.fillRect(QRect(_EDGE, top, width, 3), Qt.GlobalColor.black)
        paint_line(painter, QRect(_EDGE, top + 3, width, _TITLE - 3), title, 36, QFont.Weight.DemiBold)
        top += _TITLE
        for command in group:
            _paint_command(painter, QRect(_EDGE, top, width, step), command)
            top += step
    painter.restore()


def picture(paper: Paper, place: int) -> QImage:
    """Give a page as a printer would set it: a pixel a dot."""
    image = QImage(paper.dots, QImage.Format.Format_Grayscale8)
    with QPainter(image) as painter:
        paint(painter, paper, place)
    return image


def pdf(paper: Paper) -> bytes:
    """Give the sheet as a PDF file's bytes."""
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(file)
    writer.setTitle(_title())
    writer.setResolution(DPI)
    writer.setPageSize(paper.page)
    writer.setPageMargins(QMarginsF())
    with QPainter(writer) as painter:
        for place in range(len(pages())):
            if place:
                writer.newPage()
            paint(painter, paper, place)
    return bytes(file.data().data())


def _title() -> str:
    return translate("CommandSheet", "Dock commands")


def _paint_header(painter: QPainter, area: QRect, place: int) -> None:
    title = translate("CommandSheet", "{title} · {page} of {pages}")
    title = title.format(title=_title(), page=place + 1, pages=len(pages()))
    hint = translate("CommandSheet", "For the hand scanner; the camera does not take them.")
    paint_line(painter, QRect(area.left(), area.top(), area.width(), 60), title, 44, QFont.Weight.Bold)
    paint_line(painter, QRect(area.left(), area.top() + 60, area.width(), 44), hint, 28, QFont.Weight.Normal)


def _paint_command(painter: QPainter, area: QRect, command: Command) -> None:
    word = QRect(area.left(), area.top(), area.width(), _WORD)
    if command is Command.HAZARD:
        painter.fillRect(word, Qt.GlobalColor.black)
        painter.setPen(Qt.GlobalColor.white)
        word.adjust(20, 0, 0, 0)
    paint_line(painter, word, command_word(command), 62, QFont.Weight.Bold)
    painter.setPen(Qt.GlobalColor.black)
    quiet = CODE128_QUIET * _BAR_DOTS  # lies in the page's margin, so that bars begin where words do
    bars = QRect(area.left() - quiet, area.top() + _WORD + 12, area.width() + quiet, _BARS)
    paint_code128(painter, command.barcode, bars, most_dots=_BAR_DOTS)
