"""The figures at the desk: pictures, tables and the hand-over are whole, and every key asks for what it says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from receiving_app.domain.journal_check import JournalCheck
from receiving_app.domain.period import Period
from receiving_app.domain.report import Age, Backlog, Names, Report, Waits
from receiving_app.domain.report_counts import Measure, Span
from receiving_app.domain.shift import Shift
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.domain.verdict import Decision, Rule
from receiving_app.words.reports import written
from receiving_app.words.shift import hand_over
from tests.ui.conftest import MakeWindow
from tests.ui.desk.test_screen import heard
from tests.ui.layout_faults import faults
from tests.ui.scenes import NOW
from ui.colors import DARK, LIGHT, Theme
from ui.desk.screen import DeskScreen
from ui.main_window import MainWindow
from ui.station_screen import Screen

SIZES = [(1366, 768), (1920, 1080)]


def a_report(days: int = 30) -> Report:
    """Make a report of so many days that end on the scenes' day."""
    last = NOW.date()
    period = Period(last - timedelta(days=days - 1), last)
    by_day: Counter[tuple[date, Measure, str]] = Counter()
    sums: dict[Measure, dict[Names, int]] = {measure: {} for measure in Measure}
    for n in range(days):
        day = period.first + timedelta(days=n)
        amounts = {Decision.ACCEPT: 31 + 7 * n % 19, Decision.REJECT: 3 + n % 5, Decision.HOLD: 2 + n % 7}
        for decision, amount in amounts.items():
            by_day[day, Measure.VERDICT, decision] += amount
        by_day[day, Measure.ARRIVED, ""] += sum(amounts.values())
        by_day[day, Measure.OUTCOME, "repaired"] += 20
        by_day[day, Measure.GOODS_SENT, ""] += 17
    for n, rule in enumerate(Rule):
        sums[Measure.VERDICT][Decision.REJECT if n % 2 else Decision.HOLD, rule, f"p-{n}"] = 100 - 7 * n
    for n in range(14):
        sums[Measure.OUTCOME]["no-fault-found" if n % 2 else "repaired", f"KP{n % 3}", f"2.{n % 4}.1"] = 5 + n
        sums[Measure.PARTNER_OUTCOME]["no-fault-found" if n % 2 else "repaired", "", f"p-{n}"] = 5 + n
        sums[Measure.DECIDED]["override" if n % 3 else "uphold", "other", f"p-{n % 4}"] = 3 * n + 1
        sums[Measure.TOOK][Span.ARRIVAL_TO_OUTCOME, str(1440 * n), ""] = 3
    sums[Measure.READING] = {("wedge", "", ""): 123_456, ("camera", "", ""): 4567}
    sums[Measure.ON_LABEL] = {("wedge", "", ""): 99_000, ("camera", "", ""): 4300}
    waiting = {(waits, age): 3 * n + 5 for n, waits in enumerate(Waits) for age in Age}
    partners = {f"p-{n}": f"Mid-America Fleet Camera Wholesale and Service Partners {n}" for n in range(14)}
    return Report(period, sums, by_day, Backlog(waiting), partners, {f"p-{n}": f"Person {n}" for n in range(4)})


SHIFT = Shift(
    NOW,
    a_report(1),
    12,
    3,
    NOW - timedelta(hours=30),
    "The printer is out of paper.",
    4,
    "No camera is set up.",
    "The ticket service doesn't answer in time.",
    JournalCheck(NOW, 5_000_000, 4_999_990, "MISSING", 17, 21, 2),
)
HAND_OVER = hand_over(SHIFT, SiteCalendar())


@pytest.fixture
def desk(make_window: MakeWindow) -> DeskScreen:
    window = make_window()
    window.show_screen(Screen.DESK)
    QTest.keySequence(window, "Ctrl+T")
    return window.desk


def all_faults(window: MainWindow) -> dict[str, list[str]]:
    window.show_screen(Screen.DESK)
    desk, report, found = window.desk, written(a_report()), {}
    QTest.keySequence(window, "Ctrl+T")
    QApplication.processEvents()
    found["empty"] = faults(window)
    desk.reports.show_report(report)
    for place, sheet in enumerate(report.sheets):
        desk.reports._list.setCurrentRow(place)
        QApplication.processEvents()
        found[sheet.title] = faults(window)
    desk.reports.show_counting(40)
    QApplication.processEvents()
    found["counting"] = faults(window)
    QTest.keySequence(window, "Ctrl+H")
    desk.hand_over.show_hand_over(HAND_OVER)
    QApplication.processEvents()
    found["hand-over"] = faults(window)
    return {look: said for look, said in found.items() if said}


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", SIZES)
def test_every_look_is_whole(make_window: MakeWindow, size: tuple[int, int], colors: Theme) -> None:
    assert all_faults(make_window(*size, colors)) == {}


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("size", SIZES)
def test_every_look_is_whole_in_a_language_two_fifths_longer(make_window: MakeWindow, size: tuple[int, int]) -> None:
    assert all_faults(make_window(*size, LIGHT)) == {}


