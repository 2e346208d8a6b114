"""The station's own start, watched: first window painted, memory open, first verdict painted, own window painted."""
# ruff: noqa: T201 - its one line is read by benchmarks.start

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QPaintEvent

from benchmarks.typed_scan import type_scan
from receiving_app import start
from receiving_app.__main__ import main
from ui.first_window import FirstWindow

if TYPE_CHECKING:
    from ui.parts.panel_content import PanelContent
    from ui.parts.verdict_panel import VerdictPanel

#: The demo's first label.
NUMBER = "RMA-00001235"


class WatchedFirst(FirstWindow):
    """Notes when it is painted and types a scan at once; has the opening watched, and the window that follows."""

    times: dict[str, float] | None = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Note the first paint, once it has reached the screen."""
        super().paintEvent(event)
        if self.times is None:
            self.times = {}
            QTimer.singleShot(0, self, self._note_painted)

    def show_answer(self, answer: PanelContent) -> None:
        """Note when a verdict is painted before the station's window stands."""
        super().show_answer(answer)
        if self.times is not None and not answer.is_phrase:
            self.times["judged"] = time.monotonic()

    @Slot()
    def _note_painted(self) -> None:
        times = self.times = {"painted": time.monotonic()}
        PanelWatch(times)
        handle = self.windowHandle()
        if handle is not None:
            type_scan(handle, NUMBER)
        from receiving_app.qt import opening  # noqa: PLC0415 - the start goes on to import this anyway

        class WatchedOpening(opening.Opening):
            def _tell(self, result: opening.Opened | str) -> None:
                times["opened"] = time.monotonic()
                super()._tell(result)

        opening.Opening = WatchedOpening  # type: ignore[misc]


class PanelWatch(QObject):
    """Notes when the station's own window has painted a verdict; then prints all times and ends the program."""

    def __init__(self, times: dict[str, float]) -> None:
        super().__init__(QCoreApplication.instance())
        self._times = times
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the verdict's panel painted; what follows in the queue comes after the whole window's paint."""
        if event.type() is QEvent.Type.Paint and type(watched).__name__ == "VerdictPanel":
            panel = cast("VerdictPanel", watched)
            if not panel.content.is_phrase and "stands" not in self._times:
                self._times["stands"] = 0.0
                QTimer.singleShot(0, self, self._told)
        return False

    @Slot()
    def _told(self) -> None:
        print(json.dumps(self._times | {"stands": time.monotonic()}))
        QCoreApplication.quit()


if __name__ == "__main__":
    start.FirstWindow = WatchedFirst  # type: ignore[attr-defined]
    sys.exit(main([]))
