from __future__ import annotations

import pytest

from receiving_app.acts.bench import Bench
from receiving_app.acts.bench_outcome import Ending
from receiving_app.acts.shipping import Shipping
from receiving_app.acts.shipping_outcome import HandedOver
from receiving_app.domain.authorization import Address, Line
from receiving_app.domain.disposition import InspectionOutcome, Payer
from receiving_app.domain.events import Choice
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import CustodyRecorded, Medium
from receiving_app.domain.shipment import Bar
from receiving_app.queries import shipping as asked
from tests.acts.benched import TECHNICIAN, stocked, unpacked
from tests.acts.running_station import RunningStation
from tests.factories import WORKER, an_rma, an_rma_number, chicago

LINES = tuple(Line(f"l-{n}", "KP2", f"SW001234{n}") for n in range(1, 5))
HOME = Address("Fleet Eyes LLC", "500 W Madison St", "Chicago", "IL", "60661")
RMA = an_rma(lines=LINES, send_back_to=HOME)
UPS = "1Z999AA10123456784"
FEDEX = "986578788855"


@pytest.fixture
def shipping(station: RunningStation) -> Shipping:
    stocked(station, RMA)
    return Shipping(station.parts)


def repaired(station: RunningStation, line: Line, *, card: bool = False) -> Item:
    bench = Bench(station.parts)
    item = unpacked(station, RMA, line, lambda one: CustodyRecorded(one, Medium.CARD, present=card))
    bench.begin(item.id, TECHNICIAN)
    for step, value in (("power", "pass"), ("volts", "12"), ("lens", "clear"), ("last", "pass")):
        bench.step(item.id, step, value, TECHNICIAN)
    assert bench.outcome(item.id, Ending(InspectionOutcome.REPAIRED, repair="new lens"), TECHNICIAN).done
    return item


def test_what_may_leave_is_grouped_and_what_is_barred_says_why(station: RunningStation, shipping: Shipping) -> None:
    free = [repaired(station, line) for line in LINES[:2]]
    barred = repaired(station, LINES[2], card=True)
    unpacked(station, RMA, LINES[3])
    late = an_rma(number=an_rma_number(900), receive_by=chicago(2026, 11, 6).date(), send_back_to=HOME)
    station.told(late)
    package = station.scan(late.number).package
    assert package is not None
    assert asked.leaving(station.store).groups[0].goods[-1].thing == free[-1].id
    station.decide(package, Choice.UPHOLD)
    leaving = asked.leaving(station.store)
    (group,) = leaving.groups
    assert (group.send_back_to, group.payer) == (HOME, Payer.PARTNER)
    assert [each.thing for each in group.goods] == [*(item.id for item in free), package.lpn]
    assert [(each.thing, each.bars) for each in leaving.barred] == [(barred.id, (Bar.CUSTODY,))]


def test_what_is_packed_leaves_the_list_and_waits_for_a_carrier(station: RunningStation, shipping: Shipping) -> None:
    item = repaired(station, LINES[0])
    shipment = shipping.pack([item.id], WORKER).shipment
    assert shipment is not None
    assert asked.leaving(station.store).groups == ()
    assert asked.packed(station.store) == (shipment,)
    (inside,) = asked.contents(station.store, shipment)
    assert (inside.thing, inside.serial, inside.number) == (item.id, LINES[0].serial, RMA.number)
    shipping.sent(shipment.id, HandedOver(UPS), WORKER)
    assert asked.packed(station.store) == ()
    left = asked.shipment(station.store, shipment.id)
    assert left is not None
    assert left.tracking == UPS


def test_the_drivers_list_holds_the_sites_day_by_carrier(station: RunningStation, shipping: Shipping) -> None:
    station.at(chicago(2026, 11, 7, 23, 59))
    for line, tracking in zip(LINES[:3], (UPS, FEDEX, "1Z5R89390357567127"), strict=True):
        shipment = shipping.pack([repaired(station, line).id], WORKER).shipment
        assert shipment is not None
        shipping.sent(shipment.id, HandedOver(tracking), WORKER)
    lists = asked.handed_over(station.store, station.time)
    assert [(each.carrier, len(each.shipments)) for each in lists] == [("UPS", 2), ("FedEx", 1)]
    station.wait(minutes=1)
    assert asked.handed_over(station.store, station.time) == ()
