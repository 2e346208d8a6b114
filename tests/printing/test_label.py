"""A printed label reads back with both decoders, on paper, on screen and in a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import zxingcpp
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot
from pyzbar import pyzbar

from receiving_app.domain.rma_number import Carton
from receiving_app.printing import label as labels
from receiving_app.printing.label import LpnLabel, ShippingLabel, paint, picture, write_pdf

SHIPPING = ShippingLabel("RMA-00001236", carton=Carton(2, 3), sender=("Halvorsen Fleet", "Dayton, OH 45402"))
LPN = LpnLabel("LPN-DOCK1-0000014", ("Received Tue 17 Nov 2026, 09:12",))
BOTH_CODES = {("code128", "RMA-00001236"), ("qr", "RMA-00001236 2/3")}

Reader = Callable[[QImage], set[tuple[str, str]]]

NAMES = {"Code128": "code128", "CODE128": "code128", "QRCode": "qr", "QRCODE": "qr"}


def pixels(image: QImage) -> npt.NDArray[np.uint8]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].copy()


def read_by_zxing(image: QImage) -> set[tuple[str, str]]:
    found = zxingcpp.read_barcodes(pixels(image), text_mode=zxingcpp.TextMode.Plain)
    return {(NAMES[code.format.name], code.text) for code in found}


def read_by_zbar(image: QImage) -> set[tuple[str, str]]:
    found = pyzbar.decode(pixels(image), symbols=[pyzbar.ZBarSymbol.CODE128, pyzbar.ZBarSymbol.QRCODE])
    return {(NAMES[code.type], code.data.decode()) for code in found}


@pytest.mark.parametrize("read", [read_by_zxing, read_by_zbar])
def test_a_shipping_label_reads_back(qtbot: QtBot, read: Reader) -> None:
    assert read(picture(SHIPPING)) == BOTH_CODES


@pytest.mark.parametrize("read", [read_by_zxing, read_by_zbar])
def test_a_licence_plate_reads_back(qtbot: QtBot, read: Reader) -> None:
    assert read(picture(LPN)) == {("code128", LPN.lpn), ("qr", LPN.lpn)}


def test_a_label_without_a_carton_mark_says_only_its_number(qtbot: QtBot) -> None:
    assert read_by_zxing(picture(ShippingLabel("RMA-00001236"))) == {
        ("code128", "RMA-00001236"),
        ("qr", "RMA-00001236"),
    }


def test_a_label_is_four_by_six_inches_of_whole_dots(qtbot: QtBot) -> None:
    image = picture(SHIPPING)
    codes = pixels(image)[744:912]

    assert image.size() == QSize(812, 1218)
    assert set(np.unique(codes)) == {0, 255}, "a bar's edge never lies between two dots"


def test_a_pdf_holds_a_page_for_every_label_and_reads_back(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "labels.pdf"
    write_pdf([SHIPPING, LPN], target)
    document = QPdfDocument()
    document.load(str(target))

    assert document.pageCount() == 2
    assert document.pagePointSize(0) == QSizeF(4 * 72, 6 * 72)
    assert read_by_zxing(document.render(0, QSize(812, 1218))) == BOTH_CODES
    words = " ".join(document.getAllText(0).text().split())
    assert "SmartWitness USA, LLC ATTN: RMA-00001236 1016 Lunt Avenue Schaumburg, IL 60193" in words
    assert "Carton 2 of 3" in words
    document.close()


def test_a_pdf_that_cannot_be_written_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_pdf([SHIPPING], tmp_path / "no-such-folder" / "labels.pdf")


def test_the_same_paint_gives_a_preview_of_any_size(qtbot: QtBot) -> None:
    preview = QImage(1624, 2436, QImage.Format.Format_RGB32)
    painter = QPainter(preview)
    painter.scale(2, 2)
    paint(painter, SHIPPING)
    painter.end()

    assert read_by_zxing(preview) == BOTH_CODES


def test_long_lines_are_set_smaller_and_many_lines_are_joined(qtbot: QtBot) -> None:
    long = ShippingLabel("RMA-00001236", sender=("A very long partner's name " * 8, *"BCDEFGH"))
    ink = pixels(picture(long)) < 128

    assert not ink[:200, : labels._EDGE].any()
    assert not ink[:200, -labels._EDGE :].any()
    assert ink[:200].any()
    assert read_by_zxing(picture(long)) == {("code128", "RMA-00001236"), ("qr", "RMA-00001236")}


@pytest.mark.parametrize("number", ["RMA-Ω", "RMA-" + "7K" * 40])
def test_a_number_that_no_bar_code_can_hold_is_refused_in_a_sentence(qtbot: QtBot, number: str) -> None:
    with pytest.raises(ValueError, match=r"Code 128|too long for a bar code"):
        picture(ShippingLabel(number))