def test_the_keys_choose_how_many_days(qtbot: QtBot, desk: DeskScreen) -> None:
    asked = heard(desk.reports.period_chosen)
    for key in "1234":
        QTest.keySequence(desk.window(), f"Ctrl+{key}")
    assert [period.days for period in asked] == [1, 7, 30, 365]
    assert {period.last for period in asked} == {NOW.date()}


def test_a_period_that_ends_before_it_begins_is_said_and_the_last_report_stays(qtbot: QtBot, desk: DeskScreen) -> None:
    desk.reports.show_report(written(a_report()))
    asked = heard(desk.reports.period_chosen)
    desk.reports._first.setDate(QDate(2999, 1, 1))
    assert asked == []
    assert desk.reports._note.text() == "The last day is before the first. Choose a later last day."
    assert desk.reports._table.model().rowCount() == 31


def test_each_form_is_a_key_away_and_the_sheet_that_is_seen_goes_with_it(qtbot: QtBot, desk: DeskScreen) -> None:
    desk.reports.show_report(written(a_report()))
    desk.reports._list.setCurrentRow(4)
    wanted: list[tuple[str, int]] = []
    desk.reports.export_wanted.connect(lambda form, place: wanted.append((form, place)))
    for button in desk.reports._exports:
        button.click()
    QTest.keySequence(desk.window(), "Ctrl+Shift+2")
    assert wanted == [("csv", 4), ("xlsx", 4), ("pdf", 4), ("xlsx", 4)]


def test_escape_stops_what_takes_long(qtbot: QtBot, desk: DeskScreen) -> None:
    stopped: list[bool] = []
    desk.reports.stop_wanted.connect(lambda: stopped.append(True))
    desk.reports.show_counting(10)
    assert desk.reports._bar.isVisible()
    QTest.keySequence(desk.window(), "Esc")
    assert stopped == [True]


def test_the_numbers_of_a_bar_stand_beside_the_mouse(qtbot: QtBot, desk: DeskScreen) -> None:
    desk.reports.show_report(written(a_report(7)))
    QApplication.processEvents()
    chart = desk.reports._chart
    middle = QPointF(chart.width() / 2, chart.height() / 2)
    assert "Packages: " in chart.numbers_at(middle)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(int(middle.x()), int(middle.y())))
    assert desk.reports._table.currentIndex().row() == 3
    assert chart._row == 3
    QToolTip.hideText()


def test_the_sheet_that_was_seen_stays_when_the_period_changes(qtbot: QtBot, desk: DeskScreen) -> None:
    desk.reports.show_report(written(a_report()))
    desk.reports._list.setCurrentRow(5)
    desk.reports.show_report(written(a_report(7)))
    assert desk.reports._list.currentItem().text() == "Partners"


def test_the_hand_over_is_printed_and_saved_by_key(qtbot: QtBot, desk: DeskScreen) -> None:
    said: list[str] = []
    desk.hand_over.print_wanted.connect(lambda: said.append("print"))
    desk.hand_over.save_wanted.connect(lambda: said.append("save"))
    QTest.keySequence(desk.window(), "Ctrl+H")
    QTest.keySequence(desk.window(), "Ctrl+P")
    QTest.keySequence(desk.window(), "Ctrl+S")
    assert said == ["print", "save"]


def test_a_hand_over_says_what_is_out_of_order_and_that_nothing_is() -> None:
    assert [row[0].text for row in HAND_OVER.sheets[2].rows] == [
        "Last check of the journal: Tue 17 Nov 09:20 CST. Events 17 to 21 of the journal are missing. 2 more faults. "
        "Change nothing, keep the data folder, call support.",
        "The ticket service doesn't answer in time.",
        "Not yet told to the ticket service: 12.",
        "Refused by the ticket service: 3. See the review.",
        "The ticket service's data is of Mon 16 Nov 03:20 CST.",
        "The printer is out of paper. 4 prints wait.",
        "No camera is set up.",
    ]
    calm = hand_over(Shift(NOW, a_report(1), data_as_of=NOW), SiteCalendar())
    assert [row[0].text for row in calm.sheets[2].rows] == [
        "Nothing is known to be out of order.",
        "Everything is told to the ticket service.",
        "The ticket service's data is of Tue 17 Nov 09:20 CST.",
        "The journal has not been checked yet.",
    ]
    checked = replace(SHIFT, journal=JournalCheck(NOW, 500, 480))
    assert hand_over(checked, SiteCalendar()).sheets[2].rows[-1][0].text == (
        "Last check of the journal: Tue 17 Nov 09:20 CST. "
        "Journal checked: all 500 events are as written, countersigned up to 480."
    )
