"""Scanners on serial lines (USB CDC or RS-232): several at once, each opened again when it comes back."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal, Slot
from PySide6.QtSerialPort import QSerialPort, QSerialPortInfo

from receiving_app.scanning.serial_line import SerialLine
from receiving_app.scanning.wedge import Scan

_PROBE_MS = 2_000


class SerialScanners(QObject):
    """The lines of all scanners that are set up: scans come out as a signal, whatever has the focus."""

    scanned = Signal(object)  # scanning.wedge.Scan
    told = Signal(str)  # which scanners are away, in one sentence; empty when all are there

    def __init__(self, names: Sequence[str], parent: QObject | None = None, probe_ms: int = _PROBE_MS) -> None:
        """Take the ports' names, such as /dev/ttyACM0 or COM3; `probe_ms` is how often a missing one is looked for."""
        super().__init__(parent)
        self._lines = [_Line(name, self) for name in names]
        self._probe = QTimer(self, interval=probe_ms)
        self._probe.timeout.connect(self._look_after)
        self._told = ""

    def start(self) -> None:
        """Open every line, and go on opening those that are away."""
        for line in self._lines:
            line.scanned.connect(self.scanned)
        self._probe.start()
        self._look_after()

    def stop(self) -> None:
        """Close every line."""
        self._probe.stop()
        for line in self._lines:
            line.close()

    @Slot()
    def _look_after(self) -> None:
        away = [line.name for line in self._lines if not line.is_there()]
        sentence = ""
        if away:
            sentence = self.tr("The scanner at {} is away: check its cable. It is used again by itself.")
            sentence = sentence.format(", ".join(away))
        if sentence != self._told:
            self._told = sentence
            self.told.emit(sentence)


class _Line(QObject):
    scanned = Signal(object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self._line = SerialLine()
        self._identity: tuple[int, int] | None = None
        self._port = QSerialPort(name, self)
        self._port.readyRead.connect(self._take)
        self._pause = QTimer(self, singleShot=True, interval=self._line.pause_ms)
        self._pause.timeout.connect(self._expire)

    def is_there(self) -> bool:
        """Say whether the line is open; one that went and came back is opened anew."""
        identity = _identity(self.name)
        # After an unplug Qt goes on calling the port open.
        if self._port.isOpen() and (identity is None or identity != self._identity or self._broke()):
            self.close()
        if not self._port.isOpen() and identity is not None:
            # Only read: a scanner is told nothing, and a line is given up when its owner goes.
            if self._port.open(QIODevice.OpenModeFlag.ReadOnly):
                self._identity = identity
            self._port.clearError()
        return self._port.isOpen()

    def close(self) -> None:
        """Give the line back; a scan that broke off is forgotten."""
        self._pause.stop()
        self._line.drop()
        if self._port.isOpen():
            self._port.close()

    def _broke(self) -> bool:
        return self._port.error() is QSerialPort.SerialPortError.ResourceError

    @Slot()
    def _take(self) -> None:
        self._tell(self._line.take(bytes(self._port.readAll().data()), _now_ms()))

    @Slot()
    def _expire(self) -> None:
        self._tell(self._line.expire(_now_ms()))

    def _tell(self, scans: tuple[Scan, ...]) -> None:
        for scan in scans:
            self.scanned.emit(scan)
        # Timers may fire a little early: what is still held is waited for once more.
        if self._line.holding:
            self._pause.start()
        else:
            self._pause.stop()


def _identity(name: str) -> tuple[int, int] | None:
    """Tell one plugging-in of a device from the next; None while it isn't there."""
    if sys.platform == "win32":
        return None if QSerialPortInfo(name).isNull() else (0, 0)
    try:
        there = Path(name).stat()
    except OSError:
        return None
    return there.st_ino, there.st_rdev


def _now_ms() -> int:
    return time.monotonic_ns() // 1_000_000
