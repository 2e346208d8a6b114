"""The printing thread: what is queued comes out once, wherever it should, and trouble is said once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize, Slot
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from receiving_app.domain.papers import JobState
from receiving_app.paperwork.following import Paperwork
from receiving_app.printing import raw_port
from receiving_app.printing.documents import Document, LpnLabel, RefusalSlip
from receiving_app.printing.raw_port import PrinterError
from receiving_app.qt import printer as printer_module
from receiving_app.qt.outlets import print_with
from receiving_app.qt.printer import Printed, Printer, Printers
from receiving_app.storage import print_queue
from receiving_app.storage.print_queue import Job
from receiving_app.storage.store import Store, open_store
from tests.factories import chicago
from tests.printing.decoders import read_by_zxing
from tests.printing.examples import LPN
from tests.printing.label_printer import READY, ListeningPrinter, Mood, listening, nobody_listens

NOW = chicago(2026, 11, 17, 9, 12)
LABEL = LpnLabel(LPN, ("RMA-00001236",))
SLIP = RefusalSlip("UPS", "J. Moreno", "Tue 17 Nov 2026", "Wet")
NO_LABELS = READY.replace(b"030,0,0", b"030,1,0")


class Ear(QObject):
    """Hears what the printer says."""

    def __init__(self, printer: Printer) -> None:
        super().__init__()
        self.printed: list[Printed] = []
        self.failed: list[str] = []
        printer.printed.connect(self.hear_printed)
        printer.failed.connect(self.hear_failed)

    @Slot(object)
    def hear_printed(self, printed: Printed) -> None:
        self.printed.append(printed)

    @Slot(str)
    def hear_failed(self, problem: str) -> None:
        self.failed.append(problem)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def label_printer() -> Iterator[ListeningPrinter]:
    with listening() as label_printer:
        yield label_printer


Starts = Callable[..., Ear]


@pytest.fixture
def starts(qtbot: QtBot, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Starts]:
    monkeypatch.setattr(printer_module, "RETRY_AFTER", 0.05)
    monkeypatch.setattr(raw_port, "_ANSWER_WITHIN", 0.2)
    running: list[Printer] = []
    ears: list[Ear] = []

    def start(labels: str | None = None, documents: str | None = None) -> Ear:
        running.append(
            Printer(store, Printers(tmp_path / "prints", labels, documents), lambda: Paperwork(store).follow)
        )
        ears.append(Ear(running[-1]))
        running[-1].start()
        return ears[-1]

    yield start
    for printer in running:
        printer.stop()


def put(store: Store, document: Document = LABEL) -> int:
    with store.transaction() as connection:
        return print_queue.put(connection, document, NOW)


def job(store: Store, number: int) -> Job:
    with store.reading() as connection:
        found = print_queue.get(connection, number)
    assert found is not None
    return found


def texts(pdf: Path) -> list[tuple[str, str]]:
    document = QPdfDocument()
    document.load(str(pdf))
    image = document.render(0, QSize(812, 1218))
    document.close()
    return read_by_zxing(image)


def test_a_label_goes_to_the_label_printer(
    qtbot: QtBot, store: Store, starts: Starts, label_printer: ListeningPrinter
) -> None:
    number = put(store)
    ear = starts(labels=label_printer.url)
    qtbot.waitUntil(lambda: bool(ear.printed))

    assert ear.printed == [Printed(number, "lpn-label", is_copy=False)]
    assert len(label_printer.labels) == 1
    assert job(store, number).state is JobState.PRINTED


def test_a_nudge_brings_out_what_was_queued_since(
    qtbot: QtBot, store: Store, tmp_path: Path, label_printer: ListeningPrinter
) -> None:
    printer = Printer(store, Printers(tmp_path, label_printer.url), lambda: Paperwork(store).follow)
    ear = Ear(printer)
    printer.start()
    for count in (1, 2):
        put(store)
        printer.nudge()
        qtbot.waitUntil(lambda count=count: len(ear.printed) == count)  # type: ignore[misc]
    printer.stop()

    assert len(label_printer.labels) == 2


def test_without_a_printer_it_lies_in_the_folder_and_that_is_said(
    qtbot: QtBot, store: Store, starts: Starts, tmp_path: Path
) -> None:
    number = put(store)
    ear = starts()
    qtbot.waitUntil(lambda: bool(ear.printed))
    (file,) = (tmp_path / "prints").iterdir()

    assert file.name == f"{number:06d}-lpn-label.pdf"
    assert ear.printed[0].notice == f"No printer is set. It lies in {file}: print it from there."
    assert texts(file) == [("code128", LPN), ("qr", LPN)]


def test_a_pdf_that_was_asked_for_needs_no_notice(qtbot: QtBot, store: Store, starts: Starts, tmp_path: Path) -> None:
    put(store, SLIP)
    ear = starts(documents="PDF")
    qtbot.waitUntil(lambda: bool(ear.printed))

    assert ear.printed[0].notice is None
    assert [file.name for file in (tmp_path / "prints").iterdir()] == ["000001-refusal-slip.pdf"]


def test_a_printer_out_of_labels_keeps_the_job_says_so_once_and_goes_on_by_itself(
    qtbot: QtBot, store: Store, starts: Starts, label_printer: ListeningPrinter
) -> None:
    label_printer.status = NO_LABELS
    numbers = [put(store), put(store)]
    ear = starts(labels=label_printer.url)
    qtbot.waitUntil(lambda: label_printer.connections >= 3)

    assert ear.failed == ["The label printer is out of labels. Put a roll in; it goes on by itself."]
    assert job(store, numbers[0]).problem == ear.failed[0]
    assert ear.printed == []

    label_printer.status = READY
    qtbot.waitUntil(lambda: len(ear.printed) == 2)
    assert [printed.number for printed in ear.printed] == numbers
    assert not any(printed.is_copy for printed in ear.printed)
    assert len(label_printer.labels) == 2


def test_a_printer_that_breaks_off_gets_the_label_again(
    qtbot: QtBot, store: Store, starts: Starts, label_printer: ListeningPrinter
) -> None:
    label_printer.mood = Mood.CLOSES_MIDWAY
    put(store)
    ear = starts(labels=label_printer.url)
    qtbot.waitUntil(lambda: bool(ear.failed))
    label_printer.mood = Mood.ANSWERS
    qtbot.waitUntil(lambda: bool(ear.printed))

    assert ear.failed == ["The label printer broke off in the middle. It is tried again."]
    assert len(label_printer.labels) == 1


def test_one_printer_in_trouble_does_not_hold_up_the_other(
    qtbot: QtBot, store: Store, starts: Starts, tmp_path: Path
) -> None:
    label, slip = put(store), put(store, SLIP)
    ear = starts(labels=f"zpl://127.0.0.1:{nobody_listens().port}", documents="pdf")
    qtbot.waitUntil(lambda: bool(ear.printed) and bool(ear.failed))

    assert [printed.number for printed in ear.printed] == [slip]
    assert job(store, label).state is JobState.WAITING


def test_what_waits_is_printed_after_a_restart(
    qtbot: QtBot, store: Store, starts: Starts, label_printer: ListeningPrinter
) -> None:
    number = put(store)
    ear = starts(labels=f"zpl://127.0.0.1:{nobody_listens().port}")
    qtbot.waitUntil(lambda: bool(ear.failed))
    again = starts(labels=label_printer.url)
    qtbot.waitUntil(lambda: job(store, number).state is JobState.PRINTED)

    qtbot.waitUntil(lambda: [printed.number for printed in (*ear.printed, *again.printed)] == [number])


def test_what_was_being_printed_at_a_crash_comes_out_marked_as_a_copy(
    qtbot: QtBot, store: Store, starts: Starts, tmp_path: Path
) -> None:
    number = put(store)
    with store.transaction() as connection:
        print_queue.settle(connection, number, JobState.PRINTING)
    ear = starts()
    qtbot.waitUntil(lambda: bool(ear.printed))

    assert ear.printed[0].is_copy
    assert [file.name for file in (tmp_path / "prints").iterdir()] == ["000001-lpn-label-copy.pdf"]


@pytest.mark.parametrize(
    ("kind", "document"),
    [("lpn-label", '{"lpn": "LPN-Ω", "lines": []}'), ("lpn-label", '{"plate": 7}'), ("hologram", "{}")],
)
def test_what_never_can_be_printed_is_said_and_holds_nothing_up(
    qtbot: QtBot, store: Store, starts: Starts, kind: str, document: str
) -> None:
    with store.transaction() as connection:
        number = print_queue.put(connection, LABEL, NOW)
        connection.exec_driver_sql("UPDATE print_jobs SET kind = ?, document = ?", (kind, document))
    after = put(store)
    ear = starts()
    qtbot.waitUntil(lambda: bool(ear.printed))

    assert job(store, number).state is JobState.REFUSED
    assert [printed.number for printed in ear.printed] == [after]
    assert len(ear.failed) == 1


def test_a_printer_that_this_computer_does_not_have_is_said_and_the_job_is_kept(
    qtbot: QtBot, store: Store, starts: Starts
) -> None:
    number = put(store, SLIP)
    ear = starts(documents="Office")
    qtbot.waitUntil(lambda: bool(ear.failed))

    assert ear.failed == ["This computer has no printer named Office. Add it, or set another; it is kept."]
    assert job(store, number).state is JobState.WAITING


def test_a_folder_that_takes_no_file_is_said_and_the_job_is_kept(
    qtbot: QtBot, store: Store, starts: Starts, tmp_path: Path
) -> None:
    (tmp_path / "prints").write_text("a file where the folder should be")
    number = put(store)
    ear = starts()
    qtbot.waitUntil(lambda: bool(ear.failed))

    assert "can't be written" in ear.failed[0]
    assert job(store, number).state is JobState.WAITING


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_a_systems_printer_sets_bars_on_its_own_dots(qtbot: QtBot, tmp_path: Path, dpi: int) -> None:
    target = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(dpi)
    print_with(printer, LABEL, 1, is_copy=False)

    assert texts(target) == [("code128", LPN), ("qr", LPN)]


def test_a_systems_printer_that_takes_nothing_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no-such-folder" / "printed.pdf"))

    with pytest.raises(PrinterError, match="does not print"):
        print_with(printer, LABEL, 1, is_copy=False)


def test_what_is_taken_back_while_another_prints_is_not_printed(
    qtbot: QtBot, store: Store, label_printer: ListeningPrinter, tmp_path: Path
) -> None:
    numbers = [put(store), put(store)]
    first_is_out = False

    def follow() -> None:
        nonlocal first_is_out
        if job(store, numbers[0]).state is JobState.PRINTED and not first_is_out:
            first_is_out = True
            with store.transaction() as connection:
                print_queue.withdraw(connection, numbers[1:])

    printer = Printer(store, Printers(tmp_path, label_printer.url), lambda: follow)
    ear = Ear(printer)
    printer.start()
    qtbot.waitUntil(lambda: first_is_out)
    printer.stop()

    assert [printed.number for printed in ear.printed] == numbers[:1]
    assert len(label_printer.labels) == 1
