"""At the bench: connects the technician's screen with its acts, and keeps what is in hand."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from receiving_app.acts.bench_outcome import Ending
from receiving_app.acts.outcome import Answer, Outcome, TapeEntry
from receiving_app.acts.workbench_outcome import Code, Hand, WorkbenchOutcome
from receiving_app.domain.command import Command
from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.label_reading import Kind, without_badge
from receiving_app.domain.reading import Reading, Source
from receiving_app.domain.roles import NOBODY, Actor, NotAllowedError
from receiving_app.qt.sound import Earcon
from receiving_app.queries import bench as queries
from receiving_app.storage.store import StoreError
from receiving_app.words.readings import shown
from receiving_app.words.workbench import offered
from ui.bench.message_bar import tone_of
from ui.bench.view import View
from ui.station_screen import Screen
from ui.theme import Tone

if TYPE_CHECKING:
    from receiving_app.assembly import Parts
    from receiving_app.desks.people import PeopleDesk
    from receiving_app.desks.photos import PhotoDesk, Taken
    from ui.bench.screen import BenchScreen
    from ui.main_window import MainWindow

_log = logging.getLogger(__name__)

_Act = Callable[[Hand, Actor], WorkbenchOutcome]


def earcon_of(outcome: WorkbenchOutcome) -> Earcon | None:
    """Give the sound of an answer; what only needs a glance is silent."""
    if outcome.code is Code.ALREADY_IN_BATCH:
        return Earcon.ALREADY_COUNTED
    if outcome.code is Code.HAZARD:
        return Earcon.HOLD
    return {Tone.ACCEPT: Earcon.ACCEPT, Tone.REJECT: Earcon.REJECT, Tone.HOLD: Earcon.NOT_UNDERSTOOD}.get(
        tone_of(outcome)
    )


class BenchDesk(QObject):
    """Passes what is scanned, typed and pressed at the bench to the acts, and shows what they answer."""

    acted = Signal()
    heard = Signal(object)  # Earcon
    dock_answered = Signal(object)  # Outcome

    def __init__(
        self,
        window: MainWindow,
        people: PeopleDesk,
        parts: Parts,
        photos: PhotoDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._people = people
        self._parts = parts
        self._photos = photos
        self._hand = Hand()
        people.proven.connect(self._proven)

    @cached_property
    def _screen(self) -> BenchScreen:
        screen = self._window.bench
        screen.command_given.connect(self._command)
        screen.text_typed.connect(self._typed)
        screen.device_chosen.connect(self._open)
        screen.step_chosen.connect(self._turn_to)
        screen.answered.connect(self._answer)
        screen.value_written.connect(self._value_written)
        screen.note_written.connect(self._note_written)
        screen.outcome_chosen.connect(self._choose)
        screen.ending_written.connect(self._ending_written)
        return screen

    def show_standing(self) -> None:
        """Show the queue, or what is in hand."""
        code = Code.AT_HAND if self._hand.items else Code.READY
        self._show(WorkbenchOutcome(code, self._hand, self._parts.workbench.due(self._hand)[0]), aloud=False)

    @Slot()
    def _proven(self) -> None:
        """Say what is due instead of the PIN."""
        if self._window.shown is Screen.BENCH:
            self.show_standing()

    def show_queue(self) -> None:
        """Tell the queue anew while it is seen: it ages, and others work on it."""
        if self._hand.items:
            return
        self._screen.show_queue(queries.queue(self._parts.store, self._parts.clock.corrected()))

    def takes(self, readings: Sequence[Reading]) -> bool:
        """Take what was read while the screen is shown; what nobody has signed in for stays the dock's."""
        if self._people.actor == NOBODY:
            return False
        for reading in readings:
            take = partial(self._parts.workbench.take, reading)
            self._do_as(partial(self._scanned, reading), self._hand, self._people.actor, again=take)
            entry = TapeEntry(without_badge(reading), Kind.OTHER, Answer.NOTED, None)
            self._people.hear(Outcome(Answer.NOTED, tape=entry))
        return True

    def _scanned(self, reading: Reading, hand: Hand, actor: Actor) -> WorkbenchOutcome:
        (outcome,) = self._parts.workbench.scan([reading], hand, actor)
        return outcome

    @Slot(str)
    def _typed(self, text: str) -> None:
        raw = text.encode("utf-8", "surrogatepass")
        self.takes([Reading(text, raw, Source.TYPED, self._parts.clock.now())])

    @Slot(object)
    def _command(self, command: Command) -> None:
        self._do(partial(self._parts.workbench.command, command))

    @Slot(str)
    def _open(self, item: str) -> None:
        self._do(partial(self._parts.workbench.open, item))

    @Slot(str)
    def _answer(self, value: str) -> None:
        self._do(partial(self._parts.workbench.answer, value))

    @Slot(str)
    def _turn_to(self, step: str) -> None:
        workbench = self._parts.workbench
        self._do(lambda hand, _actor: workbench.turn_to(step, hand))

    @Slot(object)
    def _choose(self, outcome: InspectionOutcome) -> None:
        workbench = self._parts.workbench
        self._do(lambda hand, _actor: workbench.choose(outcome, hand))

    @Slot(str)
    def _value_written(self, value: str) -> None:
        self._hand = replace(self._hand, value=value)

    @Slot(str)
    def _note_written(self, note: str) -> None:
        self._hand = replace(self._hand, note=note)

    @Slot(object)
    def _ending_written(self, ending: Ending) -> None:
        outcome = self._parts.workbench.compose(ending, self._hand)
        self._hand = outcome.hand
        self._screen.show_preview(self._view(outcome))

    def _do(self, act: _Act) -> None:
        self._do_as(act, self._hand, self._people.actor)

    def _do_as(self, act: _Act, hand: Hand, actor: Actor, again: _Act | None = None) -> None:
        """Do an act; what can't be written down is said, and never shown as if it were.

        `again` is what a supervisor who approves it does: the scan itself is recorded already.
        """
        try:
            outcome = act(hand, actor)
        except NotAllowedError as refused:
            self._people.offer(refused, partial(self._do_as, again or act, hand))
            outcome = WorkbenchOutcome(Code.NOT_ALLOWED, hand)
        except StoreError:
            _log.exception("an act at the bench could not be recorded")
            outcome = WorkbenchOutcome(Code.NOT_RECORDED, hand)
        else:
            self.acted.emit()
        if outcome.code is Code.TAKE_PHOTO:
            self._take_photo(outcome)
        elif outcome.code is not Code.SEEN:
            self._show(outcome, aloud=True)

    def _take_photo(self, outcome: WorkbenchOutcome) -> None:
        """Ask for the photo of a step; its result stays that step's, also where the worker goes on meanwhile."""
        item, step = self._parts.workbench.due(outcome.hand)
        if item is not None and step is not None:
            hand = replace(outcome.hand, step=step.id)
            self._photos.ask(shown(step.title), partial(self._photographed, hand))

    def _photographed(self, hand: Hand, taken: Taken) -> None:
        if taken.kept is None:
            self._show(WorkbenchOutcome(Code.NO_PHOTO, self._hand, text=hand.items[0]), aloud=True)
            return
        held = self._hand
        self._do_as(partial(self._parts.workbench.photographed, taken.kept.photo), hand, taken.actor)
        if taken.aside and held.items != hand.items:
            self._show(WorkbenchOutcome(Code.AT_HAND if held.items else Code.READY, held), aloud=False)

    def _show(self, outcome: WorkbenchOutcome, *, aloud: bool) -> None:
        self._hand = hand = _with_offers(outcome.hand)
        outcome = replace(outcome, hand=hand)
        if outcome.dock is not None:
            if outcome.code is Code.AT_THE_DOCK:
                self.dock_answered.emit(outcome.dock)
                return
            self._people.hear(outcome.dock)
        self._screen.show_view(self._view(outcome))
        self.show_queue()
        earcon = earcon_of(outcome)
        if aloud and earcon is not None:
            self.heard.emit(earcon)

    def _view(self, outcome: WorkbenchOutcome) -> View:
        hand, parts = outcome.hand, self._parts
        found = (queries.device(parts.store, each) for each in hand.items)
        devices = tuple(each for each in found if each is not None)
        _, due = parts.workbench.due(hand)
        ending = hand.ending
        preview = parts.bench.preview(hand.items[0], ending) if ending is not None and hand.items else None
        return View(outcome, devices, due, preview)


def _with_offers(hand: Hand) -> Hand:
    """Say which texts a digit chooses from, in the language that is shown."""
    return replace(hand, offered=offered(hand.ending.outcome) if hand.ending else ())
