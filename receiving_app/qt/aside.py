"""Does one slow thing on a thread beside the window."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal, Slot

_log = logging.getLogger(__name__)


class Aside(QObject):
    """Takes one piece of work at a time and says what it gave; None where it failed, and the log says why."""

    done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Once | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being done just now."""
        return self._thread is not None

    def do(self, work: Callable[[], object]) -> None:
        """Begin a piece of work; nothing may be under way."""
        if self._thread is not None:
            raise RuntimeError("one thing at a time")
        self._thread = _Once(work, self)
        self._thread.gave.connect(self._tell)
        self._thread.start()

    def stop(self) -> None:
        """Wait for what is under way."""
        if self._thread is not None:
            self._thread.wait()

    @Slot(object)
    def _tell(self, result: object) -> None:
        if self._thread is not None:
            self._thread.wait()
            self._thread.deleteLater()
            self._thread = None
        self.done.emit(result)


class _Once(QThread):
    gave = Signal(object)

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        try:
            result = self._work()
        except Exception:  # whoever waits for the answer must get one
            _log.exception("what was to be done beside the window failed")
            result = None
        self.gave.emit(result)
