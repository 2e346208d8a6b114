"""Scans package after package and prints each outcome as a screen would show it, until somebody kills it."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from receiving_app.domain.authorization import Line
from receiving_app.domain.command import Command
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, an_rma

if __name__ == "__main__":
    station = RunningStation(Path(sys.argv[1]))
    station.told(an_rma(lines=(Line("l-1", "KP2", quantity=100_000),)))
    station.dock.resume()
    for turn in count():
        station.wait(20)
        package = station.scan(NUMBER).package
        if package is None:
            raise AssertionError("a known number opens a package")
        sys.stdout.write(f"{package.lpn} {package.judgements[0].event}\n")
        sys.stdout.flush()
        if turn % 3 == 2:
            same = station.say(Command.SAME_BOX).package
            sys.stdout.write(f"{package.lpn} merged into {same.lpn if same else None}\n")
            sys.stdout.flush()
