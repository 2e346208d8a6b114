"""Bytes to a label printer over TCP: it is asked how it stands, and sent has it what it took to the end."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

PORT = 9100
#: A printer says how it stands at once, or never.
_ANSWER_WITHIN = 2.0
_STATUS = re.compile(rb"\x02([^\x03]*)\x03")


class PrinterError(Exception):
    """The printer didn't take it; the message says what to do."""


@dataclass(frozen=True, slots=True)
class LabelPrinter:
    """Where a label printer is reached, and how many dots it sets in an inch."""

    host: str
    port: int = PORT
    dpi: int = 203


def label_printer(address: str) -> LabelPrinter:
    """Read an address like `zpl://host:9100` or `zpl://host?dpi=300`; raise `ValueError` where it is none."""
    parts = urlsplit(address)
    dpi = int(parse_qs(parts.query).get("dpi", ["203"])[0])
    if parts.scheme != "zpl" or not parts.hostname or parts.path not in {"", "/"} or dpi not in {203, 300, 600}:
        raise ValueError(address)
    return LabelPrinter(parts.hostname, parts.port or PORT, dpi)


def send(data: bytes, printer: LabelPrinter, timeout: float = 15.0) -> None:
    """Send bytes, and wait until the printer has taken all of them; raise `PrinterError`. `timeout` in seconds."""
    try:
        connection = socket.create_connection((printer.host, printer.port), timeout=timeout)
    except OSError as error:
        raise PrinterError(
            translate("Printer", "The label printer can't be reached. Is it on, and on the network? It is tried again.")
        ) from error
    try:
        with connection:
            answers = _ask(connection)
            connection.settimeout(timeout)
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            _await_end(connection, answers=answers)
    except TimeoutError as error:
        raise PrinterError(
            translate("Printer", "The label printer does not answer. Is it on, and ready? It is tried again.")
        ) from error
    except OSError as error:
        raise PrinterError(
            translate("Printer", "The label printer broke off in the middle. It is tried again.")
        ) from error


def _ask(connection: socket.socket) -> bool:
    """Ask how the printer stands; tell whether it answered. Some print servers never do."""
    connection.sendall(b"~HS\n")
    connection.settimeout(_ANSWER_WITHIN)
    said = b""
    try:
        while len(_STATUS.findall(said)) < 2:
            part = connection.recv(1024)
            if not part:
                raise ConnectionResetError
            said += part
    except TimeoutError:
        return False
    first, second = (line.split(b",") for line in _STATUS.findall(said)[:2])
    _object(first, second)
    return True


def _object(first: list[bytes], second: list[bytes]) -> None:
    """Raise what the printer says is wrong with it; ZPL's host status, strings 1 and 2."""
    if first[1:2] == [b"1"]:
        raise PrinterError(
            translate("Printer", "The label printer is out of labels. Put a roll in; it goes on by itself.")
        )
    if second[2:3] == [b"1"]:
        raise PrinterError(translate("Printer", "The label printer is open. Close it; it goes on by itself."))
    if second[3:4] == [b"1"]:
        raise PrinterError(
            translate("Printer", "The label printer is out of ribbon. Put one in; it goes on by itself.")
        )
    if first[2:3] == [b"1"]:
        raise PrinterError(
            translate("Printer", "The label printer is paused. Press its PAUSE button; it goes on by itself.")
        )


def _await_end(connection: socket.socket, *, answers: bool) -> None:
    """Wait until the printer closes, which says that it took all; one that answered may as well stay silent."""
    if answers:
        connection.settimeout(_ANSWER_WITHIN)
    try:
        while connection.recv(1024):
            pass
    except TimeoutError:
        if not answers:
            raise
