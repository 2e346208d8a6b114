"""A device that came, was repaired and left is found by each of its numbers, and its whole way is told."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from receiving_app.acts.shipping import Shipping
from receiving_app.acts.shipping_outcome import HandedOver
from receiving_app.domain.hits import By, Found
from receiving_app.domain.item import Item
from receiving_app.queries.custody import custody
from receiving_app.queries.search import Searcher
from tests.acts.benched import stocked
from tests.acts.running_station import RunningStation
from tests.factories import KEY, WORKER
from tests.queries.test_shipping import LINES, RMA, UPS, repaired


@dataclass(frozen=True)
class Way:
    """A device and the shipment it left with."""

    item: Item
    other: Item
    shipment: str


@pytest.fixture
def way(station: RunningStation) -> Way:
    stocked(station, RMA)
    shipping = Shipping(station.parts)
    item, other = repaired(station, LINES[0]), repaired(station, LINES[1])
    shipment = shipping.pack([item.id], WORKER).shipment
    assert shipment is not None
    assert shipping.sent(shipment.id, HandedOver(UPS), WORKER).done
    return Way(item, other, shipment.id)


def types(station: RunningStation, found: Found, key: str) -> list[str]:
    return [entry.type_name for entry in custody(station.store, found, key).story]


def test_a_device_is_found_by_its_label_and_its_serial_and_a_shipment_by_its_tracking_number(
    station: RunningStation, way: Way
) -> None:
    searcher = Searcher(station.store)
    assert [(hit.found, hit.key) for hit in searcher.find(way.item.id).hits] == [(Found.ITEM, way.item.id)]
    by_serial = searcher.find(way.item.serial).hits
    assert {(hit.found, hit.key, hit.by) for hit in by_serial} == {
        (Found.RMA, KEY, By.SERIAL),
        (Found.ITEM, way.item.id, By.SERIAL),
    }
    assert (Found.SHIPMENT, way.shipment) in {(hit.found, hit.key) for hit in searcher.find(UPS[-8:]).hits}


def test_a_devices_way_is_told_from_its_boxs_arrival_to_the_carrier(station: RunningStation, way: Way) -> None:
    told = types(station, Found.ITEM, way.item.id)
    steps = [
        "package.arrived",
        "item.found",
        "inspection.begun",
        "inspection.ended",
        "shipment.packed",
        "shipment.sent",
    ]
    places = [told.index(step) for step in steps]
    assert places == sorted(places)


def test_a_devices_way_says_nothing_of_the_devices_beside_it(station: RunningStation, way: Way) -> None:
    known = custody(station.store, Found.ITEM, way.item.id)
    assert [item.id for item in known.items] == [way.item.id]
    assert [entry.type_name for entry in known.story].count("inspection.ended") == 1


def test_an_rmas_way_tells_of_all_its_devices(station: RunningStation, way: Way) -> None:
    known = custody(station.store, Found.RMA, KEY)
    assert [item.id for item in known.items] == [way.item.id, way.other.id]
    assert [shipment.id for shipment in known.shipments] == [way.shipment]
    told = [entry.type_name for entry in known.story]
    assert (told.count("inspection.ended"), told.count("shipment.sent")) == (2, 1)


def test_a_shipments_way_tells_of_what_was_in_it(station: RunningStation, way: Way) -> None:
    known = custody(station.store, Found.SHIPMENT, way.shipment)
    assert [item.id for item in known.items] == [way.item.id]
    assert [rma.number for rma in known.rmas] == [RMA.number]
    assert [entry.type_name for entry in known.story][-1] == "shipment.sent"


@pytest.mark.parametrize("found", list(Found))
def test_of_what_is_not_there_nothing_is_told(station: RunningStation, found: Found) -> None:
    known = custody(station.store, found, "nowhere")
    assert (known.rmas, known.packages, known.items, known.shipments, known.story) == ((), (), (), (), ())
