"""A whole station without windows on real files, with a clock and a ticket service that a test sets."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select

from receiving_app.acts.decision import Decided, Objection
from receiving_app.acts.dock import Dock
from receiving_app.acts.item_judging import ItemJudging
from receiving_app.acts.judging import Judging
from receiving_app.acts.outcome import Outcome
from receiving_app.acts.review import Review
from receiving_app.acts.station import Station
from receiving_app.clock import StationClock
from receiving_app.domain.authorization import Rma
from receiving_app.domain.command import Command
from receiving_app.domain.events import Body, Choice, Event
from receiving_app.domain.label_facts import ServiceSays
from receiving_app.domain.package import Judgement, Package
from receiving_app.domain.reading import Source
from receiving_app.domain.roles import Actor, Role
from receiving_app.storage import journal, outbox, packages, service_data, sync_state
from receiving_app.storage.journal import Delivery, Journal
from receiving_app.storage.journal_proof import prove
from receiving_app.storage.schema import events
from receiving_app.storage.service_data import Person
from receiving_app.storage.store import Store, open_store
from receiving_app.storage.sync_state import SyncState
from receiving_app.storage.verify_journal import Fault
from tests.factories import STATION, SUPERVISOR, WORKER, chicago, reading

#: A Saturday noon, the fifth day of the factories' ordinary RMA.
NOON = chicago(2026, 11, 7)


class RunningStation:
    """One station at work; `wait` lets time pass, `told` is what the ticket service's data brings."""

    def __init__(self, folder: Path, station: str = STATION) -> None:
        self.folder = folder
        self.online = True
        self.time = NOON.astimezone(UTC)
        self.clock = StationClock(lambda: self.time)
        self.store: Store = open_store(folder)
        self.store.claim(station, "demo")
        self.parts = Station(self.store, Journal(station, uuid4), self.clock, uuid4, lambda: self.online)
        self.judging = Judging(self.parts)
        self.item_judging = ItemJudging(self.parts)
        self.dock = Dock(self.parts, self.judging)
        self.review = Review(self.parts)

    def close(self) -> None:
        self.store.close()

    def wait(self, seconds: float = 0, **more: float) -> None:
        self.time += timedelta(seconds=seconds, **more)

    def at(self, moment: datetime) -> None:
        self.time = moment.astimezone(UTC)

    def told(self, *rmas: Rma, as_of: datetime | None = None) -> None:
        """Take RMAs as a completed pull brings them."""
        with self.store.transaction() as connection:
            service_data.put_rmas(connection, rmas)
            sync_state.put(connection, SyncState("e-1", "1", as_of or self.clock.corrected()))

    def employs(self, *people: Person) -> None:
        with self.store.transaction() as connection:
            service_data.put_people(connection, people)

    def scan(self, text: str, source: Source = Source.WEDGE, actor: Actor = WORKER) -> Outcome:
        (outcome,) = self.dock.scan([reading(text, source, read_at=self.time)], actor)
        return outcome

    def see(self, *texts: str, source: Source = Source.CAMERA) -> tuple[Outcome, ...]:
        """Scan what one picture shows."""
        return self.dock.scan([reading(text, source, read_at=self.time) for text in texts], WORKER)

    def say(self, command: Command, actor: Actor = WORKER) -> Outcome:
        return self.dock.command(command, actor)

    def answer(self, outcome: Outcome, says: ServiceSays) -> Outcome:
        """Hand back the service's answer to an outcome's one question."""
        (look_up,) = outcome.look_ups
        return self.dock.looked_up(look_up, says)

    def decide(
        self, package: Package, choice: Choice, actor: Actor = SUPERVISOR, key: str | None = None, note: str = "seen"
    ) -> Package | Objection:
        judgement = package.judgements[0] if key is None else package.judgement(key)
        assert judgement is not None
        return self.review.decide(Decided(package.lpn, judgement.key, judgement.event, choice, "other", note), actor)

    def package(self, lpn: str) -> Package:
        with self.store.reading() as connection:
            package = packages.get(connection, lpn)
        assert package is not None
        return package

    def judgement(self, lpn: str) -> Judgement:
        (judgement,) = self.package(lpn).judgements
        return judgement

    def journal(self) -> list[Event]:
        with self.store.reading() as connection:
            rows = connection.execute(select(events.c.payload).order_by(events.c.seq))
            return [journal.read_event(row.payload) for row in rows]

    def bodies(self, *types: type[Body]) -> list[Body]:
        return [event.body for event in self.journal() if isinstance(event.body, types)]

    def sent(self) -> list[str]:
        """Deliver all that is due; give the types of the events that went whole."""
        types = []
        with self.store.transaction() as connection:
            while due := outbox.due(connection, self.time, 100):
                for element in due:
                    if element.payload is not None:
                        outbox.settle(connection, element.seq, Delivery.APPLIED)
                        types.append(str(element.payload["type"]))
                outbox.advance(connection, [element.seq for element in due])
        return types

    def faults(self) -> tuple[Fault, ...]:
        """Check the whole journal."""
        proof = prove(self.store)
        assert proof is not None
        return proof.faults


def technician() -> Actor:
    return replace(WORKER, person="p-tech", role=Role.TECHNICIAN, how="badge+pin")


@pytest.fixture(scope="session")
def new_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as a first start makes it: copying it is quicker than migrating anew."""
    folder = tmp_path_factory.mktemp("new")
    open_store(folder).close()
    return folder


@pytest.fixture
def station(tmp_path: Path, new_database: Path) -> Iterator[RunningStation]:
    """A station that has just been set up."""
    running = RunningStation(shutil.copytree(new_database, tmp_path / "station"))
    yield running
    running.close()
