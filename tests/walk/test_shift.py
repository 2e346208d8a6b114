"""A whole shift by scans alone: the truck, the box, the bench, the carrier; only the word of a review takes a key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from receiving_app.domain.command import DIGITS, Command
from receiving_app.domain.disposition import InspectionOutcome
from tests.demo_site import IN_TIME, LATE, Hands, Site
from tests.walk import test_bench as bench
from tests.walk import test_shipping as shipping
from tests.walk import test_unpacking as box
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from tests.walk.test_bench import FIRST, PRIYA, PRIYAS_PIN, SECOND
from tests.walk.test_people import DANA, ELLEN, ELLENS_PIN, actors
from tests.walk.test_shipping import FEDEX, OTHER_RMA, THIRD, UPS
from ui.station_screen import Screen

STOCK = ("KP2-STOCK-1", "KP2-STOCK-2")
#: Further open RMAs of the demo's data with their devices, all of one model.
OTHERS = {
    "RMA-00001608": ("KP2-24C11349", "KP2-24B11366", "KP2-24B11383"),
    OTHER_RMA: (THIRD, "KP2-24B11468"),
    "RMA-00001510": ("KP2-24B10890",),
}
TO_BE_EMPTY, TO_BE_OPENED, TO_BE_HOT = "RMA-00001823", "RMA-00001665", "RMA-00001510"
OPENED, STRAY = "KP2-24C11519", "KP2-99X00001"


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
        station.wait(lambda: shipping.ticket_state(site, IN_TIME) == "resolved")
        assert [body["tracking"] for body in site.bodies("shipment.sent")] == [UPS]


def opened(station: OpenStation, number: str, carton: Command, *words: str) -> None:
    """Receive a box at the dock, say how its carton looks, by scans."""
    station.scan(Command.TO_DOCK.barcode)
    station.wait(lambda: station.app.window.shown is Screen.DOCK)
    station.scan(Command.NEXT.barcode)
    station.scan(number)
    station.wait_verdict("ACCEPT", number)
    station.scan(Command.UNPACK.barcode)
    station.wait(lambda: station.app.window.shown is Screen.UNPACKING and "Look at the carton" in box.panel(station))
    box.scan(station, carton.barcode, *words)


def whole(station: OpenStation, serial: str) -> str:
    """Find a device in the open box with all its parts and no video; give its label."""
    box.scan(station, serial, "Found")
    box.scan(station, Command.ALL_PARTS.barcode, "All parts there")
    box.scan(station, Command.NO_CARD.barcode, "Video noted")
    return str(station.bodies("item.found")[-1]["item"])


def test_every_kind_of_trouble_in_the_boxes_by_scans_alone(start: Start, hands: Hands) -> None:
    with start() as station:
        station.scan(DANA)
        opened(station, IN_TIME, Command.CARTON_DAMAGED, "Carton damaged", "Take a photo")
        whole(station, FIRST)
        box.scan(station, FIRST, "Already counted")
        box.scan(station, "KP2-24C1OO74", "Not on this RMA", SECOND)
        box.scan(station, Command.UNDO.barcode, "Taken back")
        box.scan(station, STRAY, "Not on this RMA", "quarantine")
        box.scan(station, THIRD, "From another RMA", OTHER_RMA)
        box.scan(station, Command.UNREADABLE.barcode, "Serial unreadable")
        box.scan(station, FIRST, "Already counted")
        box.scan(station, Command.EXTRA.barcode, "Extra noted")
        box.scan(station, Command.BOX_DONE.barcode, "Done")

        hands.go(minutes=2)
        opened(station, OTHER_RMA, Command.CARTON_WHOLE, "Scan each device")
        box.scan(station, SECOND, "Boxes are crossed", THIRD)
        box.scan(station, "KP2-24B11468", "Found")
        box.scan(station, "SD card", "Part noted")
        box.scan(station, Command.REST_MISSING.barcode, "Part missing", "power cable")
        box.scan(station, Command.ITEM_DAMAGED.barcode, "Damage noted")
        box.scan(station, Command.ITEM_TAMPERED.barcode, "Was opened")
        box.scan(station, Command.OTHER_MODEL.barcode, "Wrong model")
        box.scan(station, "PLACE-B12", "Done")

        hands.go(minutes=2)
        opened(station, IN_TIME, Command.CARTON_WHOLE, "Scan each device")
        box.scan(station, FIRST, "Serial is here twice")
        box.scan(station, Command.BOX_DONE.barcode, "Done")

        opened(station, TO_BE_EMPTY, Command.CARTON_EMPTY, "Box empty")
        box.scan(station, Command.BOX_DONE.barcode, "Done")
        opened(station, TO_BE_OPENED, Command.CARTON_TAMPERED, "Seal broken")
        box.scan(station, OPENED, "Found")
        box.scan(station, Command.BOX_DONE.barcode, "Done")
        opened(station, TO_BE_HOT, Command.CARTON_WHOLE, "Scan each device")
        box.scan(station, Command.HAZARD.barcode, "STOP")

        rules = {code for body in station.bodies("item.judged") for code in body["codes"]}
        assert rules >= {
            "not-on-rma",
            "incomplete-item",
            "wrong-model",
            "duplicate-serial",
            "serial-unreadable",
            "tampered",
        }
        assert {who for type_ in ("item.found", "unpacking.begun") for who, _ in actors(station, type_)} == {"U-01"}


def passed(station: OpenStation, label: str) -> None:
    """Do every step of a test, and pass it, without a camera."""
    bench.scan(station, label, "Step 1 of 6")
    bench.scan(station, Command.DIGIT_1, "Step 2 of 6")
    bench.scan(station, Command.DIGIT_1, "Step 3 of 6")
    bench.write(station, "0.3")
    for command in (Command.PASS, Command.DIGIT_1, Command.PASS):
        bench.scan(station, command, "Passed:")
    bench.scan(station, Command.STEP_BACK, "Do this step")


def failed(station: OpenStation, label: str) -> None:
    """Find at once that a device doesn't start."""
    bench.scan(station, label, "Step 1 of 6")
    for place in (2, 3, 4):
        bench.scan(station, Command.STEP_ON, f"Step {place} of 6")
    bench.scan(station, Command.FAIL, "Failed: It starts within a minute")


