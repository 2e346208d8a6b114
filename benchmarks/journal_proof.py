"""How fast the journal's chain is checked: in the station's memory and in an exported file, beside its floor.

The floor reads the same bytes, hashes them and reads their JSON, with hashlib and json alone; it compares nothing.
"""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import hashlib
import json
import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from sqlalchemy import insert, select

from benchmarks.machine import machine
from benchmarks.stored_rmas import STATION
from receiving_app.domain.events import PackageArrived, Subject
from receiving_app.domain.label_facts import ArrivalSource
from receiving_app.domain.lpn import lpn_of
from receiving_app.domain.roles import RULES
from receiving_app.storage.journal import Journal, Stamp
from receiving_app.storage.journal_proof import export, prove
from receiving_app.storage.schema import events
from receiving_app.storage.store import DATABASE, Store, open_store
from receiving_app.storage.verify_journal import verify

TARGET = 200_000


def main() -> int:
    """Measure both checks in turn with the floor; 1 where the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--events", type=int, default=500_000, help="events in the journal (default 500,000)")
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured (default 3)")
    options = parser.parse_args()
    print(machine())
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        store = open_store(folder)
        _fill(store, options.events)
        file = folder / "journal.jsonl"
        export(store, file, datetime.now(UTC))
        ways: dict[str, Callable[[], object]] = {
            "floor": partial(_floor, folder / DATABASE),
            "memory": partial(prove, store),
            "exported file": partial(verify, file),
        }
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(options.runs):
            for name, run in ways.items():
                started = time.perf_counter()
                run()
                taken[name].append(time.perf_counter() - started)
        store.close()
    return _report(taken, options.events)


def _report(taken: dict[str, list[float]], events: int) -> int:
    floor = statistics.median(taken["floor"])
    missed = False
    print(f"{'':<16}{'events a second':>16}{'x floor':>9}")
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        print(f"{name:<16}{events / middle:>16,.0f}{middle / floor:>9.2f}")
        missed = missed or (name != "floor" and events / middle < TARGET)
    return int(missed)


def _fill(store: Store, count: int) -> None:
    """Write one event as the station does, and copy it as often as wanted, each hashed onto the one before."""
    store.claim(STATION, "practice")
    now = datetime.now(UTC)
    arrived = PackageArrived(now, ArrivalSource.SCAN, now, now)
    with store.transaction() as connection:
        Journal(STATION, uuid4).append(connection, arrived, Subject(lpn_of(STATION, 1)), Stamp(now, 0, now, RULES, "a"))
        first = connection.execute(select(events)).mappings().one()
    told, prev_hash, rows = json.loads(first["payload"]), first["hash"], []
    for seq in range(2, count + 1):
        told |= {"station_seq": seq, "prev_hash": prev_hash, "id": str(seq)}
        payload = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        hash_ = hashlib.sha256(payload).hexdigest()
        own = {"seq": seq, "id": str(seq), "payload": payload, "prev_hash": prev_hash, "hash": hash_}
        rows.append({**first, **own})
        prev_hash = hash_
        if len(rows) == 20_000 or seq == count:
            with store.transaction() as connection:
                connection.execute(insert(events), rows)
            rows.clear()


def _floor(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for (payload,) in connection.execute("SELECT payload FROM events ORDER BY seq"):
            hashlib.sha256(payload).hexdigest()
            json.loads(payload)


if __name__ == "__main__":
    raise SystemExit(main())
