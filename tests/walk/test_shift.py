"""A whole shift by scans alone: the truck, the box, the bench, the carrier; no mouse, no keyboard."""

from __future__ import annotations

from typing import Any

from receiving_app.domain.command import DIGITS, Command
from tests.demo_site import IN_TIME, LATE, Hands, Site
from tests.walk import test_bench as bench
from tests.walk import test_shipping as shipping
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from tests.walk.test_bench import FIRST
from tests.walk.test_people import DANA
from tests.walk.test_shipping import UPS
from ticket_service.state import get
from ticket_service.store import reading
from ui.station_screen import Screen

STOCK = ("KP2-STOCK-1", "KP2-STOCK-2")


def arrivals(station: OpenStation) -> None:
    """Take a box in time and one too late from the truck."""
    station.scan(DANA)
    station.scan(Command.TRUCK_ARRIVED.barcode)
    station.scan(LATE)
    station.wait_verdict("REJECT", LATE)
    station.scan(Command.NEXT.barcode)


def replaced(station: OpenStation, device: str, replacement: str) -> None:
    """Find at the bench that a device doesn't start, and give out another."""
    bench.scan(station, device, "Step 1 of 6")
    bench.scan(station, Command.DIGIT_1, "Step 2 of 6")
    for place in (3, 4):
        bench.scan(station, Command.STEP_ON, f"Step {place} of 6")
    bench.scan(station, Command.FAIL, "Failed: It starts within a minute")
    bench.scan(station, Command.REPLACED, "Scan the replacement's serial number.")
    bench.scan(station, replacement, "A replacement goes to the client")
    bench.scan(station, Command.SAVE, "Saved for")


def rma_at_the_service(site: Site) -> dict[str, Any]:
    """Give the RMA as the ticket service holds it."""
    with reading(site.engine) as connection:
        return get(connection, "rma", [IN_TIME])[IN_TIME]


def test_a_shift_from_the_truck_to_the_carrier(start: Start, site: Site, hands: Hands) -> None:
    with start() as station:
        arrivals(station)
        devices = bench.unpacked(station)

        bench.at_the_bench(station)
        for device, replacement in zip(devices, STOCK, strict=True):
            replaced(station, device, replacement)

        station.scan(DANA)
        shipping.at_shipping(station)
        shipping.scan(station, FIRST, "This one stays", STOCK[0])
        shipping.scan(station, STOCK[0], "Nobody has said where")
        shipping.scan(station, DIGITS[1].barcode, "Address taken")
        shipping.scan(station, STOCK[1], "Into the box", STOCK[1])
        shipping.scan(station, Command.PACK.barcode, "Packed")
        shipping.scan(station, UPS, "Gone", f"{IN_TIME} is settled: the partner is told, with {UPS}.")
        shipping.scan(station, Command.DRIVERS_LIST.barcode, "Driver's list")
        station.scan(Command.SIGN_OUT.barcode)
        station.wait(lambda: station.types()[-1] == "person.signed-out")
        assert station.app.window.shown is Screen.SHIPPING

        hands.go(minutes=2)  # decisions can be taken back until then
        station.app.sync()
        station.wait(lambda: rma_at_the_service(site)["ticket_state"] == "resolved")
        assert [body["tracking"] for body in site.bodies("shipment.sent")] == [UPS]
