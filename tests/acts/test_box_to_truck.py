"""From the carton on the dock to the truck that takes its device away, by the acts alone."""

from __future__ import annotations

from dataclasses import replace

from receiving_app.acts.bench import Bench
from receiving_app.acts.bench_outcome import BenchRefusal, Ending
from receiving_app.acts.shipping import Shipping
from receiving_app.acts.shipping_outcome import HandedOver
from receiving_app.acts.unpacking_outcome import Code
from receiving_app.domain.authorization import Address, Line
from receiving_app.domain.command import Command
from receiving_app.domain.custody import Said
from receiving_app.domain.disposition import InspectionOutcome, Payer
from receiving_app.domain.item_events import Fate, FreightCredited, Medium
from receiving_app.domain.shipment import Bar
from receiving_app.queries import bench as bench_queries
from receiving_app.queries import shipping as shipping_queries
from tests.acts.benched import TECHNICIAN, stocked
from tests.acts.running_station import RunningStation
from tests.acts.unpacked_box import CARD, Table, two_devices
from tests.factories import NUMBER, WORKER

HOME = Address("Fleet Eyes LLC", "500 W Madison St", "Chicago", "IL", "60661")
DEAD = Line("l-1", "KP2", "SW0012345", defective_on_receipt=True, parts=(CARD,))
UPS = "1Z999AA10123456784"


def test_a_device_dead_on_arrival_is_unpacked_repaired_and_sent_back_at_our_expense(station: RunningStation) -> None:
    stocked(station)
    table, bench, shipping = Table(station), Bench(station.parts), Shipping(station.parts)

    table.open(replace(two_devices(), rev=2, lines=(DEAD,)))
    item = table.scan("SW0012345").item
    assert item is not None
    table.say(Command.ALL_PARTS)
    table.unpacking.custody(item.id, Said(Medium.CARD, True, Fate.AWAITING_ANSWER), WORKER, bag="BAG-1")
    table.unpacking.address(HOME, "typed", WORKER)
    table.unpacking.done(WORKER, "B-12")

    assert [each.item.id for each in bench_queries.queue(station.store, station.time)] == [item.id]
    bench.begin(item.id, TECHNICIAN)
    bench.step(item.id, "power", "fail", TECHNICIAN)
    for step_id, value in (("power", "pass"), ("volts", "12,1"), ("lens", "clear"), ("last", "pass")):
        assert bench.step(item.id, step_id, value, TECHNICIAN).done
    ending = Ending(InspectionOutcome.REPAIRED, repair="new battery", parts_used=("battery",))
    seen = bench.preview(item.id, ending)
    assert seen.disposition is not None
    assert (seen.disposition.payer, seen.send_back_to, seen.refusal) == (Payer.SMARTWITNESS, HOME, None)
    assert bench.outcome(item.id, ending, TECHNICIAN).done
    assert bench_queries.queue(station.store, station.time) == ()
    assert station.bodies(FreightCredited) == [FreightCredited(item.id, NUMBER)]

    assert [each.bars for each in shipping_queries.leaving(station.store).barred] == [(Bar.CUSTODY,)]
    assert table.scan(item.id).code is Code.LABEL_ELSEWHERE
    assert table.say(Command.CARD_RETURNED).code is Code.CUSTODY_RECORDED
    (group,) = shipping_queries.leaving(station.store).groups
    assert (group.send_back_to, group.payer) == (HOME, Payer.SMARTWITNESS)

    shipment = shipping.pack([goods.thing for goods in group.goods], WORKER).shipment
    assert shipment is not None
    left = shipping.sent(shipment.id, HandedOver(UPS), WORKER)
    assert (left.done, left.exceptions) == (True, ())
    (driver,) = shipping_queries.handed_over(station.store, station.time)
    assert (driver.carrier, [each.id for each in driver.shipments]) == ("UPS", [shipment.id])
    assert bench.open("SW0012345").refusal is BenchRefusal.HAS_LEFT
    assert station.faults() == ()
