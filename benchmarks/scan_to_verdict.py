"""From the last key of a scan to the painted verdict, in the station's own window, with many RMAs stored.

Each figure stands beside its floor: two writes of 4 KiB with fdatasync on the same disk, right after each scan.
"""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.machine import machine, p99
from benchmarks.stored_rmas import STATION, folder_with, number_of, working_copy

if TYPE_CHECKING:
    from receiving_app.storage.store import Store

MEDIAN_MS, P99_MS = 15.0, 45.0
SIZES = (10_000, 100_000, 1_000_000)
#: Between two keys of a scanner, and between two scans, in milliseconds.
KEY_GAP_MS, REST_MS = 1, 60
_BLOCK = b"\x5a" * 4096
_BLOCKS = 256


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of each scan, of its floor, and of two look-ups."""

    scans: list[float]
    floors: list[float]
    look_ups: list[float]


def main() -> int:
    """Measure every size on every screen there is; 1 where the target is missed."""
    options = _options()
    if options.only is not None:
        print(json.dumps(_measured(options)))
        return 0
    print(machine())
    sizes = options.sizes or SIZES
    for count in sizes:
        built = (folder_with(options.folder, count) / "built").read_text(encoding="ascii")
        print(f"{count:>9} RMAs stored: {built}")
    print(f"\n{options.scans} scans each, in a window of 1920 x 1080; median and p99 in milliseconds")
    print(f"{'screen':<10}{'RMAs':>9}{'scan to verdict':>18}{'floor':>16}{'above floor':>16}{'look-up':>14}")
    screens = ["offscreen", *(["xcb"] if os.environ.get("DISPLAY") else [])]
    met = [_report(screen, count, _apart(screen, count)) for screen in screens for count in sizes]
    print(f"\nmedian at most {MEDIAN_MS:g} and p99 at most {P99_MS:g} ms above the floor: {_said(met)}")
    return 0 if all(met) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="where databases with RMAs are kept from run to run; needs 3 GB")
    parser.add_argument("--scans", type=int, default=400, help="scans a size (default 400)")
    parser.add_argument("--sizes", type=int, nargs="+", metavar="RMAS", help="other numbers of stored RMAs")
    parser.add_argument("--only", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


def _apart(screen: str, count: int) -> Measured:
    """Measure one size in a process of its own: Qt's platform is chosen once, and memory starts empty."""
    environment = os.environ | {"QT_QPA_PLATFORM": screen}
    command = [sys.executable, "-m", "benchmarks.scan_to_verdict", *sys.argv[1:], "--only", str(count)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return Measured(*json.loads(done.stdout.splitlines()[-1]))


def _report(screen: str, count: int, measured: Measured) -> bool:
    above = [scan - floor for scan, floor in zip(measured.scans, measured.floors, strict=True)]
    columns = (pair(values) for values in (measured.scans, measured.floors, above, measured.look_ups))
    scan, floor, over, look_up = columns
    print(f"{screen:<10}{count:>9}{scan:>18}{floor:>16}{over:>16}{look_up:>14}", flush=True)
    return statistics.median(above) <= MEDIAN_MS and p99(above) <= P99_MS


def pair(values: Sequence[float]) -> str:
    """Write median and p99 of some milliseconds."""
    return f"{statistics.median(values):.2f} / {p99(values):.2f}"


def _said(met: Sequence[bool]) -> str:
    return "met" if all(met) else "NOT met"


def _measured(options: argparse.Namespace) -> tuple[list[float], list[float], list[float]]:
    # Qt and the station are imported in the measuring process alone.
    from benchmarks.scanned_window import ScannedWindow  # noqa: PLC0415

    serials = random.Random(2026).sample(range(options.only), options.scans + 10)  # noqa: S311 - a fixed choice
    kept = folder_with(options.folder, options.only)
    with TemporaryDirectory(dir=options.folder) as temporary:
        folder = working_copy(kept, Path(temporary) / "station")
        floor = Floor(folder / "floor")
        with ScannedWindow(folder, STATION) as window:
            scans, floors = [], []
            for serial in serials:
                scans.append(window.scan(number_of(serial)))
                window.rest(REST_MS)
                floors.append(floor.measure())
            look_ups = _look_ups(window.store, serials)
    # The first ones load fonts and compile statements.
    return scans[10:], floors[10:], look_ups[10:]


def _look_ups(store: Store, serials: Sequence[int]) -> list[float]:
    """Look each number up as a scan does: everything it could mean, then the RMA with its partner."""
    from receiving_app.domain.label_reading import interpret  # noqa: PLC0415
    from receiving_app.domain.policy import Policy  # noqa: PLC0415
    from receiving_app.domain.reading import Reading, Source  # noqa: PLC0415
    from receiving_app.domain.rma_number import number_key  # noqa: PLC0415
    from receiving_app.storage import service_data  # noqa: PLC0415

    taken, form = [], Policy().number_format
    with store.reading() as connection:
        for serial in serials:
            number = number_of(serial)
            meant = interpret(Reading(number, number.encode(), Source.WEDGE, datetime.now(UTC)), form)
            started = time.perf_counter()
            found = service_data.find(connection, meant)
            rma = service_data.rma(connection, number_key(number))
            taken.append((time.perf_counter() - started) * 1000)
            if rma is None or not found.numbers:
                raise LookupError(number)
    return taken


class Floor:
    """What the disk alone takes for two small commits: written one after another into a file of fixed size."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT)
        self._place = 0
        os.pwrite(self._file, _BLOCK * _BLOCKS, 0)
        os.fsync(self._file)

    def measure(self) -> float:
        """Give the milliseconds of two writes, each on the disk before the next begins."""
        started = time.perf_counter()
        for _ in range(2):
            os.pwrite(self._file, _BLOCK, self._place * len(_BLOCK))
            os.fdatasync(self._file)
            self._place = (self._place + 1) % _BLOCKS
        return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    raise SystemExit(main())
