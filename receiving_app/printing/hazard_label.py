"""The warning on something that is swollen, hot, leaking or smoking; nobody may take it for another label."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect

from receiving_app.printing.documents import HazardLabel
from receiving_app.printing.labels import band, caption
from receiving_app.printing.media import EDGE, LABEL_WIDTH
from receiving_app.printing.page import BOLD, DEMI, MEDIUM, Page

translate = QCoreApplication.translate


def paint(page: Page, label: HazardLabel) -> None:
    """Paint the warning: stripes, the danger in words, what to do, and whose label it is."""
    caption(page, translate("HazardLabel", "Keep away from people, heat and other goods"))
    page.stripes(QRect(EDGE, 92, LABEL_WIDTH, 44))
    band(page, QRect(EDGE, 136, LABEL_WIDTH, 190), translate("HazardLabel", "DANGER"), 170)
    page.stripes(QRect(EDGE, 326, LABEL_WIDTH, 44))
    page.warning_sign(QRect(EDGE, 396, 190, 170))
    page.block(QRect(EDGE + 214, 396, LABEL_WIDTH - 214, 180), label.danger, 64, BOLD)
    orders = (
        translate("HazardLabel", "Don't open or charge it. Isolate it."),
        translate("HazardLabel", "Call the supervisor."),
        translate("HazardLabel", "Never by air. Leaves only after a named person has checked packing and marking."),
    )
    page.block(QRect(EDGE, 592, LABEL_WIDTH, 216), "\n".join(orders), 44, DEMI)
    page.block(QRect(EDGE, 820, LABEL_WIDTH, 96), "\n".join(label.found), 34, MEDIUM)
    page.line(QRect(EDGE, 920, LABEL_WIDTH, 70), label.code, 56, BOLD)
    page.code128(QRect(EDGE, 994, LABEL_WIDTH, 140), label.code)
    page.stripes(QRect(EDGE, 1146, LABEL_WIDTH, 40))
