"""The labels, 4 by 6 inches at 203 dpi: one paint path for printer, PDF, picture and preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QPageSize, QPainter, QPdfWriter

from receiving_app.domain.rma_number import Carton
from receiving_app.printing.barcode import paint_code128, paint_qr
from receiving_app.printing.text import paint_line

DPI = 203
SIZE = QSize(4 * DPI, 6 * DPI)  # in printer dots
SHIP_TO = ("SmartWitness USA, LLC", "1016 Lunt Avenue", "Schaumburg, IL 60193")

_EDGE = 32  # what label printers may leave unprinted
_WIDTH = SIZE.width() - 2 * _EDGE


@dataclass(frozen=True, slots=True)
class ShippingLabel:
    """What a partner puts on a carton of an RMA; `ship_to` and `sender` are address lines."""

    number: str
    ship_to: tuple[str, ...] = SHIP_TO
    carton: Carton | None = None
    sender: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """What the QR code says: the number, and which carton this is."""
        return f"{self.number} {self.carton.index}/{self.carton.count}" if self.carton else self.number


@dataclass(frozen=True, slots=True)
class LpnLabel:
    """The licence plate of a package at our dock; `lines` say what a person wants to read of it."""

    lpn: str
    lines: tuple[str, ...] = ()


Label = ShippingLabel | LpnLabel


def paint(painter: QPainter, label: Label) -> None:
    """Paint a label over `SIZE` of the painter's units; scale the painter to preview it.

    ValueError when a number cannot be written as a bar code of this width.
    """
    painter.save()
    painter.fillRect(QRect(0, 0, SIZE.width(), SIZE.height()), Qt.GlobalColor.white)
    painter.setPen(Qt.GlobalColor.black)
    match label:
        case ShippingLabel():
            _paint_shipping(painter, label)
        case LpnLabel():
            _paint_lpn(painter, label)
    painter.restore()


def picture(label: Label) -> QImage:
    """The label as a printer would set it: a pixel a dot."""
    image = QImage(SIZE, QImage.Format.Format_Grayscale8)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    with QPainter(image) as painter:
        paint(painter, label)
    return image


def write_pdf(labels: Sequence[Label], target: Path) -> None:
    """Write the labels into one PDF, one a page; OSError when the file cannot be written."""
    target.touch()  # QPdfWriter does not say why it cannot write; this does
    writer = QPdfWriter(str(target))
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QSizeF(4, 6), QPageSize.Unit.Inch))
    writer.setPageMargins(QMarginsF())
    with QPainter(writer) as painter:
        for index, label in enumerate(labels):
            if index:
                writer.newPage()
            paint(painter, label)


def _paint_shipping(painter: QPainter, label: ShippingLabel) -> None:
    _lines(painter, 32, label.sender, size=26, weight=QFont.Weight.Normal, most=5)
    _rule(painter, 210)
    paint_line(
        painter,
        QRect(_EDGE, 226, _WIDTH, 32),
        QCoreApplication.translate("Label", "SHIP TO"),
        26,
        QFont.Weight.DemiBold,
    )
    name, *rest = label.ship_to or ("",)
    _lines(painter, 266, (name, f"ATTN: {label.number}", *rest), size=52, weight=QFont.Weight.DemiBold, most=5)
    _rule(painter, 602)
    paint_line(painter, QRect(_EDGE, 618, _WIDTH, 112), label.number, 96, QFont.Weight.Bold)
    paint_code128(painter, label.number, QRect(_EDGE, 744, _WIDTH, 168))
    code = paint_qr(painter, label.mark, QRect(_EDGE, 932, 264, 264))
    beside = QRect(code.right() + 24, 948, SIZE.width() - _EDGE - code.right() - 24, 120)
    if label.carton:
        text = QCoreApplication.translate("Label", "Carton {index} of {count}")
        text = text.format(index=label.carton.index, count=label.carton.count)
        paint_line(painter, beside, text, 60, QFont.Weight.Bold)
    wish = QCoreApplication.translate("Label", "Keep this label flat and in sight.")
    paint_line(painter, beside.translated(0, 128), wish, 28, QFont.Weight.Medium)


def _paint_lpn(painter: QPainter, label: LpnLabel) -> None:
    paint_line(
        painter, QRect(_EDGE, 40, _WIDTH, 40), QCoreApplication.translate("Label", "Package"), 32, QFont.Weight.DemiBold
    )
    paint_line(painter, QRect(_EDGE, 88, _WIDTH, 120), label.lpn, 96, QFont.Weight.Bold)
    paint_code128(painter, label.lpn, QRect(_EDGE, 232, _WIDTH, 240))
    _rule(painter, 504)
    _lines(painter, 528, label.lines, size=44, weight=QFont.Weight.Medium, most=6)
    paint_qr(painter, label.lpn, QRect(_EDGE, 900, 288, 288))


def _lines(painter: QPainter, top: int, lines: Sequence[str], *, size: int, weight: QFont.Weight, most: int) -> None:
    """Set lines one below the other; what is beyond `most` joins the last, so that nothing is lost."""
    shown = [*lines[: most - 1], ", ".join(lines[most - 1 :])] if len(lines) > most else lines
    step = round(size * 1.2)
    for index, text in enumerate(shown):
        paint_line(painter, QRect(_EDGE, top + index * step, _WIDTH, step), text, size, weight)


def _rule(painter: QPainter, top: int) -> None:
    painter.fillRect(QRect(_EDGE, top, _WIDTH, 3), Qt.GlobalColor.black)
