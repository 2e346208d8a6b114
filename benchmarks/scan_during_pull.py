"""From the last key of a scan to the painted verdict while the courier stores page after page of new RMAs.

Beside each page size stand how fast it is pulled and, to compare with, the same scans while nothing is pulled.
"""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.machine import machine, p99
from benchmarks.scan_to_verdict import MEDIAN_MS, P99_MS, REST_MS, Floor, pair
from benchmarks.served import Served, served
from benchmarks.stored_rmas import STATION, folder_with, number_of, working_copy
from benchmarks.sync import fill

if TYPE_CHECKING:
    from benchmarks.scanned_window import ScannedWindow

STORED = 10_000
#: The first scans load fonts and compile statements.
_WARM_UP = 10


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of each scan and of its floor, and how many RMAs were pulled a second."""

    scans: list[float]
    floors: list[float]
    pulled_a_second: float


def main() -> int:
    """Measure every page size; 1 where a scan's target is missed while pages come."""
    options = _options()
    if options.only is not None:
        print(json.dumps(_measured(options)))
        return 0
    print(machine())
    folder_with(options.folder, STORED)
    print(f"{options.scans} scans a page size among {STORED} RMAs, offscreen; median and p99 in milliseconds")
    print(f"{'rows a page':<14}{'RMAs a second':>14}{'scan to verdict':>18}{'floor':>16}{'above floor':>16}")
    with (
        TemporaryDirectory(dir=options.folder) as temporary,
        served(Path(temporary) / "service.sqlite3", partial(fill, rmas=options.rmas, first=STORED)) as service,
    ):
        (Path(temporary) / "token").write_text(service.token, encoding="ascii")
        met = [_report(page, _apart(service, Path(temporary), page)) for page in (0, *options.pages)]
    return 0 if all(met) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="where databases with RMAs are kept from run to run")
    parser.add_argument("--pages", type=int, nargs="+", default=[250, 500, 1000], help="rows a page")
    parser.add_argument("--rmas", type=int, default=200_000, help="RMAs that the service has (default 200,000)")
    parser.add_argument("--scans", type=int, default=150, help="scans a page size (default 150)")
    parser.add_argument("--only", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    parser.add_argument("--token", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _apart(service: Served, folder: Path, page: int) -> Measured:
    """Measure one page size in a process of its own; a page of 0 rows: nothing is pulled."""
    asked = ["--only", str(page), "--url", service.url, "--token", str(folder / "token")]
    command = [sys.executable, "-m", "benchmarks.scan_during_pull", *sys.argv[1:], *asked]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return Measured(*json.loads(done.stdout.splitlines()[-1]))


def _report(page: int, measured: Measured) -> bool:
    above = [scan - floor for scan, floor in zip(measured.scans, measured.floors, strict=True)]
    scan, floor, over = (pair(values) for values in (measured.scans, measured.floors, above))
    print(f"{page or 'no pull':<14}{measured.pulled_a_second:>14.0f}{scan:>18}{floor:>16}{over:>16}", flush=True)
    return statistics.median(above) <= MEDIAN_MS and p99(above) <= P99_MS


def _measured(options: argparse.Namespace) -> tuple[list[float], list[float], float]:
    # Qt and the station are imported in the measuring process alone.
    from benchmarks.scanned_window import ScannedWindow  # noqa: PLC0415
    from receiving_app.sync import rounds  # noqa: PLC0415

    rounds.PULL_AT_ONCE = options.only
    with TemporaryDirectory(dir=options.folder) as temporary:
        folder = working_copy(folder_with(options.folder, STORED), Path(temporary) / "station")
        floor = Floor(folder / "floor")
        service = (options.url, options.token) if options.only else None
        with ScannedWindow(folder, STATION, service) as window:
            for serial in range(_WARM_UP):
                _scan(window, serial, floor)
            before, started = _stored(window), time.perf_counter()
            taken = [_scan(window, _WARM_UP + place, floor) for place in range(options.scans)]
            pulled, seconds = _stored(window) - before, time.perf_counter() - started
            if pulled and _stored(window) == STORED + options.rmas:
                raise RuntimeError("the pull ended before the scans did: let the service have more RMAs")
    return [scan for scan, _ in taken], [floor for _, floor in taken], pulled / seconds


def _scan(window: ScannedWindow, serial: int, floor: Floor) -> tuple[float, float]:
    taken = window.scan(number_of(serial))
    window.rest(REST_MS)
    return taken, floor.measure()


def _stored(window: ScannedWindow) -> int:
    from receiving_app.storage import service_data  # noqa: PLC0415

    with window.store.reading() as connection:
        return service_data.count_rmas(connection)


if __name__ == "__main__":
    raise SystemExit(main())
