"""Tests device after device by scans and prints each answer as a screen would show it, until somebody kills it."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from receiving_app.acts.bench import Bench
from receiving_app.acts.workbench import Workbench
from receiving_app.acts.workbench_outcome import Hand
from receiving_app.domain.authorization import Line
from receiving_app.domain.command import Command
from receiving_app.domain.reading import Reading, Source
from tests.acts.benched import TECHNICIAN, stocked, unpacked
from tests.acts.running_station import RunningStation
from tests.factories import an_rma

LINE = Line("l-1", "KP2", quantity=100_000)
SCANS = (Command.PASS, Command.DIGIT_1, Command.DIGIT_2, Command.ENTER, Command.DIGIT_1, Command.PASS)

if __name__ == "__main__":
    station = RunningStation(Path(sys.argv[1]))
    rma = an_rma(lines=(LINE,))
    stocked(station, rma)
    bench = Workbench(station.parts, station.judging, Bench(station.parts))
    for turn in count():
        item = unpacked(station, rma, LINE, serial=f"SW-{turn}")
        hand = Hand()
        for text in (item.id, *(command.barcode for command in SCANS)):
            reading = Reading(text, text.encode(), Source.WEDGE, station.time)
            (outcome,) = bench.scan([reading], hand, TECHNICIAN)
            hand = outcome.hand
            done = len(outcome.item.inspection.results) if outcome.item and outcome.item.inspection else 0
            sys.stdout.write(f"{item.id} {done}\n")
            sys.stdout.flush()
