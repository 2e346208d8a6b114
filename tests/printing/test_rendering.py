"""Every document reads back with both decoders, and nothing that it says is cut off or lies over something else."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from receiving_app.printing import page as pages
from receiving_app.printing.command_sheet import pages as command_pages
from receiving_app.printing.documents import (
    FORMS,
    LABEL_KINDS,
    AddressLabel,
    Badge,
    CommandSheet,
    Document,
    ItemLabel,
    LpnLabel,
    LpnRoll,
    OperatorBadges,
    PackingSlip,
    ShippingLabel,
)
from receiving_app.printing.media import EDGE, sheet
from receiving_app.printing.page import BLACK, Page
from receiving_app.printing.rendering import layouts, media_of, paint, pdf, picture, print_on
from receiving_app.printing.text import paint_block, paint_line
from tests.printing.decoders import Codes, pixels, read_by_zbar, read_by_zxing
from tests.printing.examples import ITEM, LPN, PACKED, SHIPMENT, TO, TRACKING, UNUSUAL, USUAL, named

SAYS: dict[str, list[Codes]] = {
    "shipping-label": [[("code128", "RMA-00001236"), ("qr", "RMA-00001236 2/3")]],
    "lpn-label": [[("code128", LPN), ("qr", LPN)]],
    "lpn-roll": [[("code128", lpn), ("qr", lpn)] for lpn in (LPN, "LPN-DOCK-1-0000022")],
    "item-label": [[("code128", ITEM), ("qr", ITEM)]],
    "quarantine-label": [[("code128", ITEM)]],
    "hazard-label": [[("code128", LPN)]],
    "unclaimed-label": [[("code128", LPN)]],
    "address-label": [[("code128", TRACKING), ("qr", SHIPMENT)]],
    "rejection-slip": [[("code128", LPN)]],
    "refusal-slip": [[]],
    "packing-slip": [[("qr", SHIPMENT)]],
    "hand-over-list": [[]],
    "report": [[]],
    "arrival-list": [[]],
    "operator-badges": [[("code128", "BADGE-0042")]],
    "command-sheet": [
        sorted(("code128", command.barcode) for _, group in page for command in group) for page in command_pages()
    ],
}
SMALL_SAYS: list[Codes] = [[("qr", ITEM)]]


@pytest.mark.parametrize("read", [read_by_zxing, read_by_zbar])
@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("document", USUAL, ids=named)
def test_all_codes_of_a_document_read_back(
    qtbot: QtBot, document: Document, dpi: int, read: Callable[[QImage], Codes]
) -> None:
    says = SMALL_SAYS if isinstance(document, ItemLabel) and document.small else SAYS[document.kind]

    assert [read(picture(document, place, dpi)) for place in range(len(layouts(document)))] == says


def test_there_is_an_example_of_every_kind() -> None:
    assert {document.kind for document in USUAL} == set(FORMS) == set(SAYS)


@pytest.mark.parametrize("dpi", [203, 300])
def test_a_bars_edge_never_lies_between_two_dots(qtbot: QtBot, dpi: int) -> None:
    rows = pixels(picture(USUAL[1], 0, dpi))[round(240 * dpi / 203) : round(460 * dpi / 203)]

    assert set(np.unique(rows)) == {0, 255}
    assert (rows == rows[0]).all()


class TracedPage(Page):
    """A page that keeps what was set on it, in its own units."""

    def __init__(self, painter: QPainter, size: QSize) -> None:
        super().__init__(painter, size, pages.UNITS_PER_INCH)
        self.texts: list[tuple[str, QRect, QRectF]] = []
        self.codes: list[QRect] = []
        self._tracing = painter

    def line(
        self,
        area: QRect,
        text: str,
        size: int,
        weight: QFont.Weight = pages.NORMAL,
        *,
        align: Qt.AlignmentFlag = pages.LEFT,
        ink: QColor = BLACK,
    ) -> None:
        self._tracing.setPen(ink)
        if text.strip():
            self.texts.append((text, area, paint_line(self._tracing, area, text, size, weight, align=align)))

    def block(self, area: QRect, text: str, size: int, weight: QFont.Weight = pages.NORMAL) -> int:
        covered = paint_block(self._tracing, area, text, size, weight)
        if text.strip():
            self.texts.append((text, area, covered))
        return super().block(area, text, size, weight)

    def code128(self, area: QRect, text: str, most: int | None = None) -> QRect:
        self.codes.append(super().code128(area, text, most))
        return self.codes[-1]

    def qr(self, area: QRect, text: str) -> QRect:
        self.codes.append(super().qr(area, text))
        return self.codes[-1]


@pytest.mark.parametrize("document", [*USUAL, *UNUSUAL], ids=named)
def test_nothing_is_cut_off_and_nothing_lies_over_something_else(qtbot: QtBot, document: Document) -> None:
    size, mark = media_of(document).size, QRectF(media_of(document).copy_mark)
    paper = QRectF(0, 0, size.width(), size.height())
    image = QImage(size, QImage.Format.Format_Grayscale8)
    for layout in layouts(document):
        with QPainter(image) as painter:
            page = TracedPage(painter, size)
            layout(page)
        for text, area, covered in page.texts:
            roomy = QRectF(area).adjusted(-2, -2, 2, 2)
            assert roomy.contains(covered), f"{text!r} covers {covered} of {area}"
            assert paper.contains(covered)
        covers = [(text, covered) for text, _, covered in page.texts]
        covers += [(f"bars {index}", QRectF(code)) for index, code in enumerate(page.codes)]
        for (one, first), (other, second) in itertools.combinations(covers, 2):
            assert not first.adjusted(2, 2, -2, -2).intersects(second), f"{one!r} lies over {other!r}"
        for text, covered in covers:
            assert not covered.intersects(mark), f"{text!r} lies where COPY is set"


@pytest.mark.parametrize("document", [*USUAL, *UNUSUAL], ids=named)
def test_the_edge_that_printers_leave_white_is_white(qtbot: QtBot, document: Document) -> None:
    edge = (6 if isinstance(document, ItemLabel) and document.small else EDGE) if document.kind in LABEL_KINDS else 50
    for place in range(len(layouts(document))):
        ink = pixels(picture(document, place, is_copy=True)) < 128
        assert not any(strip.any() for strip in (ink[:edge], ink[-edge:], ink[:, :edge], ink[:, -edge:]))


@pytest.mark.parametrize("document", USUAL, ids=named)
def test_a_reprint_says_so_in_its_corner_and_nowhere_else(qtbot: QtBot, document: Document) -> None:
    first, again = pixels(picture(document)), pixels(picture(document, is_copy=True))
    mark = media_of(document).copy_mark
    changed = np.argwhere(np.abs(first.astype(int) - again) > 128)

    assert (again[mark.top() : mark.bottom(), mark.left() : mark.right()] < 128).mean() > 0.4
    assert (changed.min(axis=0) >= (mark.top(), mark.left())).all()
    assert (changed.max(axis=0) <= (mark.bottom(), mark.right())).all()


def test_a_pdf_holds_every_page_and_copy_and_reads_back(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "roll.pdf"
    target.write_bytes(pdf(USUAL[2], copies=2))
    document = QPdfDocument()
    document.load(str(target))

    assert document.pageCount() == 4
    assert document.pagePointSize(0) == QSizeF(4 * 72, 6 * 72)
    assert [read_by_zxing(document.render(place, QSize(812, 1218))) for place in range(2)] == SAYS["lpn-roll"]
    document.close()


def test_a_pdf_says_its_words_so_that_they_can_be_searched(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "label.pdf"
    target.write_bytes(pdf(USUAL[0], is_copy=True))
    document = QPdfDocument()
    document.load(str(target))
    words = " ".join(document.getAllText(0).text().split())
    document.close()

    assert "SmartWitness USA, LLC ATTN: RMA-00001236 1016 Lunt Avenue Schaumburg, IL 60193" in words
    assert "Carton 2 of 3" in words
    assert "COPY" in words


def test_a_device_that_takes_nothing_is_an_error(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="takes nothing"):
        print_on(QPdfWriter(str(tmp_path)), USUAL[0], 203)


def test_the_same_paint_gives_a_preview_of_any_size(qtbot: QtBot) -> None:
    preview = QImage(1624, 2436, QImage.Format.Format_RGB32)
    with QPainter(preview) as painter:
        painter.scale(2, 2)
        paint(painter, USUAL[1], 0, 203)

    assert read_by_zxing(preview) == SAYS["lpn-label"][0]


def test_a_packing_slip_of_many_items_runs_over_pages_and_loses_none(qtbot: QtBot, tmp_path: Path) -> None:
    items = tuple(
        PACKED.__class__(f"ITM-DOCK-1-{number:07d}", "KP2", "SWK2", "RMA-00001236", "Repaired") for number in range(60)
    )
    target = tmp_path / "slip.pdf"
    target.write_bytes(pdf(PackingSlip(SHIPMENT, TO, "UPS", TRACKING, "Wed 18 Nov 2026", items)))
    document = QPdfDocument()
    document.load(str(target))
    words = " ".join(document.getAllText(place).text() for place in range(document.pageCount()))
    count = document.pageCount()
    document.close()

    assert [item.item for item in items if item.item not in words] == []
    assert f"page {count} of {count}" in words


def test_an_address_label_stands_without_bars_where_no_bar_code_holds_the_tracking_number(qtbot: QtBot) -> None:
    label = AddressLabel(TO, "Cargo", "№ 17/Ω", SHIPMENT)

    assert read_by_zxing(picture(label)) == [("qr", SHIPMENT)]


@pytest.mark.parametrize("read", [read_by_zxing, read_by_zbar])
def test_until_there_is_a_tracking_number_the_bars_of_an_address_label_open_its_shipment(
    qtbot: QtBot, read: Callable[[QImage], Codes]
) -> None:
    label = AddressLabel(TO, "", "", SHIPMENT)

    assert read(picture(label)) == [("code128", SHIPMENT), ("qr", SHIPMENT)]


@pytest.mark.parametrize(
    "document",
    [
        ShippingLabel("RMA-Ω"),
        ShippingLabel("RMA-" + "7K" * 40),
        LpnLabel("LPN-Ω"),
        LpnRoll(("LPN-Ω",)),
        OperatorBadges((Badge("Rosa", "Dock", "Ω"),)),
    ],
)
def test_a_number_that_must_be_scanned_and_cannot_be_written_is_refused_in_a_sentence(
    qtbot: QtBot, document: Document
) -> None:
    with pytest.raises(ValueError, match=r"Code 128|too long for a bar code"):
        picture(document)


def test_sheets_are_letter_or_a4_and_labels_four_by_six_or_two_by_one(qtbot: QtBot) -> None:
    sizes = {named(document): picture(document).size() for document in USUAL if not isinstance(document, ItemLabel)}

    assert sizes["lpn-label"] == QSize(812, 1218)
    assert picture(USUAL[4]).size() == QSize(406, 203)
    assert picture(USUAL[4], 0, 300).size() == QSize(600, 300)
    assert sizes["packing-slip"] == media_of(CommandSheet()).size
    assert sheet(CommandSheet().paper).size.width() == pytest.approx(8.5 * 203, abs=2)
