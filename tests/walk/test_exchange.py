"""Two crossed boxes and the client's video, by scans and keys, against the real service on a socket."""

from __future__ import annotations

from PySide6.QtCore import Qt

from receiving_app.domain.command import Command
from tests.demo_site import IN_TIME, Hands, Site
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from tests.walk.test_unpacking import FIRST, panel, scan
from ticket_service.storage.state import StateRow, get, put
from ticket_service.storage.store import reading, writing
from ui.station_screen import Screen

OTHER, THEIRS = "RMA-00001243", "AP1-24A10091"
STRANGER = "KP2-99Z00001"


def opened(station: OpenStation, number: str) -> str:
    """Receive a box at the dock and open it, by scans; give its plate."""
    station.scan(Command.TO_DOCK.barcode)
    station.wait(lambda: station.app.window.shown is Screen.DOCK)
    station.scan(number)
    station.wait_verdict("ACCEPT", number)
    lpn = station.journal()[-1].lpn
    station.scan(Command.UNPACK.barcode)
    station.wait(lambda: station.app.window.shown is Screen.UNPACKING and "Look at the carton" in panel(station))
    scan(station, Command.CARTON_WHOLE.barcode, "Scan each device")
    return str(lpn)


def test_crossed_boxes_are_seen_at_the_second_one_and_decided_with_two_keys(start: Start) -> None:
    with start() as station:
        first = opened(station, IN_TIME)
        scan(station, THEIRS, "From another RMA", OTHER)
        opened(station, OTHER)
        scan(station, FIRST, "Boxes are crossed", THEIRS, first)
        station.scan(Command.TO_REVIEW.barcode)
        station.wait_for("lie in each other's boxes", "lists it")
        for key in (Qt.Key.Key_F5, Qt.Key.Key_F8):
            station.press(key)
        station.wait(lambda: "exchange.decided" in station.types())
        (body,) = station.bodies("exchange.decided")
        assert {side["number"] for side in body["sides"]} == {IN_TIME, OTHER}
        station.wait(lambda: "lie in each other's boxes" not in station.shown())


def test_what_became_of_the_video_is_said_by_the_devices_label_without_an_open_box(start: Start) -> None:
    with start() as station:
        opened(station, IN_TIME)
        scan(station, FIRST, "Found")
        scan(station, "BAG-0815", "in bag 0815")
        (found,) = station.bodies("item.found")
        scan(station, "PLACE-B12", "Done")
        station.scan(Command.TO_DOCK.barcode)
        station.wait(lambda: station.app.window.shown is Screen.DOCK)
        station.scan(Command.UNPACK.barcode)
        station.wait(lambda: station.app.window.shown is Screen.UNPACKING)
        scan(station, found["item"], "Device of another box")
        scan(station, Command.CARD_WAITS.barcode, "client has to answer")
        scan(station, Command.CARD_RETURNED.barcode, "in bag 0815, returned to the client")
        assert [body["fate"] for body in station.bodies("item.custody")] == [None, "awaiting-answer", "returned"]


def test_an_open_box_says_that_it_was_judged_again(start: Start, site: Site, hands: Hands) -> None:
    with start() as station:
        opened(station, IN_TIME)
        scan(station, STRANGER, "Not on this RMA")
        hands.go(seconds=5)
        with reading(site.engine) as connection:
            rma = get(connection, "rma", [IN_TIME])[IN_TIME]
        line = rma["lines"][0] | {"id": "9", "serial": STRANGER}
        with writing(site.engine) as connection:
            put(connection, [StateRow("rma", IN_TIME, rma | {"lines": [*rma["lines"], line]})])
        station.app.sync()
        station.wait(lambda: "Judged again" in panel(station))
        assert [body["line"] for body in station.bodies("item.listed")] == ["9"]
