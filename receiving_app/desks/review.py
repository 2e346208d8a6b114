"""At the supervisor's screen: connects the review with its acts."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from receiving_app.acts.decision import (
    ClaimDecision,
    Decided,
    Decision,
    FoundOnBox,
    GivenUp,
    ItemAnswer,
    ItemPreview,
    KeptHere,
    Objection,
    WayAgreed,
    Whose,
)
from receiving_app.acts.outcome import Detail, refusal
from receiving_app.domain.authorization import serial_key
from receiving_app.domain.cases import Case, Wanted
from receiving_app.domain.command import AT_THE_REVIEW, Command, command_named
from receiving_app.domain.events import Choice, Subject
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import ItemChoice
from receiving_app.domain.package import Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import HAND_HELD, Reading, Source
from receiving_app.domain.rma_number import find_numbers, number_key
from receiving_app.domain.roles import Actor, NotAllowedError, Right
from receiving_app.words.outcomes import detail_sentence
from receiving_app.words.review import objection_sentence
from ui.station_screen import Screen

if TYPE_CHECKING:
    from receiving_app.assembly import Parts
    from receiving_app.desks.people import PeopleDesk
    from receiving_app.desks.photos import PhotoDesk
    from receiving_app.queries.answers import Past
    from ui.main_window import MainWindow
    from ui.review.screen import ReviewScreen

_log = logging.getLogger(__name__)


class ReviewDesk(QObject):
    """Passes a supervisor's decisions to the acts, and shows what waits for one."""

    decided = Signal()
    overridden = Signal(object)  # Subject
    evidence_wanted = Signal(str)  # what `Head.papers` says
    check_wanted = Signal()

    def __init__(self, window: MainWindow, people: PeopleDesk, photos: PhotoDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._people = people
        self._photos = photos
        self._note = ""
        self._parts: Parts | None = None
        self._cases: tuple[Case, ...] = ()
        self._is_as_left = False
        self._decision: int | None = None
        self._policy = Policy()
        self._told = ""

    @cached_property
    def _screen(self) -> ReviewScreen:
        screen = self._window.review
        screen.decided.connect(self._decide)
        screen.undo_wanted.connect(self._undo)
        screen.filtered.connect(self._remember)
        screen.evidence_wanted.connect(self.evidence_wanted)
        screen.check_wanted.connect(self.check_wanted)
        screen.show_note(self._note)
        return screen

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Say at the review what became of papers or of a check; nothing is built for it."""
        self._note = sentence
        if "_screen" in self.__dict__:
            self._screen.show_note(sentence)

    def begin(self, parts: Parts) -> None:
        """Work on a memory that is open now."""
        self._parts = parts

    def takes(self, readings: Sequence[Reading]) -> bool:
        """Go to the case that a scan names, or do a command of the review; leave all else to the dock.

        A plate, an item's label, a serial number and an RMA's number name a case; scanned again, the next one.
        """
        command = next((said for each in readings if (said := _command(each)) is not None), None)
        if self._parts is not None and command is None and self._claims(readings):
            return True
        named = [] if command is not None else self._named(readings)
        if self._parts is None or not (command or named):
            return False
        if not self._recorded(readings):
            return True
        if command is not None:
            self._screen.obey(command)
        else:
            self._screen.choose(_after(named, self._screen.pointed))
        return True

    def _claims(self, readings: Sequence[Reading]) -> bool:
        """Take a scan of what is on the box that is looked at, or of the shelf it stands on."""
        page = self._screen.claim
        if page is None or page.box is None or len(readings) != 1:
            return False
        from receiving_app.desks.claim_scans import Shelf, meaning

        match meaning(readings[0], self._policy):
            case None:
                return False
            case Shelf(place=place):
                if self._recorded(readings):
                    page.takes_place(place)
            case clue:
                self._claim_as(FoundOnBox(page.box.lpn, "", page.inside, (clue,)), self._people.actor)
        return True

    def _recorded(self, readings: Sequence[Reading]) -> bool:
        """Write down what was scanned here; tell whether it could be."""
        if self._parts is None:
            return False
        from receiving_app.storage.store import StoreError

        try:
            self._parts.item_review.record(readings, self._people.actor)
        except StoreError:
            _log.exception("a scan could not be recorded")
            self._screen.show_refusal(detail_sentence(Detail.NOT_RECORDED))
            return False
        return True

    def _named(self, readings: Sequence[Reading]) -> list[Case]:
        """Give the cases that a scan names, in the list's order."""
        texts = [reading.text for reading in readings]
        labels = {key for text in texts if (key := serial_key(text))}
        found = (candidate for text in texts for candidate in find_numbers(text, self._policy.number_format))
        numbers = {*map(number_key, texts), *(candidate.key for candidate in found)}
        return [each for each in self._cases if each.head.named_by(labels, numbers)]

    def use_policy(self, policy: Policy) -> None:
        """Read RMA numbers by this policy's format from now on."""
        self._policy = policy

    def show_standing(self) -> None:
        """Show what was rejected or held and nobody has decided."""
        if self._parts is None:
            return
        from receiving_app.queries import review
        from receiving_app.queries.became import became, refused
        from receiving_app.queries.claims import whose
        from receiving_app.queries.waiting import read_case, waiting
        from ui.review.case_page import Evidence

        store = self._parts.store
        if not self._is_as_left:
            self._screen.show_wanted(review.remembered_list(store))
            self._is_as_left = True
        people = review.supervisors(store)
        self._screen.attach(
            Evidence(
                self._photos.fetch,
                partial(review.story, store),
                self._preview,
                partial(read_case, store),
                lambda: people,
                self._past,
                partial(review.prices, store),
                self._photos.fetch_film,
                partial(review.films, store),
                self._open,
                partial(became, store),
                partial(refused, store),
                partial(whose, store),
            )
        )
        cases = waiting(store, self._parts.clock.corrected())
        self._cases, self._told = cases, review.told_up_to(store)
        self._screen.show_cases(cases)
        self.show_sending()

    def show_news(self) -> None:
        """Show what the ticket service has told since, and how far on its way the last decision is."""
        if self._parts is None:
            return
        from receiving_app.queries import review

        if review.told_up_to(self._parts.store) != self._told:
            self.show_standing()
        else:
            self.show_sending()

    def show_sending(self) -> None:
        """Say how far on its way what was decided here last is."""
        if self._parts is None or self._decision is None:
            return
        from receiving_app.queries import review

        self._screen.show_sending(review.goes(self._parts.store, self._decision))

    def _preview(self, answer: ItemAnswer) -> ItemPreview:
        if self._parts is None:
            return ItemPreview(None, answer)
        return self._parts.item_review.preview(answer, self._people.actor)

    def _past(self, case: Case) -> Past:
        from receiving_app.queries.answers import NO_PAST
        from receiving_app.queries.precedents import past

        return past(self._parts.store, case, self._parts.clock.corrected()) if self._parts is not None else NO_PAST

    def _open(self, thing: str) -> None:
        self._window.show_screen(Screen.DESK)
        self._window.desk.search_for(thing)

    @Slot()
    def _undo(self) -> None:
        self._undo_as(self._people.actor)

    def _undo_as(self, actor: Actor) -> None:
        if self._parts is None:
            return
        from receiving_app.storage.store import StoreError

        try:
            outcome = self._parts.dock.command(Command.UNDO, actor)
        except NotAllowedError as refused:
            self._people.offer(refused, self._undo_as)
            self._screen.show_refusal(detail_sentence(refusal(refused)))
            return
        except StoreError:
            _log.exception("nothing could be taken back")
            self._screen.show_refusal(detail_sentence(Detail.NOT_RECORDED))
            return
        self._screen.go_on()
        self.show_standing()
        if outcome.detail is not None:
            self._screen.show_refusal(detail_sentence(outcome.detail))
        self.decided.emit()

    @Slot(object)
    def _remember(self, wanted: Wanted) -> None:
        if self._parts is None:
            return
        from receiving_app.storage.store import StoreError

        try:
            self._parts.review.remember(wanted)
        except StoreError:
            # The list itself is right; the next start shows everything again.
            _log.exception("the list's filter could not be kept")

    @Slot(object)
    def _decide(self, said: ClaimDecision | Decision | tuple[Decision, ...]) -> None:
        if isinstance(said, ClaimDecision):
            self._claim_as(said, self._people.actor)
            return
        self._decide_as(said if isinstance(said, tuple) else (said,), self._people.actor)

    def _decide_as(self, decisions: tuple[Decision, ...], actor: Actor) -> None:
        if self._parts is None or not decisions:
            return
        from receiving_app.storage.store import StoreError

        try:
            done = self._parts.deciding.decide(decisions, actor)
        except NotAllowedError as refused:
            self._people.offer(refused, partial(self._decide_as, decisions))
            self._screen.show_refusal(detail_sentence(refusal(refused)))
            return
        except StoreError:
            _log.exception("a decision could not be recorded")
            self._screen.show_refusal(detail_sentence(Detail.NOT_RECORDED))
            return
        left = done.objections
        if len(left) < len(decisions):
            from receiving_app.queries import review

            self._decision = review.newest_decision(self._parts.store)
            self._screen.go_on(some_stay=bool(left))
            self.show_standing()
            self.decided.emit()
        self._say_left(decisions, left, actor)
        for decided, answer in zip(decisions, done.answers, strict=True):
            if (about := _overridden(decided, answer)) is not None:
                self.overridden.emit(about)

    def _claim_as(self, said: ClaimDecision, actor: Actor) -> None:
        """Write down what was said of a box that nobody could place."""
        if self._parts is None:
            return
        from receiving_app.queries import review
        from receiving_app.storage.store import StoreError

        try:
            answer = _claimed(self._parts, said, actor)
        except NotAllowedError as refused:
            self._people.offer(refused, partial(self._claim_as, said))
            self._screen.show_refusal(detail_sentence(refusal(refused)))
            return
        except StoreError:
            _log.exception("what was said of a box could not be recorded")
            self._screen.show_refusal(detail_sentence(Detail.NOT_RECORDED))
            return
        if isinstance(answer, Objection):
            self._screen.show_refusal(objection_sentence(answer))
            if answer is Objection.OWN_WORK and actor == self._people.actor:
                self._people.offer_another(Right.DECIDE, partial(self._claim_as, said))
            return
        if not isinstance(said, FoundOnBox):
            self._decision = review.newest_decision(self._parts.store)
            self._screen.go_on()
        self.show_standing()
        self.decided.emit()

    def _say_left(self, decisions: tuple[Decision, ...], left: tuple[tuple[int, StrEnum], ...], actor: Actor) -> None:
        """Say what was not decided, and why; somebody else may decide what is one's own work."""
        if not left:
            return
        if len(decisions) > 1:
            self._screen.show_left(left)
        else:
            self._screen.show_refusal(objection_sentence(left[0][1]))
        own = tuple(decisions[place] for place, why in left if why is Objection.OWN_WORK)
        # Who was asked to approve and may not either only hears so.
        if own and actor == self._people.actor:
            self._people.offer_another(Right.DECIDE, partial(self._decide_as, own))


def _claimed(parts: Parts, said: ClaimDecision, actor: Actor) -> Package | Objection:
    match said:
        case Whose():
            return parts.identifying.identify(said, actor)
        case FoundOnBox(lpn=lpn, text=text, inside=inside, readings=readings):
            typed = Reading(text, text.encode("utf-8", "surrogatepass"), Source.TYPED, parts.clock.now())
            return parts.identifying.found(lpn, readings or [typed], actor, inside=inside)
        case KeptHere():
            return parts.keeping.keep(said, actor)
        case WayAgreed():
            return parts.keeping.agree(said, actor)
        case GivenUp():
            return parts.keeping.abandon(said, actor)


def _command(reading: Reading) -> Command | None:
    """Give the command of the review that a hand scanner read, if it is one."""
    command = command_named(reading.text) if reading.source in HAND_HELD else None
    return command if command in AT_THE_REVIEW else None


def _after(named: Sequence[Case], pointed: Case | None) -> Case:
    """Give the case after the one that is looked at, of those that a scan names; else the first."""
    keys = [(case.head.kind, case.head.key) for case in named]
    here = (pointed.head.kind, pointed.head.key) if pointed is not None else None
    return named[(keys.index(here) + 1) % len(named)] if here in keys else named[0]


def _overridden(decided: Decision, answer: object) -> Subject | None:
    """Say what was accepted against the rules, if anything was."""
    match decided, answer:
        case Decided(choice=Choice.OVERRIDE), Package():
            return Subject(decided.lpn, decided.key or None)
        case ItemAnswer(choice=ItemChoice.ACCEPT), ItemPreview(item=Item(lpn=lpn, rma_key=key), objection=None):
            return Subject(lpn, key or None)
        case _:
            return None
