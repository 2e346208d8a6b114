"""What every act stands on: one station's memory, journal and clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from receiving_app.clock import StationClock
from receiving_app.domain.events import Body, Event, Subject
from receiving_app.domain.package import Package, step
from receiving_app.domain.roles import Actor, Right, require
from receiving_app.storage import sync_state
from receiving_app.storage.journal import Journal, Stamp
from receiving_app.storage.store import Store


class Act:
    """One act inside one transaction: what it writes is committed together and can be taken back together."""

    def __init__(self, connection: Connection, journal: Journal, stamp: Stamp) -> None:
        self.connection = connection
        self.stamp = stamp
        self._journal = journal

    def write(self, body: Body, subject: Subject, not_before: datetime | None = None) -> Event:
        """Write one event."""
        return self._journal.append(self.connection, body, subject, self.stamp, not_before)

    def on(self, package: Package, body: Body, rma_key: str | None = None) -> Package:
        """Write one event about a package that is here, and give the package after it."""
        event = self.write(body, Subject(package.lpn, rma_key))
        return step(package, event) or package


class Station:
    """One station's memory, journal and clock; `online` tells whether the ticket service answers just now."""

    def __init__(
        self,
        store: Store,
        journal: Journal,
        clock: StationClock,
        new_id: Callable[[], UUID],
        online: Callable[[], bool],
    ) -> None:
        self.store = store
        self.journal = journal
        self.clock = clock
        self.online = online
        self.new_id = new_id

    @property
    def name(self) -> str:
        """The station's name, as it stands on events and licence plates."""
        return self.journal.station

    @contextmanager
    def act(self, actor: Actor, right: Right) -> Iterator[Act]:
        """Begin an act in a transaction of its own; raise `NotAllowedError` where the actor has no right to it."""
        require(actor, right)
        with self.act_of(actor) as act:
            yield act

    @contextmanager
    def act_of(self, actor: Actor) -> Iterator[Act]:
        """Begin an act that needs no right: to sign in or out is everybody's."""
        with self.store.transaction() as connection:
            yield Act(connection, self.journal, self.stamp(connection, actor, str(self.new_id())))

    def stamp(self, connection: Connection, actor: Actor, act: str | None = None) -> Stamp:
        """Give what stands beside an event: when, how right the clock is, how old the data, and who."""
        state = sync_state.get(connection)
        offset_ms = round(self.clock.offset.total_seconds() * 1000)
        return Stamp(self.clock.now(), offset_ms, state.data_as_of, actor, act)
