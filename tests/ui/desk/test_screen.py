"""The desk: nothing is cut off, the filters stay, and the keys lead everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from receiving_app.domain.arrivals import Due, arrival
from receiving_app.domain.events import Subject
from receiving_app.domain.hits import By, Found, Hit, Hits
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.domain.verdict import Decision
from receiving_app.queries.answers import TimelineEntry
from receiving_app.queries.arrivals import Arrivals, Wanted
from receiving_app.queries.custody import Custody, Elsewhere
from tests.factories import NUMBER, WORKER, an_rma, an_rma_number
from tests.ui.conftest import MakeWindow
from tests.ui.layout_faults import faults
from tests.ui.scenes import NOW
from ui.colors import DARK, LIGHT, Theme
from ui.desk.screen import DeskScreen
from ui.main_window import MainWindow
from ui.station_screen import Screen

SIZES = [(1366, 768), (1920, 1080)]
PARTNER = "Mid-America Fleet Camera Wholesale and Service Partners"
RMAS = [
    an_rma(number=an_rma_number(n), partner_name=PARTNER, ticket="T-100200300", tracking=("1Z999AA10123456784",) * 2)
    for n in range(1, 61)
]
HITS = Hits("99", tuple(Hit(Found.RMA, r.number, r.number, By.TRACKING, r.tracking[0], r) for r in RMAS[:50]), False)
STORY = tuple(
    TimelineEntry(NOW, WORKER, "package.judged", Subject("LPN-DOCK-1-0000017"), (("verdict", "accept" * 20),))
    for _ in range(40)
)
CUSTODY = Custody(
    rmas=tuple(RMAS[:2]),
    elsewhere=tuple(Elsewhere(f"LPN-DOCK-2-{n:07d}", "DOCK-2", Decision.HOLD, NOW) for n in range(3)),
    story=STORY,
    names={"p-dock": "Rosa M."},
)


def some_arrivals() -> Arrivals:
    dated = [replace(rma, receive_by=NOW.date() + timedelta(days=n - 5)) for n, rma in enumerate(RMAS)]
    found = [arrival(replace(rma, replacement_shipped=True), {}, NOW, SiteCalendar()) for rma in dated]
    counts = {Due.LAPSING: 1234, Due.SOON: 23_456, Due.EXPECTED: 345_678, Due.OVERDUE: 250_000}
    return Arrivals(tuple(each for each in found if each is not None), 370_368, counts, 1234, 2345)


@pytest.fixture
def desk(make_window: MakeWindow) -> DeskScreen:
    window = make_window()
    window.show_screen(Screen.DESK)
    return window.desk


def heard(signal: SignalInstance) -> list[Any]:
    """Give a list that grows by what a signal says."""
    said: list[Any] = []
    signal.connect(said.append)
    return said


def all_faults(window: MainWindow) -> dict[str, list[str]]:
    found = {}
    window.show_screen(Screen.DESK)
    desk = window.desk
    for name, show in {
        "empty search": lambda: None,
        "nothing found": lambda: desk.search.show_hits(Hits("zz", (), complete=False)),
        "hits": lambda: desk.search.show_hits(HITS),
        "story": lambda: desk.search.show_custody(HITS.hits[0], CUSTODY),
        "failed search": desk.search.show_trouble,
        "empty arrivals": lambda: QTest.keySequence(window, "Ctrl+R"),
        "arrivals": lambda: desk.arrivals.show_arrivals(some_arrivals()),
        "owed": lambda: QTest.keySequence(window, "Ctrl+6"),
        "failed arrivals": desk.arrivals.show_trouble,
    }.items():
        show()
        QApplication.processEvents()
        found[name] = faults(window)
    return {look: said for look, said in found.items() if said}


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", SIZES)
def test_every_look_is_whole(make_window: MakeWindow, size: tuple[int, int], colors: Theme) -> None:
    assert all_faults(make_window(*size, colors)) == {}


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("size", SIZES)
def test_every_look_is_whole_in_a_language_two_fifths_longer(make_window: MakeWindow, size: tuple[int, int]) -> None:
    assert all_faults(make_window(*size, LIGHT)) == {}


def test_each_key_is_asked_for(qtbot: QtBot, desk: DeskScreen) -> None:
    asked = heard(desk.search.text_changed)
    QTest.keyClicks(desk.search._field, "12a")
    assert asked == ["1", "12", "12a"]


def test_the_arrow_keys_walk_through_what_was_found_while_one_types(qtbot: QtBot, desk: DeskScreen) -> None:
    desk.search.show_hits(HITS)
    chosen = heard(desk.search.chosen)
    QTest.keyClick(desk.search._field, Qt.Key.Key_Down)
    assert chosen[0] == HITS.hits[1]
    QTest.keyClick(desk.search._field, Qt.Key.Key_Up)
    QTest.keyClick(desk.search._field, Qt.Key.Key_Up)
    assert chosen[-1] == HITS.hits[0]


def test_what_is_chosen_stays_chosen_while_it_is_found(qtbot: QtBot, desk: DeskScreen) -> None:
    desk.search.show_hits(HITS)
    QTest.keyClick(desk.search._field, Qt.Key.Key_Down)
    desk.search.show_hits(replace(HITS, hits=HITS.hits[1:]))
    assert desk.search._chosen() == HITS.hits[1]


def test_the_story_of_another_hit_comes_too_late(qtbot: QtBot, desk: DeskScreen) -> None:
    desk.search.show_hits(HITS)
    desk.search.show_custody(HITS.hits[3], CUSTODY)
    assert desk.search._custody._shown is None


def test_who_did_it_stands_there_by_name(qtbot: QtBot, desk: DeskScreen) -> None:
    desk.search.show_hits(HITS)
    desk.search.show_custody(HITS.hits[0], CUSTODY)
    story = desk.search._custody._story.model()
    assert story.index(0, 2).data() == "Rosa M."


def test_text_from_outside_is_plain(qtbot: QtBot, desk: DeskScreen) -> None:
    bold = Hit(Found.RMA, "k", "<b>RMA</b>\x07", By.NUMBER, "", RMAS[0])
    desk.search.show_hits(Hits("<i>", (bold,), complete=True))
    assert desk.search._custody._title.text() == "<b>RMA</b><BEL>"


def test_filters_ask_and_stay(qtbot: QtBot, desk: DeskScreen) -> None:
    asked = heard(desk.arrivals.wanted_changed)
    QTest.keySequence(desk.window(), "Ctrl+R")
    QTest.keySequence(desk.window(), "Ctrl+2")
    QTest.keyClicks(desk.arrivals._partner, "Fl")
    assert asked[-1] == Wanted(Due.LAPSING, partner="Fl")
    desk.arrivals.show_arrivals(some_arrivals())
    assert desk.arrivals.wanted == Wanted(Due.LAPSING, partner="Fl")


def test_the_printed_list_says_what_it_shows(qtbot: QtBot, desk: DeskScreen) -> None:
    desk.arrivals.show_arrivals(some_arrivals())
    QTest.keySequence(desk.window(), "Ctrl+R")
    QTest.keySequence(desk.window(), "Ctrl+6")
    wanted = heard(desk.arrivals.list_wanted)
    QTest.keySequence(desk.window(), "Ctrl+P")
    assert wanted[0].startswith("Owed 1,234 · The replacement has gone out")


def test_a_chosen_arrival_is_looked_up(qtbot: QtBot, desk: DeskScreen) -> None:
    desk.arrivals.show_arrivals(some_arrivals())
    desk.arrivals.opened.emit(NUMBER)
    assert desk.page is desk.search
    assert desk.search.text == NUMBER
