from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from receiving_app.domain.arrivals import arrival
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.printing.arrival_list import MOST_LISTED, arrival_list, pages
from receiving_app.printing.documents import ListedArrival
from tests.factories import NUMBER, an_rma, chicago

CALENDAR = SiteCalendar()
NOW = chicago(2026, 11, 16, 9)


def test_a_line_says_by_when_what_comes_from_whom(qtbot: QtBot) -> None:
    found = arrival(an_rma(replacement_shipped=True), {}, NOW, CALENDAR)
    assert found is not None
    listed = arrival_list([found], 1, "Lapsing", NOW, CALENDAR)
    assert listed.arrivals == (ListedArrival("Mon 16 Nov", "today", NUMBER, "Fleet Eyes LLC", "1", "14 days, 1 owed"),)
    assert (listed.about, listed.total, listed.printed) == ("Lapsing", 1, "Mon 16 Nov 09:00 CST")


def test_more_than_anybody_reads_on_paper_is_counted_and_left_out(qtbot: QtBot) -> None:
    found = arrival(an_rma(receive_by=NOW.date() + timedelta(days=9)), {}, NOW, CALENDAR)
    assert found is not None
    listed = arrival_list([found] * 500, 12_000, "Expected", NOW, CALENDAR)
    assert (len(listed.arrivals), listed.total) == (MOST_LISTED, 12_000)
    assert len(pages(listed)) > 1
