"""What changes while somebody works on it, and what has left already: each a sentence, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from receiving_app.domain.authorization import RmaState
from receiving_app.domain.command import Command
from receiving_app.domain.rma_number import number_key
from receiving_app.storage import service_data
from tests.demo_site import IN_TIME, Hands, Site
from tests.walk import test_bench as bench
from tests.walk import test_shipping as shipping
from tests.walk import test_unpacking as box
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from tests.walk.test_bench import FIRST, SECOND
from tests.walk.test_shipping import HOME, UPS
from ticket_service.storage.state import StateRow, get, put
from ticket_service.storage.store import reading, writing
from ui.station_screen import Screen


def changed(station: OpenStation, site: Site, kind: str, name: str, change: Callable[[Any], Any]) -> None:
    """Let support change something at the ticket service, and the station hear of it."""
    with reading(site.engine) as connection:
        data = get(connection, kind, [name])[name]
    with writing(site.engine) as connection:
        put(connection, [StateRow(kind, name, data | change(data))])
    station.app.sync()


def cancelled(station: OpenStation, site: Site) -> None:
    """Let support cancel the RMA, and wait until the station knows."""
    changed(station, site, "rma", IN_TIME, lambda _: {"state": "cancelled"})

    def known() -> bool:
        with station.parts.store.reading() as connection:
            rma = service_data.rma(connection, number_key(IN_TIME))
        return rma is not None and rma.state is RmaState.CANCELLED

    station.wait(known)


def judged(station: OpenStation) -> set[tuple[str, str]]:
    """Give every verdict on a device, by its label."""
    return {(body["item"], body["verdict"]) for body in station.bodies("item.judged")}


def test_a_test_keeps_its_own_steps_when_support_changes_them_and_says_so(
    start: Start, site: Site, hands: Hands
) -> None:
    with start() as station:
        first, second = bench.unpacked(station)
        bench.at_the_bench(station)
        bench.scan(station, first, "Step 1 of 6")
        hands.go(seconds=5)

        def newer(model: Any) -> dict[str, Any]:
            template = model["template"]
            return {"template": template | {"version": template["version"] + 1, "steps": template["steps"][:2]}}

        changed(station, site, "model", "KP2", newer)

        def known() -> bool:
            with station.parts.store.reading() as connection:
                model = service_data.model(connection, "KP2")
            return model is not None and model.template is not None and model.template.version == 4

        station.wait(known)
        bench.scan(station, Command.DIGIT_1, "Passed: Housing", "Step 2 of 6")
        bench.scan(station, Command.LATER, "is put away")
        bench.scan(station, first, "goes on where it was left", "Step 2 of 6", "The steps are version 4 now")
        bench.scan(station, second, "Step 1 of 2")


def test_an_rma_cancelled_in_the_middle_of_a_box_stops_it_and_keeps_what_was_found(
    start: Start, site: Site, hands: Hands
) -> None:
    with start() as station:
        box.received(station)
        box.scan(station, Command.CARTON_WHOLE.barcode, "Scan each device")
        box.scan(station, FIRST, "Found")
        hands.go(seconds=5)
        cancelled(station, site)
        station.wait(lambda: "cancelled" in box.panel(station))
        box.scan(station, SECOND, "cancelled", "Keep it closed")
        assert station.readings()[-1] == SECOND
        assert [body["serial"] for body in station.bodies("item.found")] == [FIRST]


def test_an_rma_cancelled_while_a_device_is_on_the_bench_is_said_there(start: Start, site: Site, hands: Hands) -> None:
    with start() as station:
        first, _ = bench.unpacked(station)
        bench.at_the_bench(station)
        bench.scan(station, first, "Step 1 of 6")
        hands.go(seconds=5)
        cancelled(station, site)
        station.wait(lambda: (first, "reject") in judged(station))
        bench.scan(station, Command.DIGIT_1, "Its RMA was cancelled or closed meanwhile.")
        bench.scan(station, Command.LATER)
        bench.scan(station, first, "Its RMA was cancelled or closed meanwhile.")
        assert station.bodies("inspection.step") == []


def test_a_device_that_has_left_is_told_at_every_screen(start: Start) -> None:
    with start() as station:
        shipping.opened_box(station, IN_TIME, HOME)
        label = shipping.repaired(station, FIRST)
        shipping.at_shipping(station)
        shipping.scan(station, label, "Into the box")
        shipping.scan(station, Command.PACK.barcode, "Packed")
        shipping.scan(station, UPS, "Gone")
        for text in (label, FIRST):
            shipping.scan(station, text, "Left already", UPS)
        station.scan(Command.TO_BENCH.barcode)
        station.wait(lambda: station.app.window.shown is Screen.BENCH)
        for text in (label, FIRST):
            bench.scan(station, text, "This device has left", UPS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("9" * 500, "too long for a serial number"),
        ("📦📦", "No device here has this number"),
        (f"{FIRST} {SECOND}", "Several serial numbers in one scan"),
    ],
)
def test_a_bad_scan_at_the_bench_is_kept_and_answered_and_touches_no_test(start: Start, text: str, words: str) -> None:
    with start() as station:
        first, _ = bench.unpacked(station)
        bench.at_the_bench(station)
        bench.scan(station, first, "Step 1 of 6")
        bench.scan(station, text, words, "Step 1 of 6")
        assert station.readings()[-1] == text
        assert station.bodies("inspection.step") == []
