"""Labels for packages and items: licence plates, item labels, and what sets a thing apart."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect

from receiving_app.printing.documents import ItemLabel, LpnLabel, QuarantineLabel, UnclaimedLabel
from receiving_app.printing.media import EDGE, LABEL, LABEL_WIDTH, width_beside_mark
from receiving_app.printing.page import BOLD, DEMI, MEDIUM, WHITE, Page

translate = QCoreApplication.translate


def paint_lpn(page: Page, label: LpnLabel) -> None:
    """Paint a licence plate: the number, its bars, and its QR code for a camera."""
    caption(page, translate("Label", "Package"))
    page.line(QRect(EDGE, 88, LABEL_WIDTH, 120), label.lpn, 96, BOLD)
    page.code128(QRect(EDGE, 232, LABEL_WIDTH, 240), label.lpn)
    page.rule(EDGE, 504, LABEL_WIDTH)
    page.block(QRect(EDGE, 528, LABEL_WIDTH, 352), "\n".join(label.lines), 40, MEDIUM)
    page.qr(QRect(EDGE, 900, 288, 288), label.lpn)


def paint_item(page: Page, label: ItemLabel) -> None:
    """Paint an item's label: the item, what it is, and where it goes."""
    caption(page, translate("Label", "Item"))
    page.line(QRect(EDGE, 88, LABEL_WIDTH, 120), label.item, 96, BOLD)
    page.code128(QRect(EDGE, 232, LABEL_WIDTH, 220), label.item)
    page.rule(EDGE, 484, LABEL_WIDTH)
    fields = (
        (translate("Label", "Model"), label.model),
        (translate("Label", "Serial number"), label.serial),
        (translate("Label", "RMA"), label.rma),
    )
    for index, (name, value) in enumerate(fields):
        _field(page, QRect(EDGE, 500 + index * 128, LABEL_WIDTH, 120), name, value, 60)
    page.rule(EDGE, 892, LABEL_WIDTH)
    code = page.qr(QRect(EDGE, 908, 280, 280), label.item)
    left = code.right() + 24
    _field(page, QRect(left, 916, LABEL.size.width() - EDGE - left, 264), translate("Label", "Place"), label.place, 84)


def paint_small_item(page: Page, label: ItemLabel) -> None:
    """Paint an item's label of 2 by 1 inch, where only a QR code is wide enough to be read."""
    code = page.qr(QRect(6, 8, 187, 187), label.item)
    left = code.right() + 8
    width = page.size.width() - 10 - left
    page.line(QRect(left, 12, width, 40), label.item, 30, BOLD)
    page.line(QRect(left, 52, width, 36), label.model, 28, DEMI)
    page.line(QRect(left, 88, width, 36), label.serial, 28, DEMI)
    page.line(QRect(left, 124, width, 34), label.rma, 24, MEDIUM)
    page.line(QRect(left, 160, 306 - 4 - left, 34), label.place, 24, MEDIUM)


def paint_quarantine(page: Page, label: QuarantineLabel) -> None:
    """Paint what keeps a thing that isn't on the RMA apart from those that are."""
    caption(page, translate("Label", "Don't use, ship or put away"))
    band(page, QRect(EDGE, 96, LABEL_WIDTH, 150), translate("Label", "QUARANTINE"), 120)
    page.block(QRect(EDGE, 264, LABEL_WIDTH, 196), label.reason, 54, BOLD)
    page.rule(EDGE, 476, LABEL_WIDTH)
    fields = ((translate("Label", "Model"), label.model), (translate("Label", "Serial number"), label.serial))
    for index, (name, value) in enumerate(fields):
        _field(page, QRect(EDGE, 492 + index * 116, LABEL_WIDTH, 108), name, value, 52)
    page.block(QRect(EDGE, 728, LABEL_WIDTH, 156), "\n".join(label.found), 36, MEDIUM)
    page.rule(EDGE, 900, LABEL_WIDTH)
    page.line(QRect(EDGE, 908, LABEL_WIDTH, 80), label.code, 62, BOLD)
    page.code128(QRect(EDGE, 996, LABEL_WIDTH, 190), label.code)


def paint_unclaimed(page: Page, label: UnclaimedLabel) -> None:
    """Paint what a box bears that waits for somebody to claim it."""
    caption(page, translate("Label", "Don't open, ship or throw away"))
    band(page, QRect(EDGE, 96, LABEL_WIDTH, 150), translate("Label", "UNCLAIMED"), 120)
    page.line(QRect(EDGE, 270, LABEL_WIDTH, 120), label.number, 80, BOLD)
    page.rule(EDGE, 414, LABEL_WIDTH)
    _field(page, QRect(EDGE, 430, LABEL_WIDTH, 190), translate("Label", "Shelf"), label.place, 120)
    page.block(QRect(EDGE, 640, LABEL_WIDTH, 230), "\n".join(label.lines), 40, MEDIUM)
    page.rule(EDGE, 892, LABEL_WIDTH)
    page.line(QRect(EDGE, 908, LABEL_WIDTH, 80), label.lpn, 62, BOLD)
    page.code128(QRect(EDGE, 996, LABEL_WIDTH, 190), label.lpn)


def caption(page: Page, text: str) -> None:
    """Say at the top what the label is."""
    page.line(QRect(EDGE, 36, width_beside_mark(LABEL, EDGE), 44), text, 34, DEMI)


def band(page: Page, area: QRect, text: str, size: int) -> None:
    """Set a word in white on black."""
    page.fill(area)
    edge = min(20, area.height() // 4)
    page.line(area.adjusted(edge, 0, -edge, 0), text, size, BOLD, ink=WHITE)


def _field(page: Page, area: QRect, name: str, value: str, size: int) -> None:
    page.line(QRect(area.left(), area.top(), area.width(), 34), name, 26, MEDIUM)
    page.block(QRect(area.left(), area.top() + 36, area.width(), area.height() - 36), value, size, BOLD)
