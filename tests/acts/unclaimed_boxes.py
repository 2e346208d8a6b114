"""Boxes without a number on a running station, and what is done with them."""

from __future__ import annotations

from dataclasses import replace

from receiving_app.acts.decision import GivenUp, KeptHere, Objection, WayAgreed, Whose
from receiving_app.acts.identifying import Identifying
from receiving_app.acts.keeping import Keeping
from receiving_app.domain.authorization import Address
from receiving_app.domain.candidates import clues_of
from receiving_app.domain.command import Command
from receiving_app.domain.package import Package
from receiving_app.domain.reading import Source
from receiving_app.domain.shipment import Bar
from receiving_app.domain.unclaimed_events import Becomes, GroundKind
from receiving_app.storage import candidates, goods
from receiving_app.storage.service_data import Partner
from tests.acts.running_station import RunningStation
from tests.factories import SUPERVISOR, reading

OTHER_LEAD = replace(SUPERVISOR, person="p-other")
FLEET = Partner("p-1", 1, "Fleet Eyes LLC", (Address("Fleet Eyes LLC", "12 Main Street", "Elgin", "IL", "60120"),))
SERIAL = "SW0012345"


class Boxes:
    """A station's boxes without a number, and what is done with them."""

    def __init__(self, station: RunningStation) -> None:
        self.station = station
        self.identifying = Identifying(station.parts, station.judging)
        self.keeping = Keeping(station.parts)

    def without_number(self) -> Package:
        package = self.station.say(Command.NO_NUMBER).package
        self.station.say(Command.NEXT)
        assert package is not None
        return self.now(package)

    def now(self, package: Package) -> Package:
        return self.station.package(package.lpn)

    def find(self, package: Package, *texts: str, inside: bool = False) -> Package | Objection:
        readings = [reading(text, Source.TYPED, read_at=self.station.time) for text in texts]
        return self.identifying.found(package.lpn, readings, SUPERVISOR, inside=inside)

    def identify(self, package: Package, rma_key: str = "", partner: str = "") -> Package | Objection:
        judged = self.now(package).judgements[0]
        said = Whose(package.lpn, judged.key, judged.event, rma_key, partner, "seen on the housing")
        return self.identifying.identify(said, SUPERVISOR)

    def keep(self, package: Package, place: str = "B12") -> Package | Objection:
        return self.keeping.keep(KeptHere(package.lpn, place), SUPERVISOR)

    def agree(self, package: Package, by: str = "Ann Rivers") -> Package | Objection:
        return self.keeping.agree(WayAgreed(package.lpn, by, self.station.time.date()), SUPERVISOR)

    def abandon(self, package: Package, who: object = OTHER_LEAD, reason: str = "nobody-answered") -> object:
        return self.keeping.abandon(GivenUp(package.lpn, Becomes.SCRAPPED, reason), who)  # type: ignore[arg-type]

    def undo(self) -> None:
        self.station.say(Command.UNDO, SUPERVISOR)

    def grounds(self, package: Package) -> dict[str, set[GroundKind]]:
        with self.station.store.reading() as connection:
            found = candidates.for_clues(connection, clues_of(self.now(package)))
        return {c.rma.number if c.rma else c.partner: {g.kind for g in c.grounds} for c in found}

    def bars(self, package: Package) -> tuple[Bar, ...]:
        with self.station.store.reading() as connection:
            found = goods.named(connection, package.lpn)
        assert found is not None
        return found.bars

    def waits_to_leave(self) -> list[str]:
        with self.station.store.reading() as connection:
            return [each.thing for each in goods.waiting(connection)]
