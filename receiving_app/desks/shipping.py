"""At the packing table: connects the shipping screen with its acts, and keeps what lies on the table."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from receiving_app.acts.outcome import Answer, Outcome, TapeEntry
from receiving_app.acts.packing_outcome import Ask, Code, PackingOutcome, PackingTable
from receiving_app.domain.authorization import Address
from receiving_app.domain.command import Command
from receiving_app.domain.label_reading import Kind, without_badge
from receiving_app.domain.reading import Reading, Source
from receiving_app.domain.roles import NOBODY, Actor, NotAllowedError
from receiving_app.qt.sound import Earcon

if TYPE_CHECKING:
    from receiving_app.acts.packing import Packing
    from receiving_app.assembly import Parts
    from receiving_app.desks.people import PeopleDesk
    from receiving_app.queries.shipping import Shelf
    from receiving_app.storage.store import Store
    from ui.main_window import MainWindow
    from ui.shipping.screen import ShippingScreen

_log = logging.getLogger(__name__)

#: Acts that changed nothing and need no sound.
_SILENT = frozenset(
    {Code.SEEN, Code.READY, Code.OPENED, Code.PUT_ASIDE, Code.UNDONE, Code.DRIVERS_LIST, Code.SIGNED_IN, Code.TAKEN_OUT}
    | {Code.ALL_OUT, Code.ANSWERED}
)


def earcon_of(outcome: PackingOutcome) -> Earcon | None:
    """Give the sound of an answer; what only needs a glance is silent."""
    if outcome.code is Code.ALREADY_CHOSEN:
        return Earcon.ALREADY_COUNTED
    if outcome.decision is not None:
        return Earcon(outcome.decision.value)
    return None if outcome.code in _SILENT else Earcon.NOT_UNDERSTOOD


class ShippingDesk(QObject):
    """Passes what is scanned and pressed at the packing table to the acts, and shows what they answer."""

    acted = Signal()
    heard = Signal(object)
    dock_answered = Signal(object)

    def __init__(self, window: MainWindow, people: PeopleDesk, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._people = people
        self._now = now
        self._parts: Parts | None = None
        self._table = PackingTable()

    @cached_property
    def _screen(self) -> ShippingScreen:
        screen = self._window.shipping
        screen.command_given.connect(self._command)
        screen.number_typed.connect(self._typed)
        screen.thing_pressed.connect(self._thing_pressed)
        screen.shipment_pressed.connect(self._shipment_pressed)
        screen.answered.connect(self._answered)
        return screen

    def begin(self, parts: Parts) -> None:
        """Work on an open memory from now on."""
        self._parts = parts

    @property
    def _packing(self) -> Packing | None:
        return self._parts.packing if self._parts is not None else None

    @property
    def _store(self) -> Store | None:
        return self._parts.store if self._parts is not None else None

    def show_standing(self) -> None:
        """Show what waits to leave, and what lies on the table."""
        if self._packing is not None:
            self._show(self._packing.standing(self._table))

    def refresh(self) -> None:
        """Show what sync or time has changed of what waits; the last answer stays."""
        if self._store is not None:
            self._screen.show_shelf(self._shelf(self._store))

    def takes(self, readings: Sequence[Reading]) -> bool:
        """Take what was read while the screen is shown; what nobody has signed in for stays the dock's."""
        if self._packing is None or self._people.actor == NOBODY:
            return False
        for reading in readings:
            again = partial(self._taken, self._packing, reading)
            self._do(partial(self._scanned, self._packing, reading), self._people.actor, again)
            entry = TapeEntry(without_badge(reading), Kind.OTHER, Answer.NOTED, None)
            self._people.hear(Outcome(Answer.NOTED, tape=entry))
        return True

    def _scanned(self, packing: Packing, reading: Reading, actor: Actor) -> PackingOutcome:
        (outcome,) = packing.scan([reading], self._table, actor)
        return outcome

    def _taken(self, packing: Packing, reading: Reading, actor: Actor) -> PackingOutcome:
        return packing.take(reading, self._table, actor)

    @Slot(object)
    def _command(self, command: Command) -> None:
        if self._packing is not None:
            self._act(partial(self._packing.command, command, self._table))

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.takes([Reading(text, text.encode("utf-8", "surrogatepass"), Source.TYPED, self._now())])

    @Slot(str)
    def _thing_pressed(self, thing: str) -> None:
        """Choose what is pressed, or take it out again."""
        if self._packing is not None:
            press = self._packing.take_out if thing in self._table.chosen else self._packing.choose
            self._act(partial(press, thing, self._table))

    @Slot(str)
    def _shipment_pressed(self, shipment: str) -> None:
        if self._packing is not None:
            self._act(partial(self._packing.open, shipment, self._table))

    @Slot(object, object)
    def _answered(self, asked: Ask, said: str | Address) -> None:
        if self._packing is None:
            return
        if isinstance(said, Address):
            self._act(partial(self._packing.say_address, said, self._table))
            return
        says = {
            Ask.CARRIER: self._packing.say_carrier,
            Ask.REASON: self._packing.say_reason,
            Ask.CHECKER: self._packing.say_checker,
        }
        self._act(partial(says[asked], said, self._table))

    def _act(self, act: Callable[[Actor], PackingOutcome]) -> None:
        self._do(act, self._people.actor, act)

    def _do(
        self,
        act: Callable[[Actor], PackingOutcome],
        actor: Actor,
        again: Callable[[Actor], PackingOutcome] | None = None,
    ) -> None:
        """Do an act; what can't be written down is said, and never shown as if it were.

        `again` does it for a person with the right who approves what the worker may not do.
        """
        from receiving_app.storage.store import StoreError  # noqa: PLC0415 - the window is painted before storage

        try:
            outcome = act(actor)
        except NotAllowedError as refused:
            outcome = PackingOutcome(Code.NOT_ALLOWED, self._table)
            if again is not None:
                self._people.offer(refused, partial(self._do, again))
        except StoreError:
            _log.exception("an act could not be recorded")
            outcome = PackingOutcome(Code.NOT_RECORDED, self._table)
        else:
            self.acted.emit()
        self._show(outcome)
        earcon = earcon_of(outcome)
        if earcon is not None:
            self.heard.emit(earcon)

    def _show(self, outcome: PackingOutcome) -> None:
        if outcome.code is Code.SEEN:
            return
        self._table = outcome.table
        if outcome.dock is not None and outcome.code is Code.AT_THE_DOCK:
            self.dock_answered.emit(outcome.dock)
            return
        if outcome.dock is not None:
            self._people.hear(outcome.dock)
        if outcome.code is Code.ANSWERED and self._screen.choose_answer(int(outcome.text)):
            return
        if self._store is None:
            return
        self._screen.show_outcome(outcome, self._shelf(self._store))
        if outcome.code is Code.DRIVERS_LIST:
            from receiving_app.queries import shipping as queries  # noqa: PLC0415 - likewise

            self._screen.show_drivers_list(queries.handed_over(self._store, self._now()))

    def _shelf(self, store: Store) -> Shelf:
        from receiving_app.queries import shipping as queries  # noqa: PLC0415 - likewise

        return queries.shelf(store, self._table.chosen, self._table.address)
