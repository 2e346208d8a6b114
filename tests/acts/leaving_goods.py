"""Goods that are to leave: devices with their outcomes, and a package that came too late."""

from __future__ import annotations

from typing import Any

from receiving_app.acts.bench import Bench
from receiving_app.acts.bench_outcome import Ending
from receiving_app.domain.authorization import Address, Line, Part, Rma
from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.events import Body, Choice
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import CustodyRecorded, Medium, PartCounted
from receiving_app.domain.package import Package
from tests.acts.benched import TECHNICIAN, unpacked
from tests.acts.running_station import RunningStation
from tests.factories import an_rma, an_rma_number, chicago

PARTS = (Part("SD card", required=False),)
LINES = tuple(Line(f"l-{n}", "KP2", f"SW001234{n}", parts=PARTS) for n in range(1, 5))
HOME = Address("Fleet Eyes LLC", "500 W Madison St", "Chicago", "IL", "60661")
AWAY = Address("Road Watch Inc", "12 Main St", "Elgin", "IL", "60120")
RMA = an_rma(lines=LINES, send_back_to=HOME)
UPS = "1Z999AA10123456784"
FEDEX = "986578788855"


def card(**told: Any) -> Any:
    """Tell of an item's SD card: none in it, unless said otherwise."""
    return lambda item: CustodyRecorded(item, Medium.CARD, **{"present": False, **told})


def counted(item: str) -> Body:
    return PartCounted(item, "SD card", 0)


def ended(
    station: RunningStation,
    outcome: InspectionOutcome = InspectionOutcome.REPAIRED,
    *,
    line: Line = LINES[0],
    rma: Rma = RMA,
    custody: Any = None,
    serial: str = "",
) -> Item:
    """Give an item that was unpacked, passed every test and got an outcome."""
    bench = Bench(station.parts)
    item = unpacked(station, rma, line, counted, custody or card())
    bench.begin(item.id, TECHNICIAN)
    for step_id, value in (("power", "pass"), ("volts", "12"), ("lens", "clear"), ("last", "pass")):
        bench.step(item.id, step_id, value, TECHNICIAN)
    ending = Ending(outcome, "seen", "new lens", replacement_serial=serial)
    done = bench.outcome(item.id, ending, TECHNICIAN)
    assert done.item is not None
    assert done.done
    return done.item


def rejected(station: RunningStation, choice: Choice | None = Choice.UPHOLD, **changes: Any) -> Package:
    """Give a package that came too late, with a supervisor's decision on it."""
    late = an_rma(number=an_rma_number(900), receive_by=chicago(2026, 11, 6).date(), **changes)
    station.told(late)
    package = station.scan(late.number).package
    assert package is not None
    if choice is not None:
        station.decide(package, choice)
    return package
