"""Pull and push of the station against the real ticket service on loopback, beside their floor.

The floor does the same requests and commits with requests and sqlite3 alone: it reads the pages or batches, stores or
marks the rows as they are, and makes nothing of them.
"""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import requests
from sqlalchemy import Connection, Engine

from benchmarks.databases import ENGINES, databases_on
from benchmarks.machine import machine
from benchmarks.served import Served, served
from benchmarks.stored_rmas import STATION, rma_of
from receiving_app.clock import StationClock
from receiving_app.domain.events import PackageArrived, Subject
from receiving_app.domain.label_facts import ArrivalSource
from receiving_app.domain.lpn import lpn_of
from receiving_app.domain.roles import Actor, ActorKind, Role
from receiving_app.settings import DataKind
from receiving_app.storage.forms import to_plain
from receiving_app.storage.journal import Journal, Stamp
from receiving_app.storage.store import DATABASE, Store, open_store
from receiving_app.sync import rounds
from receiving_app.sync.service import TicketService
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import writing

TARGET = 2.5
_AT_ONCE = 5_000


def main() -> int:
    """Measure pull and push in turn with their floors; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rmas", type=int, default=100_000, help="RMAs to pull (default 100,000)")
    parser.add_argument("--events", type=int, default=10_000, help="events to push (default 10,000)")
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured (default 3)")
    parser.add_argument("--pages", type=int, nargs="+", default=[rounds.PULL_AT_ONCE], help="rows a page")
    parser.add_argument("--engine", choices=ENGINES, default="sqlite", help="what the service runs on (default sqlite)")
    options = parser.parse_args()
    print(machine())
    print(f"{options.rmas} RMAs pulled, {options.events} events pushed; medians of {options.runs} runs in turn")
    print(f"the service on {options.engine}")
    print(f"{'':<26}{'s':>7}{'floor s':>9}{'x floor':>9}{'longest transaction, ms':>25}")
    with TemporaryDirectory() as temporary, databases_on(options.engine, Path(temporary)) as new:
        folder = Path(temporary)
        full = new("pulled")
        met = [_pulls(folder, full, options.rmas, page, options.runs) for page in options.pages]
        met.append(_pushes(folder, new, options.events, options.runs))
    return 0 if all(met) else 1


def _report(what: str, own: list[float], floor: list[float], longest: list[float]) -> bool:
    ratio = statistics.median(o / f for o, f in zip(own, floor, strict=True))
    times = f"{statistics.median(own):>7.2f}{statistics.median(floor):>9.2f}{ratio:>9.2f}"
    print(f"{what:<26}{times}{statistics.median(longest):>25.0f}", flush=True)
    return ratio <= TARGET


def _pulls(folder: Path, full: Path | str, rmas: int, page: int, runs: int) -> bool:
    own, floor, longest = [], [], []
    rounds.PULL_AT_ONCE = page
    with served(full, partial(fill, rmas=rmas)) as service:
        for run in range(runs):
            floor.append(_timed(lambda name: _pull_floor(name, service, page), folder / f"pull-floor-{page}-{run}"))
            store = _station(folder / f"pull-{page}-{run}")
            own.append(_round(store, service, pulled=rmas))
            longest.append(store.longest)
    return _report(f"pull, pages of {page}", own, floor, longest)


def _pushes(folder: Path, new: Callable[[str], Path | str], events: int, runs: int) -> bool:
    own, floor, longest = [], [], []
    for run in range(runs):
        # Each run meets a service that has heard of nothing yet.
        store = _station(folder / f"push-floor-{run}")
        _write(store, events)
        with served(new(f"push-floor-{run}"), _leave_empty) as service:
            floor.append(_timed(partial(_push_floor, service=service), store.folder / DATABASE))
        store = _station(folder / f"push-{run}")
        _write(store, events)
        store.longest = 0.0
        with served(new(f"push-{run}"), _leave_empty) as service:
            own.append(_round(store, service, pushed=events))
        longest.append(store.longest)
    return _report(f"push, batches of {rounds.PUSH_AT_ONCE}", own, floor, longest)


def _timed(work: Callable[[Path], object], path: Path) -> float:
    started = time.perf_counter()
    work(path)
    return time.perf_counter() - started


def _round(store: Store, service: Served, **expected: int) -> float:
    clock = StationClock()
    with closing(TicketService(service.url, service.token, clock)) as speaker:
        started = time.perf_counter()
        done = rounds.Rounds(store, speaker, clock, STATION).run_once()
        taken = time.perf_counter() - started
    store.close()
    if not done.online or any(getattr(done, name) < count for name, count in expected.items()):
        raise RuntimeError(f"the round did not do its work: {done}")
    return taken


class WatchedStore(Store):
    """Notes the longest transaction that writes, from its beginning to the end of its commit, in milliseconds."""

    longest = 0.0

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Give a connection that writes all or nothing."""
        started = time.perf_counter()
        with super().transaction() as connection:
            yield connection
        self.longest = max(self.longest, (time.perf_counter() - started) * 1000)


