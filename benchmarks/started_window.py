"""The station's own start, watched: when its first window is painted, its memory open, the first verdict painted."""
# ruff: noqa: T201 - its one line is read by benchmarks.start

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, QTimer, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from receiving_app import start
from receiving_app.__main__ import main
from ui.first_window import FirstWindow

if TYPE_CHECKING:
    from ui.dock.verdict_panel import VerdictPanel

#: The demo's first label.
NUMBER = "RMA-00001235"


class WatchedFirst(FirstWindow):
    """Notes when it is painted, types a scan at once, and has the station behind it watched."""

    times: dict[str, float] | None = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Note the first paint, once it has reached the screen."""
        super().paintEvent(event)
        if self.times is None:
            self.times = {}
            QTimer.singleShot(0, self, self._note_painted)

    @Slot()
    def _note_painted(self) -> None:
        times = {"painted": time.monotonic()}
        from benchmarks.scanned_window import type_scan  # noqa: PLC0415 - the start goes on to import this anyway
        from receiving_app import app  # noqa: PLC0415
        from ui.dock.verdict_panel import VerdictPanel  # noqa: PLC0415

        handle = self.windowHandle()
        if handle is not None:
            type_scan(handle, NUMBER)

        class WatchedStation(app.StationApp):
            def show(self, size: QSize | None = None) -> None:
                panel = self.window.findChild(VerdictPanel)
                if panel is not None:
                    self.opened.connect(VerdictWatch(self.window, panel, times).note_opened)
                super().show(size)

        app.StationApp = WatchedStation  # type: ignore[misc]


class VerdictWatch(QObject):
    """Notes when the memory is open and the first verdict painted; then prints all times and ends the program."""

    def __init__(self, window: QWidget, panel: VerdictPanel, times: dict[str, float]) -> None:
        super().__init__(window)
        self._panel, self._times = panel, times
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the end of the update that shows the verdict."""
        if event.type() is not QEvent.Type.UpdateRequest:
            return False
        watched.event(event)
        if "opened" in self._times and not self._panel.content.is_phrase:
            self._times["judged"] = time.monotonic()
            print(json.dumps(self._times))
            QCoreApplication.quit()
        return True

    @Slot()
    def note_opened(self) -> None:
        """Note that the memory is open."""
        self._times["opened"] = time.monotonic()


if __name__ == "__main__":
    start.FirstWindow = WatchedFirst  # type: ignore[attr-defined]
    sys.exit(main([]))
