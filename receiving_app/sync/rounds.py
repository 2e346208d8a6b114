"""One round of sync: tell the service what happened, then take what it says."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from receiving_app.clock import StationClock
from receiving_app.storage import countersigned, other_items, outbox, service_data, settled_lines, sync_state
from receiving_app.storage.journal import Delivery
from receiving_app.storage.rma_rows import RmaRow, rma_row
from receiving_app.storage.store import Store
from receiving_app.storage.sync_state import SyncState
from receiving_app.storage.verify_journal import Countersignature
from receiving_app.sync import wire
from receiving_app.sync.service import (
    CursorGoneError,
    ForkedError,
    NonsenseError,
    ServiceError,
    TicketService,
    UnreachableError,
)

PUSH_AT_ONCE = 500
#: Scans wait longer beside pages of 500 (benchmarks/README.md).
PULL_AT_ONCE = 250

if TYPE_CHECKING:  # a station without a key of its own never loads what opens with it
    from receiving_app.sync.sealing import SealingKey

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Round:
    """What one round brought; `problem` is a sentence for people."""

    online: bool
    pushed: int = 0
    pulled: int = 0
    rejected: tuple[int, ...] = ()
    problem: str | None = None
    retry_after: timedelta | None = None


class Rounds:
    """Runs rounds for one station against one ticket service."""

    def __init__(
        self,
        store: Store,
        service: TicketService,
        clock: StationClock,
        station: str,
        key: SealingKey | None = None,
    ) -> None:
        self._store = store
        self._service = service
        self._clock = clock
        self._station = station
        self._key = key

    def run_once(self, goes_on: Callable[[], bool] = lambda: True) -> Round:
        """Push, then pull; stop between two requests when `goes_on` says no."""
        done = Round(online=True)
        try:
            done = self._push(done, goes_on)
            done = self._pull(done, goes_on)
        except ServiceError as error:
            _log.info("round ended: %s", error)
            retry_after = error.retry_after if isinstance(error, UnreachableError) else None
            return replace(done, online=False, problem=str(error), retry_after=retry_after)
        return done

    def _push(self, done: Round, goes_on: Callable[[], bool]) -> Round:
        while goes_on():
            with self._store.reading() as connection:
                elements = outbox.due(connection, self._clock.now(), PUSH_AT_ONCE)
            if not elements:
                return done
            results = self._service.push(self._station, elements)
            whole = {element.seq for element in elements if element.payload is not None}
            signed = self._countersigned(results.head)
            with self._store.transaction() as connection:
                rejected = _settle(connection, results, whole)
                if signed is not None:
                    countersigned.put(connection, signed)
            retried = any(result.result == "retry" for result in results.results)
            done = replace(done, pushed=done.pushed + len(whole), rejected=(*done.rejected, *rejected))
            if retried:
                self._begin_after(results.head)
                raise UnreachableError("The ticket service asks to send some events again later.")
        return done

    def _countersigned(self, head: wire.Head | None) -> Countersignature | None:
        """Give the service's signature under what it has of our journal, where it is one."""
        signed = None if head is None else Countersignature(**head.model_dump())
        if signed is None or signed.genuine(self._station):
            return signed
        _log.warning("the service's countersignature of event %s doesn't hold; left out", signed.station_seq)
        return None

    def _begin_after(self, head: wire.Head | None) -> None:
        """Go back to what the service still has of our journal: it may have been restored from a backup."""
        with self._store.transaction() as connection:
            if head is not None and outbox.hash_at(connection, head.station_seq) != head.hash:
                raise ForkedError
            outbox.rewind(connection, head.station_seq if head else 0)

    def _pull(self, done: Round, goes_on: Callable[[], bool]) -> Round:
        unreadable, started_over = 0, False
        while goes_on():
            with self._store.reading() as connection:
                state = sync_state.get(connection)
            page = self._page(state)
            if page is None and not started_over:
                self._start_over()
                started_over = True
                continue
            if page is None or (page.has_more and page.next_cursor == state.cursor):
                raise NonsenseError("The ticket service's list of changes has no end; it is asked again later.")
            changes = wire.changes(page.rows, self._station, self._key)
            # Built before the transaction: a scan waits for whoever holds it.
            rmas = [rma_row(rma) for rma in changes.rmas]
            with self._store.transaction() as connection:
                _apply(connection, changes, rmas)
                sync_state.put(connection, self._after(state, page))
            unreadable += len(changes.unreadable)
            for kind, row_id in changes.unreadable:
                _log.warning("the service's %s %s makes no sense; left out", kind, row_id)
            done = replace(done, pulled=done.pulled + len(page.rows))
            if not page.has_more:
                break
        if unreadable:
            done = replace(done, problem=f"{unreadable} entries of the ticket service made no sense and were left out.")
        return done

    def _page(self, state: SyncState) -> wire.Page | None:
        """Ask for the next page; None where the service's history is no longer the one that we know."""
        try:
            page = self._service.changes(state.cursor, PULL_AT_ONCE)
        except CursorGoneError:
            return None
        return page if state.epoch in {None, page.epoch} else None

    def _after(self, state: SyncState, page: wire.Page) -> SyncState:
        offset_ms = round(self._clock.offset.total_seconds() * 1000)
        complete = state.data_as_of if page.has_more else page.server_time
        return SyncState(page.epoch, page.next_cursor, complete, offset_ms)

    def _start_over(self) -> None:
        """Forget what the service said, and nothing else: it is another history now."""
        with self._store.transaction() as connection:
            service_data.clear(connection)
            sync_state.put(connection, SyncState())


def _settle(connection: Connection, results: wire.Results, whole: set[int]) -> tuple[int, ...]:
    """Write down what became of each element; give the sequence numbers of the refused events."""
    confirmed, rejected = [], []
    for result in results.results:
        if result.result == "retry":
            break
        confirmed.append(result.station_seq)
        if result.station_seq not in whole:
            continue
        problem = result.problem.model_dump_json() if result.problem else None
        refused = result.result == "rejected"
        outbox.settle(connection, result.station_seq, Delivery.REJECTED if refused else Delivery.APPLIED, problem)
        if refused:
            rejected.append(result.station_seq)
    outbox.advance(connection, confirmed)
    return tuple(rejected)


def _apply(connection: Connection, changes: wire.Changes, rmas: Sequence[RmaRow]) -> None:
    service_data.put_partners(connection, changes.partners)
    service_data.put_models(connection, changes.models)
    service_data.put_people(connection, changes.people)
    for policy, rev in changes.policies:
        service_data.put_policy(connection, policy, rev)
    service_data.put_rma_rows(connection, rmas)
    service_data.put_other_packages(connection, changes.other_packages)
    other_items.put(connection, changes.other_items)
    settled_lines.put(connection, changes.settled_lines)
    service_data.remove(connection, changes.deleted)
