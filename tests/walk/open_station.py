"""The whole station in its window, worked on by keys that come from outside."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from receiving_app.app import StationApp
from receiving_app.assembly import Parts
from receiving_app.clock import StationClock
from receiving_app.qt.camera import Camera
from receiving_app.qt.instance import FolderLock
from receiving_app.settings import Settings
from tests.demo_site import stored

PATIENCE_MS = 10_000


@dataclass(frozen=True)
class OpenStation:
    """A running station as a worker meets it, and its journal as an auditor would."""

    app: StationApp
    qtbot: QtBot

    @property
    def handle(self) -> QWindow:
        handle = self.app.window.windowHandle()
        assert handle is not None
        return handle

    @property
    def parts(self) -> Parts:
        assert self.app.parts is not None
        return self.app.parts

    @property
    def camera(self) -> Camera | None:
        return self.app._camera.camera

    def scan(self, text: str) -> None:
        """Type a text at once, as a scanner does, Enter at the end; however slow the machine is, it stays a scan."""
        for event in _burst(text):
            QCoreApplication.sendEvent(self.handle, event)

    def press(self, key: Qt.Key) -> None:
        """Press a key as a person does."""
        QTest.keyClick(self.handle, key)

    def wait(self, until: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(until, timeout=PATIENCE_MS)

    def sync(self) -> None:
        """Let rounds of sync go by until one has ended that began after now: one under way may know an older clock."""
        ended: list[object] = []
        self.app.reported.connect(ended.append)
        for count in (1, 2):
            self.app.sync()
            self.wait(partial(_has, ended, count))
        self.app.reported.disconnect(ended.append)

    def wait_for(self, *words: str) -> None:
        """Wait until all this can be read in the window."""
        self.wait(lambda: all(word in self.shown() for word in words))

    def shown(self) -> str:
        """Give all text that can be read in the window now."""
        labels = self.app.window.findChildren(QLabel)
        return "\n".join(label.accessibleName() or label.text() for label in labels if label.isVisible())

    def panel(self) -> str:
        """Give what the large panel says: the verdict, why, and what to do next."""
        labels = self.app.window.dock._panel.findChildren(QLabel)
        return "\n".join(label.accessibleName() or label.text() for label in labels if label.isVisible())

    def wait_verdict(self, word: str, number: str) -> None:
        """Wait until the panel gives a verdict and the window shows what it is about."""
        self.wait(lambda: word in self.panel().splitlines() and number in self.shown())

    def badge(self) -> str:
        return self.app.window.header._sync.text()

    def journal(self) -> list[Any]:
        return stored(self.parts)

    def types(self) -> list[str]:
        return [row.type for row in self.journal()]

    def bodies(self, type_: str) -> list[dict[str, Any]]:
        return [json.loads(row.payload)["body"] for row in self.journal() if row.type == type_]

    def readings(self) -> list[str]:
        """Give the texts of all readings, as recorded, in order."""
        return [body["text"] for body in self.bodies("reading.recorded")]

    def raw_readings(self) -> list[bytes]:
        return [base64.b64decode(body["raw"]) for body in self.bodies("reading.recorded")]

    def verdicts(self) -> list[tuple[str, str]]:
        return [(body["number"], body["verdict"]) for body in self.bodies("package.judged")]


def _has(ended: list[object], count: int) -> bool:
    return len(ended) >= count


@contextmanager
def open_station(
    qtbot: QtBot, settings: Settings, now: Callable[[], datetime], *, opens: bool = True
) -> Iterator[OpenStation]:
    """Run a station in a window, on its data folder alone; without `opens` its memory stays closed for a while."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with FolderLock(settings.data_folder):
        app = StationApp(application, settings, StationClock(now))
        station = OpenStation(app, qtbot)
        try:
            app.show(QSize(1366, 768))
            qtbot.waitUntil(app.window.isActiveWindow)
            if opens:
                with qtbot.waitSignal(app.reported, timeout=PATIENCE_MS):
                    app.open()
            yield station
        finally:
            app.window.close()
            app.close()
            app.window.deleteLater()
            app.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Scanner(threading.Thread):
    """Scans texts a time apart into a window's event queue, whatever the window's own thread does."""

    def __init__(self, window: QWindow, texts: list[str], apart: float) -> None:
        super().__init__()
        self._window = window
        self._texts = texts
        self._apart = apart
        self._due = threading.Event()

    def run(self) -> None:
        started = time.monotonic()
        for n, text in enumerate(self._texts):
            self._due.wait(max(0.0, started + n * self._apart - time.monotonic()))
            for event in _burst(text):
                QCoreApplication.postEvent(self._window, event)


def _burst(text: str) -> Iterator[QKeyEvent]:
    """Make the events of a scan as the platform does: shortcut override, press and release of every key."""
    now_ms = time.monotonic_ns() // 1_000_000
    for letter in f"{text}\r":
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, _key_of(letter), Qt.KeyboardModifier.NoModifier, letter)
            event.setTimestamp(now_ms)
            yield event


def _key_of(letter: str) -> Qt.Key:
    if letter == "\r":
        return Qt.Key.Key_Return
    return Qt.Key(ord(letter.upper())) if letter.isascii() and letter.isprintable() else Qt.Key.Key_unknown
