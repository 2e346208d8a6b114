"""At the printer: keeps it going, says what it needs, and shows what was printed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from receiving_app.words.printing import no_printer_sentence, waiting_sentence

if TYPE_CHECKING:
    from receiving_app.assembly import Parts
    from receiving_app.qt.printer import Printed, Printer
    from ui.main_window import MainWindow

_log = logging.getLogger(__name__)

#: What is no trouble is said for this long: the screen is for the work.
_SAID_FOR_MS = 20_000


class PrintingDesk(QObject):
    """Starts the printer once there is time, and tells the worker about it in a line."""

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._parts: Parts | None = None
        self._printer: Printer | None = None
        self._said = ""
        self._said_no_printer = False
        self._unsay = QTimer(self, singleShot=True, interval=_SAID_FOR_MS)
        self._unsay.timeout.connect(self._say_no_more)

    def begin(self, parts: Parts) -> None:
        """Print what was left, and what comes."""
        from receiving_app.printing.documents import Paper
        from receiving_app.qt.printer import Printer, Printers

        self._parts = parts
        settings = parts.settings
        printers = Printers(self._folder, settings.label_printer, settings.document_printer, Paper(settings.paper))
        self._printer = Printer(parts.store, printers, partial(_following, parts), self)
        self._printer.printed.connect(self._printed)
        self._printer.rested.connect(self._tell)
        self._printer.start()

    def nudge(self) -> None:
        """Say that something was done that may call for paper."""
        if self._printer is not None:
            self._printer.nudge()

    def say(self, sentence: str) -> None:
        """Say for a while what became of a print; trouble goes before it."""
        self._said = sentence
        self._unsay.start()
        self._tell()

    def stop(self) -> None:
        """End after the document that is being printed; the others stay in the queue."""
        self._unsay.stop()
        if self._printer is not None:
            self._printer.stop()

    @cached_property
    def _folder(self) -> Path:
        if self._parts is None:
            raise AssertionError("the folder is the memory's")
        return self._parts.settings.data_folder / "prints"

    @Slot(object)
    def _printed(self, printed: Printed) -> None:
        if printed.notice is not None and not self._said_no_printer:
            self._said_no_printer = True
            self.say(no_printer_sentence(str(self._folder)))

    @Slot()
    def _say_no_more(self) -> None:
        self._said = ""
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """Say what a printer needs; what was set aside for good stands among the prints."""
        if self._parts is None:
            return
        from receiving_app.queries import printing

        trouble = printing.in_trouble(self._parts.store)
        self._window.show_notice(waiting_sentence(trouble.problem, trouble.count) if trouble else self._said)


def _following(parts: Parts) -> Callable[[], None]:
    """Make what brings the queue up to date; runs on the printing thread."""
    from receiving_app.paperwork.following import Paperwork

    return Paperwork(parts.store, plates_ahead=parts.settings.plates == "ahead").follow
