"""At the desk: asks the memory beside the window for what the search and the arrivals show."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from receiving_app.acts.outcome import Answer, Detail, Outcome, TapeEntry, refusal
from receiving_app.assembly import current_policy
from receiving_app.domain.command import AT_THE_DESK, Command, command_named
from receiving_app.domain.hits import Hit, Hits
from receiving_app.domain.label_reading import Kind, kind_by_pattern, without_badge
from receiving_app.domain.reading import Reading, Source
from receiving_app.domain.roles import Actor, NotAllowedError
from receiving_app.printing.arrival_list import arrival_list
from receiving_app.qt.newest import Newest
from receiving_app.queries.arrivals import Arrivals, Wanted, arrivals
from receiving_app.queries.custody import Custody, custody
from receiving_app.queries.search import Searcher
from receiving_app.storage.store import StoreError
from receiving_app.words.arrivals import list_comes_sentence
from receiving_app.words.commands import command_word, not_on_this_page_sentence
from receiving_app.words.outcomes import detail_sentence

if TYPE_CHECKING:
    from receiving_app.assembly import Parts
    from receiving_app.desks.people import PeopleDesk
    from receiving_app.desks.printing import PrintingDesk
    from receiving_app.desks.reporting import ReportingDesk
    from ui.desk.screen import DeskScreen
    from ui.main_window import MainWindow

_log = logging.getLogger(__name__)


class _Asked(Enum):
    """The kinds of questions; of each the newest is answered."""

    SEARCH = auto()
    CUSTODY = auto()
    ARRIVALS = auto()


class OverviewDesk(QObject):
    """Passes what is typed, scanned and filtered to the queries, and shows what they answer."""

    def __init__(
        self,
        window: MainWindow,
        people: PeopleDesk,
        printing: PrintingDesk,
        parts: Parts,
        *,
        camera: Callable[[], str],
        service: Callable[[], str],
        parent: QObject,
    ) -> None:
        """Serve the desk; `camera` says what is wrong with the camera, `service` what is in the way to the service."""
        super().__init__(parent)
        self._camera, self._service = camera, service
        self._window = window
        self._people = people
        self._printing = printing
        self._parts = parts
        self._searcher: Searcher | None = None
        self._figures: ReportingDesk | None = None
        self._questions = Newest(self)
        self._questions.answered.connect(self._show)

    @cached_property
    def _screen(self) -> DeskScreen:
        screen = self._window.desk
        screen.page_shown.connect(self.show_standing)
        screen.search.text_changed.connect(self._search)
        screen.search.chosen.connect(self._choose)
        screen.arrivals.wanted_changed.connect(self._ask_arrivals)
        screen.arrivals.list_wanted.connect(self._print)
        return screen

    @cached_property
    def _reporting(self) -> ReportingDesk:
        from receiving_app.desks.reporting import ReportingDesk

        self._figures = ReportingDesk(
            self._screen,
            self._people,
            self._printing,
            self._parts,
            camera=self._camera,
            service=self._service,
            parent=self,
        )
        return self._figures

    def stop(self) -> None:
        """End after the questions that are being answered."""
        self._questions.stop()
        if self._figures is not None:
            self._figures.stop()

    def takes(self, readings: Sequence[Reading]) -> bool:
        """Search for what was scanned by hand, or do a command of the desk; all else stays the dock's."""
        policy = current_policy(self._parts)
        command = next((each for reading in readings if (each := command_named(reading.text)) in AT_THE_DESK), None)
        if command is not None and all(reading.source is not Source.CAMERA for reading in readings):
            self._obey(command, readings)
            return True
        for reading in readings:
            kind = kind_by_pattern(reading, policy.number_format)
            if reading.source is Source.CAMERA or kind in {Kind.COMMAND, Kind.BADGE}:
                return False
        for reading in readings:
            self._scanned(reading)
        return True

    @Slot()
    def show_standing(self) -> None:
        """Ask anew for what the page that is seen shows."""
        if self._screen.page is self._screen.search:
            self._searcher = None  # what came meanwhile may have made other pieces common
            self._search(self._screen.search.text)
        elif self._screen.page is self._screen.arrivals:
            self._ask_arrivals(self._screen.arrivals.wanted)
        else:
            self._reporting.show_standing()

    def _obey(self, command: Command, readings: Sequence[Reading]) -> None:
        try:
            for reading in readings:
                self._parts.searching.scan(reading, self._people.actor)
        except StoreError:
            _log.exception("a scan could not be recorded")
            self._screen.search.show_trouble()
            return
        if not self._screen.obey(command):
            self._printing.say(not_on_this_page_sentence(command_word(command)))

    def _scanned(self, reading: Reading) -> None:
        try:
            self._parts.searching.scan(reading, self._people.actor)
        except StoreError:
            _log.exception("a scan could not be recorded")
            self._screen.search.show_trouble()
            return
        entry = TapeEntry(without_badge(reading), Kind.OTHER, Answer.NOTED, None)
        self._people.hear(Outcome(Answer.NOTED, tape=entry))
        self._screen.search_for(reading.text.strip())

    @Slot(str)
    def _search(self, text: str) -> None:
        self._questions.ask(_Asked.SEARCH, partial(self._found, text))

    def _found(self, text: str) -> Hits:
        """Search; runs beside the window, where alone the searcher is used."""
        searcher = self._searcher or Searcher(self._parts.store)
        self._searcher = searcher
        return searcher.find(text)

    @Slot(object)
    def _choose(self, hit: Hit) -> None:
        self._questions.ask(_Asked.CUSTODY, lambda: (hit, custody(self._parts.store, hit.found, hit.key)))

    @Slot(object)
    def _ask_arrivals(self, wanted: Wanted) -> None:
        now = self._parts.clock.corrected()
        self._questions.ask(_Asked.ARRIVALS, partial(arrivals, self._parts.store, now, wanted))

    @Slot(str)
    def _print(self, about: str) -> None:
        self._print_as(about, self._people.actor)

    def _print_as(self, about: str, actor: Actor) -> None:
        shown = self._screen.arrivals.arrivals
        if shown is None:
            return
        calendar, now = current_policy(self._parts).calendar, self._parts.clock.corrected()
        listed = arrival_list(shown.rows, shown.total, about, now, calendar)
        try:
            self._parts.printing.arrival_list(listed, actor)
        except NotAllowedError as refused:
            self._people.offer(refused, partial(self._print_as, about))
            self._printing.say(detail_sentence(refusal(refused)))
        except StoreError:
            _log.exception("a list could not be queued")
            self._printing.say(detail_sentence(Detail.NOT_RECORDED))
        else:
            self._printing.say(list_comes_sentence())
            self._printing.nudge()

    @Slot(object, object)
    def _show(self, asked: object, answer: object) -> None:
        match asked, answer:
            case _Asked.SEARCH, Hits():
                self._screen.search.show_hits(answer)
            case _Asked.SEARCH, None:
                self._screen.search.show_trouble()
            case _Asked.CUSTODY, (Hit() as hit, Custody() as known):
                self._screen.search.show_custody(hit, known)
            case _Asked.ARRIVALS, Arrivals():
                self._screen.arrivals.show_arrivals(answer)
            case _Asked.ARRIVALS, None:
                self._screen.arrivals.show_trouble()
            case _:
                pass
