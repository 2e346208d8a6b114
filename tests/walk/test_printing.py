"""What is done at the station comes out of its printer; a printer in trouble is said in a line, never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import zxingcpp
from PySide6.QtCore import QSize, Qt
from PySide6.QtPdf import QPdfDocument

from receiving_app.domain.command import Command
from receiving_app.domain.lpn import lpn_of
from receiving_app.domain.papers import JobState
from receiving_app.printing import raw_port
from receiving_app.qt import printer as printer_module
from receiving_app.queries import printing
from receiving_app.queries.printing import Print
from tests.demo_site import IN_TIME
from tests.printing.label_printer import READY, ListeningPrinter, listening
from tests.printing.zpl_reader import printed
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from ui.station_screen import Screen

NO_LABELS = READY.replace(b"030,0,0", b"030,1,0")


@pytest.fixture
def label_printer(monkeypatch: pytest.MonkeyPatch) -> Iterator[ListeningPrinter]:
    monkeypatch.setattr(printer_module, "RETRY_AFTER", 0.05)
    monkeypatch.setattr(raw_port, "_ANSWER_WITHIN", 0.2)
    with listening() as printer:
        yield printer


def prints(station: OpenStation) -> tuple[Print, ...]:
    return printing.newest(station.parts.store)


def states(station: OpenStation) -> list[tuple[str, JobState]]:
    return [(each.kind, each.state) for each in prints(station)]


def come_out(printer: ListeningPrinter) -> list[tuple[str, bool]]:
    """Give what the labels that came out say as bars, and whether they are marked as copies."""
    pages = [page + b"^XZ\n" for label in printer.labels for page in label.split(b"^XZ\n") if page]
    return [(_says(dots), bool(dots[32:84, 630:780].mean() > 0.3)) for dots in map(printed, pages)]


def _says(dots: npt.NDArray[np.bool_]) -> str:
    found = zxingcpp.read_barcodes(np.where(dots, 0, 255).astype(np.uint8), text_mode=zxingcpp.TextMode.Plain)
    (text,) = {code.text for code in found}
    return text


def test_the_plate_of_an_arriving_box_comes_out_of_the_label_printer(
    start: Start, label_printer: ListeningPrinter
) -> None:
    with start(label_printer=label_printer.url) as station:
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)
        station.wait(lambda: len(label_printer.labels) == 1)
        station.wait(lambda: states(station) == [("lpn-label", JobState.PRINTED)])

        assert come_out(label_printer) == [(prints(station)[0].thing, False)]


def test_a_printer_without_labels_is_said_and_stops_no_scan(start: Start, label_printer: ListeningPrinter) -> None:
    label_printer.status = NO_LABELS
    with start(label_printer=label_printer.url) as station:
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)
        station.wait_for("The label printer is out of labels.", "One print waits.")
        station.scan(Command.HAZARD.barcode)
        station.wait_for("2 prints wait.")
        label_printer.status = READY
        station.wait(lambda: len(label_printer.labels) == 2)
        station.wait(lambda: "out of labels" not in station.shown())


def test_a_scan_prints_the_last_again_marked_as_a_copy(start: Start, label_printer: ListeningPrinter) -> None:
    with start(label_printer=label_printer.url) as station:
        station.scan(Command.PRINT_AGAIN.barcode)
        station.wait_for("Nothing was printed yet.")
        station.scan(IN_TIME)
        station.wait(lambda: len(label_printer.labels) == 1)
        station.scan(Command.PRINT_AGAIN.barcode)
        station.wait_for("The last print comes out again, marked COPY.")
        station.wait(lambda: len(label_printer.labels) == 2)

        assert [each.is_copy for each in prints(station)] == [True, False]
        plate = prints(station)[0].thing
        assert come_out(label_printer) == [(plate, False), (plate, True)]


def test_what_could_not_be_printed_is_printed_after_a_restart(start: Start, label_printer: ListeningPrinter) -> None:
    label_printer.status = NO_LABELS
    with start(label_printer=label_printer.url) as station:
        station.scan(IN_TIME)
        station.wait_for("One print waits.")
    label_printer.status = READY
    with start(label_printer=label_printer.url) as station:
        station.wait(lambda: states(station) == [("lpn-label", JobState.PRINTED)])

    assert len(label_printer.labels) == 1


def test_without_a_printer_prints_lie_in_the_folder_and_that_is_said(start: Start, tmp_path: Path) -> None:
    with start() as station:
        station.scan(IN_TIME)
        station.wait_for(f"No printer is set. Prints lie as PDFs in {tmp_path / 'station' / 'prints'}.")
        (file,) = (tmp_path / "station" / "prints").glob("*.pdf")

        assert file.read_bytes().startswith(b"%PDF")


def test_undo_takes_the_plate_back_before_it_is_printed(start: Start, label_printer: ListeningPrinter) -> None:
    label_printer.status = NO_LABELS
    with start(label_printer=label_printer.url) as station:
        station.scan(IN_TIME)
        station.wait_for("One print waits.")
        station.scan(Command.UNDO.barcode)
        station.wait(lambda: states(station) == [("lpn-label", JobState.WITHDRAWN)])
        label_printer.status = READY
        station.wait(lambda: "One print waits." not in station.shown())

    assert label_printer.labels == []


def test_the_prints_are_one_scan_away_and_any_comes_again(start: Start, label_printer: ListeningPrinter) -> None:
    with start(label_printer=label_printer.url) as station:
        station.scan(IN_TIME)
        station.wait(lambda: len(label_printer.labels) == 1)
        station.scan(Command.TO_PRINTS.barcode)
        station.wait(lambda: station.app.window.shown is Screen.PRINTS)
        station.press(Qt.Key.Key_F5)
        station.wait(lambda: len(label_printer.labels) == 2)
        station.press(Qt.Key.Key_F6)
        station.wait(lambda: len(label_printer.labels) == 3)
        station.wait(lambda: [row.state for row in prints(station)] == [JobState.PRINTED] * 3)

        assert [row.kind for row in prints(station)] == ["lpn-roll", "lpn-label", "lpn-label"]
        plate, first, last = prints(station)[1].thing, lpn_of("DOCK-1", 2), lpn_of("DOCK-1", 11)
        assert come_out(label_printer)[:3] == [(plate, False), (plate, True), (first, False)]
        assert come_out(label_printer)[-1] == (last, False)
        station.scan(IN_TIME)
        station.wait(lambda: station.app.window.shown is Screen.DOCK)


def test_sheets_are_printed_on_the_paper_that_is_set(start: Start, tmp_path: Path) -> None:
    with start(paper="a4") as station:
        station.scan(Command.PRINT_COMMANDS.barcode)
        station.wait(lambda: states(station) == [("command-sheet", JobState.PRINTED)])
        (file,) = (tmp_path / "station" / "prints").glob("*.pdf")
        document = QPdfDocument()
        document.load(str(file))

        assert document.pagePointSize(0).toSize() == QSize(595, 842)
