"""What the unpacking screen asks of the station's memory."""

from __future__ import annotations

import pytest

from receiving_app.acts.unpacking_outcome import Code
from receiving_app.domain.authorization import Address
from receiving_app.domain.command import Command
from receiving_app.queries import unpacking
from receiving_app.storage import service_data
from receiving_app.storage.service_data import Partner
from tests.acts.running_station import RunningStation
from tests.acts.unpacked_box import FIRST, SECOND, Table, two_devices


@pytest.fixture
def table(station: RunningStation) -> Table:
    return Table(station)


def test_a_box_tells_what_should_be_in_it_and_what_is(table: Table) -> None:
    lpn = table.open(two_devices(lines=(FIRST, SECOND)))
    table.scan("SW0012345")
    table.scan("XX-9000")
    box = table.box(lpn)
    assert [(each.line.serial, each.came, each.awaited) for each in box.lines] == [
        ("SW0012345", 1, 0),
        ("SW0012399", 0, 1),
    ]
    assert [item.serial for item in box.strays] == ["XX-9000"]
    assert [each.item.serial for each in box.unsettled] == ["SW0012345"]
    assert [each.line.serial for each in box.awaited] == ["SW0012399"]


def test_what_the_service_counted_elsewhere_is_not_awaited(table: Table) -> None:
    counted = two_devices(lines=(FIRST, SECOND), rev=2)
    lpn = table.open(two_devices(lines=(FIRST, SECOND)))
    lines = tuple(type(line)(line.id, line.model, line.serial, received=1) for line in counted.lines)
    table.station.told(two_devices(lines=lines, rev=2))
    assert table.box(lpn).awaited == ()


def test_the_partners_addresses_are_offered(table: Table) -> None:
    address = Address("Fleet Eyes", "1 Main St", "Elgin")
    with table.station.store.transaction() as connection:
        service_data.put_partners(connection, [Partner("p-1", 1, "Fleet Eyes LLC", (address,))])
    assert table.box(table.open()).addresses == (address,)


def test_half_done_boxes_are_listed_until_they_are_done(table: Table) -> None:
    lpn = table.open()
    table.scan("SW0012345")
    assert table.say(Command.NEXT).code is Code.LEFT
    assert [package.lpn for package in unpacking.half_done(table.station.store)] == [lpn]
    table.scan(lpn)
    table.say(Command.BOX_DONE)
    assert unpacking.half_done(table.station.store) == ()


def test_an_unknown_plate_has_no_box(table: Table) -> None:
    assert unpacking.box(table.station.store, "LPN-DOCK-1-0000017") is None
