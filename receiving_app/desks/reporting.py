"""At the desk's figures: brings the counts up beside the window, writes reports, saves and prints them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from receiving_app.acts.outcome import Detail, refusal
from receiving_app.assembly import current_policy
from receiving_app.domain.period import Period
from receiving_app.domain.report import Report
from receiving_app.domain.report_sheet import WrittenReport
from receiving_app.domain.roles import Actor, NotAllowedError
from receiving_app.domain.shift import Shift
from receiving_app.exports.paper import report_paper
from receiving_app.exports.saving import Form, StoppedError, save
from receiving_app.printing.documents import Paper
from receiving_app.qt.newest import Newest
from receiving_app.queries.reports import report
from receiving_app.queries.shift import shift
from receiving_app.storage import report_counts
from receiving_app.storage.store import StoreError
from receiving_app.words import times
from receiving_app.words.outcomes import detail_sentence
from receiving_app.words.reporting import not_saved_sentence, saved_sentence, stopped_sentence
from receiving_app.words.reports import written
from receiving_app.words.shift import comes_sentence, hand_over

if TYPE_CHECKING:
    from receiving_app.assembly import Parts
    from receiving_app.desks.people import PeopleDesk
    from receiving_app.desks.printing import PrintingDesk
    from ui.desk.screen import DeskScreen

_log = logging.getLogger(__name__)


class _Asked(Enum):
    """The kinds of questions; of each the newest is answered."""

    REPORT = auto()
    SHIFT = auto()
    SAVING = auto()
    SAVING_SHIFT = auto()


class ReportingDesk(QObject):
    """Passes periods to the queries and reports to files and paper."""

    counting = Signal(int)
    saving = Signal(int)

    def __init__(
        self,
        screen: DeskScreen,
        people: PeopleDesk,
        printing: PrintingDesk,
        parts: Parts,
        *,
        camera: Callable[[], str],
        service: Callable[[], str],
        parent: QObject,
    ) -> None:
        """Serve a screen; `camera` says what is wrong with the camera, `service` what is in the way to the service."""
        super().__init__(parent)
        self._screen = screen
        self._people = people
        self._printing = printing
        self._parts = parts
        self._camera, self._service = camera, service
        self._stopped = Event()
        self._questions = Newest(self)
        self._questions.answered.connect(self._show)
        self.counting.connect(self._show_counting)
        self.saving.connect(self._show_saving)
        screen.reports.period_chosen.connect(self._ask_report)
        screen.reports.export_wanted.connect(self._export)
        screen.reports.stop_wanted.connect(self._stop_work)
        screen.hand_over.print_wanted.connect(self._print)
        screen.hand_over.save_wanted.connect(self._save_hand_over)

    def stop(self) -> None:
        """End after the block that is being counted, or the page that is being written."""
        self._stopped.set()
        self._questions.stop()

    def show_standing(self) -> None:
        """Ask anew for what the page that is seen shows."""
        if self._screen.page is self._screen.reports:
            self._screen.reports.ask()
        else:
            self._ask_shift()

    @Slot(object)
    def _ask_report(self, period: Period) -> None:
        self._stopped.clear()
        self._questions.ask(_Asked.REPORT, partial(self._report, period))

    def _ask_shift(self) -> None:
        self._stopped.clear()
        self._questions.ask(_Asked.SHIFT, partial(self._shift, self._camera(), self._service()))

    def _report(self, period: Period) -> Report:
        self._count()
        return report(self._parts.store, period, self._parts.clock.corrected())

    def _shift(self, camera: str, service: str) -> Shift:
        self._count()
        return shift(self._parts.store, self._parts.clock.corrected(), camera, service)

    def _count(self) -> None:
        """Bring the counts up to the journal's end; what was counted when somebody stops it stays counted."""
        left = most = report_counts.take_in(self._parts.store)
        while left and not self._stopped.is_set():
            self.counting.emit(100 * (most - left) // most)
            left = report_counts.take_in(self._parts.store)

    @Slot(str, int)
    def _export(self, form: str, place: int) -> None:
        shown = self._screen.reports.report
        if shown is None:
            return
        chosen = Form(form)
        if chosen is Form.CSV:  # one table a file
            shown = replace(shown, title=shown.sheets[place].title, sheets=(shown.sheets[place],))
        self._save(_Asked.SAVING, shown, chosen)

    @Slot()
    def _save_hand_over(self) -> None:
        shown = self._screen.hand_over.written
        if shown is not None:
            self._save(_Asked.SAVING_SHIFT, shown, Form.PDF)

    def _save(self, asked: _Asked, shown: WrittenReport, form: Form) -> None:
        self._stopped.clear()
        file = self._folder / f"{_file_name(shown)}.{form}"
        self._questions.ask(asked, partial(self._saved, shown, form, file, self._printed_at()))

    def _saved(self, shown: WrittenReport, form: Form, file: Path, printed: str) -> str:
        try:
            save(shown, form, file, self._told, report_paper(shown, printed, Paper(self._parts.settings.paper)))
        except StoppedError:
            return stopped_sentence()
        except OSError:
            _log.exception("a report could not be saved")
            return not_saved_sentence(str(file))
        return saved_sentence(str(file))

    def _told(self, done: int, whole: int) -> None:
        if self._stopped.is_set():
            raise StoppedError
        self.saving.emit(100 * done // max(1, whole))

    @Slot()
    def _stop_work(self) -> None:
        self._stopped.set()

    @Slot()
    def _print(self) -> None:
        self._print_as(self._people.actor)

    def _print_as(self, actor: Actor) -> None:
        shown = self._screen.hand_over.written
        if shown is None:
            return
        try:
            self._parts.printing.report(report_paper(shown, self._printed_at()), actor)
        except NotAllowedError as refused:
            self._people.offer(refused, self._print_as)
            self._printing.say(detail_sentence(refusal(refused)))
        except StoreError:
            _log.exception("a hand-over could not be queued")
            self._printing.say(detail_sentence(Detail.NOT_RECORDED))
        else:
            self._printing.say(comes_sentence())
            self._printing.nudge()

    @Slot(int)
    def _show_counting(self, percent: int) -> None:
        self._screen.reports.show_counting(percent)

    @Slot(int)
    def _show_saving(self, percent: int) -> None:
        self._screen.reports.show_saving(percent)

    @Slot(object, object)
    def _show(self, asked: object, answer: object) -> None:
        match asked, answer:
            case _Asked.REPORT, Report():
                self._screen.reports.show_report(written(answer))
            case _Asked.SHIFT, Shift():
                self._screen.hand_over.show_hand_over(self._written(answer))
            case (_Asked.REPORT, None) | (_Asked.SAVING, None):
                self._screen.reports.show_trouble()
            case (_Asked.SHIFT, None) | (_Asked.SAVING_SHIFT, None):
                self._screen.hand_over.show_trouble()
            case _Asked.SAVING, str():
                self._screen.reports.say(answer)
            case _Asked.SAVING_SHIFT, str():
                self._screen.hand_over.say(answer)
            case _:
                pass

    def _written(self, told: Shift) -> WrittenReport:
        return hand_over(told, current_policy(self._parts).calendar)

    def _printed_at(self) -> str:
        now = self._parts.clock.corrected()
        return times.day_and_clock(now, current_policy(self._parts).calendar)

    @property
    def _folder(self) -> Path:
        return self._parts.settings.data_folder / "reports"


def _file_name(shown: WrittenReport) -> str:
    """Give a file's name that every disk takes."""
    named = f"{shown.title} {shown.period}"
    return "".join(character if character.isalnum() or character in " -" else "-" for character in named)
