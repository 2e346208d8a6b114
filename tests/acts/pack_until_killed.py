"""Packs and hands over box after box and prints each outcome as a screen would show it, until somebody kills it.

A driver comes for each packed box: a line on the standard input.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from receiving_app.acts.packing import Packing
from receiving_app.acts.packing_outcome import PackingOutcome, PackingTable
from receiving_app.acts.shipping import Shipping
from receiving_app.domain.command import Command
from tests.acts.running_station import RunningStation
from tests.factories import WORKER, reading


def at_work(folder: Path, things: Sequence[str]) -> None:
    """Send each thing away in a box of its own."""
    station = RunningStation(folder)
    packing, table = Packing(station.parts, station.judging, Shipping(station.parts)), PackingTable()
    for place, thing in enumerate(things):
        for text in (thing, Command.PACK.barcode, f"PICKUP-{place}"):
            if text.startswith("PICKUP"):
                sys.stdin.readline()
            (outcome,) = packing.scan([reading(text, read_at=station.time)], table, WORKER)
            _show(outcome)
            table = outcome.table
        table = packing.say_carrier("Bike Bob", table, WORKER).table
        outcome = packing.say_reason("its receipt", table, WORKER)
        _show(outcome)
        table = outcome.table


def _show(outcome: PackingOutcome) -> None:
    shipment = outcome.shipment.id if outcome.shipment else ""
    sys.stdout.write(f"{outcome.code} {shipment}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    at_work(Path(sys.argv[1]), sys.argv[2:])