def ended(station: OpenStation, how: Command, *texts: str) -> None:
    """Say how it ended, and save it."""
    bench.scan(station, how)
    for text in texts:
        bench.scan(station, text)
    bench.scan(station, Command.SAVE, "Saved for")


def approved(station: OpenStation) -> None:
    """Let a supervisor approve by badge and the digits of the PIN."""
    station.wait(lambda: station.app.window.asks_people)
    station.scan(ELLEN)
    station.wait(lambda: station.app.window.people._names.currentText() == "Ellen Kowalski")
    bench.write(station, ELLENS_PIN)


def upheld(station: OpenStation) -> None:
    """Let a supervisor uphold the one rejection; nobody rejects by a bar code, so that this takes a key."""
    station.scan(Command.TO_REVIEW.barcode)
    station.wait(lambda: station.app.window.shown is Screen.REVIEW)
    station.press(Qt.Key.Key_F8)
    approved(station)
    station.wait(lambda: "review.decided" in station.types())


def in_their_boxes(station: OpenStation) -> list[str]:
    """Receive and unpack four boxes of eight devices, and a rejected one; give the devices' labels."""
    labels = []
    for number, serials in ({IN_TIME: (FIRST, SECOND)} | OTHERS).items():
        opened(station, number, Command.CARTON_WHOLE, "Scan each device")
        labels += [whole(station, serial) for serial in serials]
    station.scan(Command.TO_DOCK.barcode)
    station.wait(lambda: station.app.window.shown is Screen.DOCK)
    station.scan(Command.NEXT.barcode)
    station.scan(LATE)
    station.wait_verdict("REJECT", LATE)
    return labels


def begun_for_a_dock_worker(station: OpenStation, label: str) -> None:
    """Begin a test that a supervisor approves at the worker's screen."""
    station.scan(Command.TO_BENCH.barcode)
    station.wait(lambda: station.app.window.shown is Screen.BENCH)
    bench.scan(station, label, "Bench work needs a technician and the PIN.")
    approved(station)
    station.wait(lambda: "begins." in bench.said(station))
    assert actors(station, "inspection.begun") == [("U-05", "approval:U-01")]


