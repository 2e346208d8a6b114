"""Every command of the printed sheet reads back as itself, alone in its row."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
import zxingcpp
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot
from pyzbar import pyzbar

from receiving_app.domain.command import Command
from receiving_app.domain.label_reading import Kind
from receiving_app.domain.reading import Source
from receiving_app.printing import command_sheet
from receiving_app.printing.command_sheet import DPI, Paper, pages, picture
from receiving_app.words.commands import command_word
from tests.factories import meaning

INCHES_WIDE = {Paper.LETTER: 8.5, Paper.A4: 8.27}
PAGES = [(paper, place) for paper in Paper for place in range(2)]


def pixels(image: QImage) -> npt.NDArray[np.uint8]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].copy()


def read_by_zxing(image: QImage) -> list[str]:
    return sorted(code.text for code in zxingcpp.read_barcodes(pixels(image), text_mode=zxingcpp.TextMode.Plain))


def read_by_zbar(image: QImage) -> list[str]:
    found = pyzbar.decode(pixels(image), symbols=[pyzbar.ZBarSymbol.CODE128])
    return sorted(code.data.decode() for code in found)


def commands_on(place: int) -> list[Command]:
    return [command for _, group in pages()[place] for command in group]


def test_every_command_stands_on_the_sheet_once() -> None:
    assert sorted([*commands_on(0), *commands_on(1)]) == sorted(Command)


@pytest.mark.parametrize(("paper", "place"), PAGES)
def test_both_decoders_read_a_page_at_203_dpi(qtbot: QtBot, paper: Paper, place: int) -> None:
    image = picture(paper, place)
    barcodes = sorted(command.barcode for command in commands_on(place))

    assert image.width() == pytest.approx(DPI * INCHES_WIDE[paper], abs=2)
    assert read_by_zxing(image) == barcodes
    assert read_by_zbar(image) == barcodes


@pytest.mark.parametrize("place", [0, 1])
def test_what_is_read_from_the_sheet_is_the_command_to_a_hand_scanner(qtbot: QtBot, place: int) -> None:
    texts = read_by_zxing(picture(Paper.LETTER, place))
    by_hand = [meaning(text, Source.WEDGE) for text in texts]

    assert {one.kind for one in by_hand} == {Kind.COMMAND}
    assert [one.command for one in by_hand] == sorted(commands_on(place), key=lambda command: command.barcode)
    assert {meaning(text, Source.CAMERA).kind for text in texts} == {Kind.OTHER}


@pytest.mark.parametrize(("paper", "place"), PAGES)
def test_codes_are_large_and_far_enough_apart_to_aim_at_one(qtbot: QtBot, paper: Paper, place: int) -> None:
    dots = pixels(picture(paper, place))
    found = zxingcpp.read_barcodes(dots, text_mode=zxingcpp.TextMode.Plain)
    rows = sorted((code.position.top_left.y, code.position.bottom_left.y) for code in found)

    assert all(bottom - top > 0.65 * DPI for top, bottom in rows)
    assert all(below[0] - above[1] > 0.65 * DPI for above, below in pairwise(rows)), "two thirds of an inch of white"
    narrowest = [np.diff(np.flatnonzero(np.diff(dots[(top + bottom) // 2] < 128))).min() for top, bottom in rows]
    assert narrowest == [4] * len(rows), "at 203 dpi four dots are 20 mil, which reads at arm's length"


@pytest.mark.parametrize("paper", Paper)
def test_the_pdf_reads_back_and_says_every_word(qtbot: QtBot, paper: Paper) -> None:
    buffer = QBuffer()
    buffer.setData(QByteArray(command_sheet.pdf(paper)))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    for place in (0, 1):
        words = " ".join(document.getAllText(place).text().split())
        assert all(command_word(command) in words for command in commands_on(place))
        image = document.render(place, QSize(paper.dots.width(), paper.dots.height()))
        assert read_by_zxing(image) == sorted(command.barcode for command in commands_on(place))
    document.close()


@pytest.mark.parametrize(("paper", "place"), PAGES)
def test_the_edge_that_printers_leave_white_is_white(qtbot: QtBot, paper: Paper, place: int) -> None:
    ink = pixels(picture(paper, place)) < 128
    edge = DPI // 4
    assert not ink[:edge].any()
    assert not ink[-edge:].any()
    assert not ink[:, :edge].any()
    assert not ink[:, -edge:].any()
