"""Every document on every medium: one way to paint for printer, PDF, picture and preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter, QPdfWriter

from receiving_app.printing import (
    address_labels,
    arrival_list,
    badges,
    command_sheet,
    hazard_label,
    labels,
    report_paper,
    shipment_lists,
    slips,
)
from receiving_app.printing.documents import (
    AddressLabel,
    ArrivalList,
    CommandSheet,
    Document,
    HandOverList,
    HazardLabel,
    ItemLabel,
    Label,
    LpnLabel,
    LpnRoll,
    OperatorBadges,
    PackingSlip,
    QuarantineLabel,
    RefusalSlip,
    RejectionSlip,
    ReportPaper,
    ShippingLabel,
    UnclaimedLabel,
)
from receiving_app.printing.labels import band
from receiving_app.printing.media import LABEL, SMALL_LABEL, Media, sheet
from receiving_app.printing.page import UNITS_PER_INCH, Page

translate = QCoreApplication.translate

PaintPage = Callable[[Page], None]


def media_of(document: Document) -> Media:
    """Give what a document is printed on."""
    if isinstance(document, Label):
        return SMALL_LABEL if isinstance(document, ItemLabel) and document.small else LABEL
    return sheet(document.paper)


def layouts(document: Document) -> Sequence[PaintPage]:
    """Give what paints each page of a document."""
    match document:
        case ShippingLabel():
            return [partial(address_labels.paint_shipping, label=document)]
        case LpnLabel():
            return [partial(labels.paint_lpn, label=document)]
        case LpnRoll():
            return [partial(labels.paint_lpn, label=LpnLabel(lpn)) for lpn in document.lpns]
        case ItemLabel():
            paint = labels.paint_small_item if document.small else labels.paint_item
            return [partial(paint, label=document)]
        case QuarantineLabel():
            return [partial(labels.paint_quarantine, label=document)]
        case HazardLabel():
            return [partial(hazard_label.paint, label=document)]
        case UnclaimedLabel():
            return [partial(labels.paint_unclaimed, label=document)]
        case AddressLabel():
            return [partial(address_labels.paint_address, label=document)]
        case RejectionSlip():
            return [partial(slips.paint_rejection, slip=document)]
        case RefusalSlip():
            return [partial(slips.paint_refusal, slip=document)]
        case PackingSlip():
            return shipment_lists.packing_slip(document)
        case HandOverList():
            return shipment_lists.hand_over_list(document)
        case _:
            return _lists(document)


def _lists(document: ArrivalList | ReportPaper | OperatorBadges | CommandSheet) -> Sequence[PaintPage]:
    match document:
        case ArrivalList():
            return arrival_list.pages(document)
        case ReportPaper():
            return report_paper.pages(document)
        case OperatorBadges():
            return badges.pages(document)
        case CommandSheet():
            return [partial(command_sheet.paint_page, place=place) for place in range(len(command_sheet.pages()))]


def paint(painter: QPainter, document: Document, place: int, dpi: int, *, is_copy: bool = False) -> None:
    """Paint the page in that place, counted from 0, over the medium's dots; scale the painter to preview it.

    ValueError when a number that must be scanned can't be written as a bar code.
    """
    page = Page(painter, media_of(document).size, dpi)
    page.clear()
    layouts(document)[place](page)
    if is_copy:
        mark = media_of(document).copy_mark
        band(page, mark, translate("Label", "COPY"), mark.height())


def picture(document: Document, place: int = 0, dpi: int = UNITS_PER_INCH, *, is_copy: bool = False) -> QImage:
    """Give a page as a printer would set it: a pixel a dot."""
    image = QImage(media_of(document).dots(dpi), QImage.Format.Format_Grayscale8)
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    with QPainter(image) as painter:
        paint(painter, document, place, dpi, is_copy=is_copy)
    return image


def print_on(
    device: QPagedPaintDevice, document: Document, dpi: int, copies: int = 1, *, is_copy: bool = False
) -> None:
    """Print every page, as often as it is wanted, on a printer or PDF whose page size and margins are set.

    OSError when the device takes nothing.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the printer takes nothing")
    with painter:
        places = [place for _ in range(copies) for place in range(len(layouts(document)))]
        for index, place in enumerate(places):
            if index:
                device.newPage()
            paint(painter, document, place, dpi, is_copy=is_copy)


def pdf(document: Document, copies: int = 1, *, is_copy: bool = False) -> bytes:
    """Give a document as a PDF file's bytes."""
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _pdf_writer(file, document.kind, media_of(document))
    print_on(writer, document, UNITS_PER_INCH, copies, is_copy=is_copy)
    return bytes(file.data().data())


def write_pdf(
    file: QIODevice, title: str, media: Media, pages: Sequence[PaintPage], done: Callable[[int], None]
) -> None:
    """Write pages as a PDF to an open file; `done` hears after each how many are. OSError when it takes nothing."""
    writer = _pdf_writer(file, title, media)
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError("the file takes nothing")
    with painter:
        for place, paint_page in enumerate(pages):
            if place:
                writer.newPage()
            paint_page(Page(painter, media.size, UNITS_PER_INCH))
            done(place + 1)


def _pdf_writer(file: QIODevice, title: str, media: Media) -> QPdfWriter:
    writer = QPdfWriter(file)
    writer.setTitle(title)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageSize(media.page)
    writer.setPageMargins(QMarginsF())
    return writer
