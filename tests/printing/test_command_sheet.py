"""Every command of the printed sheet reads back as itself, alone in its row."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from receiving_app.domain.command import Command
from receiving_app.domain.label_reading import Kind
from receiving_app.domain.reading import Source
from receiving_app.printing.command_sheet import pages
from receiving_app.printing.documents import CommandSheet, Paper
from receiving_app.printing.page import UNITS_PER_INCH as DPI
from receiving_app.printing.rendering import media_of, pdf, picture
from receiving_app.words.commands import command_word
from tests.factories import meaning
from tests.printing.decoders import pixels, read_by_zbar, read_by_zxing

INCHES_WIDE = {Paper.LETTER: 8.5, Paper.A4: 8.27}
PAGES = [(paper, place) for paper in Paper for place in range(len(pages()))]


def sheet_picture(paper: Paper, place: int) -> QImage:
    return picture(CommandSheet(paper), place)


def texts(codes: list[tuple[str, str]]) -> list[str]:
    return sorted(text for _, text in codes)


def commands_on(place: int) -> list[Command]:
    return [command for _, group in pages()[place] for command in group]


def test_every_command_stands_on_the_sheet_once() -> None:
    assert sorted(command for place in range(len(pages())) for command in commands_on(place)) == sorted(Command)


@pytest.mark.parametrize(("paper", "place"), PAGES)
def test_both_decoders_read_a_page_at_203_dpi(qtbot: QtBot, paper: Paper, place: int) -> None:
    image = sheet_picture(paper, place)
    barcodes = sorted(command.barcode for command in commands_on(place))

    assert image.width() == pytest.approx(DPI * INCHES_WIDE[paper], abs=2)
    assert texts(read_by_zxing(image)) == barcodes
    assert texts(read_by_zbar(image)) == barcodes


@pytest.mark.parametrize("place", [0, 1])
def test_what_is_read_from_the_sheet_is_the_command_to_a_hand_scanner(qtbot: QtBot, place: int) -> None:
    read = texts(read_by_zxing(sheet_picture(Paper.LETTER, place)))
    by_hand = [meaning(text, Source.WEDGE) for text in read]

    assert {one.kind for one in by_hand} == {Kind.COMMAND}
    assert [one.command for one in by_hand] == sorted(commands_on(place), key=lambda command: command.barcode)
    assert {meaning(text, Source.CAMERA).kind for text in read} == {Kind.OTHER}


@pytest.mark.parametrize(("paper", "place"), PAGES)
def test_codes_are_large_and_far_enough_apart_to_aim_at_one(qtbot: QtBot, paper: Paper, place: int) -> None:
    dots = pixels(sheet_picture(paper, place))
    found = zxingcpp.read_barcodes(dots, text_mode=zxingcpp.TextMode.Plain)
    rows = sorted((code.position.top_left.y, code.position.bottom_left.y) for code in found)

    assert all(bottom - top > 0.65 * DPI for top, bottom in rows)
    assert all(below[0] - above[1] > 0.65 * DPI for above, below in pairwise(rows)), "two thirds of an inch of white"
    narrowest = [np.diff(np.flatnonzero(np.diff(dots[(top + bottom) // 2] < 128))).min() for top, bottom in rows]
    assert narrowest == [4] * len(rows), "at 203 dpi four dots are 20 mil, which reads at arm's length"


@pytest.mark.parametrize("paper", Paper)
def test_the_pdf_reads_back_and_says_every_word(qtbot: QtBot, tmp_path: Path, paper: Paper) -> None:
    target = tmp_path / "commands.pdf"
    target.write_bytes(pdf(CommandSheet(paper)))
    document = QPdfDocument()
    document.load(str(target))
    for place in range(len(pages())):
        words = " ".join(document.getAllText(place).text().split())
        assert all(command_word(command) in words for command in commands_on(place))
        image = document.render(place, media_of(CommandSheet(paper)).size)
        assert texts(read_by_zxing(image)) == sorted(command.barcode for command in commands_on(place))
    document.close()


@pytest.mark.parametrize(("paper", "place"), PAGES)
def test_the_edge_that_printers_leave_white_is_white(qtbot: QtBot, paper: Paper, place: int) -> None:
    ink = pixels(sheet_picture(paper, place)) < 128
    edge = DPI // 4
    assert not ink[:edge].any()
    assert not ink[-edge:].any()
    assert not ink[:, :edge].any()
    assert not ink[:, -edge:].any()
