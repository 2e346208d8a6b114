"""The station's own start, watched: when its first window is painted, its memory open, the first verdict painted."""
# ruff: noqa: T201 - its one line is read by benchmarks.start

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.typed_scan import type_scan
from receiving_app import start
from receiving_app.__main__ import main
from ui.first_window import FirstWindow

if TYPE_CHECKING:
    from ui.dock.verdict_panel import VerdictPanel

#: The demo's first label.
NUMBER = "RMA-00001235"


class WatchedFirst(FirstWindow):
    """Notes when it is painted and types a scan at once; has the opening watched, and the station that follows it."""

    times: dict[str, float] | None = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Note the first paint, once it has reached the screen."""
        super().paintEvent(event)
        if self.times is None:
            self.times = {}
            QTimer.singleShot(0, self, self._note_painted)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Watch the window that stands behind this one now."""
        super().closeEvent(event)
        from ui.dock.verdict_panel import VerdictPanel  # noqa: PLC0415 - the first window waits for nothing

        for window in QApplication.topLevelWidgets():
            panel = window.findChild(VerdictPanel)
            if panel is not None and self.times is not None:
                VerdictWatch(window, panel, self.times)

    @Slot()
    def _note_painted(self) -> None:
        times = self.times = {"painted": time.monotonic()}
        handle = self.windowHandle()
        if handle is not None:
            type_scan(handle, NUMBER)
        from receiving_app.qt import opening  # noqa: PLC0415 - the start goes on to import this anyway

        class WatchedOpening(opening.Opening):
            def _tell(self, result: opening.Opened | str) -> None:
                times["opened"] = time.monotonic()
                super()._tell(result)

        opening.Opening = WatchedOpening  # type: ignore[misc]


class VerdictWatch(QObject):
    """Notes when the first verdict is painted; then prints all times and ends the program."""

    def __init__(self, window: QWidget, panel: VerdictPanel, times: dict[str, float]) -> None:
        super().__init__(window)
        self._panel, self._times = panel, times
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the end of the update that shows the verdict."""
        if event.type() is not QEvent.Type.UpdateRequest:
            return False
        watched.event(event)
        if not self._panel.content.is_phrase:
            watched.removeEventFilter(self)
            print(json.dumps(self._times | {"judged": time.monotonic()}))
            # The station paints it before its event loop runs, which a direct call would not end.
            QTimer.singleShot(0, QCoreApplication.quit)
        return True


if __name__ == "__main__":
    start.FirstWindow = WatchedFirst  # type: ignore[attr-defined]
    sys.exit(main([]))
