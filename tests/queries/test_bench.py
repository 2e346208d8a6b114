from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from receiving_app.acts.bench import Bench
from receiving_app.acts.bench_outcome import Ending
from receiving_app.acts.shipping import Shipping
from receiving_app.acts.shipping_outcome import HandedOver
from receiving_app.domain.authorization import Address, Line, RmaKind
from receiving_app.domain.command import Command
from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import ItemMarked, Mark
from receiving_app.queries import bench as asked
from tests.acts.benched import TECHNICIAN, noted, stocked, unpacked
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, OTHER_NUMBER, WORKER, an_rma

LINES = tuple(Line(f"l-{n}", "KP2", f"SW001234{n}") for n in range(1, 5))
HOME = Address("Fleet Eyes LLC", "500 W Madison St", "Chicago", "IL", "60661")
RMA = an_rma(lines=LINES, send_back_to=HOME)


@pytest.fixture
def bench(station: RunningStation) -> Bench:
    stocked(station, RMA)
    return Bench(station.parts)


def queued(station: RunningStation) -> list[str]:
    return [each.item.id for each in asked.queue(station.store, station.time)]


def decided(bench: Bench, item: Item, outcome: InspectionOutcome) -> None:
    bench.begin(item.id, TECHNICIAN)
    for step, value in (("power", "pass"), ("volts", "12"), ("lens", "clear"), ("last", "pass")):
        bench.step(item.id, step, value, TECHNICIAN)
    assert bench.outcome(item.id, Ending(outcome, "seen", "new lens"), TECHNICIAN).done


def test_advanced_comes_first_then_what_came_first_and_what_waits_is_last(
    station: RunningStation, bench: Bench
) -> None:
    one, two = (unpacked(station, RMA, line) for line in LINES[:2])
    bench.outcome(one.id, Ending(InspectionOutcome.AWAITING_PARTS, "lens ordered"), TECHNICIAN)
    station.wait(hours=2)
    urgent = an_rma(number=OTHER_NUMBER, kind=RmaKind.ADVANCED, lines=(Line("l-1", "KP2", "SW777"),))
    station.told(urgent)
    three = unpacked(station, urgent, urgent.lines[0])
    assert queued(station) == [three.id, two.id, one.id]
    first, _, last = asked.queue(station.store, station.time)
    assert (first.advanced, first.partner, first.number) == (True, "p-1", OTHER_NUMBER)
    assert (last.waits, last.waits_for, last.reason) == (
        InspectionOutcome.AWAITING_PARTS,
        timedelta(hours=2),
        "lens ordered",
    )


def test_an_item_is_overdue_when_its_time_is_over(station: RunningStation, bench: Bench) -> None:
    unpacked(station, RMA, LINES[0])
    station.wait(days=5)
    (just,) = asked.queue(station.store, station.time)
    station.wait(1)
    (late,) = asked.queue(station.store, station.time)
    assert (just.overdue, late.overdue) == (False, True)


def test_the_queue_tells_how_far_a_test_has_come(station: RunningStation, bench: Bench) -> None:
    item = unpacked(station, RMA, LINES[0])
    bench.begin(item.id, TECHNICIAN)
    bench.step(item.id, "lens", "scratched", TECHNICIAN)
    bench.step(item.id, "lens", "clear", TECHNICIAN)
    (queued_item,) = asked.queue(station.store, station.time)
    assert (queued_item.steps_done, queued_item.steps) == (1, 4)


def test_dangerous_items_and_those_with_an_outcome_are_not_in_the_queue(station: RunningStation, bench: Bench) -> None:
    done, dangerous = (unpacked(station, RMA, line) for line in LINES[:2])
    decided(bench, done, InspectionOutcome.REPAIRED)
    noted(station, dangerous, ItemMarked(dangerous.id, Mark.HAZARD))
    assert queued(station) == []
    station.say(Command.UNDO)
    station.say(Command.UNDO, TECHNICIAN)
    assert queued(station) == [done.id, dangerous.id]


def test_a_serial_number_tells_its_earlier_returns(station: RunningStation, bench: Bench) -> None:
    first = unpacked(station, RMA, LINES[0])
    decided(bench, first, InspectionOutcome.NO_FAULT_FOUND)
    shipping = Shipping(station.parts)
    shipment = shipping.pack([first.id], WORKER).shipment
    assert shipment is not None
    shipping.sent(shipment.id, HandedOver("1Z999AA10123456784"), WORKER)
    station.say(Command.NEXT)
    station.wait(days=1)
    again = unpacked(station, RMA, LINES[0])
    story = asked.history(station.store, again)
    assert ([each.id for each in story.earlier], story.no_fault_found) == ([first.id], 1)
    assert asked.history(station.store, replace(again, model="AP1")).earlier == ()


@pytest.mark.parametrize(
    ("outcome", "out", "asks"),
    [
        (InspectionOutcome.NOT_COVERED, False, True),
        (InspectionOutcome.UNREPAIRABLE, False, True),
        (InspectionOutcome.NO_FAULT_FOUND, True, True),
        (InspectionOutcome.NO_FAULT_FOUND, False, False),
        (InspectionOutcome.REPAIRED, False, False),
    ],
)
def test_a_supervisor_is_asked_where_the_rules_dont_decide(
    station: RunningStation, bench: Bench, outcome: InspectionOutcome, out: bool, asks: bool
) -> None:
    station.told(replace(RMA, rev=2, replacement_shipped=out))
    item = unpacked(station, RMA, LINES[0])
    decided(bench, item, outcome)
    assert [each.id for each in asked.for_supervisor(station.store)] == ([item.id] if asks else [])


def test_damage_in_transit_leaves_the_payer_to_a_supervisor(station: RunningStation, bench: Bench) -> None:
    claimed = replace(RMA, rev=2, lines=(replace(LINES[0], defective_on_receipt=True),))
    station.told(claimed)
    item = unpacked(station, claimed, claimed.lines[0], lambda one: ItemMarked(one, Mark.TRANSIT_DAMAGE))
    decided(bench, item, InspectionOutcome.REPAIRED)
    assert [each.id for each in asked.for_supervisor(station.store)] == [item.id]
    assert asked.item(station.store, item.id) is not None
    assert item.number == NUMBER
