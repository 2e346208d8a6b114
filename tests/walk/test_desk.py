"""The desk: what is typed or scanned is found, and what is still to arrive is seen."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from receiving_app.domain.arrivals import Due
from receiving_app.domain.command import Command
from tests.demo_site import IN_TIME
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from ui.desk.arrivals_page import ArrivalsPage
from ui.desk.screen import DeskScreen
from ui.desk.search_page import SearchPage
from ui.station_screen import Screen


def desk(station: OpenStation) -> DeskScreen:
    return station.app.window.desk


def table(station: OpenStation) -> QTableView:
    page = desk(station).page
    assert isinstance(page, SearchPage | ArrivalsPage)
    return page._table


def rows(station: OpenStation) -> list[tuple[str, ...]]:
    """Give what stands in the table of the page that is seen."""
    model = table(station).model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def go_to(station: OpenStation) -> None:
    station.scan(Command.TO_DESK.barcode)
    station.wait(lambda: station.app.window.shown is Screen.DESK)


def numbers(station: OpenStation) -> list[str]:
    return [row[1] for row in rows(station)]


def test_what_is_typed_is_found_and_its_story_told(start: Start) -> None:
    with start() as station:
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)
        go_to(station)
        QTest.keyClicks(station.app.window.focusWidget(), IN_TIME[-5:])
        station.wait(lambda: IN_TIME in numbers(station))
        station.wait_for("Packages: LPN-DOCK-1-0000017 ACCEPT")


def test_a_scan_at_the_desk_is_recorded_and_searched_for_and_receives_nothing(start: Start) -> None:
    with start() as station:
        go_to(station)
        station.scan(IN_TIME)
        station.wait(lambda: numbers(station) == [IN_TIME])
        assert station.readings()[-1] == IN_TIME
        assert station.verdicts() == []


def test_a_command_and_a_scan_after_it_go_back_to_the_dock(start: Start) -> None:
    with start() as station:
        go_to(station)
        station.scan(Command.TO_DOCK.barcode)
        station.wait(lambda: station.app.window.shown is Screen.DOCK)
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)


def test_the_arrivals_are_a_key_away_and_lead_to_the_search(start: Start) -> None:
    with start() as station:
        go_to(station)
        QTest.keySequence(station.app.window, "Ctrl+R")
        station.wait(lambda: any(IN_TIME in row for row in rows(station)))
        QTest.keySequence(station.app.window, "Ctrl+5")
        station.wait(lambda: rows(station) != [] and all(row[0] == "Overdue" for row in rows(station)))
        overdue = rows(station)[0][3]
        QTest.keyClick(table(station), Qt.Key.Key_Return)
        station.wait(lambda: overdue in numbers(station))


def test_a_filter_stays_when_one_comes_back(start: Start) -> None:
    with start() as station:
        go_to(station)
        QTest.keySequence(station.app.window, "Ctrl+R")
        QTest.keySequence(station.app.window, "Ctrl+5")
        station.scan(Command.TO_DOCK.barcode)
        station.wait(partial(_at, station, Screen.DOCK))
        go_to(station)
        station.wait(lambda: rows(station) != [] and all(row[0] == "Overdue" for row in rows(station)))


def test_the_list_of_what_lapses_comes_out_of_the_printer(start: Start, tmp_path: Path) -> None:
    with start() as station:
        go_to(station)
        QTest.keySequence(station.app.window, "Ctrl+R")
        QTest.keySequence(station.app.window, "Ctrl+2")
        station.wait(lambda: rows(station) != [] and all(row[0] == "Lapsing" for row in rows(station)))
        QTest.keySequence(station.app.window, "Ctrl+P")
        station.wait(lambda: any(tmp_path.rglob("*arrival-list*.pdf")))


def _at(station: OpenStation, screen: Screen) -> bool:
    return station.app.window.shown is screen


def any_file(folder: Path, pattern: str) -> bool:
    return any(folder.rglob(pattern))


def say(station: OpenStation, key: str) -> None:
    QTest.keySequence(station.app.window, key)


def test_the_figures_of_today_are_a_key_away_and_come_as_files(start: Start, tmp_path: Path) -> None:
    with start() as station:
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)
        go_to(station)
        say(station, "Ctrl+T")
        reports = desk(station).reports
        station.wait(lambda: reports.report is not None)
        say(station, "Ctrl+1")
        station.wait(lambda: _cells(station)[0][1:3] == ("1", "1"))
        for key, ending in (("Ctrl+Shift+1", "csv"), ("Ctrl+Shift+2", "xlsx"), ("Ctrl+Shift+3", "pdf")):
            say(station, key)
            station.wait(partial(any_file, tmp_path, f"reports/*.{ending}"))
        station.wait_for("Saved as ")


def test_the_hand_over_is_printed_on_one_page_and_saved(start: Start, tmp_path: Path) -> None:
    with start() as station:
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)
        go_to(station)
        say(station, "Ctrl+H")
        station.wait(lambda: desk(station).hand_over.written is not None)
        station.wait_for("Done today")
        say(station, "Ctrl+S")
        station.wait(lambda: any(tmp_path.rglob("reports/Shift hand-over*.pdf")))
        say(station, "Ctrl+P")
        station.wait(lambda: any(tmp_path.rglob("prints/*report*.pdf")))
        document = QPdfDocument()
        document.load(str(next(tmp_path.rglob("reports/Shift hand-over*.pdf"))))
        assert document.pageCount() == 1
        document.close()


def test_the_desk_is_worked_by_scans_alone(start: Start, tmp_path: Path) -> None:
    with start() as station:
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)
        go_to(station)
        obey(station, Command.HAND_OVER)
        station.wait(lambda: desk(station).hand_over.written is not None)
        obey(station, Command.SAVE_PDF, Command.PRINT_PAGE)
        station.wait(lambda: any(tmp_path.rglob("prints/*report*.pdf")) and any(tmp_path.rglob("reports/Shift*.pdf")))

        obey(station, Command.REPORTS)
        station.wait(lambda: desk(station).reports.report is not None)
        before = desk(station).reports.period.days
        obey(station, Command.VIEW_ON, Command.ROW_ON)
        station.wait(lambda: desk(station).reports.period.days != before)
        assert desk(station).reports._list.currentRow() == 1
        obey(station, Command.ROW_BACK, Command.SAVE_CSV)
        station.wait(partial(any_file, tmp_path, "reports/*.csv"))

        obey(station, Command.ARRIVALS, *[Command.VIEW_ON] * 4)
        station.wait(lambda: desk(station).arrivals.wanted.due is Due.OVERDUE and len(rows(station)) > 1)
        obey(station, Command.ROW_ON)
        number = rows(station)[1][3]
        assert table(station).currentIndex().row() == 1
        obey(station, Command.OPEN_ROW)
        station.wait(lambda: desk(station).page is desk(station).search and number in numbers(station))

        obey(station, Command.SAVE_XLSX)
        station.wait_for("Not on this page: Save as XLSX.")
        assert not any(tmp_path.rglob("reports/*.xlsx"))
        assert Command.SAVE_XLSX.barcode.encode() in station.raw_readings()


def obey(station: OpenStation, *commands: Command) -> None:
    for command in commands:
        station.scan(command.barcode)


def _cells(station: OpenStation) -> list[tuple[str, ...]]:
    model = desk(station).reports._table.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
