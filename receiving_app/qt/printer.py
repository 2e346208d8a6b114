"""The printer: a thread that takes document after document from the queue, and tries again what did not come out."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from receiving_app.domain.papers import JobState
from receiving_app.printing.documents import FORMS, LABEL_KINDS, Document, Paper, on_paper
from receiving_app.printing.raw_port import PrinterError
from receiving_app.storage import print_queue
from receiving_app.storage.forms import from_json
from receiving_app.storage.print_queue import Job
from receiving_app.storage.store import Store

_log = logging.getLogger(__name__)

translate = QCoreApplication.translate

#: A printer that did not take a document is asked again after this many seconds.
RETRY_AFTER = 15.0
#: A printer that is asked to stop in the middle of a document is waited for this long.
STOP_WITHIN_MS = 40_000


@dataclass(frozen=True, slots=True)
class Printers:
    """Where documents come out and on which paper; without a printer they become PDFs in the folder."""

    folder: Path
    labels: str | None = None
    documents: str | None = None
    paper: Paper = Paper.LETTER

    def of(self, kind: str) -> str | None:
        """Give the printer of a kind of document."""
        return self.labels if kind in LABEL_KINDS else self.documents


@dataclass(frozen=True, slots=True)
class Printed:
    """A document that came out; `notice` is a sentence for the worker where that was not on paper."""

    number: int
    kind: str
    is_copy: bool
    notice: str | None = None


class Printer(QObject):
    """Handle of the printing thread: lives with the screens, and hears what came out and what didn't."""

    printed = Signal(object)  # Printed
    failed = Signal(str)
    #: It has gone through the queue, and rests until it is nudged or tries again.
    rested = Signal()

    def __init__(
        self, store: Store, printers: Printers, follow: Callable[[], Callable[[], None]], parent: QObject | None = None
    ) -> None:
        """Print from a store's queue; `follow` makes what brings it up to date, and runs on the printing thread."""
        super().__init__(parent)
        self._thread = _PrintingThread(store, printers, follow, self)

    def start(self) -> None:
        """Begin with what an earlier run left in the queue."""
        self._thread.start()

    def nudge(self) -> None:
        """Say that something was queued, or that a printer is back."""
        self._thread.nudged.set()

    def stop(self) -> None:
        """End after the document that is being printed; the others stay in the queue."""
        self._thread.ended.set()
        self._thread.nudged.set()
        self._thread.wait(STOP_WITHIN_MS)


class _PrintingThread(QThread):
    def __init__(
        self, store: Store, printers: Printers, follow: Callable[[], Callable[[], None]], handle: Printer
    ) -> None:
        super().__init__(handle)
        self._store = store
        self._printers = printers
        self._make_follow = follow
        self._handle = handle
        self.nudged = threading.Event()
        self.ended = threading.Event()

    def run(self) -> None:
        # To import all that paints takes a tenth of a second, which the window is spared.
        from receiving_app.qt.outlets import bring_out

        self._bring_out, self._follow = bring_out, self._make_follow()
        taken_up = False
        while not self.ended.is_set():
            self.nudged.clear()
            try:
                if not taken_up:
                    self._take_up()
                    taken_up = True
                all_out = self._round()
            except Exception:  # a full disk, or a fault of ours: what is queued stays queued
                _log.exception("printing failed")
                all_out = False
            self._handle.rested.emit()
            self.nudged.wait(None if all_out else RETRY_AFTER)

    def _take_up(self) -> None:
        with self._store.transaction() as connection:
            print_queue.take_up(connection)

    def _round(self) -> bool:
        """Print what waits; one printer in trouble doesn't hold up another. Tell whether all came out."""
        in_trouble: set[str | None] = set()
        while (job := self._next(in_trouble)) is not None and not self.ended.is_set():
            document = self._document(job)
            if document is not None and not self._print(job, document):
                in_trouble.add(self._printers.of(job.kind))
        return not in_trouble

    def _next(self, in_trouble: set[str | None]) -> Job | None:
        """Give what is printed next; looked up anew each time, so that what was taken back meanwhile isn't."""
        self._follow()
        with self._store.reading() as connection:
            jobs = print_queue.waiting(connection)
        return next((job for job in jobs if self._printers.of(job.kind) not in in_trouble), None)

    def _document(self, job: Job) -> Document | None:
        try:
            return on_paper(from_json(FORMS[job.kind], job.document), self._printers.paper)
        except (KeyError, ValueError):
            _log.exception("job %s can't be read", job.number)
            self._refuse(
                job, translate("Printer", "This version can't print a document of an older one. Print it anew.")
            )
            return None

    def _print(self, job: Job, document: Document) -> bool:
        """Print one document; tell whether its printer may be given the next."""
        self._settle(job, JobState.PRINTING, job.problem)  # still true until it has come out
        try:
            notice = self._bring_out(job, document, self._printers)
        except PrinterError as error:
            self._settle(job, JobState.WAITING, str(error))
            if str(error) != job.problem:
                self._handle.failed.emit(str(error))
            return False
        except ValueError as error:
            self._refuse(job, str(error))
        except Exception:
            _log.exception("job %s can't be printed", job.number)
            self._refuse(job, translate("Printer", "A document can't be printed, through a fault of this program."))
        else:
            self._settle(job, JobState.PRINTED)
            self._handle.printed.emit(Printed(job.number, job.kind, job.is_copy, notice))
        return True

    def _refuse(self, job: Job, problem: str) -> None:
        self._settle(job, JobState.REFUSED, problem)
        self._handle.failed.emit(problem)

    def _settle(self, job: Job, state: JobState, problem: str | None = None) -> None:
        with self._store.transaction() as connection:
            print_queue.settle(connection, job.number, state, problem)
