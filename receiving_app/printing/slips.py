"""Slips for what we send away or never took over: why, and what happens next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect

from receiving_app.printing.documents import RefusalSlip, RejectionSlip
from receiving_app.printing.media import SHEET_EDGE
from receiving_app.printing.page import BOLD, MEDIUM, Page
from receiving_app.printing.sheets import TOP, bottom_of, field, foot, heading, signature, width_of

translate = QCoreApplication.translate


def paint_rejection(page: Page, slip: RejectionSlip) -> None:
    """Paint the slip that tells a partner why a package comes back."""
    title = translate("Slip", "Return not accepted")
    heading(page, title)
    top = field(
        page, TOP + 16, translate("Slip", "RMA"), slip.rma or translate("Slip", "No RMA number on the package"), 64
    )
    top = field(page, top, translate("Slip", "Partner"), slip.partner or translate("Slip", "Unknown"), 64)
    top = field(page, top, translate("Slip", "Received"), slip.received, 64)
    top = field(page, top, translate("Slip", "Package"), slip.lpn, 64)
    page.code128(QRect(SHEET_EDGE, top + 16, width_of(page), 130), slip.lpn, most=4)
    middle = (top + 190 + bottom_of(page)) // 2
    top = _paragraph(page, top + 190, middle - 60, translate("Slip", "Why"), slip.reasons)
    _paragraph(page, top + 60, bottom_of(page), translate("Slip", "What happens next"), slip.next_steps)
    foot(page, title, 0, 1)


def paint_refusal(page: Page, slip: RefusalSlip) -> None:
    """Paint the slip that a driver takes away with a package that we refused at the door."""
    title = translate("Slip", "Refused at the door")
    heading(page, title)
    top = field(page, TOP + 16, translate("Slip", "Carrier"), slip.carrier, 64)
    top = field(page, top, translate("Slip", "Driver"), slip.driver, 64)
    top = field(page, top, translate("Slip", "When"), slip.refused, 64)
    top = field(page, top, translate("Slip", "Refused by"), slip.refused_by, 64)
    numbers = ", ".join(slip.numbers) or translate("Slip", "None could be read.")
    top = field(page, top, translate("Slip", "Numbers on the package"), numbers, 150)
    signatures = bottom_of(page) - 260
    top = _paragraph(page, top + 20, signatures - 200, translate("Slip", "Why"), (slip.reason,))
    said = translate(
        "Slip", "We did not take this package over. It stays with the carrier, and goes back to its sender."
    )
    page.block(QRect(SHEET_EDGE, top + 60, width_of(page), 130), said, 40, MEDIUM)
    half = (width_of(page) - 60) // 2
    signature(page, QRect(SHEET_EDGE, signatures, half, 260), translate("Slip", "For the carrier: name, signature"))
    right = QRect(SHEET_EDGE + half + 60, signatures, half, 260)
    signature(page, right, translate("Slip", "For SmartWitness: name, signature"))
    foot(page, title, 0, 1)


def _paragraph(page: Page, top: int, bottom: int, title: str, sentences: Sequence[str]) -> int:
    page.line(QRect(SHEET_EDGE, top, width_of(page), 60), title, 44, BOLD)
    area = QRect(SHEET_EDGE, top + 68, width_of(page), bottom - top - 68)
    return page.block(area, "\n".join(sentences), 44)
