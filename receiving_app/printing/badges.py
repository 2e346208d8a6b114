"""Badges of the people who work here, each the size of a bank card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect

from receiving_app.printing.documents import Badge, OperatorBadges
from receiving_app.printing.media import SHEET_EDGE
from receiving_app.printing.page import BOLD, CENTER, MEDIUM, Page
from receiving_app.printing.sheets import TOP, heading, in_pages, width_of

translate = QCoreApplication.translate

_CARD_WIDTH, _CARD_HEIGHT = 685, 431  # ISO/IEC 7810 ID-1: 85.6 by 53.98 mm
_ACROSS, _DOWN = 2, 4


def pages(badges: OperatorBadges) -> list[Callable[[Page], None]]:
    """Give the pages of a set of badges."""
    count = _ACROSS * _DOWN
    return [partial(_paint, part) for part in in_pages(badges.badges, count, count)]


def _paint(badges: Sequence[Badge], page: Page) -> None:
    heading(page, translate("Badge", "Badges to cut out"))
    left = SHEET_EDGE + (width_of(page) - _ACROSS * _CARD_WIDTH) // 2
    for index, badge in enumerate(badges):
        down, across = divmod(index, _ACROSS)
        corner = (left + across * _CARD_WIDTH, TOP + 16 + down * _CARD_HEIGHT)
        _paint_card(page, QRect(*corner, _CARD_WIDTH + 1, _CARD_HEIGHT + 1), badge)


def _paint_card(page: Page, card: QRect, badge: Badge) -> None:
    page.frame(card, 1)
    inner = card.adjusted(40, 30, -40, -30)
    page.line(
        QRect(inner.left(), inner.top(), inner.width(), 30), translate("Badge", "SmartWitness · Returns"), 24, MEDIUM
    )
    page.block(QRect(inner.left(), inner.top() + 36, inner.width(), 110), badge.name, 58, BOLD)
    page.line(QRect(inner.left(), inner.top() + 150, inner.width(), 42), badge.role, 34, MEDIUM)
    page.code128(QRect(card.left() + 10, inner.top() + 202, card.width() - 20, 124), badge.code, most=4)
    page.line(QRect(inner.left(), inner.top() + 334, inner.width(), 36), badge.code, 28, MEDIUM, align=CENTER)
