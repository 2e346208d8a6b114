"""A label printer on a real socket, in any mood."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from receiving_app.printing.raw_port import LabelPrinter

READY = b"\x02030,0,0,1245,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n"


class Mood(StrEnum):
    """How it behaves."""

    ANSWERS = "answers"
    #: It never says how it stands, but closes when it has taken all, as print servers do.
    SILENT = "silent"
    #: It takes the connection and nothing else.
    HANGS = "hangs"
    #: It closes as soon as the first bytes of a label have come.
    CLOSES_MIDWAY = "closes-midway"


class ListeningPrinter:
    """Keeps what each connection sent; mood and status may change between two."""

    def __init__(self) -> None:
        self.mood = Mood.ANSWERS
        self.status = READY
        self.labels: list[bytes] = []
        self.connections = 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._serve)

    @property
    def address(self) -> LabelPrinter:
        return LabelPrinter("127.0.0.1", self._listening.getsockname()[1])

    @property
    def url(self) -> str:
        return f"zpl://127.0.0.1:{self.address.port}"

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        self._ended.set()
        with socket.create_connection(self._listening.getsockname()):
            self._thread.join()
        self._listening.close()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listening.accept()
            with connection:
                if self._ended.is_set():
                    return
                self.connections += 1
                self._take(connection)

    def _take(self, connection: socket.socket) -> None:
        if self.mood is Mood.HANGS:
            self._ended.wait(30)
            return
        asked = connection.recv(4)
        if self.mood is not Mood.SILENT:
            connection.sendall(self.status)
        received = asked
        while part := connection.recv(4096):
            received += part
            if self.mood is Mood.CLOSES_MIDWAY and b"^XA" in received:
                # closing with a reset, as a printer does that is switched off
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return
        label = received.removeprefix(b"~HS\n")
        if label:
            self.labels.append(label)


@contextmanager
def listening() -> Iterator[ListeningPrinter]:
    """Give a printer that listens."""
    printer = ListeningPrinter()
    printer.start()
    try:
        yield printer
    finally:
        printer.end()


def nobody_listens() -> LabelPrinter:
    """Give an address where every connection is refused."""
    with socket.create_server(("127.0.0.1", 0)) as gone:
        return LabelPrinter("127.0.0.1", gone.getsockname()[1])
