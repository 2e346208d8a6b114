"""The station's own window, scanned into by key events and watched until the verdict is painted."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.typed_scan import post_key
from receiving_app.app import StationApp
from receiving_app.settings import DataKind, Settings
from receiving_app.storage.store import Store
from ui.parts.panel_content import PanelContent
from ui.parts.verdict_panel import VerdictPanel

_PATIENCE_MS = 10_000


class ScannedWindow:
    """Opens the station on a data folder; `scan` gives the milliseconds from the last key to the painted verdict.

    `service` is a ticket service's address and the file with the station's token for it.
    """

    def __init__(self, folder: Path, station: str, service: tuple[str, Path] | None = None) -> None:
        application = QApplication.instance() or QApplication(sys.argv[:1])
        if not isinstance(application, QApplication):
            raise TypeError("a window needs a QApplication")
        url, token = service or (None, None)
        settings = Settings(folder, DataKind.DEMO, station=station, service_url=url, token_file=token, sounds=False)
        self._station = StationApp(application, settings)

    def __enter__(self) -> Self:
        opened = QEventLoop()
        self._station.opened.connect(opened.quit)
        self._station.show(QSize(1920, 1080))
        self._station.open()
        opened.exec()
        self._station.window.activateWindow()
        self.rest(1000)
        panel = self._station.window.findChild(VerdictPanel)
        handle = self._station.window.windowHandle()
        if panel is None or handle is None:
            raise RuntimeError("the station shows no verdict panel")
        self._panel, self._handle = panel, handle
        self._watch = PaintWatch(self._station.window, panel)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._station.window.close()
        self._station.close()

    @property
    def store(self) -> Store:
        """The station's memory."""
        if self._station.parts is None:
            raise RuntimeError("the station's memory did not open")
        return self._station.parts.store

    def scan(self, text: str, key_gap_ms: int = 1) -> float:
        """Type a scan into the window's event queue and wait for its verdict."""
        at_ms = time.monotonic_ns() // 1_000_000
        for place, letter in enumerate(text):
            post_key(self._handle, letter, at_ms + place * key_gap_ms)
            QCoreApplication.processEvents()
        self._watch.expect(self._panel.content)
        started = time.perf_counter()
        post_key(self._handle, "\r", at_ms + len(text) * key_gap_ms)
        while self._watch.painted_at is None:
            if (time.perf_counter() - started) * 1000 > _PATIENCE_MS:
                raise TimeoutError(f"no verdict for {text}")
            QCoreApplication.processEvents()
        if self._panel.content.is_phrase:
            raise ValueError(f"{text} got no verdict but {self._panel.content.word!r}")
        return (self._watch.painted_at - started) * 1000

    @staticmethod
    def rest(milliseconds: int) -> None:
        """Let the station do what it does between two scans."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


class PaintWatch(QObject):
    """Notes when the window has painted what the verdict panel newly says."""

    def __init__(self, window: QObject, panel: VerdictPanel) -> None:
        super().__init__()
        self._window, self._panel = window, panel
        self._before: PanelContent | None = None
        self.painted_at: float | None = None
        window.installEventFilter(self)

    def expect(self, before: PanelContent) -> None:
        """Begin to wait for something else than what is shown now."""
        self._before, self.painted_at = before, None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the end of the update in which the panel and everything around it are painted and flushed."""
        if event.type() is not QEvent.Type.UpdateRequest:
            return False
        watched.event(event)
        if self.painted_at is None and self._panel.content is not self._before:
            self.painted_at = time.perf_counter()
        return True
