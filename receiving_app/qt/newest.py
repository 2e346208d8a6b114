"""Asks on a thread beside the window, and answers the newest question of each kind alone."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QThread, Signal, Slot

_log = logging.getLogger(__name__)

Work = Callable[[], object]


class Newest(QObject):
    """Takes questions while one is being answered; of those that wait, a newer one replaces the older of its kind.

    A question that fails is answered with None, and the log says why. The thread starts with the first question.
    """

    answered = Signal(object, object)  # the kind, the answer

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Answering | None = None
        self._asked: dict[Hashable, int] = {}

    def ask(self, kind: Hashable, work: Work) -> None:
        """Ask; what was asked of that kind before is no longer of interest."""
        if self._thread is None:
            self._thread = _Answering(self)
            self._thread.gave.connect(self._tell)
            self._thread.start()
        self._asked[kind] = self._asked.get(kind, 0) + 1
        self._thread.put(kind, self._asked[kind], work)

    def stop(self) -> None:
        """End after the question that is being answered."""
        if self._thread is not None:
            self._thread.end()
            self._thread.wait()

    @Slot(object, int, object)
    def _tell(self, kind: Hashable, place: int, answer: object) -> None:
        if self._asked.get(kind) == place:
            self.answered.emit(kind, answer)


class _Answering(QThread):
    gave = Signal(object, int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._changed = threading.Condition()
        self._waiting: dict[Hashable, tuple[int, Work]] = {}
        self._ended = False

    def put(self, kind: Hashable, place: int, work: Work) -> None:
        with self._changed:
            # At the end again: questions of another kind that waited longer come first.
            self._waiting.pop(kind, None)
            self._waiting[kind] = (place, work)
            self._changed.notify()

    def end(self) -> None:
        with self._changed:
            self._ended = True
            self._changed.notify()

    def run(self) -> None:
        while (asked := self._next()) is not None:
            kind, place, work = asked
            try:
                answer = work()
            except Exception:  # the next question can still be answered
                _log.exception("a question could not be answered")
                answer = None
            self.gave.emit(kind, place, answer)

    def _next(self) -> tuple[Hashable, int, Work] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._ended)
            if self._ended:
                return None
            kind = next(iter(self._waiting))
            place, work = self._waiting.pop(kind)
            return kind, place, work
