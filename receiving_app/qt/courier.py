"""The courier: a thread that runs round after round, and one that asks about single numbers."""

from __future__ import annotations

import logging
import queue
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QObject, Signal

from receiving_app.acts.outcome import LookUp
from receiving_app.domain.label_facts import ServiceSays
from receiving_app.queries.answers import Backlog
from receiving_app.sync.pace import wait_after
from receiving_app.sync.rounds import Round

_log = logging.getLogger(__name__)

#: In seconds: so long is waited for a thread that is in the middle of a request. Then it is left to itself: what the
#: service answers is written whole or not at all, and what it took unheard is sent again and known again.
STOP_WITHIN = 0.6
#: In seconds: a scan that finds the memory locked asks again after a moment, and without breaths finds it locked again.
_BREATH = 0.01


@dataclass(frozen=True, slots=True)
class Answered:
    """What the service said of a number it was asked about; the RMA itself is stored already."""

    look_up: LookUp
    says: ServiceSays


@dataclass(frozen=True, slots=True)
class Errand:
    """What the courier's thread does: plain functions over the station's memory and the ticket service.

    `round` runs one round and stops early when its argument says no; `after` follows a round (judging again) and
    gives the packages with a new verdict; `backlog` tells how things stand, given the round and the time to the
    next one; `spare` does a bite of what has time until then, and tells whether more waits.
    """

    round: Callable[[Callable[[], bool]], Round]
    after: Callable[[Round], tuple[str, ...]]
    backlog: Callable[[Round, timedelta], Backlog]
    spare: Callable[[], bool] = bool


class Courier(QObject):
    """Handle of the sync thread: lives with the screens, and hears what the rounds brought."""

    reported = Signal(object)  # queries.answers.Backlog
    judged_again = Signal(object)  # tuple of licence plates

    def __init__(self, make_errand: Callable[[], Errand], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = _RoundsThread(make_errand, self)

    @property
    def online(self) -> bool:
        """Whether the last round reached the ticket service."""
        return self._thread.online

    def start(self) -> None:
        """Begin with a round at once."""
        self._thread.start()

    def nudge(self) -> None:
        """Ask for a round now: there is something to tell."""
        self._thread.nudge()

    def stop(self) -> None:
        """End, with the request that is under way if it is answered soon."""
        self._thread.end()
        _see_off(self._thread)


class LookUps(QObject):
    """Handle of the thread that asks the ticket service about single numbers, beside the rounds."""

    answered = Signal(object)  # Answered

    def __init__(self, make_ask: Callable[[], Callable[[LookUp], ServiceSays]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = _AskingThread(make_ask, self)

    def start(self) -> None:
        """Begin to take questions."""
        self._thread.start()

    def ask(self, look_up: LookUp) -> None:
        """Put a question behind those that wait."""
        self._thread.waiting.put(look_up)

    def stop(self) -> None:
        """End, with the question under way if it is answered soon; the others are asked again after the next start."""
        self._thread.ends = True
        self._thread.waiting.put(None)
        _see_off(self._thread)


def _see_off(thread: threading.Thread) -> None:
    if thread.is_alive():
        thread.join(STOP_WITHIN)


class _RoundsThread(threading.Thread):
    def __init__(self, make_errand: Callable[[], Errand], courier: Courier) -> None:
        super().__init__(name="courier", daemon=True)
        self._make_errand = make_errand
        self._courier = courier
        self._nudged = threading.Event()
        self._ended = threading.Event()
        self.online = False

    def nudge(self) -> None:
        self._nudged.set()

    def end(self) -> None:
        self._ended.set()
        self._nudged.set()

    def run(self) -> None:
        errand = self._make_errand()
        failures, echoes = 0, False
        while not self._ended.is_set():
            self._nudged.clear()
            done = self._round(errand)
            if self._ended.is_set():
                return
            failures = 0 if done.online else failures + 1
            self.online = done.online
            wait = wait_after(failures, random.random(), done.retry_after)  # noqa: S311 - spreads load, guards nothing
            brought_news = self._tell(errand, done, wait)
            if brought_news and not echoes:
                self._nudged.set()
            # Never twice in a row: verdicts that came and went would keep two programs busy for ever.
            echoes = brought_news and not echoes
            # A nudge cuts only the idle wait short: a service in trouble is left alone.
            self._rest(errand, wait, self._nudged if done.online else self._ended)

    def _rest(self, errand: Errand, wait: timedelta, woken: threading.Event) -> None:
        """Wait for the next round, and do meanwhile what has time."""
        until = time.monotonic() + wait.total_seconds()
        while not woken.wait(_BREATH) and self._spare(errand) and time.monotonic() < until:
            pass
        woken.wait(max(0.0, until - time.monotonic()))

    def _spare(self, errand: Errand) -> bool:
        try:
            return errand.spare()
        except Exception:  # the next rest tries again
            _log.exception("what has time failed")
            return False

    def _round(self, errand: Errand) -> Round:
        try:
            return errand.round(lambda: not self._ended.is_set())
        except Exception:  # a courier that ended here would leave "all sent" on the screen for ever
            _log.exception("a round of sync failed")
            return Round(online=False, problem=_fault())

    def _tell(self, errand: Errand, done: Round, wait: timedelta) -> bool:
        """Do what follows a round; give whether it brought new verdicts, which are to be sent, too."""
        try:
            changed = errand.after(done)
            if changed:
                self._courier.judged_again.emit(changed)
            self._courier.reported.emit(errand.backlog(done, wait))
        except Exception:  # likewise: the next round tries again
            _log.exception("what follows a round of sync failed")
            return False
        return bool(changed)


class _AskingThread(threading.Thread):
    def __init__(self, make_ask: Callable[[], Callable[[LookUp], ServiceSays]], handle: LookUps) -> None:
        super().__init__(name="look-ups", daemon=True)
        self._make_ask = make_ask
        self._handle = handle
        self.waiting: queue.SimpleQueue[LookUp | None] = queue.SimpleQueue()
        self.ends = False

    def run(self) -> None:
        ask = self._make_ask()
        while (look_up := self.waiting.get()) is not None and not self.ends:
            try:
                says = ask(look_up)
            except Exception:  # the next number can still be asked about
                _log.exception("asking about a number failed")
                says = ServiceSays.NO_ANSWER
            if self.ends:
                return
            self._handle.answered.emit(Answered(look_up, says))


def _fault() -> str:
    return QCoreApplication.translate(
        "Courier", "Nothing is sent, through a fault of this program; it is tried again, and nothing is lost."
    )
