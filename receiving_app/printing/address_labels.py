"""Labels that carry an address: a partner's on the way to us, and ours on the way back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect

from receiving_app.printing.documents import AddressLabel, ShippingLabel
from receiving_app.printing.media import EDGE, LABEL, LABEL_WIDTH, width_beside_mark
from receiving_app.printing.page import BOLD, DEMI, MEDIUM, Page

translate = QCoreApplication.translate


def paint_shipping(page: Page, label: ShippingLabel) -> None:
    """Paint what a partner puts on a carton: to our dock, with the RMA number as bars and as large print."""
    page.block(QRect(EDGE, EDGE, width_beside_mark(LABEL, EDGE), 166), "\n".join(label.sender), 26)
    page.rule(EDGE, 210, LABEL_WIDTH)
    page.line(QRect(EDGE, 226, LABEL_WIDTH, 32), translate("Label", "SHIP TO"), 26, DEMI)
    name, *rest = label.ship_to or ("",)
    to = "\n".join((name, f"ATTN: {label.number}", *rest))
    page.block(QRect(EDGE, 266, LABEL_WIDTH, 320), to, 52, DEMI)
    page.rule(EDGE, 602, LABEL_WIDTH)
    page.line(QRect(EDGE, 618, LABEL_WIDTH, 112), label.number, 92, BOLD)
    page.code128(QRect(EDGE, 744, LABEL_WIDTH, 168), label.number)
    code = page.qr(QRect(EDGE, 932, 264, 264), label.mark)
    beside = QRect(code.right() + 24, 948, LABEL.size.width() - EDGE - code.right() - 24, 120)
    if label.carton:
        text = translate("Label", "Carton {index} of {count}")
        page.line(beside, text.format(index=label.carton.index, count=label.carton.count), 60, BOLD)
    page.line(beside.translated(0, 128), translate("Label", "Keep this label flat and in sight."), 28, MEDIUM)


def paint_address(page: Page, label: AddressLabel) -> None:
    """Paint where a return shipment goes; the bars are its tracking number, or our reference until there is one."""
    page.line(QRect(EDGE, 36, width_beside_mark(LABEL, EDGE), 32), translate("Label", "FROM"), 26, DEMI)
    page.block(QRect(EDGE, 72, width_beside_mark(LABEL, EDGE), 126), "\n".join(label.sender), 28)
    page.rule(EDGE, 210, LABEL_WIDTH)
    page.line(QRect(EDGE, 222, LABEL_WIDTH, 32), translate("Label", "TO"), 26, DEMI)
    page.block(QRect(EDGE, 262, LABEL_WIDTH, 348), "\n".join(label.to), 60, DEMI)
    page.rule(EDGE, 626, LABEL_WIDTH)
    page.line(QRect(EDGE, 638, LABEL_WIDTH, 48), label.carrier, 38, DEMI)
    page.line(QRect(EDGE, 688, LABEL_WIDTH, 64), label.tracking, 48, BOLD)
    _paint_bars(page, QRect(EDGE, 760, LABEL_WIDTH, 150), label.tracking or label.reference)
    page.rule(EDGE, 926, LABEL_WIDTH)
    code = page.qr(QRect(EDGE, 936, 256, 256), label.reference)
    left = code.right() + 24
    width = LABEL.size.width() - EDGE - left
    page.line(QRect(left, 956, width, 36), translate("Label", "Our reference"), 28, MEDIUM)
    page.line(QRect(left, 1000, width, 80), label.reference, 60, BOLD)


def _paint_bars(page: Page, area: QRect, number: str) -> None:
    """Paint a number, whatever it is: without bars the label still finds its way."""
    try:
        page.code128(area, number)
    except ValueError:
        page.block(area, translate("Label", "No bar code holds this number. Type it."), 34, MEDIUM)
