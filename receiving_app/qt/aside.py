"""Does one slow thing on a thread beside the window."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

_log = logging.getLogger(__name__)


class Aside(QObject):
    """Takes one piece of work at a time and says what it gave; None where it failed, and the log says why."""

    done = Signal(object)
    _gave = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._left = False
        self._gave.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether something is being done just now."""
        return self._thread is not None

    def do(self, work: Callable[[], object]) -> None:
        """Begin a piece of work; nothing may be under way."""
        if self._thread is not None:
            raise RuntimeError("one thing at a time")
        self._thread = threading.Thread(target=self._work, args=(work,), name="aside", daemon=True)
        self._thread.start()

    def stop(self, within: float | None = None) -> None:
        """Wait for what is under way; not longer than `within` seconds where it may be left to itself."""
        if self._thread is not None:
            self._thread.join(within)
            self._left = self._thread.is_alive()

    @Slot(object)
    def _tell(self, result: object) -> None:
        self._thread = None
        self.done.emit(result)

    def _work(self, work: Callable[[], object]) -> None:
        try:
            result = work()
        except Exception:  # whoever waits for the answer must get one
            _log.exception("what was to be done beside the window failed")
            result = None
        if not self._left:
            self._gave.emit(result)
