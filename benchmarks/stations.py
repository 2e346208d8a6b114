"""Many stations pushing and pulling at once: how long each request takes, and that nobody misses anything."""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import statistics
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import requests

from benchmarks.databases import ENGINES, databases_on
from benchmarks.machine import machine, p99
from benchmarks.served import serving
from tests.ticket_service.making import Chain
from ticket_service.accounts.station_tokens import issue_token
from ticket_service.storage.store import open_store, writing

_PAGE = 1000


def main() -> int:
    """Let the stations work and report; 1 where a row was lost or a request failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--stations", type=int, default=20, help="stations at once (default 20)")
    parser.add_argument("--batches", type=int, default=20, help="batches that each pushes (default 20)")
    parser.add_argument("--events", type=int, default=100, help="events in a batch (default 100)")
    parser.add_argument("--workers", type=int, default=4, help="processes that serve (default 4)")
    parser.add_argument("--engine", choices=ENGINES, default="postgresql", help="(default postgresql)")
    options = parser.parse_args()
    print(machine())
    with TemporaryDirectory() as folder, databases_on(options.engine, Path(folder)) as new:
        database = new("service")
        stations = _stations(database, options)
        with serving(database, options.workers) as address:
            taken = _work(stations, address)
    return _report(stations, options, taken)


@dataclass
class Station:
    """A station at work: it pushes a batch, pulls what is new, and so on; then pulls until there is nothing more."""

    name: str
    token: str
    batches: list[dict[str, Any]]
    pushes: list[float] = field(default_factory=list)
    pulls: list[float] = field(default_factory=list)
    seen: list[tuple[int, str]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    cursor: str = ""

    def work(self, address: str, together: threading.Barrier) -> None:
        """Do everything; what fails is kept in `failures`."""
        with requests.Session() as session:
            session.headers["Authorization"] = f"Bearer {self.token}"
            together.wait()
            for batch in self.batches:
                self._push(session, address, batch)
                self._pull(session, address)
            together.wait()
            self._pull(session, address)

    def _push(self, session: requests.Session, address: str, batch: dict[str, Any]) -> None:
        answer = self._timed(self.pushes, lambda: session.post(f"{address}/v1/events", json=batch, timeout=60))
        if answer is not None:
            results = [each["result"] for each in answer["results"]]
            if results != ["applied"] * len(batch["events"]):
                self.failures.append(f"events were not applied: {set(results)}")

    def _pull(self, session: requests.Session, address: str) -> None:
        more = True
        while more:
            page = self._timed(self.pulls, lambda: session.get(self._place(address), timeout=60))
            if page is None:
                return
            self.seen += [(row["seq"], row["id"]) for row in page["rows"]]
            self.cursor, more = page["next_cursor"], page["has_more"]

    def _place(self, address: str) -> str:
        return f"{address}/v1/changes?cursor={self.cursor}&limit={_PAGE}"

    def _timed(self, times: list[float], ask: Callable[[], requests.Response]) -> dict[str, Any] | None:
        began = time.perf_counter()
        try:
            answer = ask()
        except requests.RequestException as error:
            self.failures.append(repr(error))
            return None
        times.append((time.perf_counter() - began) * 1000)
        if answer.status_code != 200:
            self.failures.append(f"{answer.status_code} {answer.text[:200]}")
            return None
        told: dict[str, Any] = answer.json()
        return told


def _stations(database: Path | str, options: argparse.Namespace) -> list[Station]:
    engine = open_store(database)
    names = [f"DOCK-{number}" for number in range(1, options.stations + 1)]
    with writing(engine) as connection:
        tokens = {name: issue_token(connection, name, datetime.now(UTC)) for name in names}
    engine.dispose()
    return [Station(name, tokens[name], _batches(name, options.batches, options.events)) for name in names]


def _batches(name: str, batches: int, events: int) -> list[dict[str, Any]]:
    """Write what a station has to tell: packages that arrived."""
    chain = Chain(name)
    lpns = [[f"LPN-{name}-{batch}-{event}" for event in range(events)] for batch in range(batches)]
    return [chain.batch(*map(chain.arrived, batch)) for batch in lpns]


def _work(stations: list[Station], address: str) -> float:
    together = threading.Barrier(len(stations))
    threads = [threading.Thread(target=station.work, args=(address, together)) for station in stations]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - began


def _report(stations: list[Station], options: argparse.Namespace, taken: float) -> int:
    everything = {
        event["subject"]["lpn"] for station in stations for batch in station.batches for event in batch["events"]
    }
    lost = sum(len(everything - {id_ for _, id_ in station.seen}) for station in stations)
    disordered = sum(
        before >= after
        for station in stations
        for (before, _), (after, _) in zip(station.seen, station.seen[1:], strict=False)
    )
    failures = [failure for station in stations for failure in station.failures]
    print(f"{options.engine}, {options.workers} processes, {len(stations)} stations, {len(everything)} events in all")
    for name, times in (
        (f"push of {options.events}", [each for station in stations for each in station.pushes]),
        (f"pull, pages of {_PAGE}", [each for station in stations for each in station.pulls]),
    ):
        print(f"{name:<22}{len(times):>7} requests, median {statistics.median(times):.0f} ms, p99 {p99(times):.0f} ms")
    print(f"{taken:.1f} s, {len(everything) / taken:.0f} events a second")
    print(f"rows lost: {lost}; rows out of order: {disordered}; failures: {len(failures)}")
    for failure in failures[:5]:
        print(f"  {failure}")
    return 1 if lost or disordered or failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
