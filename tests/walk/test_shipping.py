"""From the shelf to the truck by scans alone, with the troubles that goods bring when they leave."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from receiving_app.acts.bench_outcome import Ending
from receiving_app.acts.decision import ItemAnswer
from receiving_app.acts.item_review import ItemReview
from receiving_app.acts.station import Station
from receiving_app.domain.authorization import Address
from receiving_app.domain.command import DIGITS, Command
from receiving_app.domain.custody import Said
from receiving_app.domain.disposition import InspectionOutcome, Payer
from receiving_app.domain.item_events import CartonCondition, ItemChoice, Mark, Medium
from receiving_app.domain.item_review import subject
from receiving_app.domain.reading import Reading, Source
from receiving_app.storage import items
from receiving_app.storage.journal import Journal
from tests.demo_site import IN_TIME, LEAD, Hands, Site
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from tests.walk.test_focus import Touched
from tests.walk.test_scan import all_sent
from ticket_service.storage.state import get
from ticket_service.storage.store import reading
from ui.station_screen import Screen

FIRST, SECOND = "KP2-24C10057", "KP2-24C10074"
OTHER_RMA, THIRD = "RMA-00001632", "KP2-24B11451"
HOME = Address("Prairie Fleet Safety", "2210 Commerce Dr", "Peoria", "IL", "61615")
AWAY = Address("Road Watch Inc", "12 Main St", "Elgin", "IL", "60120")
UPS, FEDEX = "1Z999AA10123456784", "986578788855"
STEPS = (
    ("housing", "untouched"),
    ("photo", ""),
    ("supply", "0.3"),
    ("starts", "pass"),
    ("lens", "sharp"),
    ("records", "pass"),
)


def panel(station: OpenStation) -> str:
    labels = station.app.window.shipping._panel.findChildren(QLabel)
    return "\n".join(label.accessibleName() or label.text() for label in labels if label.isVisible())


def scan(station: OpenStation, text: str, *words: str) -> None:
    """Scan a text and wait until the large panel says these words."""
    station.scan(text)
    station.wait(lambda: all(word in panel(station) for word in words))


def opened_box(station: OpenStation, number: str, address: Address | None) -> None:
    """Receive and open a box with nothing wrong."""
    parts, actor = station.parts, LEAD
    (outcome,) = parts.dock.scan([Reading(number, number.encode(), Source.WEDGE, parts.clock.now())], actor)
    assert outcome.package is not None
    parts.unpacking.begin(outcome.package.lpn, actor)
    parts.unpacking.condition(CartonCondition.WHOLE, actor)
    if address is not None:
        parts.unpacking.address(address, "typed", actor)


def repaired(station: OpenStation, serial: str) -> str:
    """Take a device out of the open box and repair it; give its label."""
    parts, actor = station.parts, LEAD
    item = parts.unpacking.serial(serial, actor).item
    assert item is not None
    parts.unpacking.all_parts(item.id, actor)
    parts.unpacking.custody(item.id, Said(Medium.CARD, present=False), actor)
    parts.bench.begin(item.id, actor)
    for step, value in STEPS:
        assert parts.bench.step(item.id, step, value, actor, photo="a" * 64 if step == "photo" else None).done
    assert parts.bench.outcome(item.id, Ending(InspectionOutcome.REPAIRED, repair="new clock"), actor).done
    return item.id


def sent_back_by_a_supervisor(station: OpenStation, item_id: str) -> None:
    """Find a device dangerous, so that it is held, and let another supervisor decide that it goes back."""
    parts, other = station.parts, replace(LEAD, person="U-06")
    parts.unpacking.mark(item_id, Mark.HAZARD, LEAD)
    with parts.store.reading() as connection:
        item = items.get(connection, item_id)
    assert item is not None
    review = ItemReview(Station(parts.store, Journal(parts.settings.station, uuid4), parts.clock, uuid4, lambda: True))
    answer = ItemAnswer(item_id, subject(item) or "", ItemChoice.RETURN, "other", "swollen", Payer.PARTNER)
    assert review.decide(answer, other).objection is None


def at_shipping(station: OpenStation) -> None:
    station.scan(Command.TO_SHIPPING.barcode)
    station.wait(lambda: station.app.window.shown is Screen.SHIPPING)


def sent(station: OpenStation) -> list[dict[str, Any]]:
    return station.bodies("shipment.sent")


def test_two_boxes_for_two_addresses_leave_by_scans_alone(start: Start) -> None:
    with start() as station:
        opened_box(station, IN_TIME, HOME)
        one, two = repaired(station, FIRST), repaired(station, SECOND)
        opened_box(station, OTHER_RMA, AWAY)
        third = repaired(station, THIRD)
        at_shipping(station)
        station.wait_for("May leave: 3 · packed: 0 · must stay: 0", HOME.name, AWAY.name)

        scan(station, one, "Into the box", FIRST)
        scan(station, third, "Not with these", "another address")
        scan(station, SECOND, "Into the box", SECOND)
        scan(station, two, "In the box already")
        scan(station, UPS, "Pack first")
        scan(station, Command.PACK.barcode, "Packed", "Scan the carrier's tracking number")
        scan(station, Command.NEXT.barcode, "Put aside")
        scan(station, THIRD, "Into the box")
        scan(station, Command.PACK.barcode, "Packed")
        scan(station, FEDEX, "Gone", f"FedEx has it: {FEDEX}.", f"One device of {OTHER_RMA} is still open.")

        shipment = station.bodies("shipment.packed")[0]["shipment"]
        scan(station, UPS, "Which box?")
        scan(station, shipment, "Stands packed")
        scan(station, FEDEX, "Wrong label?", AWAY.name)
        scan(station, UPS, "Gone", f"UPS has it: {UPS}.", f"{IN_TIME} is settled: the partner is told")
        assert [(body["carrier"], body["tracking"]) for body in sent(station)] == [("FedEx", FEDEX), ("UPS", UPS)]

        scan(station, one, "Left already", f"UPS took {UPS}")
        scan(station, Command.DRIVERS_LIST.barcode, "Driver's list")
        station.wait_for(UPS, FEDEX)


def ticket_state(site: Site, number: str) -> str:
    """Give how the ticket service has the ticket of an RMA."""
    with reading(site.engine) as connection:
        return str(get(connection, "rma", [number])[number]["ticket_state"])


def test_the_ticket_is_resolved_with_the_tracking_number_when_all_is_settled(
    start: Start, site: Site, hands: Hands
) -> None:
    with start() as station:
        opened_box(station, IN_TIME, HOME)
        things = [repaired(station, FIRST), repaired(station, SECOND)]
        at_shipping(station)
        for thing in things:
            scan(station, thing, "Into the box")
        scan(station, Command.PACK.barcode, "Packed")
        scan(station, UPS, f"{IN_TIME} is settled: the partner is told, with {UPS}.")
        hands.go(minutes=2)
        station.app.sync()
        station.wait(lambda: any(body["tracking"] == UPS for body in site.bodies("shipment.sent")))
        assert ticket_state(site, IN_TIME) == "resolved"


def test_undo_takes_back_one_after_the_other(start: Start) -> None:
    with start() as station:
        opened_box(station, IN_TIME, HOME)
        one = repaired(station, FIRST)
        at_shipping(station)
        scan(station, one, "Into the box")
        scan(station, Command.UNDO.barcode, "Taken out")
        scan(station, one, "Into the box")
        scan(station, Command.PACK.barcode, "Packed")
        scan(station, UPS, "Gone")
        scan(station, Command.UNDO.barcode, "Taken back")
        station.wait_for("packed: 1")
        scan(station, Command.UNDO.barcode, "Taken back")
        station.wait_for("In the box, not packed yet: 1")
        scan(station, Command.PACK.barcode, "Packed")
        scan(station, UPS, "Gone")


def test_an_outcome_taken_back_is_gone_from_every_list_and_the_service_never_hears_of_it(
    start: Start, site: Site, hands: Hands
) -> None:
    with start() as station:
        opened_box(station, IN_TIME, HOME)
        repaired(station, FIRST)
        at_shipping(station)
        station.wait_for("May leave: 1")
        station.scan(Command.TO_BENCH.barcode)
        station.wait_for("At the bench: 0")
        station.scan(Command.UNDO.barcode)
        station.wait_for("The last act was taken back.", "At the bench: 1")
        at_shipping(station)
        station.wait_for("May leave: 0")
        hands.go(minutes=2)
        station.app.sync()
        station.wait(lambda: "inspection.step" in site.types() and all_sent(station))
        assert "inspection.ended" not in site.types()


def test_dangerous_goods_leave_by_scans_alone_after_a_named_check_and_by_ground(start: Start) -> None:
    with start() as station:
        opened_box(station, IN_TIME, HOME)
        one = repaired(station, FIRST)
        sent_back_by_a_supervisor(station, one)
        at_shipping(station)
        scan(station, one, "Into the box", "by ground only")
        scan(station, Command.PACK.barcode, "Who checked it?")
        scan(station, "BADGE-1002", "Packed")
        scan(station, UPS, "By ground?")
        scan(station, Command.BY_GROUND.barcode, "Gone")
        assert station.bodies("shipment.packed")[-1]["checked_by"] == "U-02"
        assert sent(station)[-1]["by_ground"] is True
        assert station.bodies("person.signed-in") == []


def test_goods_without_an_address_and_an_unknown_carrier_are_answered_by_digits(start: Start) -> None:
    with start() as station:
        opened_box(station, IN_TIME, None)
        one = repaired(station, FIRST)
        at_shipping(station)
        station.wait_for("must stay: 1", "Nobody has said where it goes.")
        scan(station, one, "Nobody has said where")
        station.wait_for("Where does it go?")
        scan(station, DIGITS[9].barcode, "No such answer")
        scan(station, DIGITS[1].barcode, "Address taken")
        scan(station, Command.PACK.barcode, "Packed")
        scan(station, "PICKUP-7", "Which carrier?")
        scan(station, DIGITS[6].barcode, "Why is it right?")
        scan(station, DIGITS[3].barcode, "Gone")
        assert station.bodies("shipment.packed")[0]["send_back_to"]["street"] == HOME.street
        assert sent(station)[0]["carrier"] == "The partner's courier"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("9" * 500, "Not understood"),
        ("📦📦", "Not understood"),
        (f"{UPS} {FEDEX}", "Two in one scan"),
        ("ITM-DOCK-1-0000018", "Misread"),
        (IN_TIME, "Not done"),
    ],
)
def test_a_bad_scan_gets_a_sentence_is_kept_and_sends_nothing_away(start: Start, text: str, words: str) -> None:
    with start() as station:
        opened_box(station, IN_TIME, HOME)
        one = repaired(station, FIRST)
        at_shipping(station)
        scan(station, one, "Into the box")
        scan(station, Command.PACK.barcode, "Packed")
        scan(station, text, words)
        assert station.readings()[-1] == text
        assert sent(station) == []
        scan(station, UPS, "Gone")


def test_what_is_packed_waits_over_a_restart(start: Start) -> None:
    with start() as station:
        opened_box(station, IN_TIME, HOME)
        one = repaired(station, FIRST)
        at_shipping(station)
        scan(station, one, "Into the box")
        scan(station, Command.PACK.barcode, "Packed")
    with start() as station:
        QTest.keyClick(station.handle, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
        station.wait_for("packed: 1", "one piece")
        scan(station, one, "Stands packed")
        scan(station, UPS, "Gone")


def test_a_box_leaves_with_keys_alone(start: Start) -> None:
    with start() as station:
        opened_box(station, IN_TIME, HOME)
        repaired(station, FIRST)
        QTest.keyClick(station.handle, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
        station.wait_for("May leave: 1")
        station.press(Qt.Key.Key_Down)
        station.press(Qt.Key.Key_F7)
        station.wait(lambda: "Into the box" in panel(station))
        station.press(Qt.Key.Key_F7)
        station.wait(lambda: "Taken out" in panel(station))
        station.press(Qt.Key.Key_F7)
        station.press(Qt.Key.Key_F5)
        station.wait(lambda: "Packed" in panel(station))
        station.press(Qt.Key.Key_F2)
        field = station.app.window.shipping._field._field
        field.setText(UPS)
        QTest.keyClick(field, Qt.Key.Key_Return)
        station.wait(lambda: "Gone" in panel(station))
        assert station.readings()[-1] == UPS


def test_a_technician_packs_when_a_supervisor_agrees(start: Start) -> None:
    with start() as station:
        opened_box(station, IN_TIME, HOME)
        one = repaired(station, FIRST)
        at_shipping(station)
        station.scan("BADGE-1003")
        station.wait(lambda: station.app.window.header._operator.text() == "Priya Nair")
        scan(station, one, "Not allowed")
        station.wait_for("A supervisor must approve this")
        assert station.readings()[-1] == one


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F10, Qt.Key.Key_F2, Qt.Key.Key_F8, Qt.Key.Key_F11])
def test_whatever_has_the_focus_at_shipping_a_scan_is_only_a_scan(start: Start, key: Qt.Key) -> None:
    with start() as station:
        opened_box(station, IN_TIME, HOME)
        one = repaired(station, FIRST)
        at_shipping(station)
        scan(station, one, "Into the box")
        touched = Touched(station.app.window)
        commands: list[Command] = []
        station.app.window.shipping.command_given.connect(commands.append)
        for place in range(len(_focusable(station, key))):
            widget = _focusable(station, key)[place]
            widget.setFocus()
            touched.what.clear()
            commands.clear()
            before = len(station.readings())
            station.scan(one)
            assert station.readings()[before:] == [one], widget
            assert (touched.what, commands) == ([], []), widget


def _focusable(station: OpenStation, key: Qt.Key) -> list[QWidget]:
    """Bring the page of a key to the front and give what can have the focus there."""
    window = station.app.window
    window.shipping._show_list()
    station.press(key)
    return [window.shipping] + [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def test_what_becomes_ready_meanwhile_comes_onto_the_list_and_the_answer_stays(start: Start) -> None:
    with start() as station:
        opened_box(station, IN_TIME, HOME)
        one = repaired(station, FIRST)
        at_shipping(station)
        scan(station, one, "Into the box")
        repaired(station, SECOND)
        station.app._show_standing()
        station.wait_for("May leave: 2", SECOND)
        assert "Into the box" in panel(station)
