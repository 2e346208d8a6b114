"""Unpacks pairs of crossed boxes and decides on each, printing what was decided, until somebody kills it."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from receiving_app.acts.decision import CrossedOrNot, Objection
from receiving_app.acts.exchanging import Exchanging
from receiving_app.domain.authorization import Line
from receiving_app.domain.item_events import CartonCondition
from receiving_app.queries.exchanges import exchange_cases
from tests.acts.running_station import RunningStation
from tests.acts.unpacked_box import Table
from tests.factories import SUPERVISOR, an_rma, an_rma_number

if __name__ == "__main__":
    station = RunningStation(Path(sys.argv[1]))
    table, exchanging = Table(station), Exchanging(station.parts)
    for turn in count(1000):
        numbers = [an_rma_number(2 * turn), an_rma_number(2 * turn + 1)]
        rmas = [an_rma(number=number, lines=(Line("l-1", "KP2", f"SW-{number}"),)) for number in numbers]
        for number, other in (numbers, numbers[::-1]):
            station.wait(60)
            lpn = table.receive(*rmas, number=number)
            table.unpacking.begin(lpn, table.actor)
            table.unpacking.condition(CartonCondition.WHOLE, table.actor)
            table.scan(f"SW-{other}")
        (case,) = exchange_cases(station.store)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        items = exchanging.decide(CrossedOrNot(case.exchange, True, "seen"), SUPERVISOR)
        decided = () if isinstance(items, Objection) else items
        sys.stdout.write(f"decided {' '.join(item.id for item in decided)}\n")
        sys.stdout.flush()