def _station(folder: Path) -> WatchedStore:
    store = open_store(folder)
    store.claim(STATION, DataKind.DEMO)
    return WatchedStore(store.engine, store.folder)


def _write(store: Store, count: int) -> None:
    """Let a journal hold as many arrivals, none of them sent yet."""
    journal = Journal(STATION, uuid4)
    now = datetime.now(UTC)
    stamp = Stamp(now, 0, now, Actor(ActorKind.PERSON, "p-dock", Role.DOCK, "badge"), None)
    body = PackageArrived(now, ArrivalSource.SCAN, now, now)
    with store.transaction() as connection:
        for number in range(1, count + 1):
            journal.append(connection, body, Subject(lpn_of(STATION, number)), stamp)


def _leave_empty(_engine: Engine) -> None:
    pass


def fill(engine: Engine, rmas: int, first: int = 0) -> None:
    """Let a service have as many RMAs, numbered on from `first`."""
    for start in range(first, first + rmas, _AT_ONCE):
        rows = [_row(serial) for serial in range(start, min(start + _AT_ONCE, first + rmas))]
        with writing(engine) as connection:
            put(connection, rows)


def _row(serial: int) -> StateRow:
    data = to_plain(rma_of(serial))
    if not isinstance(data, dict):
        raise TypeError("an RMA is a JSON object")
    return StateRow("rma", data["number"], {name: told for name, told in data.items() if name not in _NOT_SENT})


#: What the station adds to an RMA by itself.
_NOT_SENT = {"rev", "partner_name"}


def _pull_floor(path: Path, service: Served, page: int) -> None:
    cursor, more = "", True
    with closing(_plain(path)) as connection, _session(service) as session:
        connection.execute("CREATE TABLE rmas (id TEXT PRIMARY KEY, rev INTEGER, body TEXT)")
        connection.execute("CREATE TABLE place (id INTEGER PRIMARY KEY, cursor TEXT)")
        while more:
            url = f"{service.url}/v1/changes"
            told = session.get(f"{url}?cursor={cursor}&limit={page}", timeout=30).json()
            rows = [(row["id"], row["rev"], json.dumps(row["data"])) for row in told["rows"]]
            cursor, more = told["next_cursor"], told["has_more"]
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT OR REPLACE INTO rmas VALUES (?, ?, ?)", rows)
            connection.execute("INSERT OR REPLACE INTO place VALUES (1, ?)", (cursor,))
            connection.execute("COMMIT")


def _push_floor(path: Path, service: Served) -> None:
    sent = 0
    with closing(_plain(path)) as connection, _session(service) as session:
        query = "SELECT seq, payload, hash FROM events WHERE seq > ? ORDER BY seq LIMIT ?"
        while rows := connection.execute(query, (sent, rounds.PUSH_AT_ONCE)).fetchall():
            events = [{**json.loads(payload), "hash": hashed} for _, payload, hashed in rows]
            answer = session.post(
                f"{service.url}/v1/events", json={"station": STATION, "events": events}, timeout=30
            ).json()
            connection.execute("BEGIN IMMEDIATE")
            marks = [(_applied(result), result["station_seq"]) for result in answer["results"]]
            connection.executemany("UPDATE events SET delivery = ? WHERE seq = ?", marks)
            connection.execute("COMMIT")
            sent = rows[-1][0]


def _applied(result: dict[str, Any]) -> str:
    if not str(result["result"]).startswith("applied"):
        raise RuntimeError(f"the service did not take an event: {result}")
    return "applied"


def _plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def _session(service: Served) -> requests.Session:
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {service.token}"
    return session


if __name__ == "__main__":
    raise SystemExit(main())
