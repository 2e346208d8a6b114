"""Does one piece of work after the other on a thread beside the window."""

from __future__ import annotations

import queue
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, Signal, Slot


class InTurn(QObject):
    """Takes work at any time and says what each piece gave, in order; the thread starts with the first piece."""

    gave = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Worker | None = None
        self._ended = False

    def do(self, work: Callable[[], object]) -> None:
        """Do a piece of work after those before it; it must catch what may fail. After the end, nothing is done."""
        if self._ended:
            return
        if self._thread is None:
            self._thread = _Worker(self)
            self._thread.gave.connect(self._tell)
            self._thread.start()
        self._thread.work.put(work)

    def stop(self) -> None:
        """End, once everything is done and was told."""
        self._ended = True  # what is told may make somebody ask for more
        if self._thread is not None:
            self._thread.work.put(None)
            self._thread.wait()
            self._thread = None
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    @Slot(object)
    def _tell(self, result: object) -> None:
        self.gave.emit(result)


class _Worker(QThread):
    gave = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.work: queue.SimpleQueue[Callable[[], object] | None] = queue.SimpleQueue()

    def run(self) -> None:
        while (work := self.work.get()) is not None:
            self.gave.emit(work())
