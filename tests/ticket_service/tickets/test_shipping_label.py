"""The label is read back as a label printer prints it: 203 dots to the inch."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot
from pyzbar import pyzbar

from tests.ticket_service.conftest import NOW
from tests.ticket_service.desk import OTHER, PARTNER, SUPPORT, Desk
from ticket_service.accounts.refusals import InvalidError, RefusalError, UnknownError
from ticket_service.tickets.labelling import address_lines, label_of
from ticket_service.tickets.rma_acts import Cancellation, cancel
from ticket_service.tickets.shipping_label import MOST_CARTONS, ShippingLabel, shipping_label

NUMBER = "RMA-00001235"
SIZE = QSize(812, 1218)
SENDER = ["Prairie Fleet Safety", "2210 Commerce Dr", "Peoria, IL 61615"]
LONG = ["Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft Łódź & Sons"] * 4

Grey = npt.NDArray[np.uint8]


def label(number: str = NUMBER, sender: list[str] | None = None) -> ShippingLabel:
    return ShippingLabel(number, sender or SENDER, date(2026, 12, 7))


def printed(content: bytes, folder: Path) -> list[Grey]:
    file = folder / "label.pdf"
    file.write_bytes(content)
    document = QPdfDocument()
    document.load(str(file))
    pages = [_dots(document, page) for page in range(document.pageCount())]
    document.close()
    return pages


def _dots(document: QPdfDocument, page: int) -> Grey:
    paper = QImage(SIZE, QImage.Format.Format_Grayscale8)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(page, SIZE))
    painter.end()
    rows = np.frombuffer(paper.constBits(), np.uint8).reshape(paper.height(), paper.bytesPerLine())
    return np.where(rows[:, : paper.width()] < 128, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("number", [NUMBER, "SW-123456789012345", "R#7-000"])
def test_both_decoders_read_number_and_carton_back(qtbot: QtBot, tmp_path: Path, number: str) -> None:
    for place, page in enumerate(printed(shipping_label(label(number), 3, NOW), tmp_path), start=1):
        said = {number, f"{number} {place}/3"}
        assert {code.text for code in zxingcpp.read_barcodes(page, text_mode=zxingcpp.TextMode.Plain)} == said
        assert {code.data.decode() for code in pyzbar.decode(page)} == said


@pytest.mark.parametrize("cartons", [1, MOST_CARTONS])
def test_each_carton_has_a_page(qtbot: QtBot, tmp_path: Path, cartons: int) -> None:
    assert len(printed(shipping_label(label(), cartons, NOW), tmp_path)) == cartons


@pytest.mark.parametrize("sender", [LONG, ["公司", "🚚 Fleet"], ["مستودع"]])
def test_no_sender_reaches_beyond_its_place(qtbot: QtBot, tmp_path: Path, sender: list[str]) -> None:
    (page,) = printed(shipping_label(label(sender=sender), 1, NOW), tmp_path)
    dark = page == 0

    assert dark[60:248, 38:522].any()
    # The line under the sender lies at 255 dots, the carton's number begins at 560.
    assert not dark[249:253].any()
    assert not dark[:250, 523:556].any()
    assert not dark[:250, :38].any()


def test_no_letter_touches_the_codes_quiet_zones(qtbot: QtBot, tmp_path: Path) -> None:
    (page,) = printed(shipping_label(label(sender=LONG), 1, NOW), tmp_path)
    dark = page == 0
    bars = dark[700:880]

    assert not bars[:, :20].any()
    assert not bars[:, -20:].any()
    assert not dark[662:692].any()
    assert not dark[900:940].any()


def test_the_label_shows_the_partners_address_and_the_last_day(desk: Desk) -> None:
    (number,) = desk.issued(desk.opened())

    assert desk.ask(label_of, PARTNER, number, 2) == label(number)


def test_no_label_is_printed_for_an_rma_that_is_over_or_not_yours(desk: Desk) -> None:
    (number,) = desk.issued(desk.opened())

    with pytest.raises(UnknownError):
        desk.ask(label_of, OTHER, number, 1)
    with pytest.raises(InvalidError, match="1 to 99"):
        desk.ask(label_of, PARTNER, number, 100)
    desk.do(cancel, SUPPORT, desk.seen("T-1"), Cancellation(number, "why"))
    with pytest.raises(RefusalError, match="not open"):
        desk.ask(label_of, PARTNER, number, 1)


def test_an_address_abroad_names_its_country() -> None:
    address = {
        "name": "Fleet",
        "street": "1 King St",
        "city": "London",
        "region": "",
        "postal_code": "N1",
        "country": "GB",
    }

    assert address_lines(address) == ["Fleet", "1 King St", "London, N1", "GB"]
