"""Bytes reach a label printer to the end, or the worker hears what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from receiving_app.printing import raw_port
from receiving_app.printing.raw_port import LabelPrinter, PrinterError, label_printer, send
from tests.printing.label_printer import READY, ListeningPrinter, Mood, listening, nobody_listens

LABEL = b"^XA^FO0,0^GFA," + b"A5" * 500_000 + b"^FS^XZ\n"


@pytest.fixture
def printer() -> Iterator[ListeningPrinter]:
    with listening() as printer:
        yield printer


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw_port, "_ANSWER_WITHIN", 0.2)


@pytest.mark.parametrize("mood", [Mood.ANSWERS, Mood.SILENT])
def test_a_label_arrives_byte_for_byte(printer: ListeningPrinter, mood: Mood) -> None:
    printer.mood = mood
    send(LABEL, printer.address)

    assert printer.labels == [LABEL]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (READY.replace(b"030,0,0", b"030,1,0"), "out of labels"),
        (READY.replace(b"030,0,0", b"030,0,1"), "paused"),
        (READY.replace(b"000,0,0,0,0,2", b"000,0,1,0,0,2"), "is open"),
        (READY.replace(b"000,0,0,0,0,2", b"000,0,0,1,0,2"), "out of ribbon"),
        (READY.replace(b"030,0,0", b"030,1,1"), "out of labels"),
    ],
)
def test_a_printer_that_can_print_nothing_is_sent_nothing_and_says_why(
    printer: ListeningPrinter, status: bytes, said: str
) -> None:
    printer.status = status
    with pytest.raises(PrinterError, match=said):
        send(LABEL, printer.address)

    assert printer.labels == []


def test_a_printer_that_is_off_is_said() -> None:
    with pytest.raises(PrinterError, match="can't be reached"):
        send(LABEL, nobody_listens())


def test_a_host_that_does_not_exist_is_said() -> None:
    with pytest.raises(PrinterError, match="can't be reached"):
        send(LABEL, LabelPrinter("printer.invalid"))


@pytest.mark.parametrize("data", [LABEL, LABEL[:2000]], ids=["long", "short"])
def test_a_printer_that_hangs_is_left_after_the_timeout(printer: ListeningPrinter, data: bytes) -> None:
    printer.mood = Mood.HANGS
    with pytest.raises(PrinterError, match="does not answer"):
        send(data, printer.address, timeout=0.3)


@pytest.mark.parametrize("data", [LABEL, LABEL[:2000]], ids=["long", "short"])
def test_a_printer_that_closes_midway_has_not_taken_it(printer: ListeningPrinter, data: bytes) -> None:
    printer.mood = Mood.CLOSES_MIDWAY
    with pytest.raises(PrinterError, match="broke off"):
        send(data, printer.address)


def test_an_answer_that_makes_no_sense_is_no_obstacle(printer: ListeningPrinter) -> None:
    printer.status = b"\x02\x03\x02what\x03"
    send(LABEL, printer.address)

    assert printer.labels == [LABEL]


@pytest.mark.parametrize(
    ("address", "printer"),
    [
        ("zpl://192.0.2.7", LabelPrinter("192.0.2.7", 9100, 203)),
        ("zpl://labels:6101/", LabelPrinter("labels", 6101, 203)),
        ("ZPL://labels?dpi=300", LabelPrinter("labels", 9100, 300)),
        ("zpl://[2001:db8::7]:9100", LabelPrinter("2001:db8::7", 9100, 203)),
    ],
)
def test_an_address_names_host_port_and_dots(address: str, printer: LabelPrinter) -> None:
    assert label_printer(address) == printer


@pytest.mark.parametrize("address", ["Office", "http://labels", "zpl://", "zpl://labels?dpi=96", "zpl://labels/tray"])
def test_what_is_no_address_is_an_error(address: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        label_printer(address)
