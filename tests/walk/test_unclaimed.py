"""A box of nobody: identified by what is inside it, or kept and reminded of, against the real service."""

from __future__ import annotations

from PySide6.QtCore import Qt

from receiving_app.domain.command import Command
from tests.demo_site import IN_TIME, Hands, Site
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from tests.walk.test_item_review import reviewed
from tests.walk.test_scan import all_sent
from tests.walk.test_unpacking import FIRST
from ticket_service.storage.state import get
from ticket_service.storage.store import reading
from ui.station_screen import Screen


def at_the_review(station: OpenStation) -> None:
    """Receive a box without a number, and go to its case, by scans."""
    station.scan(Command.NO_NUMBER.barcode)
    station.wait(lambda: "label.missing" in station.types())
    station.scan(Command.NEXT.barcode)
    station.scan(Command.TO_REVIEW.barcode)
    station.wait(lambda: station.app.window.shown is Screen.REVIEW)
    station.wait(lambda: "No RMA number" in reviewed(station))


def package(site: Site, station: OpenStation) -> dict[str, object]:
    (lpn,) = {event.lpn for event in station.journal() if event.type == "package.arrived"}
    with reading(site.engine) as connection:
        return get(connection, "package", [lpn])[lpn]


def test_a_device_found_inside_says_whose_the_box_is_by_scans_alone(start: Start, site: Site, hands: Hands) -> None:
    with start() as station:
        at_the_review(station)
        station.scan(Command.INSIDE.barcode)
        station.scan(FIRST.lower())
        station.wait(lambda: f"1. {IN_TIME}" in reviewed(station))
        assert f"it lists the serial number {FIRST}" in reviewed(station)
        (clue,) = station.bodies("package.clue")
        assert clue["inside"]
        station.scan(Command.CHOICE_1.barcode)
        station.scan(Command.DECIDE.barcode)
        station.wait(lambda: "package.identified" in station.types())
        assert station.verdicts()[-1] == (IN_TIME, "accept")
        station.wait(lambda: "No RMA number" not in reviewed(station))
        hands.go(seconds=61)
        station.app.sync()
        station.wait(lambda: "package.identified" in site.types() and all_sent(station))
        assert package(site, station)["rmas"] == [{"number": IN_TIME, "verdict": "accept"}]


def test_a_box_of_nobody_is_kept_on_a_scanned_shelf_and_support_hears_of_its_reminder(
    start: Start, site: Site, hands: Hands
) -> None:
    with start() as station:
        at_the_review(station)
        station.scan("PLACE-B12")
        station.scan(Command.DECIDE.barcode)
        station.wait(lambda: "unclaimed.kept" in station.types())
        station.wait(lambda: "Unclaimed box" in reviewed(station) and "stands at B12" in reviewed(station))
        hands.go(days=8)
        station.app.sync()
        station.wait(lambda: "unclaimed.reminded" in station.types())
        station.app.sync()
        station.wait(lambda: "unclaimed.reminded" in site.types() and all_sent(station))
        kept = package(site, station)["unclaimed"]
        assert isinstance(kept, dict)
        assert (kept["place"], kept["state"], kept["reminded_days"]) == ("B12", "waits", 7)


def test_what_was_kept_is_taken_back_with_one_key(start: Start) -> None:
    with start() as station:
        at_the_review(station)
        station.scan("PLACE-B12")
        station.press(Qt.Key.Key_F8)
        station.wait(lambda: "Unclaimed box" in reviewed(station))
        station.press(Qt.Key.Key_F9)
        station.wait(lambda: "No RMA number" in reviewed(station))
        assert "act.undone" in station.types()
