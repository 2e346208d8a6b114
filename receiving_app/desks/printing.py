"""At the printer: keeps it going, says what it needs, and shows what was printed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from receiving_app.acts.outcome import Detail, refusal
from receiving_app.domain.reading import Reading
from receiving_app.domain.roles import Actor, NotAllowedError
from receiving_app.words.outcomes import detail_sentence
from receiving_app.words.printing import folder_sentence, no_printer_sentence, waiting_sentence
from ui.station_screen import Screen

if TYPE_CHECKING:
    from receiving_app.acts.printing import Printing
    from receiving_app.assembly import Parts
    from receiving_app.desks.people import PeopleDesk
    from receiving_app.qt.printer import Printed, Printer
    from ui.main_window import MainWindow
    from ui.prints.screen import PrintsScreen

_log = logging.getLogger(__name__)

#: What is no trouble is said for this long: the screen is for the work.
_SAID_FOR_MS = 20_000


class PrintingDesk(QObject):
    """Starts the printer once there is time, and tells the worker about it in a line."""

    def __init__(self, window: MainWindow, people: PeopleDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._people = people
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

    def takes(self, readings: Sequence[Reading]) -> bool:  # noqa: ARG002 - a desk's signature
        """Leave every scan to the dock: the commands of the printer are carried out there, too."""
        return False

    def show_standing(self) -> None:
        """Show what was printed last."""
        if self._parts is None:
            return
        from receiving_app.queries import printing

        self._screen.show_prints(printing.newest(self._parts.store))

    @cached_property
    def _screen(self) -> PrintsScreen:
        screen = self._window.prints
        screen.chosen.connect(self._show_page)
        screen.again_wanted.connect(self._again)
        screen.plates_wanted.connect(self._print_plates)
        screen.commands_wanted.connect(self._print_commands)
        screen.folder_wanted.connect(self._open_folder)
        return screen

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
        if self._window.shown is Screen.PRINTS:
            self.show_standing()
        self._window.show_notice(waiting_sentence(trouble.problem, trouble.count) if trouble else self._said)

    @Slot(int)
    def _show_page(self, number: int) -> None:
        """Paint the first page as the printer would; what can't be painted shows none."""
        if self._parts is None:
            return
        from receiving_app.desks.preview import first_page

        settings = self._parts.settings
        self._screen.show_page(first_page(self._parts.store, number, settings.paper))

    @Slot(int)
    def _again(self, number: int) -> None:
        self._ask(lambda printing, actor: printing.again(number, actor))

    @Slot(int)
    def _print_plates(self, count: int) -> None:
        self._ask(lambda printing, actor: printing.roll(count, actor))

    @Slot()
    def _print_commands(self) -> None:
        self._ask(lambda printing, actor: printing.command_sheet(actor))

    def _ask(self, ask: Callable[[Printing, Actor], object], actor: Actor | None = None) -> None:
        """Ask for a print, and show it among the others."""
        if self._parts is None:
            return
        from receiving_app.storage.store import StoreError

        try:
            ask(self._parts.printing, actor or self._people.actor)
        except NotAllowedError as refused:
            self._people.offer(refused, partial(self._ask, ask))
            self._screen.show_note(detail_sentence(refusal(refused)))
            return
        except StoreError:
            _log.exception("a print could not be queued")
            self._screen.show_note(detail_sentence(Detail.NOT_RECORDED))
            return
        self.nudge()
        self.show_standing()

    @Slot()
    def _open_folder(self) -> None:
        """Open the folder of PDFs in the system's own way, and say where it is."""
        self._folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
        self._screen.show_note(folder_sentence(str(self._folder)))


def _following(parts: Parts) -> Callable[[], None]:
    """Make what brings the queue up to date; runs on the printing thread."""
    from receiving_app.paperwork.following import Paperwork

    return Paperwork(parts.store, plates_ahead=parts.settings.plates == "ahead").follow
