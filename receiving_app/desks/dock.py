"""At the door: connects the dock's screen with its acts, and says what else an answer calls for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from receiving_app.acts.outcome import Answer, Detail, Outcome, weightiest_last
from receiving_app.desks.early import answered
from receiving_app.domain.command import Command
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Reading
from receiving_app.qt.sound import earcon_of
from receiving_app.words.outcomes import answer_sentence
from ui.station_screen import Screen

if TYPE_CHECKING:
    from receiving_app.assembly import Parts
    from receiving_app.desks.people import PeopleDesk
    from receiving_app.desks.photos import PhotoNews
    from receiving_app.desks.service import ServiceDesk
    from receiving_app.qt.courier import Answered
    from ui.dock.refusal_page import RefusedDetails
    from ui.main_window import MainWindow

#: Answers after which everybody stays at the screen they are at.
_ABOUT_PEOPLE = frozenset({Detail.SIGNED_IN, Detail.SIGNED_OUT, Detail.SIGN_IN, Detail.UNKNOWN_BADGE, Detail.WHO_WORKS})
_ABOUT_PRINTS = frozenset({Detail.PRINTED_AGAIN, Detail.NOTHING_PRINTED, Detail.ROLL_ASKED, Detail.SHEET_ASKED})

#: The screens that commands lead to; whatever else is done at the dock is shown there.
_SCREENS = {
    Detail.UNPACK: Screen.UNPACKING,
    Detail.TO_BENCH: Screen.BENCH,
    Detail.TO_SHIPPING: Screen.SHIPPING,
    Detail.TO_REVIEW: Screen.REVIEW,
    Detail.TO_PRINTS: Screen.PRINTS,
    Detail.TO_DESK: Screen.DESK,
}


class DockDesk(QObject):
    """Passes what is scanned, pressed and answered at the dock to its acts, and shows what became of it."""

    acted = Signal()
    heard = Signal(object)  # Earcon
    judged = Signal(object)  # Outcome
    photo_wanted = Signal(object)  # Package
    print_told = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        people: PeopleDesk,
        service: ServiceDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._people = people
        self._service = service
        self._policy = Policy()
        self._parts: Parts | None = None

    def begin(self, parts: Parts) -> None:
        """Work on an open memory from now on."""
        self._parts = parts

    def use_policy(self, policy: Policy) -> None:
        """Know the site's calendar from now on: what lapses before the dock opens again has a tone of its own."""
        self._policy = policy

    def take(self, readings: Sequence[Reading]) -> tuple[Outcome, ...]:
        """Take what was read together, show what became of it, and give it."""
        if self._parts is None:
            return ()
        return self._do(partial(self._parts.dock.scan, readings, self._people.actor))

    @Slot(object)
    def command(self, command: Command) -> None:
        """Carry out a command and show what became of it."""
        if self._parts is not None:
            self._do_one(partial(self._parts.dock.command, command, self._people.actor))

    @Slot(object)
    def refuse(self, details: RefusedDetails) -> None:
        """Record that a package was not taken from the driver."""
        if self._parts is not None:
            refuse = partial(self._parts.dock.refuse_at_door, details.driver, details.carrier, details.note)
            self._do_one(partial(refuse, self._people.actor))

    @Slot(object)
    def looked_up(self, said: Answered) -> None:
        """Judge with what the ticket service said about a number."""
        if self._parts is not None:
            self._do_one(partial(self._parts.dock.looked_up, said.look_up, said.says))

    @Slot()
    def show_at_hand(self) -> None:
        """Show what the scan that woke a locked screen came to."""
        outcome = self._parts.dock.at_hand() if self._parts is not None else None
        if outcome is not None and outcome.package is not None:
            self.show([outcome], aloud=False)

    def show_judged_again(self, lpns: Sequence[str]) -> None:
        """Show the open package anew if it has another verdict now."""
        outcome = self._parts.dock.at_hand() if self._parts is not None else None
        if outcome is not None and outcome.package is not None and outcome.package.lpn in lpns:
            self.show([outcome], aloud=False)

    def show_photo(self, news: PhotoNews) -> None:
        """Show what became of a photo: a lost one is heard, too."""
        if self._parts is None or not (news.lost or not news.aside):
            return
        detail = Detail.PHOTO_LOST if news.lost else Detail.PHOTO_KEPT
        answer = Answer.REFUSED if news.lost else Answer.DONE
        outcome = replace(self._parts.dock.at_hand(), answer=answer, detail=detail)
        self._window.dock.show_outcome(outcome)
        if news.lost:
            self.heard.emit(earcon_of(outcome, self._policy.calendar))

    @Slot(object)
    def show_answer(self, outcome: Outcome) -> None:
        """Show what another desk left to the dock."""
        self.show([outcome])

    def show(self, outcomes: Sequence[Outcome], *, aloud: bool = True) -> None:
        """Show what became of things seen together, the weightiest last: a routing code hides no verdict."""
        for outcome in weightiest_last(outcomes):
            self._window.dock.show_outcome(outcome)
            self._people.hear(outcome)
            for look_up in outcome.look_ups:
                self._service.ask(look_up)
        if aloud and outcomes:
            self._tell(weightiest_last(outcomes)[-1])
        if self._service.asking:
            self.show_listening()

    def show_listening(self) -> None:
        """READY, or BUSY while the service still has to answer; scans are taken all the same."""
        if self._service.asking:
            self._window.show_busy(self.tr("Asking the ticket service. Go on scanning."))
        else:
            self._window.show_ready()

    def _tell(self, outcome: Outcome) -> None:
        if outcome.detail in _ABOUT_PRINTS:
            self.print_told.emit(answer_sentence(outcome))
        elif outcome.detail not in _ABOUT_PEOPLE:
            self._window.show_screen(_SCREENS.get(outcome.detail, Screen.DOCK) if outcome.detail else Screen.DOCK)
        if outcome.detail is Detail.PHOTO and outcome.package is not None:
            self.photo_wanted.emit(outcome.package)
        self.judged.emit(outcome)
        self.heard.emit(earcon_of(outcome, self._policy.calendar))

    def _do_one(self, act: Callable[[], Outcome]) -> None:
        self._do(lambda: (act(),))

    def _do(self, act: Callable[[], tuple[Outcome, ...]]) -> tuple[Outcome, ...]:
        outcomes = answered(act)
        self.acted.emit()
        self.show(outcomes)
        return outcomes
