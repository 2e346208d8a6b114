"""Lists of what leaves: the packing slip in a return shipment, and what a driver signs for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect

from receiving_app.printing.documents import HandOverList, PackingSlip
from receiving_app.printing.media import SHEET_EDGE, sheet
from receiving_app.printing.page import Page
from receiving_app.printing.sheets import (
    TOP,
    Column,
    bottom_of,
    field,
    foot,
    heading,
    in_pages,
    rows_between,
    signature,
    table,
    width_of,
)

translate = QCoreApplication.translate

_SLIP_FIELDS = 530  # from the first field to the table, on the first page
_CODE = 220  # beside four of the fields
_LIST_FIELDS = 240
_SIGNATURES = 240

Rows = Sequence[tuple[str, ...]]


def packing_slip(slip: PackingSlip) -> list[Callable[[Page], None]]:
    """Give the pages of a packing slip; the first one says where it goes."""
    rows = [(row.item, f"{row.model}\n{row.serial}", row.rma, row.done) for row in slip.items]
    bottom = _bottom(slip)
    shared = in_pages(rows, rows_between(TOP + _SLIP_FIELDS, bottom), rows_between(TOP + 16, bottom))
    return [partial(_paint_slip, slip, part, place, len(shared)) for place, part in enumerate(shared)]


def hand_over_list(handed: HandOverList) -> list[Callable[[Page], None]]:
    """Give the pages of a hand-over list, each to be signed."""
    rows = [(each.reference, each.to, each.carrier, each.tracking, str(each.cartons)) for each in handed.shipments]
    room = rows_between(TOP + _LIST_FIELDS, _bottom(handed) - _SIGNATURES)
    shared = in_pages(rows, room, room)
    return [partial(_paint_list, handed, part, place, len(shared)) for place, part in enumerate(shared)]


def _bottom(document: PackingSlip | HandOverList) -> int:
    return sheet(document.paper).size.height() - SHEET_EDGE - 60


def _paint_slip(slip: PackingSlip, rows: Rows, place: int, places: int, page: Page) -> None:
    title = translate("PackingSlip", "Packing slip {}").format(slip.reference)
    heading(page, title)
    top = TOP + 16
    if place == 0:
        top = field(page, top, translate("PackingSlip", "To"), "\n".join(slip.to), 250)
        page.qr(QRect(SHEET_EDGE + width_of(page) - _CODE, top, _CODE, _CODE), slip.reference)
        top = field(page, top, translate("PackingSlip", "Carrier"), slip.carrier, beside=_CODE + 20)
        top = field(page, top, translate("PackingSlip", "Tracking number"), slip.tracking, beside=_CODE + 20)
        top = field(page, top, translate("PackingSlip", "Packed"), slip.packed, beside=_CODE + 20)
        count = translate("PackingSlip", "one item") if len(slip.items) == 1 else translate("PackingSlip", "{} items")
        field(page, top, translate("PackingSlip", "Contents"), count.format(len(slip.items)), beside=_CODE + 20)
        top = TOP + _SLIP_FIELDS
    columns = (
        Column(translate("PackingSlip", "Item"), 28),
        Column(translate("PackingSlip", "Model and serial number"), 26),
        Column(translate("PackingSlip", "RMA"), 19),
        Column(translate("PackingSlip", "What was done"), 27),
    )
    table(page, top, columns, rows)
    foot(page, title, place, places)


def _paint_list(handed: HandOverList, rows: Rows, place: int, places: int, page: Page) -> None:
    title = translate("HandOverList", "Handed over to the carrier")
    heading(page, title)
    top = field(page, TOP + 16, translate("HandOverList", "Carrier"), handed.carrier)
    top = field(page, top, translate("HandOverList", "Printed"), handed.printed)
    cartons = sum(each.cartons for each in handed.shipments)
    said = translate("HandOverList", "{shipments} shipments, {cartons} cartons")
    said = said.format(shipments=len(handed.shipments), cartons=cartons)
    field(page, top, translate("HandOverList", "In all"), said)
    columns = (
        Column(translate("HandOverList", "Shipment"), 22),
        Column(translate("HandOverList", "To"), 32),
        Column(translate("HandOverList", "Carrier"), 12),
        Column(translate("HandOverList", "Tracking number"), 25),
        Column(translate("HandOverList", "Cartons"), 9),
    )
    table(page, TOP + _LIST_FIELDS, columns, rows)
    third = (width_of(page) - 80) // 3
    captions = (
        translate("HandOverList", "Driver's name"),
        translate("HandOverList", "Driver's signature"),
        translate("HandOverList", "Date and time"),
    )
    for index, caption in enumerate(captions):
        left = SHEET_EDGE + index * (third + 40)
        signature(page, QRect(left, bottom_of(page) - 180, third, 180), caption)
    foot(page, title, place, places)
