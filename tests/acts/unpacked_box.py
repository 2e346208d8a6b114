"""A running station with an accepted box on the table, and the acts over it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from receiving_app.acts.unpacking import Unpacking
from receiving_app.acts.unpacking_outcome import UnpackingOutcome
from receiving_app.domain.authorization import Line, Part, Rma
from receiving_app.domain.command import Command
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import CartonCondition
from receiving_app.domain.reading import Source
from receiving_app.domain.roles import Actor
from receiving_app.queries import unpacking as queries
from receiving_app.storage import items
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, WORKER, an_rma, reading

CARD, CABLE = Part("SD card", required=True), Part("Cable", required=False)
FIRST = Line("l-1", "KP2", "SW0012345", parts=(CARD, CABLE))
SECOND = Line("l-2", "KP2", "SW0012399", parts=(CARD, CABLE))
UNITS = Line("l-3", "AP1", quantity=2)


def two_devices(**changes: Any) -> Rma:
    """Give an RMA for two devices with serial numbers and two units without."""
    return an_rma(**{"lines": (FIRST, SECOND, UNITS), **changes})


class Table:
    """The table at which boxes are unpacked."""

    def __init__(self, station: RunningStation) -> None:
        self.station = station
        self.unpacking = Unpacking(station.parts, station.judging)
        self.item: str | None = None
        self.actor = WORKER

    def receive(self, *rmas: Rma, number: str = NUMBER) -> str:
        """Let an RMA's box arrive at the dock, and give its plate."""
        self.station.told(*(rmas or (two_devices(),)))
        package = self.station.scan(number).package
        assert package is not None
        self.station.say(Command.NEXT)
        return package.lpn

    def open(self, *rmas: Rma, condition: CartonCondition = CartonCondition.WHOLE) -> str:
        """Receive a box and open it."""
        lpn = self.receive(*rmas)
        self.unpacking.begin(lpn, self.actor)
        self.unpacking.condition(condition, self.actor)
        return lpn

    def scan(
        self,
        text: str,
        source: Source = Source.WEDGE,
        actor: Actor | None = None,
        before: UnpackingOutcome | None = None,
    ) -> UnpackingOutcome:
        (outcome,) = self.unpacking.scan(
            [reading(text, source, read_at=self.station.time)], actor or self.actor, self.item, before
        )
        return self._in_hand(outcome)

    def say(self, command: Command, actor: Actor | None = None) -> UnpackingOutcome:
        return self._in_hand(self.unpacking.command(command, actor or self.actor, self.item))

    def stored(self, item: str | None) -> Item:
        with self.station.store.reading() as connection:
            found = items.get(connection, item or "")
        assert found is not None
        return found

    def box(self, lpn: str) -> queries.Box:
        box = queries.box(self.station.store, lpn)
        assert box is not None
        return box

    def _in_hand(self, outcome: UnpackingOutcome) -> UnpackingOutcome:
        self.item = outcome.item.id if outcome.item else self.item
        return outcome


def with_parts(line: Line, *parts: Part) -> Line:
    return replace(line, parts=parts)