def every_outcome(station: OpenStation, labels: list[str]) -> None:
    """Say of eight devices how their inspection ended, each in another way."""
    fine, mended, *others = labels
    bench.scan(station, PRIYA, "Now type your PIN")
    bench.write(station, PRIYAS_PIN)
    station.wait(lambda: station.app._people.actor.how == "badge+pin")
    passed(station, fine)
    ended(station, Command.NO_FAULT_FOUND)
    passed(station, mended)
    ended(station, Command.REPAIRED, DIGITS[1].barcode, "CAP-470")
    for label, how in zip(others[:3], (Command.REPLACED, Command.NOT_COVERED, Command.UNREPAIRABLE), strict=True):
        failed(station, label)
        ended(station, how, STOCK[0] if how is Command.REPLACED else DIGITS[1].barcode)
    waits = (Command.AWAITING_PARTS, Command.AWAITING_STOCK, Command.CANNOT_TEST)
    for label, how in zip(others[3:], waits, strict=True):
        bench.scan(station, label, "Step 1 of 6")
        ended(station, how, DIGITS[1].barcode)
    assert {body["outcome"] for body in station.bodies("inspection.ended")} == set(InspectionOutcome)


def left(station: OpenStation, thing: str, tracking: str, *words: str) -> None:
    """Give a thing the address on its label, pack it and hand it over."""
    shipping.scan(station, thing, "Nobody has said where")
    shipping.scan(station, DIGITS[1].barcode, "Address taken")
    shipping.scan(station, Command.PACK.barcode, "Packed")
    shipping.scan(station, tracking, "Gone", *words)


def test_every_outcome_and_a_rejected_package_by_scans_alone(start: Start, site: Site, hands: Hands) -> None:
    with start() as station:
        station.scan(DANA)
        labels = in_their_boxes(station)
        plate = next(str(row.lpn) for row in reversed(station.journal()) if row.type == "package.judged")
        upheld(station)
        begun_for_a_dock_worker(station, labels[0])
        every_outcome(station, labels)

        hands.go(minutes=2)
        station.scan(DANA)
        shipping.at_shipping(station)
        left(station, labels[0], UPS)
        left(station, plate, FEDEX)
        shipping.scan(station, Command.DRIVERS_LIST.barcode, "Driver's list")
        station.scan(Command.PRINT_AGAIN.barcode)
        station.wait_for("The last print comes out again, marked COPY.")

        hands.go(minutes=2)
        station.app.sync()
        station.wait(lambda: [body["tracking"] for body in site.bodies("shipment.sent")] == [UPS, FEDEX])
        assert {result for _, type_, result in site.journal() if type_} == {"applied"}


def test_a_supervisor_who_tested_a_device_does_not_decide_on_it_by_approving_at_anothers_screen(start: Start) -> None:
    with start() as station:
        station.scan(DANA)
        opened(station, IN_TIME, Command.CARTON_WHOLE, "Scan each device")
        label = whole(station, FIRST)
        station.scan("BADGE-1002")
        whole(station, SECOND)
        assert actors(station, "item.found") == [("U-01", "badge"), ("U-02", "badge")]

        station.scan(Command.TO_BENCH.barcode)
        station.wait(lambda: station.app.window.shown is Screen.BENCH)
        bench.scan(station, ELLEN, "Now type your PIN")
        bench.write(station, ELLENS_PIN)
        station.wait(lambda: station.app._people.actor.how == "badge+pin")
        failed(station, label)
        ended(station, Command.NOT_COVERED, DIGITS[1].barcode)

        station.scan(DANA)
        station.scan(Command.TO_REVIEW.barcode)
        station.wait(lambda: station.app.window.shown is Screen.REVIEW)
        QTest.keyClick(station.handle, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        station.press(Qt.Key.Key_F8)
        approved(station)
        station.wait(lambda: not station.app.window.asks_people)
        station.wait_for("own work")
        assert station.bodies("item.decided") == []
