"""The hot list: what is still to arrive, to lie beside the dock's door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.arrivals import Arrival
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.printing.documents import ArrivalList, ListedArrival
from receiving_app.printing.media import SHEET_EDGE, sheet
from receiving_app.printing.page import Page
from receiving_app.printing.sheets import TOP, Column, field, foot, heading, in_pages, rows_between, table
from receiving_app.words import times
from receiving_app.words.arrivals import awaited_words, days_left_words, out_words

translate = QCoreApplication.translate

#: More lines than this nobody looks through on paper.
MOST_LISTED = 200
_FIELDS = 190

Rows = Sequence[tuple[str, ...]]


def arrival_list(
    arrivals: Sequence[Arrival], total: int, about: str, now: datetime, calendar: SiteCalendar
) -> ArrivalList:
    """Fill in a hot list of the first of `total` arrivals; `about` says in a sentence which ones these are."""
    today = calendar.local(now).date()
    listed = tuple(
        ListedArrival(
            last_day=times.day(each.rma.receive_by, today),
            left=days_left_words(each.days_left),
            rma=each.rma.number,
            partner=each.rma.partner_name,
            devices=awaited_words(each),
            replacement=out_words(each),
        )
        for each in arrivals[:MOST_LISTED]
    )
    return ArrivalList(about, times.day_and_clock(now, calendar), total, listed)


def pages(listed: ArrivalList) -> list[Callable[[Page], None]]:
    """Give the pages of a hot list; the first one says which arrivals these are."""
    rows = [
        (f"{each.last_day}\n{each.left}", each.rma, each.partner, each.devices, each.replacement)
        for each in listed.arrivals
    ]
    bottom = sheet(listed.paper).size.height() - SHEET_EDGE - 60
    shared = in_pages(rows, rows_between(TOP + _FIELDS, bottom), rows_between(TOP + 16, bottom))
    return [partial(_paint, listed, part, place, len(shared)) for place, part in enumerate(shared)]


def _paint(listed: ArrivalList, rows: Rows, place: int, places: int, page: Page) -> None:
    title = translate("ArrivalList", "Still to arrive")
    heading(page, title)
    top = TOP + 16
    if place == 0:
        top = field(page, top, translate("ArrivalList", "Which"), listed.about, 80)
        told = translate("ArrivalList", "{printed}; {shown} of {total} RMAs")
        told = told.format(printed=listed.printed, shown=len(listed.arrivals), total=listed.total)
        field(page, top, translate("ArrivalList", "Printed"), told)
        top = TOP + _FIELDS
    columns = (
        Column(translate("ArrivalList", "Last day"), 20),
        Column(translate("ArrivalList", "RMA"), 22),
        Column(translate("ArrivalList", "Partner"), 30),
        Column(translate("ArrivalList", "Devices"), 10),
        Column(translate("ArrivalList", "Replacement out"), 18),
    )
    table(page, top, columns, rows)
    foot(page, title, place, places)
