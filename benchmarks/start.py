"""How soon the station's window is painted and judges, beside the start of a bare PySide6 window.

Both are started in turn, so that whatever else the machine does meets both. The station opens an existing memory
with the demo's data; a scan is typed the moment its window is painted, long before that memory is open. Both have
byte code, as an installed station has: the first starts, which don't count, write it where it is missing.
"""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

import resources
from benchmarks.machine import machine
from benchmarks.served import served
from benchmarks.stored_rmas import STATION
from receiving_app.clock import StationClock
from receiving_app.settings import DataKind
from receiving_app.storage.store import open_store
from receiving_app.sync.rounds import Rounds
from receiving_app.sync.service import TicketService
from ticket_service.demo import load_demo

PAINTED, JUDGED = 1.5, 4.0


def main() -> int:
    """Start both in turn and compare; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pairs", type=int, default=15, help="how often each is started (default 15)")
    pairs = parser.parse_args().pairs
    print(machine())
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "station"
        _keep_demo_data(folder)
        runs = [(_bare(), *_station(folder)) for _ in range(pairs + 2)]
        del runs[:2]  # these write byte code and fill the file cache
    bare, painted, opened, judged, stands = (list(column) for column in zip(*runs, strict=True))
    print(f"{pairs} starts each, in turn, {_screen()}; median milliseconds from the start of the process")
    print(f"{'':<38}{'ms':>7}{'x bare':>8}{'target':>8}")
    print(f"{'bare PySide6 window painted':<38}{statistics.median(bare):>7.0f}{1:>8.2f}")
    met = [
        _report("station's window painted", painted, bare, PAINTED),
        _report("memory open", opened, bare, JUDGED),
        _report("first verdict painted", judged, bare, JUDGED),
    ]
    _report("the same in the station's own window", stands, bare)
    return 0 if all(met) else 1


def _report(what: str, times: list[float], bare: list[float], target: float = math.inf) -> bool:
    ratio = statistics.median(own / peer for own, peer in zip(times, bare, strict=True))
    print(f"{what:<38}{statistics.median(times):>7.0f}{ratio:>8.2f}{f'{target:g}' if target < math.inf else '':>8}")
    return ratio <= target


def _screen() -> str:
    return "on the display" if os.environ.get("DISPLAY") else "offscreen"


def _bare() -> float:
    return _started(["-c", _BARE_WINDOW], {})["painted"]


def _station(folder: Path) -> tuple[float, float, float, float]:
    # A copy each time: the same label again would be the same package.
    with TemporaryDirectory() as temporary:
        copied = shutil.copytree(folder, Path(temporary) / "station")
        settings = {"DATA_FOLDER": str(copied), "DATA_KIND": DataKind.DEMO.value, "STATION": STATION}
        times = _started(["-m", "benchmarks.started_window"], {f"RECEIVING_APP_{k}": v for k, v in settings.items()})
    return times["painted"], times["opened"], times["judged"], times["stands"]


def _started(arguments: list[str], settings: dict[str, str]) -> dict[str, float]:
    """Run one process and give its milestones in milliseconds from now; all clocks are the machine's monotonic one."""
    platform = {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, *arguments],
        env=inherited | platform | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
        timeout=60,
    )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {name: (at - started) * 1000 for name, at in told.items()}


def _keep_demo_data(folder: Path) -> None:
    """Pull the demo's data from the real service, as the station would have done the day before."""

    def fill(engine: Engine) -> None:
        load_demo(engine, json.loads(resources.path("demo", "service.json").read_text("utf-8")), datetime.now(UTC))

    store, clock = open_store(folder), StationClock()
    store.claim(STATION, DataKind.DEMO)
    with served(folder / "service.sqlite3", fill) as service:
        done = Rounds(store, TicketService(service.url, service.token, clock), clock, STATION).run_once()
    store.close()
    if not done.online or not done.pulled:
        raise RuntimeError(done.problem)


_BARE_WINDOW = """
import json, time
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, told)
        return False

def told():
    print(json.dumps({"painted": time.monotonic()}))
    application.quit()

application = QApplication([])
window = QLabel("Starting: scans are kept.")
window.setAlignment(Qt.AlignmentFlag.AlignCenter)
watch = Watch()
window.installEventFilter(watch)
window.setGeometry(window.screen().availableGeometry())
window.showMaximized()
application.exec()
"""

if __name__ == "__main__":
    raise SystemExit(main())
