"""What was before a case, over years of decisions and devices: as the page shows it, and as a decision keeps it."""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from datetime import UTC, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import insert

from benchmarks.machine import machine, p99
from benchmarks.review_list import NOW, one_late
from receiving_app.domain.cases import PackageCase
from receiving_app.domain.precedents import grounds_of_verdict
from receiving_app.queries.precedents import past
from receiving_app.storage import precedents
from receiving_app.storage.schema import decisions, items
from receiving_app.storage.store import Store, open_store

TARGET_MS = 50
PARTNERS = 200
YEARS = 5


def main() -> int:
    """Look up what was before a case again and again; 1 where the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decisions", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--times", type=int, default=50)
    options = parser.parse_args()
    print(machine())
    print("".join(f"{name:>16}" for name in ("decisions", "page ms", "p99", "kept ms", "p99")))
    met = [_measure(count, options.times) for count in options.decisions]
    return 0 if all(met) else 1


def _measure(count: int, times: int) -> bool:
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        case = one_late(store, partner="p-7")
        _fill(store, count, case)
        page = [_timed(partial(past, store, case, NOW)) for _ in range(times)]
        with store.reading() as connection:
            kept = [_timed(partial(precedents.history, connection, "p-7", NOW)) for _ in range(times)]
        store.close()
    told = (statistics.median(page), p99(page), statistics.median(kept), p99(kept))
    print(f"{count:>16}" + "".join(f"{each:>16.1f}" for each in told), flush=True)
    return told[0] <= TARGET_MS


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _fill(store: Store, count: int, case: PackageCase) -> None:
    """Keep as many decisions over five years, half of them with the case's own grounds, and as many devices."""
    grounds = grounds_of_verdict(case.judgement).key
    with store.transaction() as connection:
        connection.execute(insert(decisions), [_decision(place, count, grounds) for place in range(count)])
        connection.execute(insert(items), [_device(place) for place in range(count)])


def _decision(place: int, count: int, grounds: str) -> dict[str, object]:
    at = NOW - timedelta(days=365 * YEARS * place / count)
    return {
        "thing": f"LPN-OLD-{place:07d}",
        "part": f"RMA{place:08d}",
        "rma_key": f"RMA{place:08d}",
        "number": f"RMA-{place:08d}",
        "grounds": grounds if place % 2 else "package:rma-unknown",
        "partner": f"p-{place % PARTNERS}",
        "choice": "override" if place % 5 == 0 else "uphold",
        "reason": "rule-stands",
        "note": "as the carrier's record says",
        "person": "p-lead",
        "decided_at": at.astimezone(UTC).isoformat(),
    }


def _device(place: int) -> dict[str, object]:
    gone: dict[str, object] = {"lpn": f"LPN-OLD-{place:07d}", "line": "l-1", "left": True, "state": "{}"}
    return gone | {
        "id": f"ITM-OLD-{place:07d}",
        "serial_key": f"CP4-{place:08d}",
        "serial": f"CP4-{place:08d}",
        "model": "CP4 Dash Camera",
        "rma_key": f"RMA{place:08d}",
        "rma_number": f"RMA-{place:08d}",
        "danger": False,
        "codes": "",
        "outcome": "no-fault-found" if place % 3 else "repaired",
        "partner": f"p-{place % PARTNERS}",
        "extras": place % 7 == 0,
    }


if __name__ == "__main__":
    raise SystemExit(main())
